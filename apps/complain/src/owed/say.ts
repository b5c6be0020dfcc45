import { fill } from "@temwen/words/fill";
import { type OwedWords, owedWords } from "@temwen/words/pages";
import { languageInUse, sayRefusal } from "../page/words.ts";

export type OwedKey = keyof OwedWords;

const wordsNow = (): OwedWords => {
  const catalogues: Readonly<Record<string, OwedWords>> = owedWords;
  return catalogues[languageInUse()] ?? owedWords.ht;
};

/** Says this annex's sentences in the language in use. They travel with it, so that the page need not carry them. */
export const sayOwed = (key: OwedKey, values: Readonly<Record<string, string | number>> = {}): string =>
  fill(wordsNow()[key], values);

/** The word of something that the record counts: the sentences of each kind are checked by the compiler where they are asked for. */
export function sayWord(kind: string, word: string): string {
  const all: Readonly<Record<string, string>> = wordsNow();
  return all[`${kind}-${word}`] ?? word;
}

/** What to tell a person about an act that was refused: a sentence of the annex, or else of the page. */
export function sayNo(code: string): string {
  const own: Readonly<Record<string, string>> = wordsNow();
  return own[`no-${code}`] ?? sayRefusal(code);
}
