import assert from "node:assert/strict";
import { test } from "node:test";
import { seenByPerson } from "../seen/seen.ts";
import { toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  asha,
  askReview,
  bruno,
  carla,
  change,
  eraseWithPanel,
  fabien,
  given,
  type Step,
  send,
  write,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import { toAdmitted, toInvestigating, toPanel } from "../testing/later.testing.ts";
import { allowTransfer, confirmTransfer, proposeTransfer, takeBack } from "../testing/owed.testing.ts";

const allowed: readonly Step[] = [...toAssessedBravo, [asha, allowTransfer()]];
const proposed: readonly Step[] = [...allowed, [asha, proposeTransfer()]];
const transferred: readonly Step[] = [...proposed, [bruno, confirmTransfer()]];

test("a case goes on elsewhere where the person wants it to, by two people, and the person is told", () => {
  for (const before of [toAssessedBravo, toAdmitted, toInvestigating]) {
    const theCase = given(...before, [asha, allowTransfer()], [asha, proposeTransfer()])
      .when(bruno, confirmTransfer())
      .gives("case.transferred/1", "case.message-sent/1");
    assert.equal(theCase.stage, "transferred");
  }
});

test("nobody transfers a case that the person does not allow to go to that recipient, or does not any more", () => {
  given(...toAssessedBravo)
    .when(asha, proposeTransfer())
    .refuses("transfer-not-allowed", { recipient: "hti-opc" });
  given(...allowed)
    .when(asha, proposeTransfer("another"))
    .refuses("transfer-not-allowed");
  given(...proposed, takeBack(1, "hti-opc", "transfer"))
    .when(bruno, confirmTransfer())
    .refuses("transfer-not-allowed");
  given(...proposed, change(1, "help-only"))
    .when(bruno, confirmTransfer())
    .refuses("transfer-not-allowed");
});

test("nobody transfers a case alone, or to whom nobody proposed it", () => {
  given(...proposed)
    .when(asha, confirmTransfer())
    .refuses("cannot-confirm-own-proposal");
  given(...allowed)
    .when(bruno, confirmTransfer())
    .refuses("no-transfer-proposed");
  given(...proposed, [asha, allowTransfer("another")])
    .when(bruno, confirmTransfer("another"))
    .refuses("no-transfer-proposed");
});

test("what is before the panel is not transferred, and what two people want erased neither", () => {
  given(...toPanel, [asha, allowTransfer()])
    .when(asha, proposeTransfer())
    .refuses("wrong-stage");
  given(...proposed, ...eraseWithPanel())
    .when(bruno, confirmTransfer())
    .refuses("erasure-under-way");
});

test("the office no longer examines what it transferred, and still hears the person and answers", () => {
  given(...transferred)
    .when(asha, proposeTransfer())
    .refuses("wrong-stage");
  given(...toInvestigating, [asha, allowTransfer()], [asha, proposeTransfer()], [bruno, confirmTransfer()])
    .when(fabien, { type: "plan-inquiry", explanation: { part: "explanation", digest: allowedDigest } })
    .refuses("wrong-stage");
  given(...transferred)
    .whenThePerson(write(1))
    .gives("case.message-received/1");
  given(...transferred)
    .when(asha, send())
    .gives("case.message-sent/1");
});

test("whoever does not agree with a transfer asks for a review, as at every end", () => {
  const theCase = given(...transferred)
    .whenThePerson(askReview(1))
    .gives("case.review-asked/1");
  assert.ok(theCase.review && theCase.stage === "transferred");
  given(...transferred)
    .when(carla, confirmTransfer())
    .refuses("wrong-role");
});

test("the person sees the transfer with the signatures of two people, and no proposal that nobody agreed to", () => {
  const seen = (steps: readonly Step[]) => seenByPerson(historyOf(...steps)).map(({ fact }) => fact.type);
  judgedLawful(historyOf(...transferred));
  assert.ok(!seen(proposed).includes("case.transfer-proposed/2"));
  assert.deepEqual(seen(transferred).slice(-3), [
    "case.transfer-proposed/2",
    "case.transferred/1",
    "case.message-sent/1",
  ]);
});

const allowedDigest = "0".repeat(64) as never;
