// Where the bytes of each item lie (`iloc`, ISO/IEC 14496-12, section 8.11.3): in stretches of the file, or of the box `idat`.
import type { Box } from "../boxes.ts";
import { joinBytes, readU16, readU32, readU64 } from "../bytes.ts";
import { mostItems } from "./items.ts";

/** Where an item's entry begins, by its id. */
export type Places = { readonly box: Box; readonly entries: ReadonlyMap<number, number> };

/** An item's bytes: gathered into one stretch, and whether they come from `idat`. */
export type Gathered = { readonly inTable: boolean; readonly bytes: Uint8Array };

const readers: { readonly [size: number]: (bytes: Uint8Array, at: number) => number } = {
  0: () => 0,
  4: readU32,
  8: readU64,
};

type Sizes = { readonly version: number; readonly offset: number; readonly length: number; readonly base: number };
type Layout = Sizes & { readonly index: number; readonly wide: number; readonly extents: number };

function layoutOf(bytes: Uint8Array, { body }: Box): Layout | null {
  const version = bytes[body] ?? 0;
  const [one = 0, two = 0] = bytes.subarray(body + 4, body + 6);
  const [offset, length, base, index] = [one >> 4, one & 15, two >> 4, version === 0 ? 0 : two & 15];
  if (version > 2 || ![offset, length, base, index].every((size) => size in readers)) return null;
  const wide = version === 2 ? 4 : 2;
  return { version, offset, length, base, index, wide, extents: wide + (version === 0 ? 2 : 4) + base };
}

/** The entries of the table, or null where it is longer than its box or names an item twice. */
export function readPlaces(bytes: Uint8Array, box: Box): Places | null {
  const layout = layoutOf(bytes, box);
  if (layout === null) return null;
  const { wide, extents, index, offset, length } = layout;
  const read = wide === 4 ? readU32 : readU16;
  const entries = new Map<number, number>();
  let at = box.body + 6 + wide;
  for (let left = read(bytes, box.body + 6); left > 0; left--) {
    const end = at + extents + 2 + readU16(bytes, at + extents) * (index + offset + length);
    const id = read(bytes, at);
    if (end > box.end || entries.has(id) || entries.size === mostItems) return null;
    entries.set(id, at);
    at = end;
  }
  return { box, entries };
}

/** The bytes of one item, or null where they lie outside their file, in another file, or are said to be more than `most`. */
export function gatherItem(
  bytes: Uint8Array,
  { places, table, most }: { readonly places: Places; readonly table: Box | null; readonly most: number },
  id: number,
): Gathered | null {
  const layout = layoutOf(bytes, places.box);
  const entry = places.entries.get(id);
  if (layout === null) return null;
  // An item that is only made of others needs no place.
  if (entry === undefined) return { inTable: false, bytes: new Uint8Array() };
  const { version, wide, base, extents, index, offset, length } = layout;
  const method = version === 0 ? 0 : readU16(bytes, entry + wide) & 15;
  const isElsewhere = readU16(bytes, entry + extents - base - 2) !== 0;
  const source = sourceOf(bytes, method, table);
  if (isElsewhere || source === null) return null;
  const start = numberAt(bytes, entry + extents - base, base);
  const count = readU16(bytes, entry + extents);
  // Stretches without a length take no room in the table: few bytes could name the whole file again and again.
  if (length === 0 && count > 0) return null;
  const stretches: Uint8Array[] = [];
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const at = entry + extents + 2 + i * (index + offset + length) + index;
    const from = start + numberAt(bytes, at, offset);
    const size = numberAt(bytes, at + offset, length);
    sum += size;
    if (size === 0 || from + size > source.length || sum > most) return null;
    stretches.push(source.subarray(from, from + size));
  }
  return { inTable: method === 1, bytes: joinBytes(stretches) };
}

/** The file itself, or `idat`; other items as a source are not read here. */
function sourceOf(bytes: Uint8Array, method: number, table: Box | null): Uint8Array | null {
  if (method === 0) return bytes;
  return method === 1 && table !== null ? bytes.subarray(table.body, table.end) : null;
}

const numberAt = (bytes: Uint8Array, at: number, size: number): number => readers[size]?.(bytes, at) ?? 0;
