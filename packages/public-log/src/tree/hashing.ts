import { bytesToBase64, parseBase64, type Result, refused } from "@temwen/vocabulary";

/** SHA-256 of a leaf, a node or a tree: 32 bytes. */
export type Hash = Uint8Array;

/** SHA-256 of bytes as a fresh array; the bytes may be overwritten after the call. */
export type Sha256 = (bytes: Uint8Array) => Hash;

/** RFC 6962 §2.1, over a SHA-256 of the caller's choice. */
export type Hasher = {
  readonly sha256: Sha256;
  /** SHA-256(0x00 ‖ entry) */
  readonly leaf: (entry: Uint8Array) => Hash;
  /** SHA-256(0x01 ‖ left ‖ right) */
  readonly node: (left: Hash, right: Hash) => Hash;
  /** The root of a tree without leaves: SHA-256 of nothing. */
  readonly emptyRoot: Hash;
};

const hashBytes = 32;

/** A hasher. It works in memory of its own, so that a million leaves do not leave a million copies behind. */
export function createHasher(sha256: Sha256): Hasher {
  const nodeSpace = new Uint8Array(1 + 2 * hashBytes);
  nodeSpace[0] = 1;
  // Starts at 0 and stays so: the prefix of a leaf.
  let leafSpace = new Uint8Array(4096);
  return {
    sha256,
    emptyRoot: sha256(new Uint8Array(0)),
    leaf: (entry) => {
      if (entry.length >= leafSpace.length) leafSpace = new Uint8Array(2 * entry.length + 1);
      leafSpace.set(entry, 1);
      return sha256(leafSpace.subarray(0, entry.length + 1));
    },
    node: (left, right) => {
      nodeSpace.set(left, 1);
      nodeSpace.set(right, 1 + hashBytes);
      return sha256(nodeSpace);
    },
  };
}

/** Whether two hashes are the same 32 bytes. Hashes of a log are public; time tells nothing. */
export function sameHash(a: Hash, b: Hash): boolean {
  if (a.length !== hashBytes || b.length !== hashBytes) return false;
  for (let i = 0; i < hashBytes; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A hash in strict base64. */
export function parseHash(text: string): Result<Hash, "malformed-hash"> {
  const bytes = text.length === 44 ? parseBase64(text) : null;
  return bytes?.ok && bytes.value.length === hashBytes ? bytes : refused("malformed-hash");
}

/** A hash in base64. */
export const formatHash = (hash: Hash): string => bytesToBase64(hash);

/** The hashes of a tile, 32 bytes each. They are copied once: what is checked later must not change under way. */
export function splitHashes(bytes: Uint8Array): readonly Hash[] {
  const own = Uint8Array.from(bytes);
  const count = Math.floor(own.length / hashBytes);
  return Array.from({ length: count }, (_, i) => own.subarray(i * hashBytes, (i + 1) * hashBytes));
}

/** Hashes end to end. */
export function joinHashes(hashes: readonly Hash[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * hashBytes);
  for (const [i, hash] of hashes.entries()) bytes.set(hash, i * hashBytes);
  return bytes;
}
