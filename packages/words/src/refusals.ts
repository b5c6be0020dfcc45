import { type RefusalsWords, refusalsWords } from "./generated/refusals.ts";
import type { Language } from "./language.ts";

/** A refusal that has a sentence of its own. */
export type RefusalCode = keyof RefusalsWords;

/** What to tell a person about a refusal. A code without a sentence of its own is told as a fault of the system. */
export function refusalText(language: Language, code: string): string {
  const words = refusalsWords[language];
  return isKnown(code) ? words[code] : words["server-fault"];
}

/** Whether a code has a sentence of its own. */
export function isKnown(code: string): code is RefusalCode {
  return Object.hasOwn(refusalsWords.ht, code);
}
