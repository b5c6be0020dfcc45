// The parts of a picture with their bytes and looks, each checked and without what does not draw.
import { readU32 } from "../bytes.ts";
import { isDrawable, type RemovedPiece } from "../cleaned.ts";
import type { Item } from "./items.ts";
import { isDerived, sizeOfDerived, tilesOf } from "./made-of.ts";
import { gatherItem } from "./places.ts";
import { type Association, reduceProperty } from "./properties.ts";
import type { Tables } from "./tables.ts";
import type { KeptItem } from "./writing.ts";

/** One part as it is written. */
export type KeptPart = KeptItem;
type Look = { readonly type: string; readonly body: Uint8Array };
type Trouble = "malformed" | "not-supported";

type Keeping = {
  readonly tables: Tables;
  readonly parts: readonly number[];
  readonly removed: Set<RemovedPiece>;
};

/** All parts, and the properties that they have, renumbered. */
export function keepParts(
  bytes: Uint8Array,
  { tables, parts, removed }: Keeping,
): { readonly parts: readonly KeptPart[]; readonly properties: readonly Look[] } | Trouble {
  const used = new Map<number, Look>();
  const kept: KeptPart[] = [];
  let left = bytes.length;
  for (const id of parts) {
    const item = tables.items.get(id);
    const gathered = gatherItem(bytes, { ...tables, most: left }, id);
    if (item === undefined || gathered === null) return "malformed";
    left -= gathered.bytes.length;
    const looks = keepLooks(bytes, { tables, used, removed }, id);
    if (typeof looks === "string") return looks;
    const isSized = item.type === "iden" || looks.some(({ place }) => used.get(place)?.type === "ispe");
    if (!isSized || !isWhole(item, gathered.bytes, tilesOf(id, tables.references).length)) return "malformed";
    if (item.isNamed) removed.add("names");
    kept.push({ id, type: item.type, isHidden: item.isHidden, properties: looks, ...gathered });
  }
  return renumbered(kept, used);
}

type Looking = Pick<Keeping, "tables" | "removed"> & { readonly used: Map<number, Look> };

function keepLooks(
  bytes: Uint8Array,
  { tables, used, removed }: Looking,
  id: number,
): readonly Association[] | Trouble {
  const looks: Association[] = [];
  for (const look of tables.properties.ofItem.get(id) ?? []) {
    const box = tables.properties.boxes[look.place - 1];
    if (box === undefined) return "malformed";
    const body = used.get(look.place)?.body ?? reduceProperty(bytes, box);
    if (body === null) return "malformed";
    if (body === "gone") {
      // Whoever does not know it must not draw.
      if (look.isEssential && box.type !== "colr") return "not-supported";
      removed.add(box.type === "colr" ? "colour-profile" : "other");
      continue;
    }
    if (box.type === "ispe" && !isDrawable(readU32(body, 4), readU32(body, 8))) return "malformed";
    used.set(look.place, { type: box.type, body });
    looks.push(look);
  }
  return looks;
}

/** A coded item has points; a derived one has just the numbers that it is put together by, and draws no more than may be drawn. */
function isWhole(item: Item, bytes: Uint8Array, tiles: number): boolean {
  if (!isDerived(item)) return bytes.length > 0;
  const size = sizeOfDerived(item.type, bytes, tiles);
  return size !== null && isDrawable(...size);
}

function renumbered(parts: readonly KeptPart[], used: ReadonlyMap<number, Look>) {
  const order = [...used].sort(([one], [other]) => one - other);
  const placeOf = new Map(order.map(([place], at) => [place, at + 1]));
  return {
    parts: parts.map((part) => ({
      ...part,
      properties: part.properties.map((look) => ({ ...look, place: placeOf.get(look.place) ?? 0 })),
    })),
    properties: order.map(([, look]) => look),
  };
}
