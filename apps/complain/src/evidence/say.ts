import { fill } from "@temwen/words/fill";
import { type EvidenceWords, evidenceWords } from "@temwen/words/pages";
import type { Host } from "./host.ts";

export type EvidenceKey = keyof EvidenceWords;
export type Values = Readonly<Record<string, string | number>>;
export type Say = (key: EvidenceKey, values?: Values) => string;

/** Says this annex's sentences in the language in use. They travel with it, so that the page need not carry them. */
export function createSay(host: Host): Say {
  const catalogues: Readonly<Record<string, EvidenceWords>> = evidenceWords;
  return (key, values = {}) => fill((catalogues[host.language()] ?? evidenceWords.ht)[key], values);
}

/** Bytes as people count them: one number, rounded up. */
export function saySize(say: Say, bytes: number): string {
  const kilo = Math.ceil(bytes / 1024);
  return kilo < 1024 ? say("sizeK", { n: kilo }) : say("sizeM", { n: Math.ceil(kilo / 1024) });
}
