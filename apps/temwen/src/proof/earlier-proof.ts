import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkLeafProof } from "@temwen/complain/check-proof";
import type { LeafProof } from "@temwen/complain/witnessed-log";
import type { LogPolicy } from "@temwen/public-log/policy";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { primitives } from "../log/primitives.ts";
import { isAbsent } from "../running/error-codes.ts";

/**
 * A proof, or the one that stands in a folder for its leaf already, where that is good by the policy and of a smaller tree. The
 * clock of a breach certificate runs from the hour at which witnesses saw the filing: who asks again must not lose the earlier one.
 */
export async function preferEarlier(
  folder: string,
  given: LeafProof,
  { policy, size }: { readonly policy: LogPolicy; readonly size: bigint },
): Promise<LeafProof> {
  const standing = await readFile(join(folder, `${proofNumberOf(given.leaf)}.tlog-proof`)).catch((error) => {
    if (isAbsent(error)) return null;
    throw error;
  });
  if (standing === null) return given;
  const proof = new Uint8Array(standing);
  const judged = checkLeafProof({ proof, leafHash: primitives.hasher.leaf(given.leaf) }, policy, primitives);
  return judged.ok && judged.value.trusted.checkpoint.size < size ? { ...given, proof } : given;
}
