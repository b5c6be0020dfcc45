// Two panels that rule at once: of two proposals, two closings, or a proposal of the other bench, one at most stands.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { CaseId } from "@temwen/vocabulary";
import { captureAct, doActs, view } from "../support/casework.ts";
import type { Answer } from "../support/parcels.ts";
import { sendAs, typesIn } from "../support/raw-acts.ts";
import {
  caseBeforePanel,
  changeMember,
  closing,
  propose,
  proposing,
  say,
  startOfficeWithPanel,
  voting,
} from "../support/small-panel.ts";

const office = await startOfficeWithPanel();
after(() => office[Symbol.asyncDispose]());

const countIn = async (caseId: CaseId, type: string): Promise<number> =>
  (await typesIn(office, caseId)).filter((one) => one === type).length;
const codesOf = (answers: readonly Answer[]) => answers.map(({ status, body }) => [status, body.code]).sort();

test("of two decisions that are proposed at once one is before the panel, and the other is refused until that is decided", async () => {
  const { caseId } = await caseBeforePanel(office);
  const [one, two] = [
    await captureAct(office, "gerda", caseId, proposing(1)),
    await captureAct(office, "ines", caseId, proposing(1)),
  ];
  const answers = await Promise.all([sendAs(office, "gerda", caseId, one), sendAs(office, "ines", caseId, two)]);
  assert.deepEqual(codesOf(answers), [
    [200, undefined],
    [409, "conflict"],
  ]);
  assert.equal(await countIn(caseId, "case.decision-proposed/3"), 1);
  for (const name of ["gerda", "hugo", "ines"]) {
    const again = await (await office.desk(name)).act(caseId, proposing(2));
    assert.equal(again.ok ? "done" : again.refusal.code, "sitting-open");
  }
  assert.equal(await countIn(caseId, "case.decision-proposed/3"), 1);
});

test("of two members who close at once one closes, and the person is told once", async () => {
  const { caseId } = await caseBeforePanel(office);
  const decision = await propose(office, "gerda", caseId);
  for (const name of ["gerda", "hugo", "ines"]) await doActs(await office.desk(name), caseId, voting(1, decision));
  const told = await countIn(caseId, "case.message-sent/1");
  const [one, two] = [
    await captureAct(office, "gerda", caseId, closing(1)),
    await captureAct(office, "hugo", caseId, closing(1)),
  ];
  const answers = await Promise.all([sendAs(office, "gerda", caseId, one), sendAs(office, "hugo", caseId, two)]);
  assert.deepEqual(codesOf(answers), [
    [200, undefined],
    [409, "conflict"],
  ]);
  assert.equal(await countIn(caseId, "case.found/1"), 1);
  assert.equal(await countIn(caseId, "case.message-sent/1"), told + 1);
  const late = await (await office.desk("ines")).act(caseId, closing(1));
  assert.equal(late.ok ? "done" : late.refusal.code, "no-sitting");
});

test("the reserve does not sit beside a whole first bench, also when it was let in, and takes the seat of who leaves it", async () => {
  const { caseId, desk } = await caseBeforePanel(office);
  // With two more who serve on it, the first bench is five.
  for (const name of ["omar", "rosa"]) await changeMember(office, name, { role: "panel" });
  await doActs(await office.desk("gerda"), caseId, { act: "let-in-panel" });
  await doActs(desk, caseId, { act: "grant", to: office.person("jules").id, reason: "asked-to-help" });
  const jules = await office.desk("jules");
  const proposed = await jules.act(caseId, proposing(1));
  assert.equal(proposed.ok ? "done" : proposed.refusal.code, "wrong-bench");
  const decision = await propose(office, "gerda", caseId);
  const voted = await jules.act(caseId, voting(1, decision));
  assert.equal(voted.ok ? "done" : voted.refusal.code, "wrong-bench");
  assert.equal(await countIn(caseId, "case.vote-cast/1"), 0);
  await doActs(await office.desk("ines"), caseId, say("recuse", { reason: "family" }, "Mwen fè pati fanmi an."));
  await doActs(jules, caseId, voting(1, decision));
  assert.equal(await countIn(caseId, "case.vote-cast/1"), 1);
});

test("what the panel refused is closed by any member, and something else is before it; nobody of the office takes it back", async () => {
  const { caseId } = await caseBeforePanel(office);
  const decision = await propose(office, "gerda", caseId);
  const [gerda, hugo] = [await office.desk("gerda"), await office.desk("hugo")];
  const over = say("close-not-carried", { sitting: 1 });
  await doActs(gerda, caseId, voting(1, decision));
  const early = await hugo.act(caseId, over);
  assert.equal(early.ok ? "done" : early.refusal.code, "no-quorum");
  for (const name of ["hugo", "ines"]) await doActs(await office.desk(name), caseId, voting(1, decision, "against"));
  const letInStill = (await view(hugo, caseId)).panel?.members.filter((one) => one.standing === "may" && one.isSeated);
  for (const { id } of letInStill ?? []) {
    const name = ["jules", "omar", "rosa"].find((one) => office.person(one).id === id);
    if (name) await doActs(await office.desk(name), caseId, voting(1, decision, "abstain"));
  }
  const back = await hugo.act(caseId, say("withdraw-decision", { sitting: 1 }));
  assert.equal(back.ok ? "done" : back.refusal.code, "not-your-proposal");
  assert.equal((await view(hugo, caseId)).panel?.mayCloseNotCarried, true);
  await doActs(hugo, caseId, over);
  assert.equal(await countIn(caseId, "case.decision-not-carried/1"), 1);
  await doActs(hugo, caseId, proposing(2));
  assert.equal(await countIn(caseId, "case.decision-proposed/3"), 2);
});
