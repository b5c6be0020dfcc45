import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

/** What the office does where the mission is said to have acted together with others. */
export const jointActs = {
  /** The United Nations' due-diligence focal point was told; by whom and when the fact itself says, and the words are sealed. */
  "notify-focal-point": {
    fact: "case.focal-point-notified/1",
    says: { explanation: partRef },
    beside: "nothing",
  },
} as const satisfies SaidActs;
