import assert from "node:assert/strict";
import { test } from "node:test";
import { seenByPerson } from "../seen/seen.ts";
import {
  acknowledge,
  asha,
  bruno,
  caseId,
  fabien,
  given,
  grantTo,
  hugo,
  type Step,
  testId,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  assign,
  linkTo,
  plan,
  take,
  toAdmitted,
  toAssigned,
  toInvestigating,
  unlinkFrom,
} from "../testing/later.testing.ts";
import { counterReason, teamOf } from "./links.ts";

const acknowledged: readonly Step[] = [[asha, acknowledge()]];
const other = testId("case", "another case");
const retaliation = linkTo({ reason: "retaliation-for", team: [fabien.id] });

test("two cases of one event are linked once, each in its own record, and a case not with itself", () => {
  const linked: readonly Step[] = [...acknowledged, [asha, linkTo()]];
  given(...acknowledged)
    .when(asha, linkTo({ other: caseId }))
    .refuses("links-itself");
  given(...linked)
    .when(bruno, linkTo({ reason: "same-person" }))
    .refuses("already-linked");
  const theCase = given(...linked)
    .when(bruno, linkTo({ other: testId("case", "a third one") }))
    .gives("case.linked/1");
  assert.deepEqual(
    theCase.links?.map((link) => [link.other, link.reason, link.by]),
    [
      [other, "same-event", asha.id],
      [testId("case", "a third one"), "same-event", bruno.id],
    ],
  );
});

test("a link that was a mistake is taken back, and both stay in the record", () => {
  given(...acknowledged)
    .when(asha, unlinkFrom())
    .refuses("not-linked");
  const theCase = given(...acknowledged, [asha, linkTo()])
    .when(bruno, unlinkFrom())
    .gives("case.unlinked/1");
  assert.equal(theCase.links, undefined);
});

test("a case of retaliation goes to another team: whoever has the other one is not given it", () => {
  given(...toAdmitted, [asha, retaliation])
    .when(asha, assign())
    .refuses("has-linked-case", { other });
  given(...toAdmitted, [asha, retaliation])
    .when(asha, assign({ to: hugo.id, grants: [grantTo(hugo, "story")] }))
    .gives("case.assigned/2", "case.access-granted/1");
});

test("whoever has both cases loses the one of retaliation when they are linked, and nothing found so far is lost", () => {
  const history: readonly Step[] = [...toInvestigating, [fabien, plan()], [asha, retaliation]];
  const { theCase } = given(...history);
  assert.ok("inquiry" in theCase && theCase.inquiry.assigned === undefined && theCase.inquiry.plans === 1);
  given(...history)
    .when(fabien, plan())
    .refuses("not-your-case");
  given(...toAssigned, [asha, retaliation])
    .when(fabien, take())
    .refuses("not-assigned");
});

test("nobody who is kept out of a case by a link takes the link away", () => {
  given(...toInvestigating, [asha, retaliation])
    .when(fabien, unlinkFrom())
    .refuses("has-linked-case");
  given(...toInvestigating, [asha, retaliation])
    .when(bruno, unlinkFrom())
    .gives("case.unlinked/1");
});

test("only a case of retaliation keeps a team apart", () => {
  for (const reason of ["same-event", "same-respondent", "same-person", "followed-by-retaliation"] as const)
    given(...acknowledged)
      .when(asha, linkTo({ reason, team: [fabien.id] }))
      .refuses("team-misfit");
});

test("the other case says the same of the link, and of retaliation that it came behind it", () => {
  assert.equal(counterReason("same-event"), "same-event");
  assert.equal(counterReason("retaliation-for"), "followed-by-retaliation");
  assert.equal(counterReason("followed-by-retaliation"), "retaliation-for");
});

test("a team is everybody who was ever given the case", () => {
  const { theCase } = given(...toInvestigating);
  assert.ok(theCase.stage !== "unknown");
  assert.deepEqual(teamOf(theCase), [fabien.id]);
});

test("which cases belong together is never shown to the person's device", () => {
  const history = historyOf(...acknowledged, [asha, linkTo()], [bruno, unlinkFrom()]);
  judgedLawful(history);
  const seen = seenByPerson(history).map(({ fact }) => fact.type);
  assert.ok(!seen.includes("case.linked/1") && !seen.includes("case.unlinked/1"));
});
