import { dayText, fill, type Language, languageFacts } from "@temwen/words";
import { deskWords } from "@temwen/words/desk";
import { dossierWords } from "@temwen/words/dossier";
import type { DossierFacts } from "./facts.ts";

/** The words of a dossier in the forum's language. */
export const wordsOf = (language: Language) => dossierWords[language];

/** The word of a list for a code, `consent` and `court`; the code itself where no catalogue has one yet. */
export function wordFor(language: Language, list: string, code: string): string {
  const words: { readonly [key: string]: unknown } = { ...deskWords[language], ...dossierWords[language] };
  const word = words[`${list}.${code}`];
  return typeof word === "string" ? word : code;
}

/** What the desk calls a field of a case. */
export const labelFor = (
  language: Language,
  field: "stage" | "right" | "classLabel" | "force" | "department" | "month" | "child" | "fromPerson" | "fromOffice",
): string => deskWords[language][field];

/** Who took a step: a role of the office, the person, or the clock. */
export const whoFor = (language: Language, by: string): string =>
  by === "person" || by === "clock" ? wordFor(language, "who", by) : wordFor(language, "role", by);

/** A day in the mission's zone. */
export const dayOf = ({ language, zone }: DossierFacts, at: DossierFacts["at"]): string =>
  dayText(languageFacts[language], at, zone);

export { fill };
