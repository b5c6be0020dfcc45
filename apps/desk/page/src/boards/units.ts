import type { SurveyedCase } from "../../../keeper/src/survey/survey-views.ts";

// Units are matched here, at the desk, by what was written of them: there is no list of units, and no server knows a name.

type Allegation = SurveyedCase["allegations"][number];

/** What stands for what nobody knows: a case that is not assessed, though it has an allegation; an allegation without a unit. */
export const unknown = "unknown";
/** What stands for words that this person's keys do not open. */
export const sealedUnit = "sealed";

/** `GSF-2 ` and `gsf 2` are one unit: spaces, signs, accents and capitals are of no account. */
export const unitKey = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The unit of an allegation as it is counted: of two forces, units of one name are two. */
export function unitOf({ unit, isSealed, forces }: Allegation): string {
  const key = unit === undefined ? "" : unitKey(unit);
  if (key !== "") return `${forces.toSorted().join("+")} ${key}`;
  return isSealed ? sealedUnit : unknown;
}

/** What a unit is called: as it was written first, and the forces that it is of. */
export function findUnit(
  cases: readonly SurveyedCase[],
  counted: string,
): { readonly name: string; readonly forces: readonly string[] } | undefined {
  for (const { allegations } of cases)
    for (const one of allegations)
      if (one.unit !== undefined && unitOf(one) === counted) return { name: one.unit, forces: one.forces };
  return undefined;
}
