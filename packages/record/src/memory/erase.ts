import type { CaseId, Digest, MatterId } from "@temwen/vocabulary";
import type { AppendOutcome, Erasure, MatterErasure } from "../record.ts";
import { eventsOf, type State, writeEvents } from "./state.ts";

/** Takes no more evidence of a case, and lists what was announced by no other. */
export function doomEvidence(state: State, caseId: CaseId): readonly Digest[] {
  const doomed = new Set(state.doomed.get(caseId));
  for (const { digest } of state.announced.get(caseId) ?? []) doomed.add(digest);
  state.announced.delete(caseId);
  state.doomed.set(caseId, doomed);
  return [...doomed].filter((digest) => !isAnnounced(state, digest)).sort();
}

/** Whether any case names a piece of evidence. */
export const isAnnounced = (state: State, wanted: Digest): boolean =>
  [...state.announced.values()].some((pieces) => pieces.some(({ digest }) => digest === wanted));

/** Appends the event and takes all away that may go. */
export function eraseCase(state: State, { caseId, expected, event, summary }: Erasure): AppendOutcome {
  const actual = eventsOf(state, caseId).length;
  if (actual !== expected) return { outcome: "conflict", expected, actual };
  writeEvents(state, caseId, [event]);
  const filing = state.filings.get(caseId);
  if (filing) {
    const { mailbox: _mailbox, erasable: _erasable, ...rest } = filing;
    state.filings.set(caseId, { ...rest, receiptKey: "", parts: [] });
  }
  state.parts.delete(caseId);
  state.announced.delete(caseId);
  state.doomed.delete(caseId);
  state.openings.delete(caseId);
  for (const [code, known] of state.codes) if (known.caseId === caseId) state.codes.delete(code);
  closeLeaves(state, caseId);
  state.cases.set(caseId, { ...summary, caseId, version: actual + 1 });
  return { outcome: "appended", version: actual + 1 };
}

/** The same of a matter, which has nothing but events and sealed parts. */
export function eraseMatter(state: State, { matter, expected, event }: MatterErasure): AppendOutcome {
  const actual = eventsOf(state, matter).length;
  if (actual !== expected) return { outcome: "conflict", expected, actual };
  writeEvents(state, matter, [event]);
  state.parts.delete(matter);
  closeLeaves(state, matter);
  return { outcome: "appended", version: actual + 1 };
}

/** What opens the leaves of a stream goes; they cannot be told from random ones any more. */
function closeLeaves(state: State, stream: CaseId | MatterId): void {
  const positions = new Set(eventsOf(state, stream).map(({ position }) => String(position)));
  for (const [place, leaf] of state.leaves.entries()) {
    if (positions.has(leaf.key?.split("/")[0] ?? "")) state.leaves[place] = { ...leaf, salt: undefined };
  }
}
