// HEIC and AVIF (ISO/IEC 23008-12): a table of items, and their bytes anywhere in the file. The copy is written anew and holds only
// the picture, what it is made of and what of it is clear: Exif, XMP, thumbnails, depth and gaps have no place in it.
import { type Box, boxesIn } from "../boxes.ts";
import { readTag, readU32 } from "../bytes.ts";
import { type Cleaned, cleaned, malformed, notSupported, type RemovedPiece } from "../cleaned.ts";
import { type KeptPart, keepParts } from "./kept-parts.ts";
import { tellLeftBehind } from "./left-behind.ts";
import { findParts, isDerived } from "./made-of.ts";
import { reduceProperty } from "./properties.ts";
import { readTables, type Tables } from "./tables.ts";
import { writeStill } from "./writing.ts";

/** Media types of pictures in boxes. */
export type StillType = "image/heic" | "image/avif";

/** What is drawn by which sort of item, and what such a file calls itself. */
const sorts = {
  hvc1: { mime: "image/heic", brand: "heic" },
  av01: { mime: "image/avif", brand: "avif" },
} as const;

/** Names that say how the picture may be read; a file is anything else only in its maker's eyes. */
const knownBrands = ["heic", "heix", "heim", "heis", "mif1", "miaf", "MiHB", "MiHE", "MiPr", "avif", "MA1A", "MA1B"];
const stillBrands = [...knownBrands, "hevc", "hevx", "msf1", "avis"];

/** A copy of a still picture with nothing in it that does not draw. */
export function cleanStill(bytes: Uint8Array): Cleaned<StillType> {
  if (readTag(bytes, 4) !== "ftyp" || !stillBrands.includes(readTag(bytes, 8))) return notSupported;
  const outer = readOuter(bytes);
  if (outer === "malformed") return malformed;
  // Pictures in a row are a film with another name; what draws one of them would not draw the others.
  if (outer === "film") return notSupported;
  const tables = readTables(bytes, outer.meta);
  if (tables === null) return malformed;
  const parts = findParts(tables.primary, tables.items, tables.references, (id) => isAlpha(bytes, tables, id));
  if (parts === null) return notSupported;
  const removed = new Set<RemovedPiece>(outer.removed);
  const kept = keepParts(bytes, { tables, parts, removed });
  if (kept === "malformed") return malformed;
  const sort = kept === "not-supported" ? null : sortOf(kept.parts);
  if (kept === "not-supported" || sort === null) return notSupported;
  tellLeftBehind(bytes, { tables, parts, removed });
  const isPart = new Set(parts);
  const copy = writeStill({
    brand: sort.brand,
    brands: brandsOf(bytes, sort.brand),
    items: kept.parts,
    references: tables.references.filter(({ from, to }) => [from, ...to].every((id) => isPart.has(id))),
    properties: kept.properties,
  });
  return cleaned(sort.mime, copy, removed);
}

type Outer = { readonly meta: Box; readonly removed: readonly RemovedPiece[] };

/** The one table of items, in a file that its boxes fill. */
function readOuter(bytes: Uint8Array): Outer | "film" | "malformed" {
  const removed: RemovedPiece[] = [];
  let meta: Box | null = null;
  let end = 0;
  for (const box of boxesIn(bytes, 0, bytes.length)) {
    if (box.type === "moov") return "film";
    if (box.type === "meta" && meta !== null) return "malformed";
    if (box.type === "meta") meta = box;
    else if (box.type !== "ftyp" && box.type !== "mdat" && removed.length === 0) removed.push("other");
    end = box.end;
  }
  if (meta === null || meta.body + 4 > meta.end) return "malformed";
  return bytes.length - end < 8 ? { meta: { ...meta, body: meta.body + 4 }, removed } : "malformed";
}

/** Whether a picture says of another what is clear in it. */
const isAlpha = (bytes: Uint8Array, { properties }: Tables, id: number): boolean =>
  (properties.ofItem.get(id) ?? []).some(({ place }) => {
    const box = properties.boxes[place - 1];
    return box?.type === "auxC" && reduceProperty(bytes, box) instanceof Uint8Array;
  });

/** By how its points are coded. */
function sortOf(kept: readonly KeptPart[]): (typeof sorts)[keyof typeof sorts] | null {
  const codings = new Set(kept.filter((part) => !isDerived(part)).map(({ type }) => type));
  const [coding] = codings;
  return codings.size === 1 && (coding === "hvc1" || coding === "av01") ? sorts[coding] : null;
}

/** What the file says it may be read as, of what is known; its first name is always the one that fits its points. */
function brandsOf(bytes: Uint8Array, brand: string): readonly string[] {
  const end = Math.min(readU32(bytes, 0), bytes.length, 256);
  const said: string[] = [brand, "mif1"];
  for (let at = 8; at + 4 <= end; at += 4) {
    const one = readTag(bytes, at);
    if (at !== 12 && knownBrands.includes(one) && !said.includes(one)) said.push(one);
  }
  return said;
}
