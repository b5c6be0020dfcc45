import assert from "node:assert/strict";
import { test } from "node:test";
import { toAcknowledged, toAssessed } from "../testing/beginnings.testing.ts";
import { asha, bruno, given, office, send, withdraw, write } from "../testing/given.testing.ts";
import { now, stages } from "../testing/stages.testing.ts";
import { decideStaffAct } from "./decide.ts";

test("messages to the person are numbered one after another and go to the receipt's key", () => {
  const theCase = given(...toAcknowledged, [bruno, send()])
    .when(asha, send())
    .gives("case.message-sent/1");
  assert.equal(theCase.sent, 3);
  const decided = decideStaffAct(given(...toAcknowledged).theCase, send(), { actor: asha, office, at: now });
  assert.ok(decided.ok && decided.value[0]?.type === "case.message-sent/1");
  assert.equal(decided.value[0].to, theCase.receiptKey);
});

test("a person's messages are taken in turn, each once", () => {
  given().whenThePerson(write(2)).refuses("out-of-turn", { expected: 1 });
  given().whenThePerson(write(0)).refuses("out-of-turn", { expected: 1 });
  given(write(1)).whenThePerson(write(1)).refuses("out-of-turn", { expected: 2 });
  given(write(1)).whenThePerson(withdraw(1)).refuses("out-of-turn", { expected: 2 });
  assert.equal(given(write(1)).whenThePerson(write(2)).gives("case.message-received/1").sequence, 2);
});

test("a person may write at every stage, also after the outcome", () => {
  for (const history of Object.values(stages)) {
    const before = given(...history);
    const acts = before.theCase.stage === "unknown" ? 0 : before.theCase.sequence;
    const theCase = before.whenThePerson(write(acts + 1)).gives("case.message-received/1");
    assert.ok(theCase.unanswered);
  }
});

test("a withdrawal is asked once, and changes no stage by itself", () => {
  const theCase = given(...toAssessed)
    .whenThePerson(withdraw(1))
    .gives("case.withdrawal-asked/1");
  assert.deepEqual([theCase.stage, theCase.withdrawalAsked], ["assessed", true]);
  given(...toAssessed, withdraw(1))
    .whenThePerson(withdraw(2))
    .refuses("already-withdrawn");
  given(...toAssessed, withdraw(1))
    .whenThePerson(write(2))
    .gives("case.message-received/1");
});

test("an answer ends the waiting of a person who wrote", () => {
  assert.equal(given(...toAcknowledged, write(1)).theCase.stage, "acknowledged");
  assert.equal(
    given(...toAcknowledged, write(1))
      .when(asha, send())
      .gives("case.message-sent/1").unanswered,
    false,
  );
});
