import type { Language as HouseLanguage } from "@temwen/vocabulary";

/** The languages of the house that have a catalogue, Creole first. */
export const languages = ["ht", "fr", "en"] as const satisfies readonly HouseLanguage[];
export type Language = (typeof languages)[number];

/** The language of this code, if there are words in it. */
export const findLanguage = (text: unknown): Language | undefined => languages.find((language) => language === text);

/**
 * The plural rule of each language. Written here because `ht` is not in Intl, which silently answers
 * with the rule of whatever language the machine speaks.
 * Creole nouns do not change after a number; in French whatever is below two is singular.
 */
export function pluralKind(language: Language, count: number): "one" | "other" {
  if (language === "ht") return "other";
  if (language === "fr") return Math.abs(count) < 2 ? "one" : "other";
  return count === 1 ? "one" : "other";
}

/** A number as people in Haiti write it, whatever machine formats it. */
export function numberText(language: Language, value: number): string {
  return new Intl.NumberFormat(language === "en" ? "en" : "fr-HT").format(value);
}
