// A seat is not a key: nobody chooses by whom they give theirs which three of the five decide.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor, StaffCommand } from "../case/commands.ts";
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
import { proposeDecision, recuse, toClosed, toFound, toHeard, toPanel } from "../testing/later.testing.ts";
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
  assert.deepEqual(without(...toPanel), ids(jules, paula));
  const all: readonly Step[] = [...toPanel, [dario, letDecide(jules, paula)]];
  assert.deepEqual(without(...all), []);
  given(...toPanel)
    .when(dario, letDecide(jules, paula))
    .gives("case.access-granted/1", "case.access-granted/1");
  given(...all)
    .when(paula, proposeDecision())
    .gives("case.decision-proposed/3");
  assert.equal(judgedLawful(historyOf(...all, [jules, proposeDecision()])).theCase.stage, "before-panel");
  // At every stage at which they decide.
  given(...toFound)
    .when(carla, letDecide(jules))
    .gives("case.access-granted/1");
});

test("whose seat it became meanwhile is let in too, and nobody whose it is not", () => {
  const left: readonly Step[] = [...toPanel, [dario, recuse()]];
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
    given(...toPanel)
      .when(one, letDecide(paula))
      .refuses("wrong-role", { allowed: ["intake", "investigator"] });
  given(...toPanel, [asha, letIn(grantTo(otto, "story"))])
    .when(otto, letDecide(paula))
    .refuses("wrong-bench");
  given(...toPanel)
    .when(carla, letIn(grantTo(paula, "story")))
    .refuses("wrong-role");
  given(...toPanel)
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
  assert.deepEqual(without(...asked), ids(otto, paula));
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
  const less: readonly Step[] = [...toPanel, change(1, "keep-words")];
  assert.deepEqual(without(...less), []);
  given(...less)
    .when(carla, letDecide(paula))
    .refuses("beyond-consent");
});

test("whoever lacks the newest key of a case has not the whole of it", () => {
  const grants = [fabien, carla, dario, mona, asha].map((one) => grantTo(one, "words-1"));
  const rekeyed: readonly Step[] = [...toPanel, [asha, { type: "rekey-case", recipient: freshRecipient("c"), grants }]];
  assert.deepEqual(without(...rekeyed), ids(jules, paula));
  given(...rekeyed)
    .when(carla, { ...letDecide(), grants: [grantTo(jules, "story")] } as StaffCommand)
    .gives("case.access-granted/1");
  assert.deepEqual(
    without(...rekeyed, [carla, { ...letDecide(), grants: [grantTo(jules, "story")] } as StaffCommand]),
    ids(jules, paula),
  );
});
