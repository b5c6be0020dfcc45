// What an item looks like: how it is coded, how large, which side is up (`iprp`, ISO/IEC 23008-12 section 6.5). Kept by an allow-list.
import { type Box, boxesIn, findBox } from "../boxes.ts";
import { hasText, readTag, readU16, readU32 } from "../bytes.ts";
import { reduceDecoder } from "./decoder-numbers.ts";
import { mostItems } from "./items.ts";

/** A property of an item, by its place in the table, and whether nobody may draw who does not know it. */
export type Association = { readonly place: number; readonly isEssential: boolean };

/** All properties by their place, counted from 1, and which item has which. */
export type Properties = {
  readonly boxes: readonly Box[];
  readonly ofItem: ReadonlyMap<number, readonly Association[]>;
};

/** Nobody needs more; places in the table have fifteen bits. */
const mostProperties = 2 ** 15;

/** Null where a table is missing or longer than its box. */
export function readProperties(bytes: Uint8Array, holder: Box): Properties | null {
  const container = findBox(bytes, holder, ["ipco"]);
  if (container === null) return null;
  const boxes: Box[] = [];
  for (const box of boxesIn(bytes, container.body, container.end)) {
    if (boxes.length === mostProperties) return null;
    boxes.push(box);
  }
  const ofItem = new Map<number, readonly Association[]>();
  for (const box of boxesIn(bytes, holder.body, holder.end))
    if (box.type === "ipma" && !readAssociations(bytes, box, ofItem)) return null;
  return { boxes, ofItem };
}

function readAssociations(bytes: Uint8Array, box: Box, ofItem: Map<number, readonly Association[]>): boolean {
  const isLong = bytes[box.body] !== 0;
  const isWide = ((bytes[box.body + 3] ?? 0) & 1) === 1;
  let at = box.body + 8;
  for (let left = readU32(bytes, box.body + 4); left > 0; left--) {
    const id = isLong ? readU32(bytes, at) : readU16(bytes, at);
    at += isLong ? 4 : 2;
    const count = bytes[at++] ?? 0;
    if (at + count * (isWide ? 2 : 1) > box.end || ofItem.has(id) || ofItem.size === mostItems) return false;
    const found: Association[] = [];
    for (let i = 0; i < count; i++, at += isWide ? 2 : 1) {
      const value = isWide ? readU16(bytes, at) : widened(bytes[at] ?? 0);
      found.push({ place: value & 0x7fff, isEssential: value >= 0x8000 });
    }
    ofItem.set(id, found);
  }
  return true;
}

/** One byte: the first bit says that it is essential. */
const widened = (value: number): number => ((value & 0x80) << 8) | (value & 0x7f);

/** What becomes of a property: its bytes without head, `gone` when it does not draw, null when it is not what it says. */
export type Reduced = Uint8Array | "gone" | null;

type Rule = (body: Uint8Array) => Reduced;

const exactly =
  (...lengths: readonly number[]): Rule =>
  (body) =>
    lengths.includes(body.length) ? body : null;

/** Bits of each channel: as many numbers as it says. */
const channels: Rule = (body) => (body.length === 5 + (body[4] ?? 0) ? body : null);

/** Colours as numbers stay; a profile names its maker, device and hour. */
const colours: Rule = (body) => (readTag(body, 0) === "nclx" ? exactly(11)(body) : "gone");

const alphaNames = ["urn:mpeg:hevc:2015:auxid:1\0", "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0"];

/** What is clear and what is not. Depth, skin and light have other names, and go with their items. */
const clearness: Rule = (body) => {
  const name = alphaNames.find((one) => hasText(body, 4, one));
  return name === undefined ? "gone" : body.slice(0, 4 + name.length);
};

const rules: { readonly [type: string]: Rule } = {
  hvcC: (body) => reduceDecoder("hvcC", body),
  av1C: (body) => reduceDecoder("av1C", body),
  ispe: exactly(12),
  pixi: channels,
  pasp: exactly(8),
  clap: exactly(32),
  irot: exactly(1),
  imir: exactly(1),
  colr: colours,
  auxC: clearness,
  clli: exactly(4),
  mdcv: exactly(24),
  a1op: exactly(1),
  lsel: exactly(2),
  a1lx: exactly(7, 13),
};

/** One property without what does not draw. */
export function reduceProperty(bytes: Uint8Array, { type, body, end }: Box): Reduced {
  const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
  return rule === undefined ? "gone" : rule(bytes.subarray(body, end));
}
