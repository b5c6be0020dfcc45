import { type Language, languages } from "@temwen/words";
import { deskWords } from "@temwen/words/desk";

export const patterns = [
  ...["acknowledge", "confirm", "confirm-erasure", "admit-case", "offer-hearing"],
  ...["close-findings", "close-ruling", "close-closure", "close-review"],
] as const;
/** A message that has a pattern. */
export type PatternName = (typeof patterns)[number];
const gaps = /\[[^\]]+\]/g;

/**
 * The pattern of a message: what the person reads in their language, and the lines in brackets, which ask the officer for
 * what only they can say, in the officer's. Empty where the person's language has no pattern.
 */
export function patternOf(name: PatternName, spoken: Language | undefined, officers: Language): string {
  if (spoken === undefined) return "";
  const asked = gapsOf(name, officers);
  let next = 0;
  return deskWords[spoken][`template.${name}`].replace(gaps, (own) => asked[next++] ?? own);
}

/** Whether a line in brackets is left, in whichever language the desk spoke when it was put there. */
export const hasGap = (text: string): boolean => allGaps.some((gap) => text.includes(gap));

const gapsOf = (name: PatternName, language: Language): readonly string[] =>
  deskWords[language][`template.${name}`].match(gaps) ?? [];

const allGaps: readonly string[] = languages.flatMap((language) => patterns.flatMap((name) => gapsOf(name, language)));
