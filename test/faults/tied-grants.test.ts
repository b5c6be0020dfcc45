// Nobody hands a case to somebody who is tied to whom it is about: whatever the order is called that would let them in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { StaffFact } from "@temwen/casework";
import type { Json, StaffId } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase } from "../support/casework.ts";
import { nowhere, sendAs, signRaw, typesIn } from "../support/raw-acts.ts";
import { caseBeforePanel, changeMember, findings, say, startOfficeWithPanel } from "../support/small-panel.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startOfficeWithPanel();
after(() => office[Symbol.asyncDispose]());
let mine: FiledCase;
before(async () => {
  mine = await fileCase(office, { consent: "investigate-with-me" });
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment);
});

const idOf = (name: string): StaffId => office.person(name).id;
const grantTo = (name: string, ...keys: readonly string[]) => ({
  ...{ to: idOf(name), keys, grant: nowhere(`grant-${name}`) },
});

/** An order with grants, as somebody signs it past every rule of a desk; which code comes back, and that nothing was written. */
async function refuses(
  name: string,
  { caseId }: FiledCase,
  command: { readonly type: string; readonly [field: string]: Json },
  code = "grantee-not-eligible",
): Promise<void> {
  const before = await typesIn(office, caseId);
  const grants = command.grants as unknown as readonly ReturnType<typeof grantTo>[];
  const facts = grants.map(
    (grant): StaffFact => ({ type: "case.access-granted/1", reason: "asked-to-help", ...grant }),
  );
  assertRefused(await sendAs(office, name, caseId, await signRaw(office, name, caseId, { command, facts })), code);
  assert.deepEqual(await typesIn(office, caseId), before);
}

test("an officer or a panel member who is tied to the force is let in by nobody", async () => {
  for (const name of ["farid", "ines"]) {
    await refuses(mine.reader, mine, {
      ...{ type: "grant-access", reason: "asked-to-help", grants: [grantTo(name, "story")] },
    });
    // Among others too: one who may does not carry one who may not.
    await refuses(mine.reader, mine, {
      ...{ type: "grant-access", reason: "asked-to-help", grants: [grantTo("hugo", "story"), grantTo(name, "story")] },
    });
  }
});

test("a new key of the case goes to nobody who is tied", async () => {
  const grants = [mine.reader, "farid"].map((name) => grantTo(name, "words-1"));
  await refuses(mine.reader, mine, { type: "rekey-case", recipient: `age1pq1${"q".repeat(1952)}`, grants });
});

test("a proposal not to admit lets in no member of the panel who is tied", async () => {
  await refuses(mine.reader, mine, {
    ...{ type: "propose-non-admission", reason: "not-about-the-mission", explanation: nowhere("explanation-9") },
    grants: [grantTo("ines", "story")],
  });
});

test("a case is given to no investigator who is tied, and comes before no panel member who is", async () => {
  const brought = await caseBeforePanel(office);
  const other = await fileCase(office, { consent: "investigate-with-me", force: "jam" });
  const toAdmitted = [
    acknowledgement,
    { ...assessment, forces: ["jam"] },
    say("admit-case", { track: "ordinary" }, "Wi."),
  ];
  await doActs(other.desk, other.caseId, ...toAdmitted);
  await changeMember(office, "karim", { ties: ["jam"] });
  await refuses(other.reader, other, {
    ...{ type: "assign-case", to: idOf("karim"), replaces: [], grants: [grantTo("karim", "story")] },
  });
  // Who was given it before the tie was known brings nothing before the panel any more, nor do they read it.
  const recommends = { type: "recommend-findings", findings, explanation: nowhere("explanation-9") };
  const panel = ["gerda", "hugo", "ines"].map((name) => grantTo(name, "story"));
  const act = await signRaw(office, "karim", brought.caseId, {
    command: { ...recommends, grants: panel },
    facts: panel.map((grant) => ({ type: "case.access-granted/1", reason: "before-panel", ...grant })),
  });
  assertRefused(await sendAs(office, "karim", brought.caseId, act), "unknown-case", 404);
  await changeMember(office, "karim", { ties: [] });
});

test("findings come before no member of the panel who is tied to whom they are about", async () => {
  const forKen = await fileCase(office, { consent: "investigate-with-me" });
  const assign = say("assign-case", { to: idOf("karim"), replaces: [] });
  const admit = say("admit-case", { track: "ordinary" }, "Wi.");
  await doActs(forKen.desk, forKen.caseId, acknowledgement, assessment, admit, assign);
  const allegation = { number: 1, right: "integrity", class: "serious-misconduct", respondent: 1, kind: "described" };
  await doActs(
    await office.desk("karim"),
    forKen.caseId,
    say("take-case", { declares: "no-tie" }),
    say("state-allegation", { ...allegation, forces: ["ken"] }, "Yo te bat li."),
    say("offer-hearing", {}, "Eske ou vle pale?"),
  );
  const grants = ["gerda", "hugo", "ines"].map((name) => grantTo(name, "story"));
  const recommends = { type: "recommend-findings", findings, explanation: nowhere("explanation-9") };
  await refuses("karim", forKen, { ...recommends, grants });
});
