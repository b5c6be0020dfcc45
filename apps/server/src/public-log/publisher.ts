import { formatNote, type NoteSignature, parseNote } from "@temwen/public-log/note";
import { judgeCheckpoint, type LogPolicy } from "@temwen/public-log/policy";
import type { Primitives } from "@temwen/public-log/primitives-node";
import {
  edgeRoot,
  emptyEdge,
  fullTile,
  growBundles,
  growEdge,
  openTileTree,
  proveConsistency,
  type TileEdge,
  tilePath,
  tileWidth,
  type WrittenTile,
} from "@temwen/public-log/tiles";
import { type Hash, sameHash } from "@temwen/public-log/tree";
import type { LogHead, LogLeaf, LogRows } from "@temwen/record";
import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Head, HeadKeeper, SigningRefusal } from "./head-keeper.ts";
import type { TileFolder } from "./tile-folder.ts";
import type { Witness } from "./witnesses.ts";

/** Why nothing was published; what was sequenced stays, and is published when it is mended. */
export type PublishRefusal =
  | SigningRefusal
  /** The leaves in the database do not give the root that stands beside them. */
  | { readonly code: "rows-differ"; readonly size: bigint }
  /** The tiles do not agree with the head that was signed over them. */
  | { readonly code: "tiles-differ"; readonly path: string }
  /** Too few witnesses cosigned. The log stands still rather than be seen without them. */
  | { readonly code: "quorum-missing"; readonly cosigned: readonly string[] };

/** What was published last: the signed and cosigned checkpoint, as everybody reads it. */
export type Published = { readonly head: Head; readonly checkpoint: Uint8Array };

export type Publisher = {
  /** Finishes whatever was begun, here or by another process: rows, tiles, signature, witnesses, checkpoint, in this order. */
  readonly finish: () => Promise<Result<Published | undefined, PublishRefusal>>;
  /**
   * Puts leaves behind those of a head and publishes; `followed` is how far the record is then in the log. `overtaken`: another
   * process came first, and nothing of these was taken.
   */
  readonly publish: (
    before: LogHead,
    leaves: readonly LogLeaf[],
    followed: number,
  ) => Promise<Result<Published | undefined, PublishRefusal | { readonly code: "overtaken" }>>;
  readonly published: () => Promise<Uint8Array | null>;
};

export type PublisherOptions = {
  readonly rows: LogRows;
  readonly folder: TileFolder;
  readonly keeper: HeadKeeper;
  readonly policy: LogPolicy;
  readonly witnesses: readonly Witness[];
  readonly primitives: Primitives;
};

export const checkpointPath = "checkpoint";
/** What was cosigned may be read by others at once, so bundles are at most so long in one go. */
const mostAtOnce = 16_384n;

/** What is known of the right edge: its hashes, and the entries of the last bundle. */
type Edge = { readonly tiles: TileEdge; readonly entries: readonly Uint8Array[] };

/** Opens the publisher of one log. One call at a time. */
export function openPublisher(options: PublisherOptions): Publisher {
  const { rows, folder, keeper, primitives } = options;
  const { hasher } = primitives;
  let edge: Edge | undefined;

  /** The edge up to which tiles are durable: they were before the head was signed. */
  const readEdge = async (): Promise<Result<Edge, PublishRefusal>> => {
    if (edge) return granted(edge);
    const signed = await keeper.last();
    if (!signed || signed.size === 0n) return granted({ tiles: emptyEdge, entries: [] });
    const tree = await openTileTree({ hasher, readTile: folder.read, ...signed });
    if (!tree.ok) {
      return refused({ code: "tiles-differ", path: "path" in tree.refusal ? tree.refusal.path : checkpointPath });
    }
    const from = signed.size - (signed.size % 256n);
    return granted({ tiles: tree.value.edge, entries: await rows.readLeaves(from, signed.size) });
  };

  const proveFrom =
    (head: Head) =>
    async (oldSize: bigint): Promise<readonly Hash[]> => {
      const tree = await openTileTree({ hasher, readTile: folder.read, ...head });
      const proof = tree.ok ? await proveConsistency(tree.value, oldSize) : tree;
      if (!proof.ok) throw new Error(`the log's own tiles cannot be read: ${proof.refusal.code}`);
      return proof.value;
    };

  /** Tiles for more leaves, durable when it returns. */
  const grow = async (from: Edge, leaves: readonly Uint8Array[]): Promise<Edge> => {
    const grown = growEdge(hasher, from.tiles, leaves.map(hasher.leaf));
    const bundles = growBundles(from.tiles.size, from.entries, leaves);
    await folder.write([...grown.tiles, ...bundles].map(toFile));
    const all = [...from.entries, ...leaves];
    return { tiles: grown.edge, entries: all.slice(all.length - (all.length % tileWidth)) };
  };

  const announce = async (head: Head): Promise<Result<Published, PublishRefusal>> => {
    const prove = proveFrom(head);
    const signed = await keeper.sign(head, prove);
    if (!signed.ok) return signed;
    const lines = await Promise.all(options.witnesses.map((witness) => witness.cosign(signed.value, prove)));
    const checkpoint = addLines(signed.value, lines.flat());
    const judged = judgeCheckpoint(checkpoint, options.policy, primitives);
    if (!judged.ok) {
      if (judged.refusal.code !== "quorum-missing") throw new Error(`our own checkpoint: ${judged.refusal.code}`);
      return refused({ code: "quorum-missing", cosigned: judged.refusal.cosigned.map(({ name }) => name) });
    }
    const before = await folder.read(checkpointPath);
    await folder.write([{ path: checkpointPath, bytes: checkpoint }]);
    await clearPartials(folder, before, head);
    return granted({ head, checkpoint });
  };

  const finish = async (given?: readonly LogLeaf[]): Promise<Result<Published | undefined, PublishRefusal>> => {
    const head = await rows.readHead();
    const read = await readEdge();
    if (!read.ok) return read;
    let at = read.value;
    if (head.size < at.tiles.size) return refused({ code: "behind-signed-head", signed: at.tiles.size });
    if (given && at.tiles.size + BigInt(given.length) === head.size) {
      at = await grow(
        at,
        given.map(({ leaf }) => leaf),
      );
    }
    while (at.tiles.size < head.size) {
      const leaves = await rows.readLeaves(at.tiles.size, least(head.size, at.tiles.size + mostAtOnce));
      if (leaves.length === 0) return refused({ code: "rows-differ", size: head.size });
      at = await grow(at, leaves);
    }
    if (!sameHash(edgeRoot(hasher, at.tiles), head.root)) return refused({ code: "rows-differ", size: head.size });
    edge = at;
    if (head.size === 0n) return granted(undefined);
    const standing = await folder.read(checkpointPath);
    const isNew = !standing || sizeOf(standing) !== head.size;
    return isNew ? announce({ size: head.size, root: head.root }) : granted(undefined);
  };

  return {
    finish,
    published: () => folder.read(checkpointPath),
    publish: async (before, leaves, followed) => {
      if (!edge || edge.tiles.size !== before.size) {
        const finished = await finish();
        if (!finished.ok) return finished;
      }
      if (!edge || edge.tiles.size !== before.size) return refused({ code: "overtaken" });
      const { edge: next } = growEdge(
        hasher,
        edge.tiles,
        leaves.map(({ leaf }) => hasher.leaf(leaf)),
      );
      const head = { size: next.size, root: edgeRoot(hasher, next), followed };
      const outcome = await rows.extend({ from: before.size, leaves, head });
      if (outcome === "overtaken") return refused({ code: "overtaken" });
      return finish(leaves);
    },
  };
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

const toFile = ({ tile, bytes }: WrittenTile): { readonly path: string; readonly bytes: Uint8Array } => ({
  path: tilePath(tile),
  bytes,
});

function addLines(checkpoint: Uint8Array, lines: readonly NoteSignature[]): Uint8Array {
  const note = parseNote(checkpoint);
  if (!note.ok) throw new Error("what the log signed is a note");
  return formatNote({ text: note.value.text, signatures: [...note.value.signatures, ...lines] });
}

const sizeOf = (checkpoint: Uint8Array): bigint | undefined => {
  const note = parseNote(checkpoint);
  return note.ok ? BigInt(note.value.text.split("\n")[1] ?? "0") : undefined;
};

/** Partial tiles of the checkpoint before, once the full ones stand. Whoever still reads by that one falls back to those. */
async function clearPartials(folder: TileFolder, before: Uint8Array | null, head: Head): Promise<void> {
  const old = before && sizeOf(before);
  if (!old) return;
  const gone: string[] = [];
  for (let [level, nodes] = [0, old]; nodes > 0n; [level, nodes] = [level + 1, nodes / 256n]) {
    const width = Number(nodes % 256n);
    const isFullNow = head.size >> BigInt(8 * level) >= (nodes / 256n + 1n) * 256n;
    if (width === 0 || !isFullNow) continue;
    const partial = { level, n: nodes / 256n, width };
    if (await folder.read(tilePath(fullTile(partial)))) gone.push(tilePath(partial));
    if (level === 0) gone.push(tilePath({ ...partial, level: "entries" }));
  }
  await folder.remove(gone);
}
