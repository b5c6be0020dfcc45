// What is owed to the person who complained, through desks and server: to stop, to be asked for each purpose, to read what is published.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import { sendWithdrawal } from "@temwen/complain/person-acts";
import type { Keeper } from "@temwen/desk";
import type { CaseId, Json } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, view } from "./support/casework.ts";
import { believedOf, type SmallOffice, startSmallOffice } from "./support/small-office.ts";

const office: SmallOffice = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

type Saying = { readonly [name: string]: Json };
type LaterAct = Extract<Parameters<Keeper["act"]>[1], { readonly says: object }>["act"];
const say = (act: LaterAct, says: Saying = {}, text = "") => ({ act, says, text });
const codeOf = async (desk: Keeper, caseId: CaseId, act: ReturnType<typeof say>): Promise<string> => {
  const done = await desk.act(caseId, act);
  return done.ok ? "done" : done.refusal.code;
};
const told = async ({ receipt }: FiledCase): Promise<readonly string[]> => {
  const opened = await openMailbox(office.courier(), believedOf(office), receipt);
  assert.ok(opened.ok);
  return opened.value.entries.map((entry) => (entry.kind === "step" ? entry.step : entry.kind));
};

const free = { spoke: "person", level: "low", free: "yes" };
const consent = { purpose: "referral", recipient: "hti-parquet", given: "yes", including: [], language: "ht" };

/** A case that lena, who helps and reads no story, was let in to help with. */
async function helpedCase(): Promise<FiledCase & { readonly lena: Keeper }> {
  const mine = await fileCase(office, { consent: "court", force: "jam" });
  const letIn = { act: "grant", to: office.person("lena").id, reason: "asked-to-help" } as const;
  await doActs(mine.desk, mine.caseId, acknowledgement, { ...assessment, forces: ["jam"] }, letIn);
  return { ...mine, lena: await office.desk("lena") };
}

test("a case ends at the person's wish when who helps found them free, and the person sees the end and both signatures", async () => {
  const mine = await helpedCase();
  const { caseId, desk, lena } = mine;
  const accept = say("accept-withdrawal", {}, "Nou fini jan ou mande.");
  assert.equal(await codeOf(desk, caseId, accept), "no-withdrawal-asked");
  assert.ok((await sendWithdrawal(office.courier(), believedOf(office), mine.keys)).ok);
  assert.equal(await codeOf(desk, caseId, accept), "pressure-not-checked");
  await doActs(lena, caseId, say("check-pressure", { ...free, free: "not-yet" }, "Li pa pale pou kont li."));
  assert.equal(await codeOf(desk, caseId, accept), "not-free-yet");
  assert.ok(!(await told(mine)).includes("stepEnded"));
  await doActs(lena, caseId, say("check-pressure", free, "Li pale pou kont li."));
  await doActs(desk, caseId, accept);
  assert.deepEqual([(await view(desk, caseId)).stage, (await view(desk, caseId)).alarms], ["withdrawn", []]);
  assert.deepEqual((await told(mine)).slice(-2), ["stepEnded", "office"]);
});

test("who helps writes down a consent without reading the story, and a desk shows who holds copies when one was taken back", async () => {
  const { caseId, desk, lena } = await helpedCase();
  const heard = say("record-consent", { ...consent, explainer: "officer", until: [] }, "Li di wi.");
  await doActs(lena, caseId, heard);
  const before = (await view(desk, caseId)).owed;
  assert.deepEqual(
    before.consents.map(({ purpose, given, countsNow }) => [purpose, given, countsNow]),
    [["referral", "yes", true]],
  );
  assert.equal(before.isTakenBack, false);
  await doActs(
    lena,
    caseId,
    say("record-consent", { ...consent, given: "withdrawn", explainer: "officer", until: [] }, "Non."),
  );
  const { isTakenBack, copies, consents } = (await view(desk, caseId)).owed;
  assert.ok(isTakenBack && consents.every(({ countsNow }) => !countsNow));
  assert.ok(copies.some((copy) => copy.how === "let-in" && copy.who === office.person("lena").id));
});

test("a desk takes the digest of a summary from nobody: it computes it from the words that the person is sent", async () => {
  const { caseId, desk } = await helpedCase();
  const summary = createHash("sha256").update("Komisyon an jwenn sa.").digest("hex");
  assert.equal(await codeOf(desk, caseId, say("show-summary", { number: 1, summary }, "Lòt mo.")), "not-a-choice");
});
