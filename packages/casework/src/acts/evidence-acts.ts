import { fieldsOf, listOf, oneOf, parseDigest, parsed, wholeUpTo } from "@temwen/vocabulary";
import { evidenceSources } from "../words/inquiry-words.ts";
import { partName, partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

const number = wholeUpTo(1000);
const piece = fieldsOf({ part: partName, digest: parsed(parseDigest), size: wholeUpTo(1e9) });

/**
 * Evidence that comes by the office's own hands. It is announced as the person's is, and its custody begins here: who took
 * it in, when, and from what side. Who handed it over is sealed in the explanation, names and keys of the pieces in the note.
 */
export const evidenceActs = {
  "take-evidence": {
    fact: "case.evidence-taken/1",
    says: {
      number,
      source: oneOf(...evidenceSources),
      /** The question to whoever holds evidence that this answers; none, where nobody had asked. */
      request: listOf(wholeUpTo(200), 1),
      note: partRef,
      evidence: listOf(piece, 8),
      explanation: partRef,
    },
    beside: "nothing",
  },
} as const satisfies SaidActs;
