import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeHistory } from "../history/history.ts";
import { judgeSeen, seenByPerson } from "../seen/seen.ts";
import { asha, carla, change, dario, elsa, given, type Step } from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful, signedBy } from "../testing/history.testing.ts";
import {
  agreeOverride,
  agreeToken,
  answerReferral,
  assessSafety,
  override,
  proposeToken,
  refer,
  toPanel,
} from "../testing/later.testing.ts";

const referred: readonly Step[] = [...toPanel, change(1, "court"), [carla, refer()]];
const answered: readonly Step[] = [...referred, [asha, answerReferral({ answered: "acknowledged" })]];

test("that an answer is only for show is said by two members of the panel who read the case, once, of what was answered", () => {
  given(...answered)
    .when(asha, proposeToken())
    .refuses("wrong-role");
  given(...answered)
    .when(elsa, proposeToken())
    .refuses("not-let-in");
  given(...referred)
    .when(carla, proposeToken())
    .refuses("nothing-answered");
  given(...answered)
    .when(carla, proposeToken(2))
    .refuses("unknown-referral");
  given(...answered)
    .when(carla, agreeToken())
    .refuses("no-token-proposed");
  const proposed: readonly Step[] = [...answered, [carla, proposeToken()]];
  given(...proposed)
    .when(carla, agreeToken())
    .refuses("cannot-confirm-own-proposal");
  given(...proposed, [dario, agreeToken()])
    .when(carla, proposeToken())
    .refuses("already-token");
  const theCase = given(...proposed)
    .when(dario, agreeToken())
    .gives("case.token-confirmed/1");
  assert.equal(theCase.referrals?.[0]?.token, true);
});

test("the person sees where a case went, what was answered and what the panel says of it, by the signatures of two", () => {
  const history = historyOf(...answered, [carla, proposeToken()]);
  const types = (events: ReturnType<typeof historyOf>) => seenByPerson(events).map(({ fact }) => fact.type);
  assert.ok(types(history).includes("case.referred/2") && types(history).includes("case.referral-answered/1"));
  assert.ok(!types(history).includes("case.token-proposed/1"));
  const whole = historyOf(...answered, [carla, proposeToken()], [dario, agreeToken()]);
  assert.ok(types(whole).includes("case.token-proposed/1"));
  judgedLawful(whole);
});

test("one member alone cannot show the person that two of the panel call an answer one for show", () => {
  const history = historyOf(...answered, [carla, proposeToken()]);
  const alone = [...history, ...signedBy(carla, [{ type: "case.token-confirmed/1", referral: 1 }], history)];
  for (const judged of [judgeHistory(alone, directoryOf), judgeSeen(alone, directoryOf)])
    assert.deepEqual(
      judged.unlawful.map(({ refusal }) => refusal.code),
      ["cannot-confirm-own-proposal"],
    );
});

const inDanger: readonly Step[] = [...toPanel, [asha, assessSafety({ level: "immediate" })]];

test("one member alone cannot show the person that two went beyond what they allow", () => {
  const history = historyOf(...inDanger, [carla, override()]);
  const alone = [...history, ...signedBy(carla, [{ type: "case.override-confirmed/1", forum: "court" }], history)];
  for (const judged of [judgeHistory(alone, directoryOf), judgeSeen(alone, directoryOf)])
    assert.deepEqual(
      judged.unlawful.map(({ refusal }) => refusal.code),
      ["cannot-confirm-own-proposal"],
    );
  const both = historyOf(...inDanger, [carla, override()], [dario, agreeOverride()]);
  assert.deepEqual(judgeSeen(both, directoryOf).unlawful, []);
});
