import { readU32 } from "../bytes.ts";
import type { RemovedPiece } from "../cleaned.ts";
import { reduceExif } from "../orientation.ts";
import { isDrawn } from "./made-of.ts";
import { gatherItem } from "./places.ts";
import type { Tables } from "./tables.ts";

type Left = { readonly tables: Tables; readonly parts: readonly number[]; readonly removed: Set<RemovedPiece> };

/** A word about each sort of item that stays behind. */
export function tellLeftBehind(bytes: Uint8Array, { tables, parts, removed }: Left): void {
  const isKept = new Set(parts);
  for (const [id, item] of tables.items) {
    if (isKept.has(id)) continue;
    if (isDrawn(item)) removed.add("thumbnail");
    else if (item.isXmp) removed.add("xmp");
    else if (item.type !== "Exif") removed.add("other");
    else if (!removed.has("exif")) tellExif(bytes, tables, id, removed);
  }
}

function tellExif(bytes: Uint8Array, tables: Tables, id: number, removed: Set<RemovedPiece>): void {
  removed.add("exif");
  const exif = gatherItem(bytes, { ...tables, most: bytes.length }, id)?.bytes;
  if (exif !== undefined) reduceExif(exif.subarray(4 + readU32(exif, 0)), removed);
}
