import type { CaseId, Digest } from "@temwen/vocabulary";
import type { AppendOutcome, Erasure } from "../record.ts";
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
  const positions = new Set(eventsOf(state, caseId).map(({ position }) => String(position)));
  for (const [place, leaf] of state.leaves.entries()) {
    if (positions.has(leaf.key?.split("/")[0] ?? "")) state.leaves[place] = { ...leaf, salt: undefined };
  }
  state.cases.set(caseId, { ...summary, caseId, version: actual + 1 });
  return { outcome: "appended", version: actual + 1 };
}
