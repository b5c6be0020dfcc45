import type { ServedEvent } from "@temwen/courier";
import { recordBytes } from "@temwen/office";
import { committedLeaf, eventLabel, opensTo, readCommittedLeaf, stopLabel, stopLeaf } from "@temwen/sealing/leaf";
import { bytesToBase64, type Instant, instantToMillis, sameBytes } from "@temwen/vocabulary";

/** What a leaf of a person's own case stands for: an event, or a clock that this event stopped. */
export type StepLeaf = { readonly event: number; readonly clock?: string };

/**
 * What a leaf says of an event that is shown: that it is the event's own, or stops one of the clocks. Undefined when it is
 * another leaf, or when other bytes were put into the log than are shown here.
 */
export function findStep(
  leaf: Uint8Array,
  event: ServedEvent,
  opening: { readonly labelKey: Uint8Array; readonly salt: Uint8Array; readonly clocks: readonly string[] },
): StepLeaf | undefined {
  const seen = readCommittedLeaf(leaf);
  const { labelKey, salt, clocks } = opening;
  if (!seen || !opensTo(seen, { salt, record: recordBytes(event) })) return undefined;
  if (sameBytes(seen.label, eventLabel(labelKey, event.index))) return { event: event.index };
  const label = bytesToBase64(seen.label);
  const clock = clocks.find((one) => stopLabel(labelKey, one) === label);
  return clock === undefined ? undefined : { event: event.index, clock };
}

/**
 * The leaves that an event of a case may have: its own, or with `clock` the one by which it stops that clock. The month in it is
 * the mission's, whose zone need not be known here: it is that of the hour in UTC, the one before or the one after.
 */
export function possibleLeaves(
  event: ServedEvent,
  { labelKey, salt }: { readonly labelKey: Uint8Array; readonly salt: Uint8Array },
  clock?: string,
): readonly Uint8Array[] {
  const record = recordBytes(event);
  const month = monthInUtc(event.at);
  const periods = [month, month - 1, month + 1].filter((period) => period >= 0);
  return periods.map((period) => {
    const facts = { period, labelKey, salt, record };
    return clock === undefined ? committedLeaf({ ...facts, index: event.index }) : stopLeaf({ ...facts, clock });
  });
}

/** The leaves that the first event of a case may have. */
export const firstLeaves = (
  event: Omit<ServedEvent, "index">,
  opening: { readonly labelKey: Uint8Array; readonly salt: Uint8Array },
): readonly Uint8Array[] => possibleLeaves({ ...event, index: 0 }, opening);

function monthInUtc(at: Instant): number {
  const date = new Date(instantToMillis(at));
  return (date.getUTCFullYear() - 2020) * 12 + date.getUTCMonth();
}
