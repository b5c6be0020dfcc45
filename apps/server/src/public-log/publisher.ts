import { keptHeadPath } from "@temwen/public-log/kept-heads";
import { formatNote, type NoteSignature, parseNote } from "@temwen/public-log/note";
import { judgeCheckpoint, type LogPolicy } from "@temwen/public-log/policy";
import type { Primitives } from "@temwen/public-log/primitives-node";
import { edgeRoot, fullTile, growEdge, openTileTree, proveConsistency, tilePath } from "@temwen/public-log/tiles";
import type { Hash } from "@temwen/public-log/tree";
import type { LogHead, LogLeaf, LogRows } from "@temwen/record";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { alone } from "./alone.ts";
import { type Edge, type EdgeRefusal, grow, growTo, readEdge } from "./growth.ts";
import type { Head, HeadSigner, SigningRefusal } from "./head-signer.ts";
import type { TileFolder } from "./tile-folder.ts";
import type { Witness } from "./witnesses.ts";

/** Why nothing was published; what was sequenced stays, and is published when it is mended. */
export type PublishRefusal =
  | SigningRefusal
  /** The leaves in the database do not give the root that stands beside them. */
  | { readonly code: "rows-differ"; readonly size: bigint }
  | EdgeRefusal
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
  readonly headSigner: HeadSigner;
  readonly policy: LogPolicy;
  readonly witnesses: readonly Witness[];
  readonly primitives: Primitives;
  /** A file that stands while one process signs and shows. */
  readonly lock: string;
};

export const checkpointPath = "checkpoint";
/** Opens the publisher of one log. One call at a time. */
export function openPublisher(options: PublisherOptions): Publisher {
  const { rows, folder, headSigner, primitives } = options;
  const { hasher } = primitives;
  const growing = { rows, folder, hasher };
  let edge: Edge | undefined;

  const proveFrom =
    (head: Head) =>
    async (oldSize: bigint): Promise<readonly Hash[]> => {
      const tree = await openTileTree({ hasher, readTile: folder.read, ...head });
      const proof = tree.ok ? await proveConsistency(tree.value, oldSize) : tree;
      if (!proof.ok) throw new Error(`the log's own tiles cannot be read: ${proof.refusal.code}`);
      return proof.value;
    };

  const announce = async (head: Head): Promise<Result<Published, PublishRefusal>> => {
    const prove = proveFrom(head);
    const signed = await headSigner.sign(head, prove);
    if (!signed.ok) return signed;
    const lines = await Promise.all(options.witnesses.map((witness) => witness.cosign(signed.value, prove)));
    const checkpoint = addLines(signed.value, lines.flat());
    const judged = judgeCheckpoint(checkpoint, options.policy, primitives);
    if (!judged.ok) {
      if (judged.refusal.code !== "quorum-missing") throw new Error(`our own checkpoint: ${judged.refusal.code}`);
      return refused({ code: "quorum-missing", cosigned: judged.refusal.cosigned.map(({ name }) => name) });
    }
    const before = await folder.read(checkpointPath);
    // Kept before it is shown: by a head from before an answer anybody sees that the answer came late (docs/specs/breach.md).
    await folder.write([{ path: keptHeadPath(head.size), bytes: checkpoint }]);
    await folder.write([{ path: checkpointPath, bytes: checkpoint }]);
    await clearPartials(folder, before, head);
    return granted({ head, checkpoint });
  };

  const finish = async (given?: readonly Uint8Array[]): Promise<Result<Published | undefined, PublishRefusal>> => {
    const head = await rows.readHead();
    const standing = edge ? granted(edge) : await readEdge(growing, await headSigner.last());
    if (!standing.ok) return standing;
    const from = standing.value;
    if (head.size < from.tiles.size) return refused({ code: "behind-signed-head", signed: from.tiles.size });
    // The root of leaves that are at hand was computed here a moment ago.
    const isAtHand = given !== undefined && from.tiles.size + BigInt(given.length) === head.size;
    const at = isAtHand ? await grow(growing, from, given) : await growTo(growing, from, head);
    if (!at) return refused({ code: "rows-differ", size: head.size });
    edge = at;
    if (head.size === 0n) return granted(undefined);
    const shown = await folder.read(checkpointPath);
    const isNew = !shown || sizeOf(shown) !== head.size;
    if (!isNew) return granted(undefined);
    // Between what the key remembers and what is shown nobody else may come, or an older head could be shown last.
    return alone(options.lock, () => announce({ size: head.size, root: head.root }));
  };

  return {
    finish: () => finish(),
    published: () => folder.read(checkpointPath),
    publish: async (before, leaves, followed) => {
      const barred = await headSigner.bars(before.size);
      if (barred) {
        const isOvertaken = (await rows.readHead()).size !== before.size;
        return refused(isOvertaken ? { code: "overtaken" } : barred);
      }
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
      return finish(leaves.map(({ leaf }) => leaf));
    },
  };
}

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
