import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Digest } from "@temwen/vocabulary";
import { readFree } from "../free-space.ts";
import { syncFolder } from "../sync-folder.ts";
import { appendSealed, type Expected, hasDigest } from "./append-sealed.ts";
import { type Pace, paceBody } from "./pace.ts";
import { createRoom } from "./room.ts";
import { openDiskShelf, readSize } from "./shelf.ts";
import { growingPlaceOf, partPlaceOf, sweepUnfinished } from "./unfinished.ts";

/** How far a piece has come, or why it is refused. */
export type GrowOutcome =
  | { readonly offset: number; readonly isStored: boolean }
  | {
      readonly refused:
        | "wrong-offset"
        | "wrong-digest"
        | "wrong-size"
        | "not-sealed"
        | "no-space"
        | "too-many-uploads"
        | "too-slow";
    };

export type StoreOutcome = "stored" | Extract<GrowOutcome, { readonly refused: string }>["refused"];

/** Evidence as blobs, named by the digest of their sealed bytes. */
export type Blobs = {
  /** Writes a body behind the `offset` bytes that are there. A broken line leaves what came. */
  readonly grow: (
    digest: Digest,
    size: number,
    offset: number,
    body: AsyncIterable<Uint8Array>,
  ) => Promise<GrowOutcome>;
  /** Where the sender of a piece goes on: all of it for a blob that stands. `arrived`: whether it was noted that it does. */
  readonly readOffset: (digest: Digest, size: number, arrived: boolean) => Promise<number>;
  readonly store: (digest: Digest, size: number, body: AsyncIterable<Uint8Array>) => Promise<StoreOutcome>;
  /** Takes a blob away, and what was begun of it. Nothing happens where none is; throws where it cannot go. */
  readonly remove: (digest: Digest) => Promise<void>;
  /** Whether a blob of this size stands under the digest. What stands is whole. */
  readonly has: (digest: Digest, size: number) => Promise<boolean>;
  readonly open: (
    digest: Digest,
  ) => Promise<{ readonly size: number; readonly stream: ReadableStream<Uint8Array> } | undefined>;
  /** Throws when nothing could be stored now. */
  readonly ping: () => Promise<void>;
};

/** What one folder of blobs allows; each has a value of the house. */
export type BlobLimits = {
  /** Evidence is refused while this much of the disk, in bytes, would not stay free: words come first. */
  readonly keptForWords: number;
  readonly mostAtOnce: number;
  readonly pace: Pace;
  /** How long a sender may stay away between two bits of a piece, in milliseconds. */
  readonly awayMillis: number;
};

const mebibyte = 1024 * 1024;

/** 32 KiB a minute are 4.4 kbit/s, a third of the slowest mobile line that carries data at all. */
const houseLimits: BlobLimits = {
  keptForWords: 128 * mebibyte,
  mostAtOnce: 32,
  pace: { bytes: 32 * 1024, millis: 60_000 },
  awayMillis: 7 * 24 * 3_600_000,
};

/**
 * Opens a folder of blobs and clears away what killed processes left in it. A piece is gathered in the folder, checked
 * and flushed while it comes, and only then put on the shelf, which is the folder itself if no other is given: what
 * stands under a digest is whole. `isSealedStart` judges the first bytes, so that nothing readable is kept.
 */
export async function openBlobFolder(
  folder: string,
  isSealedStart: (bytes: Uint8Array) => boolean,
  changed: Partial<BlobLimits> = {},
  shelf = openDiskShelf(folder),
): Promise<Blobs> {
  const limits = { ...houseLimits, ...changed };
  const room = createRoom({ ...limits, readFree: () => readFree(folder) });
  const placeOf = (digest: Digest): string => join(folder, digest.slice(0, 2), digest);
  const ours = new Set<string>();

  // Other processes may write here too. Whoever keeps the pace writes far more often than this.
  const staleMillis = 10 * limits.pace.millis;
  let swept = Number.NEGATIVE_INFINITY;
  const sweepNowAndThen = async (): Promise<void> => {
    if (performance.now() - swept < staleMillis) return;
    swept = performance.now();
    const now = Date.now();
    await sweepUnfinished(folder, ours, { parts: now - staleMillis, growing: now - limits.awayMillis });
  };
  await sweepNowAndThen();

  /** A piece whose bytes are all here becomes a blob, or is refused for good. */
  const finish = async (piece: string, { digest, size }: Expected): Promise<GrowOutcome> => {
    if (!(await hasDigest(piece, digest))) return { refused: "wrong-digest" };
    await shelf.put(digest, size, piece);
    await rm(growingPlaceOf(placeOf(digest)), { force: true });
    return { offset: size, isStored: true };
  };
  /** Adds to the file of a piece; what is whole and right becomes a blob. */
  const add = async (piece: string, offset: number, body: AsyncIterable<Uint8Array>, expected: Expected) => {
    const place = placeOf(expected.digest);
    ours.add(piece);
    try {
      await mkdir(dirname(place), { recursive: true });
      await syncFolder(folder);
      const paced = paceBody(body, limits.pace);
      const end = await appendSealed(piece, offset, paced.chunks, expected);
      if (typeof end === "string") return { refused: end };
      if (paced.hasStalled()) return { refused: "too-slow" } as const;
      if (end < expected.size) return { offset: end, isStored: false };
      return await finish(piece, expected);
    } finally {
      ours.delete(piece);
    }
  };
  /** Lets in whom there is room for. */
  const withRoom = async (size: number, act: () => Promise<GrowOutcome>): Promise<GrowOutcome> => {
    await sweepNowAndThen();
    const taken = await room.take(size);
    if (typeof taken === "string") return { refused: taken };
    try {
      return await act();
    } catch (cause) {
      if (isNoSpace(cause)) return { refused: "no-space" };
      throw cause;
    } finally {
      taken();
    }
  };

  return {
    store: async (digest, size, body) => {
      const piece = partPlaceOf(placeOf(digest));
      try {
        const added = await withRoom(size, () => add(piece, 0, body, { digest, size, isSealedStart }));
        if ("refused" in added) return added.refused;
        return added.isStored ? "stored" : "wrong-size";
      } finally {
        await rm(piece, { force: true });
      }
    },
    grow: (digest, size, offset, body) =>
      withRoom(Math.max(size - offset, 0), async () => {
        const piece = growingPlaceOf(placeOf(digest));
        if (((await readSize(piece)) ?? 0) !== offset) return { refused: "wrong-offset" };
        const added = await add(piece, offset, body, { digest, size, isSealedStart });
        // What is not what was announced is of no use to whoever goes on behind it.
        if ("refused" in added && added.refused !== "too-slow") await rm(piece, { force: true });
        return added;
      }),
    readOffset: async (digest, size, arrived) => {
      const piece = growingPlaceOf(placeOf(digest));
      const came = await readSize(piece);
      // Where nobody can tell, the piece grows here meanwhile.
      const stands = arrived ? shelf.has : shelf.holds;
      if (came === undefined) return (await stands(digest, size).catch(() => false)) ? size : 0;
      if (came < size) return came;
      // Killed behind the last byte, or its place did not take it then. Its sender will not send a byte more.
      const finished = await finish(piece, { digest, size, isSealedStart });
      if ("refused" in finished) await rm(piece, { force: true });
      return "refused" in finished ? 0 : size;
    },
    remove: async (digest) => {
      await shelf.remove(digest);
      const place = placeOf(digest);
      const begun = await readdir(dirname(place)).catch(noneWhereAbsent);
      for (const name of begun) if (name.startsWith(digest)) await rm(join(dirname(place), name), { force: true });
    },
    has: shelf.has,
    open: shelf.open,
    ping: shelf.ping,
  };
}

function noneWhereAbsent(cause: unknown): readonly string[] {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
  throw cause;
}

function isNoSpace(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && (cause.code === "ENOSPC" || cause.code === "EDQUOT");
}
