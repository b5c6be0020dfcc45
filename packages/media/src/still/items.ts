// What a picture in boxes is made of: items, each with a type, a place and what it looks like (ISO/IEC 23008-12, 14496-12 section 8.11).
import { type Box, boxesIn } from "../boxes.ts";
import { hasText, readTag, readU16, readU32 } from "../bytes.ts";

/** One item as `iinf` names it. */
export type Item = {
  readonly id: number;
  readonly type: string;
  readonly isHidden: boolean;
  readonly isNamed: boolean;
  readonly isXmp: boolean;
};

/** More than the tiles of the largest picture that may be drawn, of 256 points on a side. */
export const mostItems = 8192;

/** Items by id; null where the table is not whole, of a sort from before 2008, or names an item twice, or a locked one. */
export function readItems(bytes: Uint8Array, box: Box): ReadonlyMap<number, Item> | null {
  const head = bytes[box.body] === 0 ? 6 : 8;
  const items = new Map<number, Item>();
  for (const { type, body, end } of boxesIn(bytes, box.body + head, box.end)) {
    if (type !== "infe") continue;
    const item = readItem(bytes, body, end);
    if (item === null || items.has(item.id) || items.size === mostItems) return null;
    items.set(item.id, item);
  }
  return items;
}

function readItem(bytes: Uint8Array, body: number, end: number): Item | null {
  const version = bytes[body];
  if (version !== 2 && version !== 3) return null;
  const typeAt = body + (version === 2 ? 8 : 10);
  const isProtected = readU16(bytes, typeAt - 2) !== 0;
  if (isProtected || typeAt + 4 > end) return null;
  return {
    id: version === 2 ? readU16(bytes, body + 4) : readU32(bytes, body + 4),
    type: readTag(bytes, typeAt),
    isHidden: ((bytes[body + 3] ?? 0) & 1) === 1,
    isNamed: typeAt + 4 < end && bytes[typeAt + 4] !== 0,
    isXmp: holdsMime(bytes.subarray(typeAt + 4, end)),
  };
}

/** An item of type `mime` says which behind its name. */
function holdsMime(rest: Uint8Array): boolean {
  return hasText(rest, rest.indexOf(0) + 1, "application/rdf+xml");
}

/** The item that is the picture. */
export const readPrimary = (bytes: Uint8Array, { body }: Box): number =>
  bytes[body] === 0 ? readU16(bytes, body + 4) : readU32(bytes, body + 4);
