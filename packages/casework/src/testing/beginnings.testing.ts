// How a case begins, step by step, as tests take it up.
import assert from "node:assert/strict";
import type { KnownCase } from "../case/case.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  confirm,
  confirmFlood,
  given,
  propose,
  proposeFlood,
  type Step,
} from "./given.testing.ts";

export const toAcknowledged: readonly Step[] = [[asha, acknowledge()]];
export const toAssessed: readonly Step[] = [...toAcknowledged, [asha, assess()]];
/** As one who is tied to nobody writes it down: it is about the force called bravo. */
export const toAssessedBravo: readonly Step[] = [...toAcknowledged, [bruno, assess({ forces: ["bravo"] })]];
export const toProposed: readonly Step[] = [...toAssessed, [asha, propose()]];
export const toNotAdmitted: readonly Step[] = [...toProposed, [carla, confirm()]];
export const toFloodProposed: readonly Step[] = [[asha, proposeFlood()]];
export const toClosedAsFlood: readonly Step[] = [...toFloodProposed, [carla, confirmFlood()]];

/** The case after these steps. */
export function caseAfter(...steps: readonly Step[]): KnownCase {
  const { theCase } = given(...steps);
  assert.ok(theCase.stage !== "unknown");
  return theCase;
}
