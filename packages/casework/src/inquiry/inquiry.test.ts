import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { forcesOf } from "../case/case.ts";
import { toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  fabien,
  given,
  grantTo,
  hugo,
  ines,
  karim,
  letIn,
  type Step,
  send,
} from "../testing/given.testing.ts";
import {
  admit,
  allege,
  answered,
  askFor,
  assign,
  interview,
  plan,
  take,
  toAssigned,
  toInvestigating,
  wish,
} from "../testing/later.testing.ts";

test("only whoever took the case examines it", () => {
  for (const order of [plan(), allege(), interview(), askFor()]) {
    given(...toInvestigating)
      .when(hugo, order)
      .refuses("not-your-case");
    given(...toInvestigating)
      .when(asha, order)
      .refuses("wrong-role");
    given(...toAssigned)
      .when(fabien, order)
      .refuses("wrong-stage");
  }
});

test("allegations are numbered from one, and each counts one thing against one respondent", () => {
  given(...toInvestigating)
    .when(fabien, allege({ number: 2 }))
    .refuses("out-of-number", { expected: 1 });
  given(...toInvestigating)
    .when(fabien, allege({ respondent: 2 }))
    .refuses("out-of-number", { expected: 1 });
  const stated: readonly Step[] = [...toInvestigating, [fabien, allege()]];
  given(...stated)
    .when(fabien, allege({ number: 2 }))
    .refuses("already-stated");
  const theCase = given(...stated)
    .when(fabien, allege({ number: 2, right: "life" }))
    .gives("case.allegation-stated/2");
  assert.ok("inquiry" in theCase);
  assert.deepEqual([theCase.inquiry.allegations.length, theCase.inquiry.respondents.length], [2, 1]);
});

test("a respondent stays who they were first said to be", () => {
  const stated: readonly Step[] = [...toInvestigating, [fabien, allege()]];
  for (const other of [{ kind: "unit" as const }, { forces: ["alfa"] }])
    given(...stated)
      .when(fabien, allege({ number: 2, right: "life", ...other }))
      .refuses("respondent-differs");
});

test("several forces are two at least, and every other respondent is of one, which exists or is unknown", () => {
  const wrong = [
    { kind: "several-forces" as const, forces: ["bravo"] },
    { kind: "several-forces" as const, forces: ["bravo", "bravo"] },
    { kind: "several-forces" as const, forces: ["bravo", "unknown"] },
    { forces: [] },
    { forces: ["alfa", "bravo"] },
  ];
  for (const one of wrong)
    given(...toInvestigating)
      .when(fabien, allege(one))
      .refuses("forces-misfit");
  given(...toInvestigating)
    .when(fabien, allege({ forces: ["charlie"] }))
    .refuses("unknown-force");
  given(...toInvestigating)
    .when(fabien, allege({ kind: "unknown", forces: ["unknown"] }))
    .gives("case.allegation-stated/2");
});

test("a force that comes into the case binds everybody tied to it from then on", () => {
  const history: readonly Step[] = [...toInvestigating, [fabien, allege({ forces: ["alfa"] })]];
  assert.deepEqual(forcesOf(given(...history).theCase), ["bravo", "alfa"]);
  given(...toInvestigating)
    .when(ines, send())
    .gives("case.message-sent/1");
  given(...history)
    .when(ines, send())
    .refuses("tied-to-respondent", { ties: ["alfa"] });
  given(...history)
    .when(asha, letIn(grantTo(karim, "story")))
    .refuses("grantee-not-eligible");
});

test("an investigator does not state an allegation against their own force", () => {
  const toKarim: readonly Step[] = [
    ...toAssessedBravo,
    [asha, admit()],
    [asha, assign({ to: karim.id, grants: [grantTo(karim, "story")] })],
    [karim, take()],
  ];
  given(...toKarim)
    .when(karim, allege({ forces: ["alfa"] }))
    .refuses("tied-to-respondent", { ties: ["alfa"] });
  given(...toKarim)
    .when(karim, allege())
    .gives("case.allegation-stated/2");
});

test("nobody is interviewed twice without a reason", () => {
  const once: readonly Step[] = [...toInvestigating, [fabien, interview()]];
  given(...once)
    .when(fabien, interview())
    .refuses("repeat-needs-reason");
  given(...once)
    .when(fabien, interview({ of: "witness", repeats: "new-facts" }))
    .refuses("subject-differs");
  given(...toInvestigating)
    .when(fabien, interview({ repeats: "new-facts" }))
    .refuses("never-interviewed");
  given(...toInvestigating)
    .when(fabien, interview({ subject: 2 }))
    .refuses("out-of-number", { expected: 1 });
  const theCase = given(...once)
    .when(fabien, interview({ repeats: "person-asked" }))
    .gives("case.interview-recorded/2");
  assert.ok("inquiry" in theCase);
  assert.deepEqual(theCase.inquiry.subjects, [{ of: "complainant", interviews: 2 }]);
});

test("a child, and whoever may be one, is interviewed by child protection alone", () => {
  for (const child of ["yes", "doubt"] as const) {
    const history: readonly Step[] = [
      [asha, acknowledge()],
      [bruno, assess({ forces: ["bravo"], child })],
      [asha, admit()],
      [asha, assign()],
      [fabien, take()],
    ];
    for (const harmed of ["complainant", "harmed"] as const)
      given(...history)
        .when(fabien, interview({ of: harmed }))
        .refuses("child-protection-only");
    given(...history)
      .when(fabien, interview({ of: "witness" }))
      .gives("case.interview-recorded/2");
    given(...history)
      .when(hugo, interview())
      .refuses("not-your-case");
    given(...history, [asha, letIn(grantTo(hugo, "story"))])
      .when(hugo, interview())
      .gives("case.interview-recorded/2");
  }
});

test("what the office asked for, and that nothing came, stands in the record", () => {
  given(...toInvestigating)
    .when(fabien, askFor({ number: 2 }))
    .refuses("out-of-number", { expected: 1 });
  given(...toInvestigating)
    .when(fabien, answered())
    .refuses("unknown-request");
  const asked: readonly Step[] = [...toInvestigating, [fabien, askFor()]];
  given(...asked)
    .when(fabien, answered({ request: 2 }))
    .refuses("unknown-request");
  const theCase = given(...asked, [fabien, answered()])
    .when(fabien, answered({ answer: "obstructed" }))
    .gives("case.answer-recorded/2");
  assert.ok("inquiry" in theCase);
  assert.deepEqual(theCase.inquiry.requests, [{ holder: "mission", due: "2026-12-24", answer: "obstructed" }]);
});

test("nobody is asked by a day that is over everywhere, and silence is none before its day is", () => {
  const until = (hour: string) => `2026-12-25T${hour}:59:59.999Z` as Instant;
  const asked: readonly Step[] = [...toInvestigating, [fabien, askFor()]];
  given(...toInvestigating)
    .whenAt(until("11"), fabien, askFor())
    .gives("case.evidence-requested/2");
  given(...toInvestigating)
    .whenAt(until("12"), fabien, askFor())
    .refuses("day-is-past", { day: "2026-12-24" });
  given(...asked)
    .whenAt(until("11"), fabien, answered({ answer: "none" }))
    .refuses("day-not-past", { day: "2026-12-24" });
  for (const answer of ["given", "refused", "obstructed"] as const)
    given(...asked)
      .when(fabien, answered({ answer }))
      .gives("case.answer-recorded/2");
  given(...asked)
    .whenAt(until("12"), fabien, answered({ answer: "none" }))
    .gives("case.answer-recorded/2");
});

test("a witness who is a child, or may be, is interviewed by child protection alone, whatever the case is about", () => {
  const cared: readonly Step[] = [...toInvestigating, [asha, letIn(grantTo(hugo, "story"))]];
  const asChild = interview({ of: "child-witness" });
  given(...cared)
    .when(fabien, asChild)
    .refuses("child-protection-only");
  given(...cared)
    .when(hugo, asChild)
    .gives("case.interview-recorded/2");
  const found: readonly Step[] = [...cared, [fabien, interview({ of: "witness" })]];
  const again = { repeats: "new-facts" } as const;
  given(...found)
    .when(fabien, interview({ of: "child-witness", ...again }))
    .refuses("child-protection-only");
  given(...found, [hugo, interview({ of: "child-witness", ...again })])
    .when(fabien, interview({ of: "witness", ...again }))
    .refuses("subject-differs");
  given(...found, [fabien, wish({ of: "child-witness" })])
    .when(fabien, interview({ of: "witness", ...again }))
    .refuses("subject-differs");
});
