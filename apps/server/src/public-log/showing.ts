import { keptHeadPath } from "@temwen/public-log/kept-heads";
import { judgeCheckpoint } from "@temwen/public-log/policy";
import type { Primitives } from "@temwen/public-log/primitives-node";
import { openTileTree, proveConsistency } from "@temwen/public-log/tiles";
import { type Hash, sameHash } from "@temwen/public-log/tree";
import { granted, type Result, refused, sameBytes } from "@temwen/vocabulary";
import { clearPartials } from "./clear-partials.ts";
import type { Head, HeadSigner, SigningRefusal } from "./head-signer.ts";
import { type Hearing, type HearingRefusal, hearWitnesses } from "./hear-witnesses.ts";
import type { TileFolder } from "./tile-folder.ts";

/** What was published last: the signed and cosigned checkpoint, as everybody reads it. */
export type Published = { readonly head: Head; readonly checkpoint: Uint8Array };

export type ShowingRefusal = SigningRefusal | HearingRefusal;

export type ShowingOptions = Hearing & {
  readonly folder: TileFolder;
  readonly headSigner: HeadSigner;
  readonly primitives: Primitives;
};

/** Signature, witnesses, checkpoint: how a head whose tiles stand is seen by everybody. One call at a time. */
export type Showing = {
  /** Signs a head, has it cosigned, shows it. Undefined: another process showed this one already. */
  readonly show: (head: Head) => Promise<Result<Published | undefined, ShowingRefusal>>;
  /**
   * Shows again what the key signed last, before it signs anything more: whether the public saw more than `leaves`, which are all there
   * are, only witnesses can tell where all of the office came back from an old copy. The policy, too, may want more
   * than at the last start. Undefined: there is nothing to show, and nobody knows of more.
   */
  readonly showAgain: (leaves: bigint) => Promise<Result<Published | undefined, ShowingRefusal>>;
};

export const checkpointPath = "checkpoint";

export function createShowing(options: ShowingOptions): Showing {
  const { folder, headSigner, primitives, policy } = options;
  const { hasher } = primitives;

  const proveFrom =
    (head: Head) =>
    async (oldSize: bigint): Promise<readonly Hash[]> => {
      const tree = await openTileTree({ hasher, readTile: folder.read, ...head });
      const proof = tree.ok ? await proveConsistency(tree.value, oldSize) : tree;
      if (!proof.ok) throw new Error(`the log's own tiles cannot be read: ${proof.refusal.code}`);
      return proof.value;
    };

  const readShown = async (): Promise<Head | undefined> => {
    const bytes = await folder.read(checkpointPath);
    return bytes === null ? undefined : headSigner.read(bytes);
  };

  const write = async (head: Head, checkpoint: Uint8Array, before: Head | undefined): Promise<Published> => {
    const standing = await folder.read(checkpointPath);
    if (standing && sameBytes(standing, checkpoint)) return { head, checkpoint };
    // Kept before it is shown: by a head from before an answer anybody sees that the answer came late (docs/specs/breach.md).
    await folder.write([{ path: keptHeadPath(head.size), bytes: checkpoint }]);
    await folder.write([{ path: checkpointPath, bytes: checkpoint }]);
    await clearPartials(folder, before, head);
    return { head, checkpoint };
  };

  return {
    show: async (head) => {
      const before = await readShown();
      if (before && isSameHead(before, head)) return granted(undefined);
      const bar = before && barOf(before, head);
      if (bar) return refused(bar);
      const prove = proveFrom(head);
      const signed = await headSigner.sign(head, prove);
      if (!signed.ok) return signed;
      const heard = await hearWitnesses(options, { head, signed: signed.value, prove, leaves: head.size });
      if (!heard.ok) return heard;
      const judged = judgeCheckpoint(heard.value, policy, primitives);
      if (!judged.ok) throw new Error(`our own checkpoint: ${judged.refusal.code}`);
      return granted(await write(head, heard.value, before));
    },
    showAgain: async (leaves) => {
      const barred = await headSigner.bars(leaves);
      if (barred) return refused(barred);
      const signed = await headSigner.lastSigned();
      if (!signed.ok) return signed;
      const head = headSigner.read(signed.value);
      if (!head) throw new Error("what the key signed is its own");
      const before = await readShown();
      const bar = before && barOf(before, head);
      if (bar) return refused(bar);
      const heard = await hearWitnesses(options, { head, signed: signed.value, prove: proveFrom(head), leaves });
      if (!heard.ok) return heard;
      // A witness that is ahead of what the key remembers, and not of the leaves, has no line for this head.
      const isEnough = judgeCheckpoint(heard.value, policy, primitives).ok;
      return granted(head.size > 0n && isEnough ? await write(head, heard.value, before) : undefined);
    },
  };
}

const isSameHead = (one: Head, another: Head): boolean => one.size === another.size && sameHash(one.root, another.root);

/** What everybody was shown is signed, whatever the key's memory says: nothing may stand beside it, or before it. */
function barOf(shown: Head, head: Head): SigningRefusal | undefined {
  if (shown.size > head.size) return { code: "behind-signed-head", signed: shown.size };
  const isAnother = shown.size === head.size && !sameHash(shown.root, head.root);
  return isAnother ? { code: "not-consistent", signed: shown.size } : undefined;
}
