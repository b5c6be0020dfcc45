import { readEntries, type TileRefusal, type TileTree } from "@temwen/public-log/tiles";
import { readCommittedLeaf } from "@temwen/sealing/leaf";
import { bytesToBase64, fieldsOf, granted, parseCanonical, type Result, refused, textLike } from "@temwen/vocabulary";
import { judgeOpening } from "./judge-opening.ts";
import type { Opening } from "./openings-file.ts";
import { openTally, type Recount, type WrongLeaf } from "./tally.ts";

/** What was counted, and every leaf that speaks against the openings, in the order of the log. */
export type Recounted = { readonly recount: Recount; readonly wrong: readonly WrongLeaf[] };

/**
 * Walks the whole log beside the openings, both in the order of indexes, so that neither a leaf without opening nor an
 * opening without leaf can be passed over. `onProgress` hears of each leaf.
 */
export async function recountPeriod(
  tree: TileTree,
  { period, openings }: { readonly period: number; readonly openings: AsyncIterator<Opening> },
  onProgress: (index: bigint) => void,
): Promise<Result<Recounted, TileRefusal>> {
  const tally = openTally();
  let waiting = await openings.next();
  for await (const read of readEntries(tree, { from: 0n, to: tree.size })) {
    if (!read.ok) return refused(read.refusal);
    const { entry, index } = read.value;
    onProgress(index);
    const opening = !waiting.done && BigInt(waiting.value.index) === index ? waiting.value : undefined;
    if (opening) waiting = await openings.next();
    const leaf = readCommittedLeaf(entry);
    if (!leaf) tally.open(publicTypeOf(entry));
    if (leaf?.period === period) {
      if (!opening) tally.wrong("opening-missing", index);
      else tally.leaf(judgeOpening(leaf, opening), index, bytesToBase64(leaf.label));
    } else if (opening) tally.wrong("opening-of-no-leaf", index);
  }
  for (; !waiting.done; waiting = await openings.next()) tally.wrong("opening-of-no-leaf", BigInt(waiting.value.index));
  return granted(tally.close());
}

const typed = textLike(/^[a-z][a-z0-9.-]{1,60}\/\d{1,3}$/);

/** The type of a public leaf; undefined for what is neither public nor committed. */
function publicTypeOf(entry: Uint8Array): string | undefined {
  if (entry[0] !== 0x7b) return undefined;
  const json = parseCanonical(entry);
  if (!json.ok || typeof json.value !== "object" || json.value === null || !("type" in json.value)) return undefined;
  return fieldsOf({ type: typed })({ type: json.value.type })?.type;
}
