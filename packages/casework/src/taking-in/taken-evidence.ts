import type { Instant } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import { inquiryOf, type KnownCase, type LivingCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";

type Taking = Extract<LaterOrder, { readonly type: "take-evidence" }>;
type TakenFact = Extract<LaterFact, { readonly type: "case.evidence-taken/1" }>;

/** Pieces that the office may take into one case, and their sealed bytes; what the person sends is counted apart, so that neither crowds out the other. */
export const mostTaken = 128;
export const mostTakenBytes = 1_073_741_824;

/** What the sealed note of a taking is called. */
export const noteOfTaken = (number: number): string => `taken-in-${number}`;

/** What a piece of a taking is called, counted from 1. */
export const pieceOfTaken = (number: number, place: number): string => `taken-${number}-${place}`;

/**
 * What is handed over is taken at every hour and whatever the person allows: refused at the door it would be lost, and to keep
 * something is not yet to examine it. What it answers must have been asked.
 */
export function againstTaking(theCase: KnownCase, order: Taking): CaseRefusal | undefined {
  const { times, pieces, bytes } = theCase.brought ?? nothingBrought;
  if (order.number !== times + 1) return { code: "out-of-number", expected: times + 1 };
  if (!isNamedAsTaken(order) || (order.source === "working-copy" && !isOneCopy(order)))
    return { code: "evidence-misnamed" };
  const isTooMuch = pieces + order.evidence.length > mostTaken || bytes + sizeOf(order) > mostTakenBytes;
  if (isTooMuch) return { code: "too-much-evidence", most: mostTaken };
  const { requests } = inquiryOf(theCase);
  const isAsked = order.request.every((request) => requests[request - 1] !== undefined);
  return isAsked ? undefined : { code: "unknown-request" };
}

/** Whether a taking brings something, under the names of its turn: so no name is ever given twice. */
const isNamedAsTaken = ({ number, note, evidence }: Taking): boolean =>
  evidence.length > 0 &&
  note.part === noteOfTaken(number) &&
  evidence.every(({ part }, place) => part === pieceOfTaken(number, place + 1));

/** A copy is one piece, and answers nobody's question: its original does. */
const isOneCopy = ({ evidence, request }: Taking): boolean => evidence.length === 1 && request.length === 0;

const nothingBrought = { times: 0, pieces: 0, bytes: 0 };

const sizeOf = ({ evidence }: Pick<Taking, "evidence">): number => evidence.reduce((sum, { size }) => sum + size, 0);

/** The case after evidence was taken in. */
export function evolveTaking<C extends LivingCase>(theCase: C, taken: TakenFact, at: Instant): C {
  const { pieces, bytes, ...before } = theCase.brought ?? nothingBrought;
  const { number: times, evidence, source } = taken;
  const isNew = source !== "working-copy" && { newAt: at };
  return {
    ...theCase,
    brought: { ...before, ...isNew, times, pieces: pieces + evidence.length, bytes: bytes + sizeOf(taken) },
  };
}
