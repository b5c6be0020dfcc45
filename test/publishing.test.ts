// What may be published of a ruling is given out by the desk's own library and the command, and only as the person lets it be.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, test } from "node:test";
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
const nothing = { measures: [], outcome: "none" } as const;

/** The panel found otherwise than was recommended, with a reason that is published. */
async function foundOtherwise(): Promise<FiledCase> {
  const mine = await caseBeforePanel(office);
  const { caseId } = mine;
  const otherwise = findings.map((one) => ({ ...one, happened: "not-determined", why: "not-enough-evidence" }));
  const gerda = await office.desk("gerda");
  const says = { sitting: 1, ...nothing, decides: "findings", findings: otherwise, published: [digestOf(reason)] };
  await doActs(gerda, caseId, say("propose-decision", says, `Men sa nou pwopoze.\n§ published\n${reason}`));
  const decision = (await view(gerda, caseId)).sitting?.decision;
  assert.ok(decision);
  for (const name of ["gerda", "hugo", "ines"]) await doActs(await office.desk(name), caseId, voting(1, decision));
  await doActs(gerda, caseId, closing(1));
  return mine;
}

const asked = async ({ caseId }: FiledCase) => {
  const { stdout, code } = await runCommand(["office", "publishable", ...folder.as("gerda"), "--case", caseId]);
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

test("words of a ruling, and the reason published with it, are given out only when the person saw a summary and lets it be", async () => {
  const mine = await foundOtherwise();
  assert.equal(await asked(mine), "nothing-shown");
  await show(mine, 1, "Komisyon an pa ka di sa k pase.");
  assert.equal(await asked(mine), "person-has-time");
  await answer(mine, 1, "objects");
  assert.equal(await asked(mine), "person-objects");
  const summary = "Komisyon an pa t ka deside.";
  await show(mine, 2, summary);
  assert.equal(await asked(mine), "person-has-time");
  await answer(mine, 2, "agrees");
  assert.deepEqual(await asked(mine), {
    case: mine.caseId,
    summary: { number: 2, digest: digestOf(summary), text: summary },
    reasons: [{ of: "findings", number: 1, digest: digestOf(reason), text: reason }],
  });
  await answer(mine, 2, "objects");
  assert.equal(await asked(mine), "person-objects");
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
