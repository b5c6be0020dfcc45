import type { CaseFact } from "@temwen/casework/person";
import type { Entry } from "../reply/entries.ts";

/** What the office and the person said of the case, oldest first, as far as the page believes it. */
export const factsOf = (entries: readonly Entry[]): readonly CaseFact[] =>
  entries.flatMap((entry) => ("fact" in entry ? [entry.fact] : []));

/** The same of the open mailbox. */
export const factsIn = ({ entries }: { readonly entries: () => readonly Entry[] }): readonly CaseFact[] =>
  factsOf(entries());
