import type { Instant } from "@temwen/vocabulary";
import {
  toAcknowledged,
  toAssessed,
  toClosedAsFlood,
  toFloodProposed,
  toNotAdmitted,
  toProposed,
} from "./beginnings.testing.ts";
import type { Step } from "./given.testing.ts";
import { toAdmitted, toClosed, toFound, toInvestigating, toPanel, toRuled, toSettled } from "./later.testing.ts";
import { toWithdrawn } from "./owed.testing.ts";

/** A history to each stage. */
export const stages: { readonly [stage: string]: readonly Step[] } = {
  received: [],
  "flood-proposed": toFloodProposed,
  "closed-as-flood": toClosedAsFlood,
  acknowledged: toAcknowledged,
  assessed: toAssessed,
  "non-admission-proposed": toProposed,
  "not-admitted": toNotAdmitted,
  admitted: toAdmitted,
  investigating: toInvestigating,
  "before-panel": toPanel,
  found: toFound,
  ruled: toRuled,
  settled: toSettled,
  closed: toClosed,
  withdrawn: toWithdrawn,
};

/** An hour at which an order is decided, for who asks the rules directly. */
export const now = "2026-11-04T15:00:00.000Z" as Instant;
