import { listOf, oneOf, parsed, parseId } from "@temwen/vocabulary";
import { linkReasons } from "../words/inquiry-words.ts";
import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

const other = parsed((value) => parseId("case", value));
const staffId = parsed((value) => parseId("staff", value));

/** Cases that belong together, and that they do not after all. Each side says it in its own stream (docs/specs/taking-in.md). */
export const linkActs = {
  "link-case": {
    fact: "case.linked/1",
    says: {
      other,
      reason: oneOf(...linkReasons),
      /** Who was given the other case, where one is about retaliation for the other: none of them examines this one. */
      team: listOf(staffId, 64),
      explanation: partRef,
    },
    beside: "nothing",
  },
  "unlink-case": { fact: "case.unlinked/1", says: { other, explanation: partRef }, beside: "nothing" },
} as const satisfies SaidActs;
