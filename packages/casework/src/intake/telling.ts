import type { KnownCase } from "../case/case.ts";
import type { MessageSentFact } from "../facts/facts.ts";
import type { OutgoingMessage } from "../words/handed-over.ts";

/** The message to the person that goes with an act, in its turn. */
export function messageTo(theCase: KnownCase, { message, copy }: OutgoingMessage): MessageSentFact {
  return { type: "case.message-sent/1", to: theCase.receiptKey, number: theCase.sent + 1, message, copy };
}
