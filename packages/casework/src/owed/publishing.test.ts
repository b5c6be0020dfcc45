import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter } from "../testing/beginnings.testing.ts";
import {
  asha,
  bruno,
  carla,
  digestOf,
  fabien,
  given,
  grantTo,
  letIn,
  otto,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import { dayAfter, toClosed, toFound, toPanel, toRuled } from "../testing/later.testing.ts";
import {
  answerSummary,
  confirmReopening,
  proposeReopening,
  recordConsent,
  showSummary,
  tellTreatment,
} from "../testing/owed.testing.ts";
import { publicationOf } from "./publishing.ts";

const mayPublish = (...asked: Parameters<typeof publicationOf>): boolean => publicationOf(...asked).may;

const shown: readonly Step[] = [...toRuled, [asha, showSummary()]];

test("the person is sent the summary that would be published, and its digest stands in the record", () => {
  const after = given(...toRuled)
    .when(asha, showSummary())
    .gives("case.summary-shown/1", "case.message-sent/1");
  assert.deepEqual([after.summary?.number, after.summary?.digest], [1, digestOf("summary 1")]);
  given(...shown)
    .when(carla, showSummary())
    .refuses("out-of-number", { expected: 2 });
  given(...toPanel)
    .when(asha, showSummary())
    .refuses("wrong-stage");
  given(...toFound)
    .when(fabien, showSummary())
    .refuses("wrong-role");
});

test("nothing about a ruling is published before the person has seen it", () => {
  assert.equal(mayPublish(caseAfter(...toClosed), dayAfter(400)), false);
});

test("who says nothing has fourteen days before it is published", () => {
  const theCase = caseAfter(...shown);
  const { shownAt } = theCase.summary ?? {};
  assert.ok(shownAt);
  const days = (n: number) => new Date(Date.parse(shownAt) + n * 86_400_000).toISOString() as typeof shownAt;
  assert.equal(mayPublish(theCase, days(13.9)), false);
  assert.equal(mayPublish(theCase, days(14)), true);
});

test("who does not object lets it be published at once, and may object still", () => {
  assert.equal(mayPublish(caseAfter(...shown, answerSummary(1, "agrees")), dayAfter(3)), true);
  const after = given(...shown, answerSummary(1, "agrees"))
    .whenThePerson(answerSummary(2, "objects"))
    .gives("case.summary-answered/1");
  assert.equal(mayPublish(after, dayAfter(400)), false);
  assert.ok(after.unanswered);
});

test("what the person objects to is never published; other words are shown to them first", () => {
  const objected: readonly Step[] = [...shown, answerSummary(1, "objects")];
  assert.equal(mayPublish(caseAfter(...objected), dayAfter(400)), false);
  const again = caseAfter(...objected, [asha, showSummary(2)]);
  assert.equal(mayPublish(again, dayAfter(5)), false);
  assert.equal(mayPublish(again, dayAfter(400)), true);
});

test("why nothing may be published is said, and until when the person has time", () => {
  const whyNot = (...asked: Parameters<typeof publicationOf>) => {
    const publication = publicationOf(...asked);
    return publication.may ? publication.number : publication.because;
  };
  assert.equal(whyNot(caseAfter(...toRuled), dayAfter(400)), "nothing-shown");
  const waiting = publicationOf(caseAfter(...shown), dayAfter(3));
  assert.ok(!waiting.may && waiting.because === "person-has-time");
  assert.equal(whyNot(caseAfter(...shown), waiting.until), 1);
  assert.equal(whyNot(caseAfter(...shown, answerSummary(1, "objects")), waiting.until), "person-objects");
});

test("of an end that is examined anew nothing is published, whatever the person let be, until they are shown the next", () => {
  const closed: readonly Step[] = [...toClosed, [asha, showSummary()], answerSummary(1, "agrees")];
  assert.equal(mayPublish(caseAfter(...closed), dayAfter(4)), true);
  const again: readonly Step[] = [
    ...closed,
    [bruno, proposeReopening()],
    [asha, letIn(grantTo(otto, "story"))],
    [otto, confirmReopening()],
  ];
  const theCase = caseAfter(...again);
  assert.equal(theCase.stage, "investigating");
  assert.deepEqual(publicationOf(theCase, dayAfter(400)), { may: false, because: "nothing-shown" });
  const later = caseAfter(...again, answerSummary(2, "objects"), answerSummary(3, "agrees"));
  assert.equal(mayPublish(later, dayAfter(400)), false);
  given(...again)
    .when(asha, showSummary())
    .refuses("wrong-stage");
});

test("nobody answers to what was not shown, or to what is no longer meant, or the same twice", () => {
  given(...toRuled)
    .whenThePerson(answerSummary(1, "objects"))
    .refuses("no-such-summary");
  given(...shown, [asha, showSummary(2)])
    .whenThePerson(answerSummary(1, "agrees"))
    .refuses("no-such-summary");
  given(...shown, answerSummary(1, "agrees"))
    .whenThePerson(answerSummary(2, "agrees"))
    .refuses("answer-unchanged");
});

test("who told the office that nothing is to be published is not published", () => {
  const refused = recordConsent({ purpose: "publication", recipient: "none", given: "no", including: [] });
  assert.equal(mayPublish(caseAfter(...shown, answerSummary(1, "agrees"), [asha, refused]), dayAfter(400)), false);
});

test("how they were treated a person tells when it has ended, once, and nobody has to answer it", () => {
  given(...toRuled)
    .whenThePerson(tellTreatment(1))
    .refuses("wrong-stage", { allowed: ["not-admitted", "closed", "withdrawn", "transferred"] });
  const after = given(...toClosed)
    .whenThePerson(tellTreatment(1))
    .gives("case.treatment-told/1");
  assert.equal(after.unanswered, false);
  given(...toClosed, tellTreatment(1))
    .whenThePerson(tellTreatment(2))
    .refuses("treatment-already-told");
});

test("desk and person judge these lawful", () => {
  judgedLawful(historyOf(...toClosed, [asha, showSummary()], answerSummary(1, "objects"), tellTreatment(2)));
});
