import assert from "node:assert/strict";
import { test } from "node:test";
import { decideStaffAct } from "../law/decide.ts";
import {
  asha,
  carla,
  dario,
  digestOf,
  elsa,
  fabien,
  given,
  grantTo,
  hugo,
  mona,
  office,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  allege,
  dayAfter,
  defer,
  finding,
  letInOthers,
  notify,
  offerHearing,
  plan,
  proposeDecision,
  recommend,
  replied,
  toHeard,
  toInvestigating,
  toPanel,
} from "../testing/later.testing.ts";

const stated: readonly Step[] = [...toInvestigating, [fabien, allege()]];
const notified: readonly Step[] = [...stated, [fabien, notify()]];
const acquitting = finding({ answers: "not-established" });

test("a respondent has fourteen days to reply, at least", () => {
  given(...stated)
    .when(fabien, notify({ replyBy: dayAfter(13) }))
    .refuses("too-short-to-reply", { days: 14 });
  given(...stated)
    .when(fabien, notify({ respondent: 2 }))
    .refuses("unknown-respondent");
  given(...stated)
    .when(hugo, notify())
    .refuses("not-your-case");
  given(...stated)
    .when(fabien, notify({ replyBy: dayAfter(14) }))
    .gives("case.respondent-notified/2");
});

test("a second notice gives a respondent more days or as many, and takes none away; never fewer than fourteen", () => {
  given(...notified)
    .when(fabien, notify({ replyBy: dayAfter(19) }))
    .refuses("takes-days-away", { until: dayAfter(20) });
  given(...notified)
    .when(fabien, notify({ replyBy: dayAfter(13) }))
    .refuses("too-short-to-reply");
  for (const days of [20, 30])
    given(...notified)
      .when(fabien, notify({ replyBy: dayAfter(days) }))
      .gives("case.respondent-notified/2");
  // Of another respondent it says nothing.
  given(...notified, [fabien, allege({ number: 2, respondent: 2 })])
    .when(fabien, notify({ respondent: 2, replyBy: dayAfter(15) }))
    .gives("case.respondent-notified/2");
});

test("a notice waits with a reason and an end, and not once it was given", () => {
  given(...stated)
    .when(fabien, defer())
    .gives("case.notice-deferred/1");
  given(...stated)
    .when(fabien, defer({ until: dayAfter(0) }))
    .refuses("nothing-to-defer");
  given(...notified)
    .when(fabien, defer())
    .refuses("nothing-to-defer");
  given(...stated, [fabien, defer()])
    .when(fabien, notify())
    .gives("case.respondent-notified/2");
});

test("a reply is of somebody who was given notice", () => {
  given(...stated)
    .when(fabien, replied())
    .refuses("respondent-not-notified");
  given(...notified)
    .when(fabien, replied({ respondent: 2 }))
    .refuses("unknown-respondent");
  given(...notified)
    .when(fabien, replied())
    .gives("case.reply-recorded/1");
});

test("nobody identifiable is found against who was not given notice, or still has days to reply", () => {
  given(...stated, [fabien, offerHearing()])
    .when(fabien, recommend())
    .refuses("respondent-not-heard", { respondent: 1 });
  given(...notified, [fabien, offerHearing()])
    .when(fabien, recommend())
    .refuses("respondent-not-heard");
  given(...toHeard)
    .when(fabien, recommend())
    .gives("case.findings-recommended/1", ...letIn(3));
  const { theCase } = given(...notified, [fabien, offerHearing()]);
  const answer = decideStaffAct(theCase, recommend(), { actor: fabien, office, at: dayAfter(20) });
  assert.ok(answer.ok, "the days are over, and silence is an answer");
});

test("whom nobody can tell apart cannot be given notice, and may be found to have done it", () => {
  const described: readonly Step[] = [...toInvestigating, [fabien, allege({ kind: "described" })]];
  given(...described)
    .when(fabien, recommend())
    .gives("case.findings-recommended/1", ...letIn(3));
});

test("nothing is found against what the person says unless they were offered to be heard", () => {
  for (const negative of [
    acquitting,
    finding({ happened: "not-established", answers: "not-established" }),
    finding({ answers: "within-the-rules" }),
  ]) {
    given(...stated)
      .when(fabien, recommend([negative]))
      .refuses("person-not-heard");
    given(...stated, [fabien, offerHearing()])
      .when(fabien, recommend([negative]))
      .gives("case.findings-recommended/1", ...letIn(3));
  }
});

const secondly: Step = [fabien, allege({ number: 2, right: "liberty" })];
const both = [finding(), finding({ allegation: 2 })];
const open = finding({ allegation: 2, answers: "not-determined", why: "not-enough-evidence" });

// Notice, reply and hearing of the first allegation counted for every later one against the same respondent.
test("nobody is found against on what was stated behind the notice, until they are told of that too", () => {
  const later: readonly Step[] = [...toHeard, secondly];
  given(...later)
    .when(fabien, recommend(both))
    .refuses("respondent-not-heard", { respondent: 1 });
  given(...later)
    .when(fabien, recommend([finding(), open]))
    .gives("case.findings-recommended/1", ...letIn(3));
  // What they reply before they are told of it is no reply to it.
  given(...later, [fabien, replied()])
    .when(fabien, recommend(both))
    .refuses("respondent-not-heard");
  const told: readonly Step[] = [...later, [fabien, notify()]];
  given(...told)
    .when(fabien, recommend(both))
    .refuses("respondent-not-heard");
  given(...told, [fabien, replied()])
    .when(fabien, recommend(both))
    .gives("case.findings-recommended/1", ...letIn(3));
  const at = dayAfter(20);
  for (const [steps, isTold] of [[later, false] as const, [told, true] as const])
    assert.equal(decideStaffAct(given(...steps).theCase, recommend(both), { actor: fabien, office, at }).ok, isTold);
});

test("the panel finds against nobody on what they were not told of, whatever was recommended", () => {
  const before: readonly Step[] = [...toHeard, secondly, [fabien, recommend([finding(), open])], letInOthers];
  const propose = proposeDecision({ findings: both, published: [digestOf("why")] });
  given(...before)
    .when(carla, propose)
    .refuses("respondent-not-heard");
  given(...before, [fabien, notify()], [fabien, replied()])
    .when(carla, propose)
    .gives("case.decision-proposed/3");
});

test("nothing is found against what the person says of something that was stated after they were offered to be heard", () => {
  const against = [finding(), finding({ allegation: 2, answers: "not-established" })];
  given(...toHeard, secondly)
    .when(fabien, recommend(against))
    .refuses("person-not-heard");
  given(...toHeard, secondly)
    .when(fabien, recommend([acquitting, open]))
    .gives("case.findings-recommended/1", ...letIn(3));
  given(...toHeard, secondly, [fabien, offerHearing()])
    .when(fabien, recommend(against))
    .gives("case.findings-recommended/1", ...letIn(3));
});

test("a notice of what was stated later may wait as the first one might", () => {
  given(...toHeard, secondly)
    .when(fabien, defer())
    .gives("case.notice-deferred/1");
  given(...toHeard, secondly, [fabien, notify()])
    .when(fabien, defer())
    .refuses("nothing-to-defer");
});

test("every allegation has its finding, in its turn, and no finding is without an allegation", () => {
  given(...toInvestigating)
    .when(fabien, recommend())
    .refuses("no-allegation");
  given(...toHeard)
    .when(fabien, recommend([]))
    .refuses("finding-missing");
  given(...toHeard)
    .when(fabien, recommend([finding(), finding({ allegation: 2 })]))
    .refuses("finding-missing");
  given(...toHeard)
    .when(fabien, recommend([finding({ allegation: 2 })]))
    .refuses("finding-missing");
});

test("nobody answers for what did not happen, and what is left open says why", () => {
  for (const odd of [
    finding({ happened: "not-established" }),
    finding({ happened: "not-determined" }),
    finding({ answers: "not-determined" }),
    finding({ why: "evidence-refused" }),
  ])
    given(...toHeard)
      .when(fabien, recommend([odd]))
      .refuses("finding-misfit", { allegation: 1 });
  given(...toHeard)
    .when(fabien, recommend([finding({ answers: "not-determined", why: "nobody-identified" })]))
    .gives("case.findings-recommended/1", ...letIn(3));
});

test("a recommendation lets in three of the panel's first bench, with the story's key", () => {
  given(...toHeard)
    .when(fabien, recommend(undefined, [grantTo(carla, "story"), grantTo(dario, "story")]))
    .refuses("too-few-of-panel", { least: 3 });
  for (const wrong of [elsa, asha, hugo])
    given(...toHeard)
      .when(fabien, recommend(undefined, [grantTo(carla, "story"), grantTo(dario, "story"), grantTo(wrong, "story")]))
      .refuses("grantee-not-eligible", { to: wrong.id });
  given(...toHeard)
    .when(fabien, recommend(undefined, [grantTo(carla, "story"), grantTo(dario, "story"), grantTo(mona, "support")]))
    .refuses("no-grants");
});

test("from the recommendation on the case is before the panel, and nothing more is looked into", () => {
  const { theCase } = given(...toPanel);
  assert.ok(theCase.stage === "before-panel" && theCase.inquiry.recommended?.by === fabien.id);
  assert.ok(theCase.before?.includes(fabien.id));
  given(...toPanel)
    .when(fabien, plan())
    .refuses("wrong-stage");
  given(...toPanel)
    .when(fabien, recommend())
    .refuses("wrong-stage");
  given(...toPanel)
    .when(fabien, notify())
    .gives("case.respondent-notified/2");
});

test("desk and person judge a recommendation lawful, and the person sees that a hearing was offered", () => {
  const { lawful, theCase } = judgedLawful(historyOf(...toPanel));
  assert.equal(theCase.stage, "before-panel");
  assert.deepEqual(
    lawful.slice(-3).map(({ fact }) => fact.type),
    ["case.hearing-offered/1", "case.message-sent/1", "case.findings-recommended/1"],
  );
});

function letIn(count: number): readonly "case.access-granted/1"[] {
  return Array.from({ length: count }, () => "case.access-granted/1" as const);
}
