// Which items a picture is made of: itself, its tiles, and what of it is clear. Everything else stays behind.
import { hasText, readU16, readU32 } from "../bytes.ts";
import { type Item, mostItems } from "./items.ts";
import type { Reference } from "./references.ts";

/** Coded points; the type says how. */
const coded = ["hvc1", "av01"];
/** Made of coded ones: tiles side by side, pictures upon each other, one picture turned. */
const derived = ["grid", "iovl", "iden"];

/** Whether an item's type is one that is drawn here. */
export const isDrawn = ({ type }: Pick<Item, "type">): boolean => coded.includes(type) || derived.includes(type);

/** Whether an item is put together from others. */
export const isDerived = ({ type }: Pick<Item, "type">): boolean => derived.includes(type);

/**
 * The ids of all that draws, the picture first; null where a part is not of a kind that is known here, or is itself made of
 * parts: few bytes could then ask for more drawing than there is time.
 */
export function findParts(
  primary: number,
  items: ReadonlyMap<number, Item>,
  references: readonly Reference[],
  isAlpha: (id: number) => boolean,
): readonly number[] | null {
  const clear = references.filter(({ type, from, to }) => type === "auxl" && to.includes(primary) && isAlpha(from));
  const parts = new Set<number>();
  for (const id of [primary, ...clear.map(({ from }) => from)]) {
    const item = items.get(id);
    if (item === undefined || !isDrawn(item)) return null;
    parts.add(id);
    if (!isDerived(item)) continue;
    const tiles = tilesOf(id, references);
    if (tiles.length > mostItems) return null;
    for (const tile of tiles) {
      const part = items.get(tile);
      if (part === undefined || !coded.includes(part.type)) return null;
      parts.add(tile);
    }
  }
  return [...parts];
}

/** What a derived item is made of, in its order. */
export const tilesOf = (id: number, references: readonly Reference[]): readonly number[] =>
  references.find(({ type, from }) => type === "dimg" && from === id)?.to ?? [];

/** The size that a derived item draws, where its own bytes are just as long as they say; null where they are not. */
export function sizeOfDerived(type: string, bytes: Uint8Array, tiles: number): readonly [number, number] | null {
  if (type === "iden") return bytes.length === 0 && tiles === 1 ? [1, 1] : null;
  const isWide = ((bytes[1] ?? 0) & 1) === 1;
  const [each, read] = isWide ? ([4, readU32] as const) : ([2, readU16] as const);
  const sizeAt = type === "grid" ? 4 : 10;
  const isGrid = type === "grid";
  const places = isGrid ? 0 : tiles * 2 * each;
  const fits = bytes.length === sizeAt + 2 * each + places && hasText(bytes, 0, "\0");
  const isFull = !isGrid || ((bytes[2] ?? 0) + 1) * ((bytes[3] ?? 0) + 1) === tiles;
  return fits && isFull && tiles > 0 ? [read(bytes, sizeAt), read(bytes, sizeAt + each)] : null;
}
