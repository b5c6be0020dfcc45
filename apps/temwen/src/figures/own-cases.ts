import { attributionOf } from "@temwen/casework";
import type { TheRecord } from "@temwen/record";
import { allegationsIn, outcomeAt, readCourses } from "./case-course.ts";
import type { CountedSource } from "./counted-source.ts";
import { dayOf, isGuarded, readQueueRows } from "./queue-rows.ts";
import { type StageDays, steps } from "./stage-days.ts";

/**
 * The office's own cases: what their queue rows say in clear, how many days each took to get to each stage, what is alleged in them and
 * what was found of it. A case counts under each right and each force that it has. No imported case is among them. Those of children, and of sexual exploitation and abuse, are counted by quarter, and no days of them are.
 */
export function openOwnCases(
  record: Pick<TheRecord, "readQueue" | "readAfter">,
  hostForces: readonly string[],
): CountedSource {
  return {
    about: { kind: "own" },
    declared: {
      cases: {
        received: "date",
        stage: "text",
        class: "text",
        rights: "several",
        forces: "several",
        attribution: "text",
        "focal-point": "text",
        department: "text",
        child: "text",
        outcome: "text",
        brought: "text",
        ...Object.fromEntries(steps.map((step) => [step, "date" as const])),
      },
      allegations: {
        "alleged-right": "text",
        "alleged-class": "text",
        "alleged-forces": "several",
        "respondent-kind": "text",
        happened: "text",
        answers: "text",
        why: "text",
        standard: "text",
      },
    },
    tables: [
      { by: ["stage"] },
      { by: ["received:month"] },
      { by: ["class"] },
      { by: ["rights"] },
      { by: ["forces"] },
      { by: ["outcome"] },
      { by: ["department"] },
      { by: ["brought"] },
      { by: ["alleged-right"] },
      { by: ["alleged-forces"] },
      { by: ["happened"] },
      { by: ["answers"] },
      { by: ["class", "received:month"] },
      { by: ["child", "received:month"] },
    ],
    durations: Object.fromEntries(steps.map((step) => [`until-${step}`, { from: "received", to: step }])),
    shares: {},
    date: "received",
    cases: () => readOwn(record, hostForces),
  };
}

const toldFacts = ["class", "department", "child"] as const;
const severalFacts = ["rights", "forces"] as const;

async function* readOwn(
  record: Pick<TheRecord, "readQueue" | "readAfter">,
  hostForces: readonly string[],
): ReturnType<CountedSource["cases"]> {
  const courses = await readCourses(record);
  for await (const row of readQueueRows(record)) {
    const { caseId, stage, receivedAt, facts } = row;
    const told = toldFacts.flatMap((name) => (facts[name] === undefined ? [] : [[name, String(facts[name])] as const]));
    const course = courses.get(caseId);
    const took = isGuarded(row) ? undefined : course?.days;
    const outcome = outcomeAt(stage, course);
    yield {
      fields: {
        ...{ stage, received: dayOf(row, receivedAt), ...took, ...Object.fromEntries(told) },
        ...(facts.forces !== undefined && attributedIn(String(facts.forces), hostForces, course?.days)),
        // Of an erased case nothing is told but that it was.
        ...(stage !== "erased" && { brought: broughtBy(facts.opened), ...(outcome !== undefined && { outcome }) }),
      },
      several: Object.fromEntries(severalFacts.map((name) => [name, wordsOf(facts[name])])),
      allegations: course && stage !== "erased" ? allegationsIn(caseId, course) : [],
    };
  }
}

/** The different words of a fact that the list of cases holds with spaces between. */
const wordsOf = (fact: unknown): readonly string[] => [
  ...new Set(
    String(fact ?? "")
      .split(" ")
      .filter((word) => word !== ""),
  ),
];

/** To whom a case is attributed; and of a joint one whether the focal point that is owed a notice got it. */
function attributedIn(forces: string, hostForces: readonly string[], days: StageDays = {}) {
  const attribution = attributionOf(forces.split(" "), hostForces);
  const told = days["focal-point-told"] === undefined ? "not-told" : "told";
  return { attribution, ...(attribution === "joint" && { "focal-point": told }) };
}

/** Who brought a case: a person, the office itself, or another body. */
const broughtBy = (opened: unknown): string => {
  if (opened === undefined) return "person";
  return opened === "handed-over" ? "handed-over" : "office";
};
