// What may be published of a ruling is given out by the desk's own library and the command, and only as the person lets it be.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import type { Digest } from "@temwen/vocabulary";
import { writeOwn } from "../apps/complain/src/owed/own-acts.ts";
import { doActs, type FiledCase, view } from "./support/casework.ts";
import { runCommand } from "./support/office.ts";
import { writeOfficeFolder } from "./support/office-folder.ts";
import { believedOf } from "./support/small-office.ts";
import { caseBeforePanel, closing, findings, say, startOfficeWithPanel, voting } from "./support/small-panel.ts";

const office = await startOfficeWithPanel();
const folder = await writeOfficeFolder(office, ["gerda"]);
after(async () => {
  await folder[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex") as Digest;
const reason = "Temwen yo pa t dakò.";
const refusal = "Eta a di moun sa yo pa t anba lòd li.";
const nothing = { findings: [], measures: [], outcome: "none", published: [] };
const otherwise = findings.map((one) => ({ ...one, happened: "not-determined", why: "not-enough-evidence" }));

/** Votes for what gerda proposed, and closes it. */
async function carry({ caseId }: FiledCase, sitting: number): Promise<void> {
  const gerda = await office.desk("gerda");
  const decision = (await view(gerda, caseId)).sitting?.decision;
  assert.ok(decision);
  for (const name of ["gerda", "hugo", "ines"])
    await doActs(await office.desk(name), caseId, voting(sitting, decision));
  await doActs(gerda, caseId, closing(sitting));
}

/** The panel found otherwise than was recommended, with a reason that is published. */
async function foundOtherwise(): Promise<FiledCase> {
  const mine = await caseBeforePanel(office);
  const says = { sitting: 1, ...nothing, decides: "findings", findings: otherwise, published: [digestOf(reason)] };
  const words = `Men sa nou pwopoze.\n§ published\n${reason}`;
  await doActs(await office.desk("gerda"), mine.caseId, say("propose-decision", says, words));
  await carry(mine, 1);
  return mine;
}

const run = ({ caseId }: FiledCase, verb: readonly string[], more: readonly string[] = [], input = "") =>
  runCommand(["office", ...verb, ...folder.as("gerda"), "--case", caseId, ...more], input);
const asked = async (mine: FiledCase) => {
  const { stdout, code } = await run(mine, ["publishable"]);
  const said = JSON.parse(stdout);
  return code === 0 ? said : said.refused;
};
const show = async (mine: FiledCase, number: number, text: string): Promise<void> =>
  doActs(await office.desk("gerda"), mine.caseId, say("show-summary", { number }, text));

async function answer({ keys }: FiledCase, number: number, said: "objects" | "agrees"): Promise<void> {
  const mailbox = { courier: office.courier(), office: believedOf(office), keys };
  const act = await writeOwn(mailbox, { type: "case.summary-answered/1", number, answer: said });
  assert.ok(act.ok && (await mailbox.courier.sendAct(act.value)).ok);
}

/** What the office wrote to the person, as their own device reads it. */
async function messagesTo({ receipt }: FiledCase): Promise<readonly string[]> {
  const opened = await openMailbox(office.courier(), believedOf(office), receipt);
  assert.ok(opened.ok);
  return opened.value.entries.flatMap((entry) => (entry.kind === "office" ? [entry.text] : []));
}

test("words of a ruling, and the reason published with it, are given out only when the person saw both and lets it be", async () => {
  const mine = await foundOtherwise();
  assert.equal(await asked(mine), "nothing-shown");
  await show(mine, 1, "Komisyon an pa ka di sa k pase.");
  assert.equal(await asked(mine), "person-has-time");
  await answer(mine, 1, "objects");
  assert.equal(await asked(mine), "person-objects");
  await show(mine, 2, "Komisyon an pa t ka deside.");
  const summary = `Komisyon an pa t ka deside.\n\n§ published\n${reason}`;
  assert.equal((await messagesTo(mine)).at(-1), summary);
  assert.equal(await asked(mine), "person-has-time");
  await answer(mine, 2, "agrees");
  assert.deepEqual(await asked(mine), {
    case: mine.caseId,
    summary: { number: 2, digest: digestOf(summary), text: summary },
    reasons: [{ of: "findings", number: 1, digest: digestOf(reason), text: reason }],
    withheld: [],
  });
  await answer(mine, 2, "objects");
  assert.equal(await asked(mine), "person-objects");
});

test("a reason that was named after the person agreed is withheld, and said to be, until they were shown it too", async () => {
  const mine = await foundOtherwise();
  await show(mine, 1, "Komisyon an pa ka di sa k pase.");
  await answer(mine, 1, "agrees");
  const measure = { number: 1, form: "compensation", bearer: "contributing-state:jam", due: "2031-03-01" };
  const ruling = { sitting: 2, ...nothing, decides: "ruling", measures: [measure] };
  await doActs(await office.desk("gerda"), mine.caseId, say("propose-decision", ruling, "Men sa nou pwopoze."));
  await carry(mine, 2);
  const set = ["measure=1", "delivered=refused", "decidedBy=contributing-state"].flatMap((one) => ["--set", one]);
  const recorded = await run(
    mine,
    ["act", "record-delivery"],
    [...set, "--text", "-"],
    `Yo di non.\n§ published\n${refusal}\n`,
  );
  assert.equal(recorded.code, 0, recorded.stdout + recorded.stderr);
  const { code, stdout, stderr } = await run(mine, ["publishable"]);
  assert.equal(code, 0, stdout);
  const { reasons, withheld } = JSON.parse(stdout);
  assert.deepEqual(withheld, [{ of: "measure", number: 1, digest: digestOf(refusal) }]);
  assert.deepEqual([reasons.length, reasons[0].text], [1, reason]);
  assert.ok(!(stdout + stderr).includes(refusal), "the person has not read it");
  assert.match(stderr, /withheld, the reason of measure 1[\s\S]*show-summary/);
  await show(mine, 2, "Komisyon an pa ka di sa k pase.");
  assert.equal(await asked(mine), "person-has-time");
  await answer(mine, 2, "agrees");
  const now = await asked(mine);
  assert.deepEqual(now.withheld, []);
  assert.deepEqual(
    now.reasons.map(({ text }: { readonly text: string }) => text),
    [reason, refusal],
  );
  assert.equal(
    now.summary.text,
    `Komisyon an pa ka di sa k pase.\n\n§ published\n${reason}\n\n§ published\n${refusal}`,
  );
});

test("the command finds the reason that is published in the words, and whoever closes tells it to the person", async () => {
  const mine = await caseBeforePanel(office);
  const words = `Men sa nou pwopoze.\n§ 1\nPa gen ase prèv.\n§ published\n${reason}\n`;
  const found = "findings=1/not-determined/not-determined/not-enough-evidence/balance-of-probabilities";
  const set = ["sitting=1", "decides=findings", found].flatMap((one) => ["--set", one]);
  const propose = (...more: readonly string[]) =>
    run(mine, ["act", "propose-decision"], [...set, ...more, "--text", "-"], words);
  const misfit = await propose("--set", `published=${digestOf("lòt mo")}`);
  assert.equal(misfit.code, 2, misfit.stdout);
  const proposed = await propose();
  assert.equal(proposed.code, 0, proposed.stdout + proposed.stderr);
  const open = (await view(await office.desk("gerda"), mine.caseId)).panel?.sittings.at(-1);
  assert.deepEqual([open?.published, open?.outcome], [[digestOf(reason)], "none"]);
  await carry(mine, 1);
  assert.equal((await messagesTo(mine)).at(-1), `Men sa nou deside.\n\n§ published\n${reason}`);
});

test("the desk says until when the person has time, and that silence lets it be published then", async () => {
  const mine = await foundOtherwise();
  await show(mine, 1, "Komisyon an pa ka di sa k pase.");
  const { publication } = (await view(await office.desk("gerda"), mine.caseId)).owed;
  assert.ok(publication && !publication.may && publication.because === "person-has-time");
  const shownAt = (await view(mine.desk, mine.caseId)).timeline.findLast(
    ({ type }) => type === "case.summary-shown/1",
  )?.at;
  assert.equal(Date.parse(publication.until) - Date.parse(shownAt ?? ""), 14 * 86_400_000);
});
