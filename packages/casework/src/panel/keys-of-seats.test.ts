// A seat is not a key: nobody chooses by whom they give theirs which three of the five decide.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor, StaffCommand } from "../case/commands.ts";
import { decideStaffAct } from "../law/decide.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import {
  asha,
  askReview,
  carla,
  change,
  dario,
  elsa,
  fabien,
  freshRecipient,
  given,
  grantTo,
  hugo,
  jules,
  letIn,
  mona,
  office,
  otto,
  paula,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  proposeDecision,
  recuse,
  toClosed,
  toFound,
  toHeard,
  toRecommended,
  toSitting,
  withdrawDecision,
} from "../testing/later.testing.ts";
import { proposeReview } from "../testing/owed.testing.ts";
import { now } from "../testing/stages.testing.ts";
import { seatsWithoutKey } from "./keys-of-seats.ts";

/** As somebody of the panel lets in: for what it decides, with the story's key. */
const letDecide = (...members: readonly Actor[]): StaffCommand => ({
  type: "grant-access",
  reason: "before-panel",
  grants: members.map((one) => grantTo(one, "story")),
});
const without = (...steps: readonly Step[]): readonly string[] => seatsWithoutKey(caseAfter(...steps), office);
const ids = (...members: readonly Actor[]): readonly string[] => members.map(({ id }) => id);

test("a member who decides lets in the others who do, and they propose, vote and close like those who were let in first", () => {
  // Four of the first bench and, for the fifth seat, paula of the reserve; three of them were let in.
  assert.deepEqual(without(...toRecommended), ids(jules, paula));
  const all: readonly Step[] = [...toRecommended, [dario, letDecide(jules, paula)]];
  assert.deepEqual(without(...all), []);
  given(...toRecommended)
    .when(dario, letDecide(jules, paula))
    .gives("case.access-granted/1", "case.access-granted/1");
  given(...all)
    .when(paula, proposeDecision())
    .gives("case.decision-proposed/3");
  assert.equal(judgedLawful(historyOf(...all, [jules, proposeDecision()])).theCase.stage, "before-panel");
  // At every stage at which they decide, also whoever has it already: their key may be an old one.
  given(...toFound)
    .when(carla, letDecide(jules))
    .gives("case.access-granted/1");
});

test("nothing is proposed while somebody who decides has no key; whoever proposes lets them in first", () => {
  given(...toRecommended)
    .when(carla, proposeDecision())
    .refuses("seat-left-out", { staff: ids(jules, paula) });
  given(...toRecommended, [carla, letDecide(jules)])
    .when(carla, proposeDecision())
    .refuses("seat-left-out", { staff: ids(paula) });
  given(...toRecommended, [carla, letDecide(jules, paula)])
    .when(carla, proposeDecision())
    .gives("case.decision-proposed/3");
  // Whose seat it is by now: dario stepped back behind a proposal that is before them, and of the next one elsa is to know.
  const back: readonly Step[] = [...toSitting, [dario, recuse()], [carla, withdrawDecision()]];
  given(...back)
    .when(carla, proposeDecision({ sitting: 2 }))
    .refuses("seat-left-out", { staff: ids(elsa) });
  const asked: readonly Step[] = [...toClosed, askReview(1), [asha, letIn(grantTo(elsa, "story"))]];
  given(...asked)
    .when(elsa, proposeReview(toClosed, "upheld"))
    .refuses("seat-left-out", { staff: ids(otto) });
});

test("nobody waits for a member who is suspended, and what was proposed without one stays lawful", () => {
  const { theCase } = given(...toRecommended, [carla, letDecide(jules)]);
  const suspended = { ...office, staff: office.staff.filter(({ id }) => id !== paula.id), listed: office.staff };
  const decided = decideStaffAct(theCase, proposeDecision(), { actor: carla, office: suspended, at: now });
  assert.ok(decided.ok, JSON.stringify(decided));
  const steps: readonly Step[] = [...toRecommended, [carla, proposeDecision(), "before"]];
  judgedLawful(historyOf(...steps));
});

test("whose seat it became meanwhile is let in too, and nobody whose it is not", () => {
  const left: readonly Step[] = [...toRecommended, [dario, recuse()]];
  assert.deepEqual(without(...left), ids(elsa, jules, paula));
  given(...left)
    .when(carla, letDecide(elsa, paula))
    .gives("case.access-granted/1", "case.access-granted/1");
  // Of the reserve, who stays free for a review; who stepped back; who examined; and who works elsewhere.
  for (const one of [otto, dario, fabien, hugo, asha])
    given(...left)
      .when(carla, letDecide(one))
      .refuses("grantee-not-eligible", { to: one.id });
});

test("nobody of the panel lets anybody in who has no seat, no key, or had a hand in the case, and for nothing else than deciding", () => {
  for (const one of [jules, otto, paula])
    given(...toRecommended)
      .when(one, letDecide(paula))
      .refuses("wrong-role", { allowed: ["intake", "investigator"] });
  given(...toRecommended, [asha, letIn(grantTo(otto, "story"))])
    .when(otto, letDecide(paula))
    .refuses("wrong-bench");
  given(...toRecommended)
    .when(carla, letIn(grantTo(paula, "story")))
    .refuses("wrong-role");
  given(...toRecommended)
    .when(carla, { ...letDecide(), grants: [grantTo(paula, "support")] } as StaffCommand)
    .refuses("no-grants");
});

test("where the case waits for nothing of the panel, none of it lets anybody in", () => {
  for (const steps of [[...toHeard, [asha, letIn(grantTo(carla, "story"))] as Step], toClosed]) {
    assert.deepEqual(without(...steps), []);
    given(...steps)
      .when(carla, letDecide(paula))
      .refuses("wrong-role");
  }
});

test("in a review those of the reserve let in each other, and nobody of those who decided first", () => {
  const asked: readonly Step[] = [...toClosed, askReview(1), [asha, letIn(grantTo(elsa, "story"))]];
  // Paula had a seat in the first decision, and no hand in it.
  assert.deepEqual(without(...asked), ids(otto));
  given(...asked)
    .when(elsa, letDecide(otto, paula))
    .gives("case.access-granted/1", "case.access-granted/1");
  given(...asked)
    .when(elsa, letDecide(jules))
    .refuses("grantee-not-eligible", { to: jules.id });
  given(...asked)
    .when(carla, letDecide(otto))
    .refuses("wrong-role");
});

test("where the person took back that it be examined, nobody more is let in, and nobody is waited for", () => {
  const less: readonly Step[] = [...toRecommended, change(1, "keep-words")];
  assert.deepEqual(without(...less), []);
  given(...less)
    .when(carla, letDecide(paula))
    .refuses("beyond-consent");
});

test("whoever lacks the newest key of a case has not the whole of it", () => {
  const grants = [fabien, carla, dario, mona, asha].map((one) => grantTo(one, "words-1"));
  const rekeyed: readonly Step[] = [
    ...toRecommended,
    [asha, { type: "rekey-case", recipient: freshRecipient("c"), grants }],
  ];
  assert.deepEqual(without(...rekeyed), ids(jules, paula));
  const half: StaffCommand = { ...letDecide(), grants: [grantTo(jules, "story")] } as StaffCommand;
  given(...rekeyed)
    .when(carla, half)
    .refuses("newest-key-missing");
  assert.deepEqual(without(...rekeyed, [carla, half, "before"]), ids(jules, paula));
});
