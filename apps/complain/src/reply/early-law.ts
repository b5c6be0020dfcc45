import { type EarlyFact, earlyPersonShape, earlyStatementShape, isEarly, judgeEarly } from "@temwen/casework/person";
import type { MailboxCase } from "@temwen/courier";
import { parseCanonical } from "@temwen/vocabulary";
import { sayEarly } from "./early-words.ts";
import type { Law } from "./law.ts";

/** The law for a case until it is assessed: a quarter of the whole one, and no other (packages/casework, `judge-early.test.ts`). */
export const earlyLaw: Law = {
  readStatement: earlyStatementShape,
  readOwn: earlyPersonShape,
  // All of them were read by the two shapes above, which know no other facts.
  judge: (events, directoryOf) =>
    judgeEarly(events as readonly ((typeof events)[number] & { readonly fact: EarlyFact })[], directoryOf),
  say: sayEarly,
};

/** Whether the law until an assessment is enough to judge what is served. What is no event at all, no law knows. */
export const isEarlyCase = ({ events }: MailboxCase): boolean =>
  events.every(({ body }) => {
    const read = parseCanonical(body);
    const type = read.ok && (read.value as { readonly type?: unknown } | null)?.type;
    return typeof type === "string" && isEarly(type);
  });
