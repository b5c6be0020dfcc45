import type { Instant } from "@temwen/vocabulary";
import type { ConsentAnswer, ConsentPart, ConsentPurpose } from "../words/consent-words.ts";

/** What the person said last for one purpose and one recipient. */
export type PurposeConsent = {
  readonly purpose: ConsentPurpose;
  readonly recipient: string;
  readonly given: ConsentAnswer;
  readonly including: readonly ConsentPart[];
  /** The last day on which it counts, a day of UTC: no zone of a pack, so that every reader comes to the same. */
  readonly until?: string;
  readonly at: Instant;
};
