import { type LeafProof, proveLeaf } from "@temwen/complain/witnessed-log";
import type { LogPolicy } from "@temwen/public-log/policy";
import { openTileTree } from "@temwen/public-log/tiles";
import type { Result } from "@temwen/vocabulary";
import { openHead } from "../open-head.ts";
import type { LogPlace } from "../place/log-place.ts";
import { primitives } from "../primitives.ts";
import type { ReadLog } from "../read-log.ts";
import type { Finding } from "../speak.ts";

/** More heads than 256 leaves can have, one leaf each. */
const mostAsked = 300;

/**
 * A proof of the leaf by the earliest checkpoint that was kept of it and that the policy believes, else by the log as it is now: by
 * what witnesses saw first, a clock ends first. Asked for from the next multiple of 256 down, so that nobody learns of which leaf.
 */
export async function findFirstProof(
  place: LogPlace,
  { head, tree }: ReadLog,
  policy: LogPolicy,
  index: bigint,
): Promise<Result<LeafProof, Finding>> {
  let first = await proveLeaf({ checkpoint: head.bytes, tree }, index);
  let atMost = (index / 256n + 1n) * 256n;
  for (let asked = 0; asked < mostAsked && atMost > index; asked += 1) {
    const bytes = await place.findHead(atMost);
    const seen = bytes === null ? null : openHead(bytes, null);
    if (bytes === null || !seen?.ok) break;
    const { size, root } = seen.value.checkpoint;
    if (size > atMost || size <= index) break;
    atMost = size - 1n;
    if (!openHead(bytes, policy).ok) continue;
    const past = await openTileTree({ hasher: primitives.hasher, readTile: place.readFile, size, root });
    const proved = past.ok ? await proveLeaf({ checkpoint: bytes, tree: past.value }, index) : past;
    // Files of so early a tree may be gone; a later head is as true.
    if (proved.ok) first = proved;
  }
  return first;
}
