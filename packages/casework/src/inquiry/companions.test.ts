// Who interprets for a person, and who stands by them: of their choice, of the sex they want, tied to nobody it is about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { privateCompany } from "@temwen/office";
import { inquiryOf } from "../case/case.ts";
import { seenByPerson } from "../seen/seen.ts";
import { toAcknowledged } from "../testing/beginnings.testing.ts";
import {
  asha,
  assess,
  bruno,
  carla,
  fabien,
  gerda,
  given,
  grantTo,
  hugo,
  letIn,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  admit,
  allege,
  assign,
  interview,
  nameCompanion,
  take,
  toAdmitted,
  toFound,
  toInvestigating,
  wish,
} from "../testing/later.testing.ts";
import type { SubjectKind } from "../words/inquiry-words.ts";

const wished: readonly Step[] = [...toInvestigating, [gerda, wish()]];
const named: readonly Step[] = [...wished, [fabien, nameCompanion()]];

test("whom the office finds to interpret is of the sex that the person wants, and the person is asked first", () => {
  given(...toInvestigating)
    .when(fabien, nameCompanion())
    .refuses("wish-not-asked");
  for (const sex of ["man", "not-said"] as const)
    given(...wished)
      .when(fabien, nameCompanion({ sex }))
      .refuses("not-as-wished", { wishes: "woman" });
  given(...wished)
    .when(fabien, nameCompanion())
    .gives("case.companion-named/1");
  // The wish for somebody else, or for something else, is none for this.
  given(...wished)
    .when(fabien, nameCompanion({ as: "supporter" }))
    .refuses("wish-not-asked");
  given(...wished)
    .when(fabien, nameCompanion({ subject: 2, of: "witness" }))
    .refuses("wish-not-asked");
  for (const sex of ["woman", "man", "not-said"] as const)
    given(...wished, [fabien, wish({ wishes: "either" })])
      .when(fabien, nameCompanion({ sex }))
      .gives("case.companion-named/1");
});

test("whom the person chose themselves they chose whole: nobody holds them to a wish", () => {
  for (const as of ["interpreter", "supporter"] as const)
    for (const steps of [toInvestigating, wished])
      given(...steps)
        .when(fabien, nameCompanion({ as, chosenBy: "person", sex: "man" }))
        .gives("case.companion-named/1");
});

test("nobody who serves, is paid by or is of the State of whom it is about interprets or stands by, whoever chose them", () => {
  for (const chosenBy of ["person", "office"] as const)
    for (const as of ["interpreter", "supporter"] as const)
      given(...wished, [fabien, wish({ as })])
        .when(fabien, nameCompanion({ as, chosenBy, ties: ["bravo"] }))
        .refuses("companion-tied", { ties: ["bravo"] });
  given(...wished)
    .when(fabien, nameCompanion({ ties: ["alfa"] }))
    .gives("case.companion-named/1");
  given(...wished, [fabien, allege({ kind: "company", forces: [privateCompany] })])
    .when(fabien, nameCompanion({ ties: [privateCompany] }))
    .refuses("companion-tied");
  for (const strange of ["nowhere", "unknown"])
    given(...wished)
      .when(fabien, nameCompanion({ ties: [strange] }))
      .refuses("unknown-force", { force: strange });
});

test("where nobody knows whom it is about, nobody with any tie interprets", () => {
  const unknown: readonly Step[] = [
    ...toAcknowledged,
    [bruno, assess({ forces: ["unknown"] })],
    ...([
      [asha, admit()],
      [asha, assign()],
      [fabien, take()],
      [fabien, wish()],
    ] satisfies readonly Step[]),
  ];
  given(...unknown)
    .when(fabien, nameCompanion({ ties: ["alfa"] }))
    .refuses("companion-tied");
  given(...unknown)
    .when(fabien, nameCompanion())
    .gives("case.companion-named/1");
});

test("somebody who is accused may have a comrade beside them, and no comrade who interprets", () => {
  const accused = { of: "respondent" as SubjectKind, chosenBy: "person" as const, ties: ["bravo"] };
  given(...toInvestigating)
    .when(fabien, nameCompanion({ ...accused, as: "supporter" }))
    .gives("case.companion-named/1");
  given(...toInvestigating)
    .when(fabien, nameCompanion(accused))
    .refuses("companion-tied");
});

test("an interview with an interpreter needs one who was named for it, by whoever chose them", () => {
  given(...wished)
    .when(fabien, interview({ interpreter: "office" }))
    .refuses("interpreter-not-named");
  given(...named)
    .when(fabien, interview({ interpreter: "own" }))
    .refuses("interpreter-not-named");
  given(...wished, [fabien, wish({ as: "supporter", wishes: "either" })], [fabien, nameCompanion({ as: "supporter" })])
    .when(fabien, interview({ interpreter: "office" }))
    .refuses("interpreter-not-named");
  given(...named)
    .when(fabien, interview({ interpreter: "office" }))
    .gives("case.interview-recorded/2");
  given(...toInvestigating)
    .when(fabien, interview())
    .gives("case.interview-recorded/2");
});

test("an interpreter who fitted when they were named is looked at again: forces come in, and wishes change", () => {
  const paid: readonly Step[] = [...wished, [fabien, nameCompanion({ ties: ["alfa"] })]];
  given(...paid, [fabien, allege({ kind: "described", forces: ["alfa"] })])
    .when(fabien, interview({ interpreter: "office" }))
    .refuses("companion-tied");
  given(...named, [fabien, wish({ wishes: "man" })])
    .when(fabien, interview({ interpreter: "office" }))
    .refuses("not-as-wished");
});

test("asking for a wish is no interview, and whom the office speaks with stays who they were", () => {
  const { theCase } = given(...named);
  assert.deepEqual(inquiryOf(theCase as never).subjects, [{ of: "complainant", interviews: 0 }]);
  given(...named)
    .when(fabien, interview({ repeats: "person-asked" }))
    .refuses("never-interviewed");
  given(...named)
    .when(fabien, wish({ of: "witness" }))
    .refuses("subject-differs");
  given(...named)
    .when(fabien, wish({ subject: 3 }))
    .refuses("out-of-number", { expected: 2 });
});

test("help and protection ask for the wish too, from the admission on until it is closed; the panel does not", () => {
  given(...toAdmitted)
    .when(gerda, wish())
    .gives("case.companion-wished/1");
  given(...toFound, [asha, letIn(grantTo(hugo, "story"))])
    .when(hugo, wish())
    .gives("case.companion-wished/1");
  given(...toInvestigating)
    .when(carla, wish())
    .refuses("wrong-role");
});

test("desks judge it lawful, and the person's device, which somebody may look through, is not shown it", () => {
  const history = historyOf(
    ...toInvestigating,
    [fabien, wish()],
    [fabien, nameCompanion()],
    [fabien, interview({ interpreter: "office" })],
  );
  judgedLawful(history);
  assert.ok(seenByPerson(history).every(({ fact }) => !fact.type.startsWith("case.companion-")));
});
