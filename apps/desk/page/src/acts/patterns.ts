import { type Language, languages } from "@temwen/words";
import { deskWords } from "@temwen/words/desk";

export const patterns = [
  ...["acknowledge", "confirm", "confirm-erasure", "admit-case", "offer-hearing"],
  ...["close-findings", "close-inquiry", "close-ruling", "close-closure", "close-review", "confirm-transfer"],
] as const;
/** A message that has a pattern. */
export type PatternName = (typeof patterns)[number];
const gaps = /\[[^\]]+\]/g;

/**
 * The pattern of a message: what the person reads in their language, and the lines in brackets, which ask the officer for
 * what only they can say, in the officer's; `known` is what the case knows already of the first of them. Empty where the
 * person's language has no pattern.
 */
export function patternOf(
  name: PatternName,
  spoken: Language | undefined,
  officers: Language,
  known: readonly string[] = [],
): string {
  if (spoken === undefined) return "";
  const own = gapsOf(name, officers);
  const asked = own.map((gap, place) => known[place] ?? gap);
  let next = 0;
  return deskWords[spoken][`template.${name}`].replace(gaps, (gap) => asked[next++] ?? gap);
}

/** Whether a line in brackets is left, in whichever language the desk spoke when it was put there. */
export const hasGap = (text: string): boolean => allGaps.some((gap) => text.includes(gap));

const gapsOf = (name: PatternName, language: Language): readonly string[] =>
  deskWords[language][`template.${name}`].match(gaps) ?? [];

const allGaps: readonly string[] = languages.flatMap((language) => patterns.flatMap((name) => gapsOf(name, language)));
