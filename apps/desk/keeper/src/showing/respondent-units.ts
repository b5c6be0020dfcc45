import { type CaseFact, readUnit } from "@temwen/casework";
import type { VerifiedStream } from "../room/verify-stream.ts";

/** What the words of a case say of a respondent's unit; `isSealed` where some of them do not open and none names one. */
export type RespondentUnit = { readonly unit?: string; readonly isSealed?: true };

type AboutRespondent = Extract<
  CaseFact,
  {
    readonly type:
      | "case.allegation-stated/1"
      | "case.allegation-stated/2"
      | "case.respondent-notified/1"
      | "case.respondent-notified/2";
  }
>;

/** The words that may end in the name of a unit. */
const namesUnit = (fact: CaseFact): fact is AboutRespondent =>
  fact.type === "case.allegation-stated/1" ||
  fact.type === "case.allegation-stated/2" ||
  fact.type === "case.respondent-notified/1" ||
  fact.type === "case.respondent-notified/2";

/** The sealed parts that may name a unit. */
export const partsWithUnits = ({ happened }: Pick<VerifiedStream, "happened">): ReadonlySet<string> =>
  new Set(happened.flatMap(({ fact }) => (namesUnit(fact) ? [fact.explanation.part] : [])));

/** The unit of each respondent, by number, from the words that were opened: the one that was named last. */
export function unitsOf(
  { happened }: Pick<VerifiedStream, "happened">,
  opened: ReadonlyMap<string, string>,
): ReadonlyMap<number, RespondentUnit> {
  const units = new Map<number, RespondentUnit>();
  for (const { fact } of happened) {
    if (!namesUnit(fact)) continue;
    const text = opened.get(fact.explanation.part);
    const unit = text === undefined ? undefined : readUnit(text).unit;
    const before = units.get(fact.respondent);
    if (unit !== undefined) units.set(fact.respondent, { unit });
    else if (before === undefined || text === undefined)
      units.set(fact.respondent, { ...before, ...(text === undefined && { isSealed: true }) });
  }
  return units;
}
