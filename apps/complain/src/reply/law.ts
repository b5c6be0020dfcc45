import type { CaseFact, DirectoryOf, PersonFact, StaffStatement, Witnessed } from "@temwen/casework/person";
import type { Instant, Shape } from "@temwen/vocabulary";
import type { Said, ShownStage } from "./entries.ts";

/** A history as a law knows it: where the case stands, the lawful steps, and why the others are none. */
export type JudgedCase<E> = {
  readonly stage: ShownStage;
  readonly lawful: readonly E[];
  readonly unlawful: readonly { readonly index: number; readonly code: string }[];
};

/** A law by which what is served of a case is read and judged, and how its steps are told. */
export type Law = {
  readonly readStatement: Shape<StaffStatement>;
  readonly readOwn: Shape<PersonFact>;
  readonly judge: <E extends Witnessed>(events: readonly E[], directoryOf: DirectoryOf) => JudgedCase<E>;
  /** Undefined for what the person is told nothing of. A message says its own words. */
  readonly say: (fact: CaseFact, at: Instant) => Said | undefined;
};
