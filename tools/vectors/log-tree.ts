// The tree of the log's vectors, and what our code says of its sizes. Runs in browsers too.
import { ed25519 } from "@noble/curves/ed25519.js";
import { createMlDsa44Signer, verifyMlDsa44 } from "@temwen/public-log/ml-dsa";
import { createVkey, type KeyType, type NoteSigner } from "@temwen/public-log/note";
import type { Primitives } from "@temwen/public-log/primitives-web";
import {
  edgeRoot,
  emptyEdge,
  growEdge,
  openTileTree,
  proveConsistency,
  type Tile,
  type TileEdge,
  tilePath,
} from "@temwen/public-log/tiles";
import { formatHash, type Hash, type Hasher } from "@temwen/public-log/tree";
import { type Json, utf8 } from "@temwen/vocabulary";

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** `entry_rule` of trees.json: an entry for each index, of many lengths, one empty and one as long as can be. */
export function vectorEntry({ sha256 }: Hasher, seed: string, index: number): Uint8Array {
  const noise = sha256(utf8(`${seed}/${index}`));
  if (index === 7) return new Uint8Array(0);
  if (index === 300) return Uint8Array.from({ length: 65_535 }, (_, i) => noise[i % 32] ?? 0);
  const words = utf8(`entry ${index} `);
  const length = Math.max(words.length, (noise[0] ?? 0) % 96);
  return Uint8Array.from({ length }, (_, i) => words[i] ?? noise[i % 32] ?? 0);
}

type WrittenLine = { readonly tile: Tile; readonly bytes: Uint8Array };

/** A tree that grew in steps, with the tiles of every size at which it stood still. */
export type SteppedTree = {
  readonly edges: ReadonlyMap<number, TileEdge>;
  readonly tiles: ReadonlyMap<string, WrittenLine>;
};

export function growInSteps(hasher: Hasher, seed: string, sizes: Iterable<number>): SteppedTree {
  const tiles = new Map<string, WrittenLine>();
  const edges = new Map<number, TileEdge>();
  let edge = emptyEdge;
  for (const size of [...new Set(sizes)].sort((a, b) => a - b)) {
    const from = Number(edge.size);
    const leaves = Array.from({ length: size - from }, (_, i) => hasher.leaf(vectorEntry(hasher, seed, from + i)));
    const grown = growEdge(hasher, edge, leaves);
    for (const written of grown.tiles) tiles.set(tilePath(written.tile), written);
    edge = grown.edge;
    edges.set(size, edge);
  }
  return { edges, tiles };
}

export function rootAt(hasher: Hasher, tree: SteppedTree, size: number): Hash {
  const edge = tree.edges.get(size);
  if (edge === undefined) throw new Error(`the tree did not stand still at ${size}`);
  return edgeRoot(hasher, edge);
}

/** A tree's root and hash tiles: each by digest where the vector names them, and one digest over all. */
export function describeTree(hasher: Hasher, tree: SteppedTree, size: number, namesTiles: boolean): Json {
  const lines = tilesAt(tree, size).map(({ tile, bytes }) => ({
    Path: tilePath(tile),
    Sha256: hex(hasher.sha256(bytes)),
    Len: bytes.length,
  }));
  const text = lines.map(({ Path, Sha256, Len }) => `${Path} ${Len} ${Sha256}\n`).join("");
  return {
    size,
    root_base64: formatHash(rootAt(hasher, tree, size)),
    ...(namesTiles ? { tiles: lines } : {}),
    num_tiles: lines.length,
    sha256_of_sorted_path_len_sha256_lines: hex(hasher.sha256(utf8(text))),
  };
}

function tilesAt(tree: SteppedTree, size: number): readonly WrittenLine[] {
  const found: WrittenLine[] = [];
  for (let level = 0; size / 256 ** level >= 1; level += 1) {
    const nodes = Math.floor(size / 256 ** level);
    for (let n = 0; n * 256 < nodes; n += 1) {
      const path = tilePath({ level, n: BigInt(n), width: Math.min(256, nodes - n * 256) });
      const written = tree.tiles.get(path);
      if (written === undefined) throw new Error(`${path} was not written`);
      found.push(written);
    }
  }
  return found;
}

/** The proof from one size to another, from tiles. */
export async function proveGrowth(hasher: Hasher, tree: SteppedTree, sizes: readonly [number, number]): Promise<Json> {
  const [oldSize, size] = sizes;
  const root = rootAt(hasher, tree, size);
  const readTile = async (path: string) => tree.tiles.get(path)?.bytes ?? null;
  const opened = await openTileTree({ hasher, readTile, size: BigInt(size), root });
  const proof = opened.ok ? await proveConsistency(opened.value, BigInt(oldSize)) : opened;
  return {
    Old: oldSize,
    New: size,
    OldRoot: formatHash(rootAt(hasher, tree, oldSize)),
    NewRoot: formatHash(root),
    Proof: proof.ok ? proof.value.map(formatHash) : proof.refusal.code,
  };
}

const typeOfVector: Readonly<Record<string, KeyType>> = {
  "0x01": "ed25519",
  "0x04": "ed25519-cosignature",
  "0x06": "ml-dsa-44",
};

/** A key of keys.json, made from its seed. */
export function vectorSigner(hasher: Hasher, key: { readonly [name: string]: string }): NoteSigner {
  const { name = "", type: spelled = "", seed_hex = "" } = key;
  const type = typeOfVector[spelled];
  if (type === undefined) throw new Error(`${spelled} is no type of key`);
  const seed = fromHex(seed_hex);
  const { publicKey, sign } =
    type === "ml-dsa-44"
      ? createMlDsa44Signer(seed)
      : { publicKey: ed25519.getPublicKey(seed), sign: (message: Uint8Array) => ed25519.sign(message, seed) };
  return { vkey: createVkey(hasher.sha256, { name, type, publicKey }), sign };
}

/** All arithmetic of a place, ML-DSA-44 included. */
export const withMlDsa44 = (primitives: Primitives): Primitives => ({ ...primitives, verifyMlDsa44 });
