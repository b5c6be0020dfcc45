import { fill } from "@temwen/words/fill";
import { type ActsWords, actsWords } from "@temwen/words/pages";
import { languageInUse, sayRefusal } from "../page/words.ts";

export type ActsKey = keyof ActsWords;

const wordsNow = (): ActsWords => {
  const catalogues: Readonly<Record<string, ActsWords>> = actsWords;
  return catalogues[languageInUse()] ?? actsWords.ht;
};

/** Says this annex's sentences in the language in use. They travel with it, so that the page need not carry them. */
export const sayAct = (key: ActsKey, values: Readonly<Record<string, string | number>> = {}): string =>
  fill(wordsNow()[key], values);

/** What to tell a person about an act that was refused: a sentence of the annex, or else of the page. */
export function sayNo(code: string): string {
  const own: Readonly<Record<string, string>> = wordsNow();
  return own[`no-${code}`] ?? sayRefusal(code);
}
