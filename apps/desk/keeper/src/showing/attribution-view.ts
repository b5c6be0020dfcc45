import type { Attribution } from "@temwen/casework";
import type { Recorded } from "./inquiry-view.ts";

/** What the forces of a case come to, and what a joint one owes the United Nations' due-diligence focal point. */
export type AttributionView = {
  readonly is: Attribution;
  readonly owesFocalPoint: boolean;
  /** When it was told, by whom, in which words. */
  readonly told: readonly Recorded[];
};
