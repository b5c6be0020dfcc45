import { oneOf } from "@temwen/vocabulary";
import { forceFlags } from "../words/force-words.ts";
import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

/** A case may show that somebody used force and did not report it. An incident is no case: what is said here opens none and closes none. */
export const forceActs = {
  "flag-force": {
    fact: "case.force-flagged/1",
    says: { force: oneOf(...forceFlags), explanation: partRef },
    beside: "nothing",
  },
} as const satisfies SaidActs;
