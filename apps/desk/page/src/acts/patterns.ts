import { type Language, languages } from "@temwen/words";
import { deskWords } from "@temwen/words/desk";

const patterns = ["acknowledge", "confirm", "confirm-erasure"] as const;
const gaps = /\[[^\]]+\]/g;

/**
 * The pattern of a message: what the person reads in their language, and the lines in brackets, which ask the officer for
 * what only they can say, in the officer's. Empty where the person's language has no pattern.
 */
export function patternOf(name: (typeof patterns)[number], spoken: Language | undefined, officers: Language): string {
  if (spoken === undefined) return "";
  const asked = gapsOf(name, officers);
  let next = 0;
  return deskWords[spoken][`template.${name}`].replace(gaps, (own) => asked[next++] ?? own);
}

/** Whether a line in brackets is left, in whichever language the desk spoke when it was put there. */
export const hasGap = (text: string): boolean => allGaps.some((gap) => text.includes(gap));

const gapsOf = (name: (typeof patterns)[number], language: Language): readonly string[] =>
  deskWords[language][`template.${name}`].match(gaps) ?? [];

const allGaps: readonly string[] = languages.flatMap((language) => patterns.flatMap((name) => gapsOf(name, language)));
