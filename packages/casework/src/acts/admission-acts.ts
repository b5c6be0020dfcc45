import { listOf, oneOf, parsed, parseId } from "@temwen/vocabulary";
import { recusalReasons, tracks } from "../words/inquiry-words.ts";
import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

const staffId = parsed((value) => parseId("staff", value));

/** A case is admitted, given to somebody, taken by them; and whoever has a tie steps back. */
export const admissionActs = {
  // Since the second number what is assessed as sexual exploitation or abuse has its own track, and no tie may bear on the case.
  "admit-case": {
    fact: "case.admitted/2",
    formerly: ["case.admitted/1"],
    says: { track: oneOf(...tracks) },
    beside: "message",
  },
  /** `replaces` names who had it until now, and nobody the first time. Since the second number a review's case goes to somebody else. */
  "assign-case": {
    fact: "case.assigned/2",
    formerly: ["case.assigned/1"],
    says: { to: staffId, replaces: listOf(staffId, 1) },
    beside: "grants",
  },
  /** The signature under the declaration: no tie stands between whoever takes it and the case. */
  "take-case": { fact: "case.taken/1", says: { declares: oneOf("no-tie") }, beside: "nothing" },
  recuse: {
    fact: "case.recused/1",
    says: { reason: oneOf(...recusalReasons), explanation: partRef },
    beside: "nothing",
  },
} as const satisfies SaidActs;
