import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeSeen } from "../seen/seen.ts";
import { toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  asha,
  assess,
  bruno,
  carla,
  change,
  dario,
  fabien,
  gerda,
  given,
  grantTo,
  hugo,
  karim,
  letIn,
  type Step,
  withdraw,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  assessSafety,
  assign,
  plan,
  proposeDecision,
  take,
  toAdmitted,
  toFound,
  toInvestigating,
  toPanel,
} from "../testing/later.testing.ts";
import { acceptWithdrawal, checkPressure, confirmGoingOn, proposeGoingOn, reviewed } from "../testing/owed.testing.ts";

const letInHelp: Step = [asha, letIn(grantTo(gerda, "support"), grantTo(hugo, "story"))];
const asked = (steps: readonly Step[]): readonly Step[] => [...steps, letInHelp, withdraw(1)];
const checked = (steps: readonly Step[], change = {}): readonly Step[] => [
  ...asked(steps),
  [gerda, checkPressure(change)],
];

test("a case ends because the person asked only after somebody of protection found them free, and by somebody else", () => {
  for (const steps of [toAssessedBravo, toAdmitted, toInvestigating, toPanel]) {
    const after = given(...checked(steps))
      .when(asha, acceptWithdrawal())
      .gives("case.withdrawal-accepted/2", "case.message-sent/1");
    assert.ok(after.stage === "withdrawn" && after.outcomeToldAt);
    given(...asked(steps))
      .when(asha, acceptWithdrawal())
      .refuses("pressure-not-checked");
  }
  given(...checked(toAssessedBravo))
    .when({ ...gerda, role: "intake" }, acceptWithdrawal())
    .refuses("cannot-confirm-own-proposal");
});

test("nobody ends or checks a withdrawal that the person did not ask for", () => {
  given(...toAssessedBravo, letInHelp)
    .when(gerda, checkPressure())
    .refuses("no-withdrawal-asked");
  given(...toAssessedBravo)
    .when(asha, acceptWithdrawal())
    .refuses("no-withdrawal-asked");
});

test("whoever is not free yet is not let go, until somebody of protection looked again", () => {
  const pressed = checked(toAssessedBravo, { free: "not-yet", level: "high" });
  given(...pressed)
    .when(asha, acceptWithdrawal())
    .refuses("not-free-yet");
  given(...pressed, [hugo, checkPressure()])
    .when(asha, acceptWithdrawal())
    .gives("case.withdrawal-accepted/2", "case.message-sent/1");
  for (const one of [asha, fabien, carla])
    given(...pressed)
      .when(one, checkPressure())
      .refuses("wrong-role");
});

test("nobody is found free whom nobody spoke with", () => {
  for (const spoke of ["guardian", "supporter", "nobody"] as const) {
    given(...asked(toAssessedBravo))
      .when(gerda, checkPressure({ spoke }))
      .refuses("not-asked-in-person");
    given(...asked(toAssessedBravo))
      .when(gerda, checkPressure({ spoke, free: "not-yet" }))
      .gives("case.pressure-checked/1");
  }
});

test("what the person wrote after somebody looked is looked at first", () => {
  for (const more of [write(2), change(2, "court")])
    given(...checked(toAssessedBravo), more)
      .when(asha, acceptWithdrawal())
      .refuses("pressure-not-checked");
});

test("with a child, child protection looks, and nobody else", () => {
  const child = asked([...toAssessedBravo, [bruno, assess({ forces: ["bravo"], child: "doubt" })]]);
  given(...child)
    .when(gerda, checkPressure())
    .refuses("child-protection-only");
  given(...child)
    .when(hugo, checkPressure())
    .gives("case.pressure-checked/1");
});

test("the danger that was seen at the check is the danger that stands in the case", () => {
  const { theCase } = given(...asked([...toAssessedBravo, [asha, assessSafety()]]), [gerda, checkPressure()]);
  assert.ok(theCase.stage !== "unknown");
  assert.deepEqual([theCase.safety?.level, theCase.safety?.protecting.length], ["low", 1]);
});

test("while the panel votes nothing ends besides, and behind a finding the panel alone closes", () => {
  given(...checked(toPanel), [carla, proposeDecision()])
    .when(asha, acceptWithdrawal())
    .refuses("sitting-open", { sitting: 1 });
  given(...checked(toFound))
    .when(asha, acceptWithdrawal())
    .refuses("wrong-stage");
});

test("an end that the person asked for may be looked at again by others, and goes back where it was", () => {
  for (const [steps, stage] of [
    [toAssessedBravo, "assessed"],
    [toInvestigating, "investigating"],
  ] as const) {
    const end: readonly Step[] = [...checked(steps), [asha, acceptWithdrawal()]];
    const { theCase } = given(...reviewed(end, "examined-anew"));
    assert.ok(theCase.stage === stage && !theCase.withdrawalAsked, "they may ask again");
  }
});

test("desk and person judge it lawful, and the person's device sees both signatures, the first only behind the second", () => {
  const before = historyOf(...checked(toInvestigating));
  const history = historyOf(...checked(toInvestigating), [asha, acceptWithdrawal()]);
  const typesOf = (events: typeof history) => judgedLawful(events).lawful.map(({ fact }) => fact.type);
  assert.ok(!typesOf(before).includes("case.pressure-checked/1"), "whoever presses may be looking");
  assert.ok(typesOf(history).includes("case.pressure-checked/1"));
  const forged = history.filter(({ fact }) => fact.type !== "case.pressure-checked/1");
  assert.equal(judgeSeen(forged, directoryOf).unlawful[0]?.refusal.code, "pressure-not-checked");
});

const stopped = [...toAdmitted, letInHelp, change(1, "help-only")] as const;
const danger: Step = [hugo, assessSafety({ level: "immediate" })];

test("against a person's wish an inquiry goes on only for a child or in imminent danger, by two people", () => {
  given(...stopped)
    .when(asha, assign())
    .refuses("beyond-consent");
  given(...stopped)
    .when(asha, proposeGoingOn())
    .refuses("not-grave-enough");
  given(...stopped)
    .when(asha, proposeGoingOn("child"))
    .refuses("not-grave-enough");
  const proposed: readonly Step[] = [...stopped, danger, [asha, proposeGoingOn()]];
  given(...proposed)
    .when(asha, confirmGoingOn())
    .refuses("cannot-confirm-own-proposal");
  given(...proposed)
    .when(asha, assign())
    .refuses("beyond-consent");
  given(...proposed)
    .when(bruno, proposeGoingOn())
    .refuses("already-proposed");
  const confirmed: readonly Step[] = [...proposed, [bruno, confirmGoingOn()]];
  given(...confirmed, [asha, assign()], [fabien, take()])
    .when(fabien, plan())
    .gives("case.inquiry-planned/1");
  given(...confirmed)
    .when(bruno, confirmGoingOn())
    .refuses("nothing-proposed");
});

test("the person is told first that it goes on, before anybody agrees to it", () => {
  given(...stopped, danger)
    .when(asha, proposeGoingOn())
    .gives("case.going-on-proposed/1", "case.message-sent/1");
  given(...stopped, danger)
    .when(asha, confirmGoingOn())
    .refuses("nothing-proposed");
});

test("nothing is overridden that the person wants", () => {
  given(...toAdmitted, danger)
    .when(asha, proposeGoingOn())
    .refuses("nothing-to-override");
  given(...toAdmitted, [bruno, assess({ forces: ["bravo"], child: "yes" })], letInHelp, withdraw(1))
    .when(asha, proposeGoingOn("child"))
    .gives("case.going-on-proposed/1", "case.message-sent/1");
});

test("what the person signs anew of what they want has to be weighed anew by two people", () => {
  const goingOn: readonly Step[] = [...stopped, danger, [asha, proposeGoingOn()], [bruno, confirmGoingOn()]];
  for (const wish of [change(2, "keep-words"), withdraw(2)])
    given(...goingOn, wish)
      .when(asha, assign())
      .refuses("beyond-consent");
  given(...goingOn)
    .whenThePerson(withdraw(2))
    .gives("case.withdrawal-asked/1");
});

test("whoever goes on is let in as if the person allowed it, and nobody who is tied", () => {
  const goingOn: readonly Step[] = [...stopped, danger, [asha, proposeGoingOn()], [bruno, confirmGoingOn()]];
  given(...goingOn)
    .when(asha, letIn(grantTo(dario, "story")))
    .gives("case.access-granted/1");
  given(...goingOn, [asha, letIn(grantTo(karim, "story"))])
    .when(bruno, assess({ forces: ["bravo", "alfa"] }))
    .gives("case.assessed/3");
});
