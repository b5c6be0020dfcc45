// A picture in boxes, written anew from what was kept: nothing that is not named here can get into it.
import { bytesOf, joinBytes, u32Bytes } from "../bytes.ts";
import type { Reference } from "./references.ts";

/** One item that is written. */
export type KeptItem = {
  readonly id: number;
  readonly type: string;
  readonly isHidden: boolean;
  /** Its properties by their place among those that are written, counted from 1. */
  readonly properties: readonly { readonly place: number; readonly isEssential: boolean }[];
  readonly inTable: boolean;
  readonly bytes: Uint8Array;
};

export type KeptPicture = {
  readonly brand: string;
  readonly brands: readonly string[];
  readonly items: readonly KeptItem[];
  readonly references: readonly Reference[];
  readonly properties: readonly { readonly type: string; readonly body: Uint8Array }[];
};

/** The whole file. The picture is the first of the items. */
export function writeStill(picture: KeptPicture): Uint8Array {
  const { items } = picture;
  const inFile = items.filter(({ inTable }) => !inTable).map(({ bytes }) => bytes);
  const head = box("ftyp", bytesOf(picture.brand), u32Bytes(0), ...picture.brands.map(bytesOf));
  // Places have four bytes whatever they are: the second writing is as long as the first.
  const bodyAt = head.length + metaOf(picture, 0).length + 8;
  return joinBytes([head, metaOf(picture, bodyAt), box("mdat", ...inFile)]);
}

function metaOf(picture: KeptPicture, bodyAt: number): Uint8Array {
  const { items, references, properties } = picture;
  const isLong = items.some(({ id }) => id > 0xffff);
  const id = (value: number): Uint8Array => (isLong ? u32Bytes(value) : u16Bytes(value));
  const inTable = items.filter((item) => item.inTable).map(({ bytes }) => bytes);
  const infe = (item: KeptItem): Uint8Array =>
    box("infe", version(isLong ? 3 : 2, item.isHidden ? 1 : 0), id(item.id), u16Bytes(0), bytesOf(`${item.type}\0`));
  const owned = ({ properties: own, ...item }: KeptItem): Uint8Array =>
    joinBytes([
      id(item.id),
      Uint8Array.of(own.length),
      ...own.map((one) => u16Bytes(one.place + (one.isEssential ? 0x8000 : 0))),
    ]);
  const pointed = references.map(({ type, from, to }) => box(type, id(from), u16Bytes(to.length), ...to.map(id)));
  return box(
    "meta",
    version(0),
    box("hdlr", version(0), u32Bytes(0), bytesOf("pict"), new Uint8Array(13)),
    box("pitm", version(isLong ? 1 : 0), id(items[0]?.id ?? 0)),
    placesOf(picture, { bodyAt, isLong, id }),
    box("iinf", version(0), u16Bytes(items.length), ...items.map(infe)),
    ...(pointed.length === 0 ? [] : [box("iref", version(isLong ? 1 : 0), ...pointed)]),
    box(
      "iprp",
      box("ipco", ...properties.map(({ type, body }) => box(type, body))),
      box("ipma", version(isLong ? 1 : 0, 1), u32Bytes(items.length), ...items.map(owned)),
    ),
    ...(inTable.length === 0 ? [] : [box("idat", ...inTable)]),
  );
}

type Placing = { readonly bodyAt: number; readonly isLong: boolean; readonly id: (value: number) => Uint8Array };

/** Places in four bytes, lengths in four; the sort of place only where an item is in `idat`. */
function placesOf({ items }: KeptPicture, { bodyAt, isLong, id }: Placing): Uint8Array {
  const hasMethod = isLong || items.some(({ inTable }) => inTable);
  const next = { file: bodyAt, table: 0 };
  const placed = items.filter(({ bytes }) => bytes.length > 0);
  const entries = placed.map((item) => {
    const where = item.inTable ? "table" : "file";
    const at = next[where];
    next[where] += item.bytes.length;
    const method = hasMethod ? u16Bytes(item.inTable ? 1 : 0) : new Uint8Array();
    return joinBytes([id(item.id), method, u16Bytes(0), u16Bytes(1), u32Bytes(at), u32Bytes(item.bytes.length)]);
  });
  const count = isLong ? u32Bytes(placed.length) : u16Bytes(placed.length);
  return box("iloc", version(isLong ? 2 : Number(hasMethod)), Uint8Array.of(0x44, 0), count, ...entries);
}

const u16Bytes = (value: number): Uint8Array => Uint8Array.of((value >>> 8) & 255, value & 255);
const version = (number: number, flags = 0): Uint8Array => Uint8Array.of(number, 0, 0, flags);

const box = (type: string, ...body: readonly Uint8Array[]): Uint8Array => {
  const size = body.reduce((sum, { length }) => sum + length, 8);
  return joinBytes([u32Bytes(size), bytesOf(type), ...body]);
};
