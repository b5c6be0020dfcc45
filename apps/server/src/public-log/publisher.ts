import { edgeRoot, growEdge } from "@temwen/public-log/tiles";
import { sameHash } from "@temwen/public-log/tree";
import type { LogHead, LogLeaf, LogRows } from "@temwen/record";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { alone } from "./alone.ts";
import { type Edge, type EdgeRefusal, grow, growTo, readEdge } from "./growth.ts";
import { checkpointPath, createShowing, type Published, type ShowingOptions, type ShowingRefusal } from "./showing.ts";

/** Why nothing was published; what was sequenced stays, and is published when it is mended. */
export type PublishRefusal = ShowingRefusal | EdgeRefusal;

export type Publisher = {
  /**
   * Finishes whatever was begun, here or by another process: rows, tiles, signature, witnesses, checkpoint, in this order. At first
   * it shows the witnesses what the key signed last: a log that came back from an old copy, all of it, knows by them only.
   */
  readonly finish: () => Promise<Result<Published | undefined, PublishRefusal>>;
  /**
   * Puts leaves behind those of a head and publishes; `followed` is how far the record is then in the log. Nothing is put behind a
   * head that is not shown yet. `overtaken`: another process came first, and nothing of these was taken.
   */
  readonly publish: (
    before: LogHead,
    leaves: readonly LogLeaf[],
    followed: number,
  ) => Promise<Result<Published | undefined, PublishRefusal | { readonly code: "overtaken" }>>;
  readonly published: () => Promise<Uint8Array | null>;
};

export type PublisherOptions = ShowingOptions & {
  readonly rows: LogRows;
  /** A file that stands while one process signs and shows. */
  readonly lock: string;
};

/** Opens the publisher of one log. One call at a time. */
export function openPublisher(options: PublisherOptions): Publisher {
  const { rows, folder, headSigner, primitives, lock } = options;
  const { hasher } = primitives;
  const growing = { rows, folder, hasher };
  const showing = createShowing(options);
  let edge: Edge | undefined;
  /** Up to where this process knows that the log is shown, and that no witness saw more; undefined until it asked. */
  let shown: bigint | undefined;

  const begin = async (): Promise<PublishRefusal | undefined> => {
    const { size } = await rows.readHead();
    const standing = await readEdge(growing, await headSigner.last());
    if (!standing.ok) return standing.refusal;
    const again = await showing.showAgain(size);
    if (!again.ok) return again.refusal;
    edge = standing.value;
    shown = again.value?.head.size ?? 0n;
    return undefined;
  };

  const finish = async (given?: readonly Uint8Array[]): Promise<Result<Published | undefined, PublishRefusal>> => {
    const refusal = shown === undefined ? await alone(lock, begin) : undefined;
    if (refusal) return refused(refusal);
    const head = await rows.readHead();
    if (!edge) throw new Error("who has begun knows the edge");
    if (head.size < edge.tiles.size) return refused({ code: "behind-signed-head", signed: edge.tiles.size });
    // The root of leaves that are at hand was computed here a moment ago.
    const isAtHand = given !== undefined && edge.tiles.size + BigInt(given.length) === head.size;
    const at = isAtHand ? await grow(growing, edge, given) : await growTo(growing, edge, head);
    if (!at.ok) return at;
    edge = at.value;
    if (shown === head.size) return granted(undefined);
    // Between what the key remembers and what is shown nobody else may come, or an older head could be shown last.
    const outcome = await alone(lock, () => showing.show({ size: head.size, root: head.root }));
    if (outcome.ok) shown = head.size;
    return outcome;
  };

  const isReadyFor = ({ size }: LogHead): boolean => edge?.tiles.size === size && shown === size;

  return {
    finish: () => finish(),
    published: () => folder.read(checkpointPath),
    publish: async (before, leaves, followed) => {
      const barred = await headSigner.bars(before.size);
      if (barred) {
        const isOvertaken = (await rows.readHead()).size !== before.size;
        return refused(isOvertaken ? { code: "overtaken" } : barred);
      }
      if (!isReadyFor(before)) {
        const finished = await finish();
        if (!finished.ok) return finished;
      }
      if (!edge || !isReadyFor(before)) return refused({ code: "overtaken" });
      if (!sameHash(edgeRoot(hasher, edge.tiles), before.root)) {
        return refused({ code: "rows-differ", size: before.size });
      }
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
