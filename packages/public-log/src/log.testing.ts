// A log in memory, and its keys. Every key here is the hash of a public sentence.
import { createPrivateKey, createPublicKey, hash, sign } from "node:crypto";
import { createVkey, type NoteSigner } from "./note.ts";
import { primitivesOnNode } from "./primitives-node.ts";
import {
  edgeRoot,
  emptyEdge,
  growBundles,
  growEdge,
  openTileTree,
  type ReadTile,
  type TileTree,
  tilePath,
} from "./tiles.ts";
import type { Hash } from "./tree.ts";

export const { hasher } = primitivesOnNode;

/** The files of a log by path, and its root. */
export type MemoryLog = {
  readonly size: bigint;
  readonly root: Hash;
  readonly entries: readonly Uint8Array[];
  readonly files: Map<string, Uint8Array>;
  readonly readTile: ReadTile;
};

/** Entries of many lengths, the empty one among them. */
export function testEntries(count: number, name = "entry"): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => new TextEncoder().encode(`${name} ${i} `.repeat(i % 7)));
}

/** Writes a log in one go, or in the steps given: the sizes at which a publisher stopped. */
export function writeLog(entries: readonly Uint8Array[], stops: readonly number[] = []): MemoryLog {
  const files = new Map<string, Uint8Array>();
  let edge = emptyEdge;
  for (const stop of [...stops, entries.length]) {
    const from = Number(edge.size);
    const added = entries.slice(from, stop);
    for (const { tile, bytes } of growBundles(edge.size, entries.slice(from - (from % 256), from), added)) {
      files.set(tilePath(tile), bytes);
    }
    const grown = growEdge(hasher, edge, added.map(hasher.leaf));
    for (const { tile, bytes } of grown.tiles) files.set(tilePath(tile), bytes);
    edge = grown.edge;
  }
  const readTile: ReadTile = async (path) => files.get(path) ?? null;
  return { size: edge.size, root: edgeRoot(hasher, edge), entries, files, readTile };
}

export async function openLog({ size, root, readTile }: MemoryLog): Promise<TileTree> {
  const tree = await openTileTree({ hasher, readTile, size, root });
  if (!tree.ok) throw new Error(tree.refusal.code);
  return tree.value;
}

/** A signer whose seed is the hash of a sentence. */
export function testSigner(name: string, type: "ed25519" | "ed25519-cosignature" = "ed25519"): NoteSigner {
  const seed = hash("sha256", `the key of ${name}`, "buffer");
  // RFC 8410: the fixed prefix of an Ed25519 key in PKCS #8.
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicKey = new Uint8Array(createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(12));
  return {
    vkey: createVkey(hasher.sha256, { name, type, publicKey }),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}
