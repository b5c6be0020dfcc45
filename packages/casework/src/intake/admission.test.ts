import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeHistory } from "../history/history.ts";
import { lawfulOrders } from "../law/orders.ts";
import { mayRead } from "../law/reading.ts";
import { seenByPerson } from "../seen/seen.ts";
import { toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  change,
  decideStep,
  eraseWithPanel,
  fabien,
  gerda,
  given,
  grantTo,
  hourAfter,
  hugo,
  ines,
  karim,
  letIn,
  part,
  send,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful, signedBy } from "../testing/history.testing.ts";
import {
  admit,
  assign,
  plan,
  recuse,
  take,
  toAdmitted,
  toAssigned,
  toInvestigating,
} from "../testing/later.testing.ts";

const toHugo = assign({ to: hugo.id, grants: [grantTo(hugo, "story")] });
const insteadOf = (id: (typeof fabien)["id"]) =>
  assign({ to: hugo.id, replaces: [id], grants: [grantTo(hugo, "story")] });

test("an officer admits an assessed case, and the person is told in the same breath", () => {
  const theCase = given(...toAssessedBravo)
    .when(asha, admit({ track: "sea" }))
    .gives("case.admitted/2", "case.message-sent/1");
  assert.ok(theCase.stage === "admitted" && theCase.track === "sea" && theCase.sent === 2);
});

test("a person who can be written to is told of an admission, or there is none", () => {
  given(...toAssessedBravo)
    .when(asha, { type: "admit-case", track: "ordinary" })
    .refuses("person-not-told");
});

test("what nobody has assessed is not admitted, and what was admitted is not admitted twice", () => {
  given([asha, acknowledge()]).when(asha, admit()).refuses("wrong-stage");
  given(...toAdmitted)
    .when(asha, admit())
    .refuses("wrong-stage");
  given(...toAssessedBravo)
    .when(fabien, admit())
    .refuses("wrong-role");
});

test("what two people want erased is not admitted meanwhile", () => {
  given([asha, acknowledge()], [bruno, assess()], ...eraseWithPanel())
    .when(asha, admit())
    .refuses("erasure-under-way");
});

test("a case is given to one examiner by name, with the story's key", () => {
  const theCase = given(...toAdmitted)
    .when(asha, assign())
    .gives("case.assigned/2", "case.access-granted/1");
  assert.ok("inquiry" in theCase);
  assert.equal(theCase.inquiry.assigned?.to, fabien.id);
  assert.deepEqual(
    theCase.access.map(({ reason }) => reason),
    ["assigned"],
  );
  for (const wrong of [
    assign({ grants: [] }),
    assign({ grants: [grantTo(fabien, "evidence-1")] }),
    assign({ grants: [grantTo(hugo, "story")] }),
    assign({ grants: [grantTo(fabien, "story"), grantTo(hugo, "story")] }),
  ])
    given(...toAdmitted)
      .when(asha, wrong)
      .refuses("no-grants");
});

test("only who examines is given a case to examine, and nobody who is tied to the respondent", () => {
  for (const wrong of [bruno, carla, gerda])
    given(...toAdmitted)
      .when(asha, assign({ to: wrong.id, grants: [grantTo(wrong, "story")] }))
      .refuses("grantee-not-eligible", { to: wrong.id });
  given([asha, acknowledge()], [bruno, assess()], [asha, admit()])
    .when(asha, assign({ to: karim.id, grants: [grantTo(karim, "story")] }))
    .refuses("grantee-not-eligible", { to: karim.id });
});

test("somebody else gets the case only by name of whom they replace", () => {
  given(...toAssigned)
    .when(asha, toHugo)
    .refuses("another-assigned", { assigned: fabien.id });
  given(...toAdmitted)
    .when(asha, insteadOf(fabien.id))
    .refuses("another-assigned");
  // Nobody takes their own place: they would be asked a second time whether a tie stands against it.
  given(...toAssigned)
    .when(asha, assign({ replaces: [fabien.id] }))
    .refuses("grantee-not-eligible", { to: fabien.id });
  const theCase = given(...toInvestigating)
    .when(asha, insteadOf(fabien.id))
    .gives("case.assigned/2", "case.access-granted/1");
  assert.ok("inquiry" in theCase && theCase.inquiry.taken === undefined);
  given(...toInvestigating, [asha, insteadOf(fabien.id)])
    .when(fabien, plan())
    .refuses("not-your-case");
});

test("only whoever it was given to takes a case, once, and signs that no tie stands against it", () => {
  given(...toAdmitted)
    .when(fabien, take())
    .refuses("not-assigned");
  given(...toAssigned)
    .when(hugo, take())
    .refuses("not-assigned");
  given(...toInvestigating)
    .when(fabien, take())
    .refuses("already-taken");
  const theCase = given(...toAssigned)
    .when(fabien, take())
    .gives("case.taken/1");
  assert.ok(theCase.stage === "investigating" && theCase.inquiry.taken?.by === fabien.id);
});

test("where the person asked for help only, nobody is given the case to examine, whoever wrote it down", () => {
  const helpOnly = acknowledge({ consent: { choice: "help-only", language: "ht", explainer: "page" } });
  given([asha, helpOnly], [bruno, assess({ forces: ["bravo"] })], [asha, admit()])
    .when(asha, assign())
    .refuses("beyond-consent", { given: "help-only", needs: "investigate-without-me" });
  given(...toAdmitted, change(1, "keep-words"))
    .when(asha, assign())
    .refuses("beyond-consent");
  given(...toAssigned, change(1, "keep-words"))
    .when(fabien, take())
    .refuses("beyond-consent");
  given(...toInvestigating, change(1, "help-only"))
    .when(fabien, plan())
    .refuses("beyond-consent");
  given(...toInvestigating, change(1, "investigate-without-me"))
    .when(fabien, plan())
    .gives("case.inquiry-planned/1");
});

test("whoever stepped back gives no order and reads nothing more in the case", () => {
  const { theCase } = given(...toInvestigating, [fabien, recuse()]);
  assert.equal(mayRead(theCase, fabien), false);
  for (const { refusal } of lawfulOrders(theCase, fabien, hourAfter(30))) assert.ok(refusal);
  for (const order of [plan(), send(), recuse(), take()]) assert.ok("refusal" in decideStep(theCase, [fabien, order]));
  given(...toInvestigating, [fabien, recuse()])
    .when(fabien, send())
    .refuses("recused");
  given(...toInvestigating, [bruno, recuse()])
    .when(bruno, send())
    .refuses("recused");
});

test("when the examiner steps back the case waits for another, and they are not let in again", () => {
  const steppedBack = [...toInvestigating, [fabien, recuse()]] as const;
  const { theCase } = given(...steppedBack);
  assert.ok("inquiry" in theCase && !theCase.inquiry.assigned && !theCase.inquiry.taken);
  given(...steppedBack)
    .when(asha, assign())
    .refuses("grantee-not-eligible", { to: fabien.id });
  given(...steppedBack)
    .when(asha, letIn(grantTo(fabien, "story")))
    .refuses("grantee-not-eligible");
  given(...steppedBack, [asha, toHugo], [hugo, take()])
    .when(hugo, plan())
    .gives("case.inquiry-planned/1");
});

test("only who acted in a case or was let in can step back from it", () => {
  given(...toAdmitted)
    .when(fabien, recuse())
    .refuses("no-part-in-case");
  given(...toAdmitted, [asha, letIn(grantTo(hugo, "story"))])
    .when(hugo, recuse())
    .gives("case.recused/1");
});

test("the person sees that the case was admitted and taken, and not who was asked or who stepped back", () => {
  const history = historyOf(...toInvestigating, [fabien, recuse()], [asha, toHugo], [hugo, take()]);
  const seen = seenByPerson(history).map(({ fact }) => fact.type);
  assert.deepEqual(seen.slice(3), [
    "case.assessed/3",
    "case.admitted/2",
    "case.message-sent/1",
    "case.taken/1",
    "case.taken/1",
  ]);
  judgedLawful(history);
});

test("a case that somebody took who was never asked is taken by nobody, at the desk", () => {
  const history = historyOf(...toAdmitted);
  const forged = signedBy(fabien, [{ type: "case.taken/1", declares: "no-tie" }], history);
  assert.equal(judgeHistory([...history, ...forged], directoryOf).unlawful[0]?.refusal.code, "not-assigned");
});

test("what somebody signed who had stepped back counts for nobody", () => {
  const history = historyOf(...toInvestigating, [fabien, recuse()]);
  const forged = signedBy(fabien, [{ type: "case.inquiry-planned/1", explanation: part("explanation") }], history);
  assert.equal(judgeHistory([...history, ...forged], directoryOf).unlawful[0]?.refusal.code, "recused");
});

test("only intake gives a case to somebody, and only from its admission on", () => {
  for (const wrong of [carla, fabien, gerda, hugo])
    given(...toAdmitted)
      .when(wrong, assign())
      .refuses("wrong-role");
  given(...toAssessedBravo)
    .when(asha, assign())
    .refuses("wrong-stage");
});

test("tied officers neither admit nor assign", () => {
  given([asha, acknowledge()], [bruno, assess()]).when(ines, admit()).refuses("tied-to-respondent");
});
