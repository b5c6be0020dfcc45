import type { EvidenceAddedFact } from "./facts.ts";

/** Pieces of one case that may follow the complaint; each may be as large as 64 MiB, and disks are not endless. */
export const mostAdded = 32;

/** What the sealed note of an addition is called. */
export const noteOfAdded = (sequence: number): string => `added-in-${sequence}`;

/** What a piece of an addition is called, counted from 1. */
export const pieceOfAdded = (sequence: number, number: number): string => `added-${sequence}-${number}`;

/** Whether an addition brings something, under the names that belong to its turn: so no name is ever given twice. */
export const isNamedAsAdded = ({ sequence, note, evidence }: EvidenceAddedFact): boolean =>
  evidence.length > 0 &&
  note.part === noteOfAdded(sequence) &&
  evidence.every(({ part }, place) => part === pieceOfAdded(sequence, place + 1));
