import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { type CompactRange, formatHash, growRange, type Hash, rangeRoot } from "@temwen/public-log/tree";

const { hasher } = primitivesOnNode;

/** The Merkle tree over the cases of an import, as it is kept: its size and its peaks, 32 bytes each. */
export type KeptTree = { readonly size: number; readonly peaks: Uint8Array };

/** The tree with these further leaves. */
export function growTree(tree: KeptTree, leafHashes: readonly Hash[]): KeptTree {
  const { size, peaks } = growRange(hasher, toRange(tree), leafHashes);
  return { size: Number(size), peaks: Buffer.concat(peaks) };
}

/** The root in base64, as statements name it. */
export const rootOfPeaks = (tree: KeptTree): string => formatHash(rangeRoot(hasher, toRange(tree)));

/** The hash of a leaf: RFC 6962, over a case's canonical bytes. */
export const hashOfCase = (body: Uint8Array): Hash => hasher.leaf(body);

function toRange({ size, peaks }: KeptTree): CompactRange {
  const hashes: Hash[] = [];
  for (let at = 0; at < peaks.length; at += 32) hashes.push(Uint8Array.from(peaks.subarray(at, at + 32)));
  return { size: BigInt(size), peaks: hashes };
}
