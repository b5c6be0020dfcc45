import { granted, type Result, refused } from "@temwen/vocabulary";
import type { CaseCore, KnownCase } from "../case/case.ts";
import type { TellingRefusal } from "../case/opened-refusals.ts";
import type { MessageSentFact } from "../facts/facts.ts";
import type { Told } from "../words/handed-over.ts";

type Person = { readonly receiptKey: string; readonly replyRecipient: string };

/**
 * The person who can be written to; undefined of a case that the office opened itself, or that another body handed over: nobody
 * holds a receipt of it. All that is owed to a person, or told them, asks this and nothing else.
 */
export function personOf({
  receiptKey,
  replyRecipient,
}: Pick<CaseCore, "receiptKey" | "replyRecipient">): Person | undefined {
  return receiptKey !== undefined && replyRecipient !== undefined ? { receiptKey, replyRecipient } : undefined;
}

/** What is told with an act: a message in its turn, and nothing where there is nobody to tell. */
export function tell(theCase: KnownCase, { message, copy }: Told): Result<readonly MessageSentFact[], TellingRefusal> {
  const person = personOf(theCase);
  if (!message || !copy) return person || message || copy ? refused({ code: "person-not-told" }) : granted([]);
  if (!person) return refused({ code: "nobody-to-tell" });
  return granted([{ type: "case.message-sent/1", to: person.receiptKey, number: theCase.sent + 1, message, copy }]);
}

/** Orders that are nothing but a word to the person, or ask for what only a person brought. */
const toThePerson: readonly string[] = [
  ...["send-message", "explain-delay", "offer-hearing", "show-summary"],
  ...["ask-identity", "approve-identity", "refuse-identity", "open-identity"],
  // What is against a person's wish, or follows from it.
  ...["check-pressure", "accept-withdrawal", "propose-going-on", "confirm-going-on"],
];

/** Why such an order has no place in a case that nobody brought. */
export const againstNobody = (order: string, theCase: KnownCase): TellingRefusal | undefined =>
  toThePerson.includes(order) && !personOf(theCase) ? { code: "nobody-to-tell" } : undefined;
