import type { WorkingCopy } from "@temwen/media";
import { evidenceLimit } from "@temwen/sealing/inspect";
import type { Shown } from "./host.ts";

/** What was chosen, and its working copy where this phone could make one. */
export type Item = Shown & {
  readonly kind: "file" | "voice" | "changed-voice";
  readonly copy?: WorkingCopy;
};

const endings = { jpeg: "jpg", png: "png", webp: "webp", mp4: "mp4" } as const;

/** Adds an item where there is room for it: with its copy, or without where only the original fits. Undefined when full. */
export function addItem(items: readonly Item[], item: Item): readonly Item[] | undefined {
  const room = evidenceLimit - countParts(items);
  if (room < 1) return undefined;
  const { copy, ...original } = item;
  return [...items, room > 1 && copy ? item : original];
}

/** How many sealed parts these take. */
export const countParts = (items: readonly Item[]): number => items.reduce((sum, { copy }) => sum + (copy ? 2 : 1), 0);

/** Bytes of the originals. */
export const countBytes = (items: readonly Item[]): number => items.reduce((sum, { bytes }) => sum + bytes.length, 0);

/**
 * What is sealed, in this order: each original untouched, and behind it its working copy, which is named after the
 * original's part. Source: docs/specs/parcel.md.
 */
export function toShown(items: readonly Item[]): readonly Shown[] {
  const shown: Shown[] = [];
  for (const { name, mediaType, bytes, copy } of items) {
    shown.push({ name, mediaType, bytes });
    if (!copy) continue;
    const copyEnding = endings[copy.kind];
    const copyName = `copy-of-evidence-${shown.length}.${copyEnding}`;
    shown.push({ name: copyName, mediaType: copy.mime, bytes: copy.bytes, copyEnding });
  }
  return shown;
}
