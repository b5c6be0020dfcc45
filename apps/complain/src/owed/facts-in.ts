import type { CaseFact } from "@temwen/casework/person";
import type { Room } from "../acts/room.ts";

/** What the office and the person said of the case, oldest first, as far as the page believes it. */
export const factsIn = ({ entries }: Room): readonly CaseFact[] =>
  entries().flatMap((entry) => ("fact" in entry ? [entry.fact] : []));
