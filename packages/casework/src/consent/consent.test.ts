import assert from "node:assert/strict";
import { test } from "node:test";
import { type ConsentChoice, consentChoices } from "@temwen/vocabulary";
import { proposeOpening } from "../testing/escrow.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  change,
  confirm,
  dario,
  fabien,
  gerda,
  given,
  grantTo,
  hugo,
  letIn,
  propose,
  rekey,
  type Step,
  send,
  write,
} from "../testing/given.testing.ts";
import { consentOf } from "./consent.ts";

const consent = (choice: ConsentChoice) => ({ consent: { choice, language: "ht", explainer: "page" } as const });
const toAssessed: readonly Step[] = [
  [asha, acknowledge()],
  [asha, assess({ forces: ["bravo"] })],
];
const toNotAdmitted: readonly Step[] = [...toAssessed, [asha, propose()], [carla, confirm()]];

test("a person changes what the office may do at every stage, and the last word counts", () => {
  for (const history of [[], toAssessed.slice(0, 1), toAssessed, [...toAssessed, [asha, propose()] as const]]) {
    const after = given(...history, change(1, "court"))
      .whenThePerson(change(2, "help-only"))
      .gives("case.consent-changed/1");
    assert.deepEqual([consentOf(after), after.sequence, after.unanswered], ["help-only", 2, true]);
  }
});

test("what an officer reads in the story later does not undo what the person signed meanwhile", () => {
  const after = given(change(1, "keep-words"))
    .when(asha, acknowledge(consent("court")))
    .gives("case.acknowledged/1", "case.consent-given/1", "case.message-sent/1");
  assert.equal(consentOf(after), "keep-words");
});

test("before anybody has read the story nobody says what it allows", () => {
  assert.deepEqual([consentOf(given().theCase), consentOf({ stage: "unknown" })], [undefined, undefined]);
  assert.equal(consentOf(given(...toAssessed).theCase), "investigate-with-me");
});

test("the same choice twice is one change", () => {
  given(change(1, "court")).whenThePerson(change(2, "court")).refuses("consent-unchanged");
  // Of what an officer wrote down the person need not know: to say it again is no mistake.
  given(...toAssessed)
    .whenThePerson(change(1, "investigate-with-me"))
    .gives("case.consent-changed/1");
});

test("a change out of turn is refused, so that of two windows one has to look again", () => {
  given(change(1, "court")).whenThePerson(change(1, "help-only")).refuses("out-of-turn", { expected: 2 });
  given(write(1)).whenThePerson(change(1, "help-only")).refuses("out-of-turn", { expected: 2 });
});

test("after the end a person may still allow less, and more is no longer taken", () => {
  for (const choice of consentChoices) {
    const isLess = consentChoices.indexOf(choice) <= consentChoices.indexOf("investigate-with-me");
    const asked = given(...toNotAdmitted).whenThePerson(change(1, choice));
    if (isLess) assert.equal(asked.gives("case.consent-changed/1").stage, "not-admitted");
    else asked.refuses("wrong-stage");
  }
  given(...toNotAdmitted, change(1, "help-only"))
    .whenThePerson(change(2, "keep-words"))
    .refuses("wrong-stage");
});

test("whoever takes back an examination has nobody let in to examine from that moment on", () => {
  for (const choice of ["help-only", "keep-words"] as const) {
    const taken = given(...toAssessed, change(1, choice));
    for (const examiner of [fabien, carla, dario]) {
      taken
        .when(asha, letIn(grantTo(hugo, "story"), grantTo(examiner, "story")))
        .refuses("beyond-consent", { given: choice, needs: "investigate-without-me" });
    }
    taken.when(asha, rekey(1, grantTo(asha, "words-1"), grantTo(fabien, "words-1"))).refuses("beyond-consent");
    taken.when(asha, proposeOpening({ readers: [fabien.id] })).refuses("beyond-consent", { given: choice });
    taken.when(asha, proposeOpening()).gives("case.opening-proposed/1");
    // Help, and an office that can go on, are never taken away; nor is the way to an honest end.
    taken
      .when(asha, letIn(grantTo(gerda, "support"), grantTo(hugo, "story"), grantTo(bruno, "story")))
      .gives("case.access-granted/1", "case.access-granted/1", "case.access-granted/1");
    taken.when(asha, send()).gives("case.message-sent/1");
    taken.when(asha, propose()).gives("case.non-admission-proposed/2", "case.access-granted/1");
  }
});

test("whoever was let in before keeps it, and may be given the case's newest key", () => {
  given(...toAssessed, [asha, letIn(grantTo(fabien, "story"))], change(1, "help-only"))
    .when(asha, rekey(1, grantTo(asha, "words-1"), grantTo(fabien, "words-1")))
    .gives("case.rekeyed/1", "case.access-granted/1", "case.access-granted/1");
});

test("who allows an examination again has it again", () => {
  for (const choice of ["investigate-without-me", "investigate-with-me", "court"] as const) {
    given(...toAssessed, change(1, "help-only"), change(2, choice))
      .when(asha, letIn(grantTo(fabien, "story")))
      .gives("case.access-granted/1");
  }
});

test("a choice that only an officer wrote down binds no order of the first release", () => {
  given([asha, acknowledge(consent("help-only"))])
    .when(asha, letIn(grantTo(fabien, "story")))
    .gives("case.access-granted/1");
});
