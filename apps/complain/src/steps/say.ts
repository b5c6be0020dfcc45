import { fill } from "@temwen/words/fill";
import { type StepsWords, stepsWords } from "@temwen/words/pages";
import { languageInUse } from "../page/words.ts";

/** Says this annex's sentences in the language in use. They travel with it, so that the page need not carry them. */
export function sayStep(key: keyof StepsWords, values: Readonly<Record<string, string | number>> = {}): string {
  const catalogues: Readonly<Record<string, StepsWords>> = stepsWords;
  return fill((catalogues[languageInUse()] ?? stepsWords.ht)[key], values);
}
