import { type Language, languages } from "@temwen/vocabulary";

/** Every language of the house has a catalogue: without one, `catalogues.ts` does not compile. */
export { type Language, languages };

/** The language of this code, if there are words in it. */
export const findLanguage = (text: unknown): Language | undefined => languages.find((language) => language === text);

/**
 * The plural rule of each language. Written here because `ht` is not in Intl, which silently answers
 * with the rule of whatever language the machine speaks.
 * Creole nouns do not change after a number; in French whatever is below two is singular. Spanish has a third kind
 * for whole millions, and nothing here is counted in millions.
 */
export function pluralKind(language: Language, count: number): "one" | "other" {
  if (language === "ht") return "other";
  if (language === "fr") return Math.abs(count) < 2 ? "one" : "other";
  return count === 1 ? "one" : "other";
}

/** As people in Haiti write numbers, also in Creole, which Intl does not know; as next door in Spanish. */
const numberLocales: Readonly<Record<Language, string>> = {
  ht: "fr-HT",
  fr: "fr-HT",
  en: "en",
  es: "es-DO",
  sw: "sw-KE",
};

/** A number as readers of the language write it, whatever machine formats it. */
export function numberText(language: Language, value: number): string {
  return new Intl.NumberFormat(numberLocales[language]).format(value);
}
