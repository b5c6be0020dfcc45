import { type StaffStatement, staffStatementShape } from "@temwen/casework";
import type { CountedCase } from "@temwen/disclosure";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import { parseCanonical } from "@temwen/vocabulary";
import { readAllEvents } from "./read-all-events.ts";
import { noteDay, type StageDays } from "./stage-days.ts";

type Statement<T extends StaffStatement["type"]> = Extract<StaffStatement, { readonly type: T }>;
type Stated = Statement<"case.allegation-stated/1"> | Statement<"case.allegation-stated/2">;
type Found = Statement<"case.found/1">;

/** What the clear facts of a case say of its way: its days, what is alleged, and what the panel decided last. */
export type CaseCourse = {
  readonly days: StageDays;
  readonly stated: readonly Stated[];
  readonly found: Found["findings"];
  /** What the last closure says came of it. */
  readonly closure?: string;
};

const beginning: CaseCourse = { days: {}, stated: [], found: [] };

/** The course of every case of the record, in one pass over its events; only the bodies of allegations, findings and closures are read. */
export async function readCourses(record: Pick<TheRecord, "readAfter">): Promise<ReadonlyMap<string, CaseCourse>> {
  const courses = new Map<string, CaseCourse>();
  for await (const event of readAllEvents(record)) {
    const known = courses.get(event.stream) ?? beginning;
    const next = evolveCourse({ ...known, days: noteDay(known.days, event) }, event);
    courses.set(event.stream, next);
  }
  return courses;
}

const read: ReadonlySet<string> = new Set([
  "case.allegation-stated/1",
  "case.allegation-stated/2",
  "case.found/1",
  "case.closed/1",
]);

function evolveCourse(course: CaseCourse, { type, body }: Pick<RecordedEvent, "type" | "body">): CaseCourse {
  if (!read.has(type)) return course;
  const value = parseCanonical(body);
  const fact = value.ok ? staffStatementShape(value.value) : undefined;
  switch (fact?.type) {
    case "case.allegation-stated/1":
    case "case.allegation-stated/2":
      return { ...course, stated: [...course.stated, fact] };
    case "case.found/1":
      return { ...course, found: fact.findings };
    case "case.closed/1":
      return { ...course, closure: fact.outcome };
    default:
      return course;
  }
}

/**
 * The allegations of a case, each against one respondent, with what was found of it last. A respondent is known by number within one case
 * alone: who they are is sealed, and so nobody can tell whether two cases are about the same one.
 */
export function allegationsIn(caseId: string, { stated, found }: CaseCourse): CountedCase["allegations"] {
  return stated.map(({ number, right, class: ofClass, respondent, kind, forces }) => {
    const finding = found.find(({ allegation }) => allegation === number);
    const said = finding && {
      ...{ happened: finding.happened, answers: finding.answers, standard: finding.standard },
      // Where both are determined there is nothing to say why.
      ...(finding.why !== "none" && { why: finding.why }),
    };
    return {
      respondent: `${caseId}/${respondent}`,
      fields: { "alleged-right": right, "alleged-class": ofClass, "respondent-kind": kind, ...said },
      several: { "alleged-forces": [...new Set(forces)] },
    };
  });
}

/** Stages at which a case has ended otherwise than by a closure of the panel. */
const otherEnds = ["not-admitted", "withdrawn", "transferred", "closed-as-flood"];

/** What came of a case: the panel's closure, how it ended otherwise, or `open`, also once it was opened again. */
export function outcomeAt(stage: string, { closure }: CaseCourse = beginning): string | undefined {
  if (stage === "closed") return closure;
  return otherEnds.includes(stage) ? stage : "open";
}
