import { formatCheckpoint, openCheckpoint } from "@temwen/public-log/checkpoint";
import { formatNote, type NoteSigner, signText } from "@temwen/public-log/note";
import type { Primitives } from "@temwen/public-log/primitives-node";
import { type Hash, sameHash, verifyConsistency } from "@temwen/public-log/tree";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { openTileFolder, type TileFolder } from "./tile-folder.ts";

/** A tree that the log is to stand for with its signature. */
export type Head = { readonly size: bigint; readonly root: Hash };

export type SigningRefusal =
  /** The office came back from a backup, and nobody has said yet what the public saw after it was taken. */
  | { readonly code: "restored" }
  /** What is to be signed is older than what was signed: the database, or the tiles, came back from an old backup. */
  | { readonly code: "behind-signed-head"; readonly signed: bigint }
  /** It does not begin with what was signed: two histories of one log. */
  | { readonly code: "not-consistent"; readonly signed: bigint };

/**
 * The log's signature, with a memory of its own that no database and no tile can change: it signs only what continues what it
 * signed last, and keeps that durably before anybody sees it.
 */
export type HeadSigner = {
  readonly origin: string;
  readonly last: () => Promise<Head | undefined>;
  /** The same as it was signed; a log that never signed anything signs the empty tree for it. */
  readonly lastSigned: () => Promise<Result<Uint8Array, SigningRefusal>>;
  /** What a checkpoint says that this key signed; undefined where it did not. */
  readonly read: (checkpoint: Uint8Array) => Head | undefined;
  /** Why nothing of this size could be signed; then nothing may be put behind it either. */
  readonly bars: (size: bigint) => Promise<SigningRefusal | undefined>;
  /** The signed checkpoint. `prove` gives the consistency proof from an older size. */
  readonly sign: (
    head: Head,
    prove: (oldSize: bigint) => Promise<readonly Hash[]>,
  ) => Promise<Result<Uint8Array, SigningRefusal>>;
};

const place = "last-signed";
const restoredPlace = "restored";

/** Opens the memory in a folder of its own. Throws when what lies there was not signed by this key. */
export function openHeadSigner(signer: NoteSigner, memory: TileFolder, primitives: Primitives): HeadSigner {
  const { name } = signer.vkey;
  const readOwn = (bytes: Uint8Array): Head | undefined => {
    const opened = openCheckpoint(bytes, [signer.vkey], primitives);
    return opened.ok && opened.value.checkpoint.origin === name ? opened.value.checkpoint : undefined;
  };
  const read = async (): Promise<Head | undefined> => {
    const bytes = await memory.read(place);
    const own = bytes === null ? undefined : readOwn(bytes);
    if (bytes !== null && own === undefined) throw new Error("what the log's key signed last cannot be read");
    return own;
  };
  const bars = async (size: bigint): Promise<SigningRefusal | undefined> => {
    if (await memory.read(restoredPlace)) return { code: "restored" };
    const last = await read();
    return last && last.size > size ? { code: "behind-signed-head", signed: last.size } : undefined;
  };
  const sign: HeadSigner["sign"] = async (head, prove) => {
    const barred = await bars(head.size);
    if (barred) return refused(barred);
    const last = await read();
    if (last && !(await continues(last, head, prove, primitives))) {
      return refused({ code: "not-consistent", signed: last.size });
    }
    const text = formatCheckpoint({ origin: name, size: head.size, root: head.root, extensions: [] });
    const note = formatNote({ text, signatures: [signText(signer, text)] });
    await memory.write([{ path: place, bytes: note }]);
    return granted(note);
  };
  return {
    origin: name,
    last: read,
    lastSigned: async () => {
      const last = await memory.read(place);
      return last ? granted(last) : sign({ size: 0n, root: primitives.hasher.emptyRoot }, async () => []);
    },
    read: readOwn,
    bars,
    sign,
  };
}

async function continues(
  last: Head,
  head: Head,
  prove: (oldSize: bigint) => Promise<readonly Hash[]>,
  { hasher }: Primitives,
): Promise<boolean> {
  if (last.size === 0n) return sameHash(last.root, hasher.emptyRoot);
  const proof = last.size === head.size ? [] : await prove(last.size);
  const claim = { oldSize: last.size, oldRoot: last.root, size: head.size, root: head.root, proof };
  return verifyConsistency(hasher, claim).ok;
}

/** Until `allowSigning` the key whose memory lies in this folder signs nothing. */
export async function forbidSigning(memory: string): Promise<void> {
  await openTileFolder(memory).write([{ path: restoredPlace, bytes: new TextEncoder().encode("restored\n") }]);
}

/** The key of a log, and the folder of its memory. */
export type SigningPlace = { readonly signer: NoteSigner; readonly memory: string; readonly primitives: Primitives };

/** A checkpoint of the key's own, as a copy of the log shows it, and what proves that it continues an older one. */
export type SignedCopy = {
  readonly checkpoint: Uint8Array;
  readonly prove: (oldSize: bigint) => Promise<readonly Hash[]>;
};

/** Why the key cannot go on behind a copy: it remembers that it signed more, or something else. It never forgets what it signed. */
export async function findSigningBar(
  { signer, memory, primitives }: SigningPlace,
  { checkpoint, prove }: SignedCopy,
): Promise<SigningRefusal | undefined> {
  const opened = openHeadSigner(signer, openTileFolder(memory), primitives);
  const [last, head] = [await opened.last(), opened.read(checkpoint)];
  if (!head) throw new Error("a copy that this key did not sign");
  if (!last) return undefined;
  if (last.size > head.size) return { code: "behind-signed-head", signed: last.size };
  return (await continues(last, head, prove, primitives)) ? undefined : { code: "not-consistent", signed: last.size };
}

/** Lets the key sign again; `copy` is what the public saw last, if anything came after the backup. Nothing is done where it is refused. */
export async function allowSigning(at: SigningPlace, copy?: SignedCopy): Promise<Result<undefined, SigningRefusal>> {
  const bar = copy && (await findSigningBar(at, copy));
  if (bar) return refused(bar);
  const folder = openTileFolder(at.memory);
  if (copy) await folder.write([{ path: place, bytes: copy.checkpoint }]);
  await folder.remove([restoredPlace]);
  return granted(undefined);
}

/** Up to which size the key remembers that it signed; 0 for none. */
export const readSignedSize = async ({ signer, memory, primitives }: SigningPlace): Promise<bigint> =>
  (await openHeadSigner(signer, openTileFolder(memory), primitives).last())?.size ?? 0n;
