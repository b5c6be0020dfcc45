import { checkLeafProof, checkSameTree } from "@temwen/complain/check-proof";
import type { Checkpoint } from "@temwen/public-log/checkpoint";
import type { LogPolicy } from "@temwen/public-log/policy";
import type { LogProof } from "@temwen/public-log/proof";
import { openTileTree } from "@temwen/public-log/tiles";
import { granted, type Result } from "@temwen/vocabulary";
import type { Head } from "../open-head.ts";
import type { LogPlace } from "../place/log-place.ts";
import { primitives } from "../primitives.ts";
import type { Finding } from "../speak.ts";

/** A leaf that is in a tree which is enough for a policy. */
export type Proved = { readonly proof: LogProof; readonly head: Head };

/** Whether a proof file holds for a leaf, by itself; without one, for the leaf that it bears. */
export function checkProof(
  { proof, leaf }: { readonly proof: Uint8Array; readonly leaf: Uint8Array | null },
  policy: LogPolicy,
): Result<Proved, Finding> {
  const proved = checkLeafProof(
    { proof, leafHash: leaf === null ? null : primitives.hasher.leaf(leaf) },
    policy,
    primitives,
  );
  if (!proved.ok) return proved;
  const { checkpoint, cosigned, unjudged } = proved.value.trusted;
  const bytes = proved.value.proof.checkpoint;
  const head: Head = { checkpoint, bytes, signatures: "quorum", cosigned, unjudged };
  return granted({ proof: proved.value.proof, head });
}

/** Whether the tree of a proof begins the log that is shown here. Where it does not, two people were shown two logs. */
export const checkSameLog = (place: LogPlace, now: Checkpoint, proved: Checkpoint): Promise<Result<"same", Finding>> =>
  checkSameTree(() => openTileTree({ ...now, hasher: primitives.hasher, readTile: place.readFile }), now, proved);
