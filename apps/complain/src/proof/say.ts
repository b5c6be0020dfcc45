import { fill } from "@temwen/words/fill";
import { type ProofWords, proofWords } from "@temwen/words/pages";
import { languageInUse } from "../page/words.ts";

/** Says this annex's sentences in the language in use. */
export function sayProof(key: keyof ProofWords, values: Readonly<Record<string, string | number>> = {}): string {
  const catalogues: Readonly<Record<string, ProofWords>> = proofWords;
  return fill((catalogues[languageInUse()] ?? proofWords.ht)[key], values);
}
