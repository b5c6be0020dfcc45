import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Digest } from "@temwen/vocabulary";
import { type Pace, paceBody } from "./pace.ts";
import { type Expected, sweepParts, writePart } from "./part-file.ts";
import { createRoom } from "./room.ts";

export type StoreOutcome =
  | "stored"
  | "wrong-digest"
  | "wrong-size"
  | "not-sealed"
  | "no-space"
  | "too-many-uploads"
  | "too-slow";

/** Evidence as blobs, named by the digest of their sealed bytes. */
export type Blobs = {
  readonly store: (digest: Digest, size: number, body: AsyncIterable<Uint8Array>) => Promise<StoreOutcome>;
  /** Whether a blob of this size stands under the digest. What stands is whole. */
  readonly has: (digest: Digest, size: number) => Promise<boolean>;
  readonly open: (
    digest: Digest,
  ) => Promise<{ readonly size: number; readonly stream: ReadableStream<Uint8Array> } | undefined>;
};

/** What one folder of blobs allows; each has a value of the house. */
export type BlobLimits = {
  /** Evidence is refused while this much of the disk, in bytes, would not stay free: words come first. */
  readonly keptForWords: number;
  readonly mostAtOnce: number;
  readonly pace: Pace;
};

const mebibyte = 1024 * 1024;

/** 32 KiB a minute are 4.4 kbit/s, a third of the slowest mobile line that carries data at all. */
const houseLimits: BlobLimits = {
  keptForWords: 128 * mebibyte,
  mostAtOnce: 32,
  pace: { bytes: 32 * 1024, millis: 60_000 },
};

/**
 * Opens a folder of blobs and clears away what killed processes left in it. A blob is written beside its place, checked
 * and flushed while it comes, and only then renamed: what stands under a digest is whole. `isSealedStart` judges the
 * first bytes, so that nothing readable is kept.
 */
export async function openBlobFolder(
  folder: string,
  isSealedStart: (bytes: Uint8Array) => boolean,
  changed: Partial<BlobLimits> = {},
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
    await sweepParts(folder, ours, Date.now() - staleMillis);
  };
  await sweepNowAndThen();

  const write = async (expected: Expected, body: AsyncIterable<Uint8Array>): Promise<StoreOutcome> => {
    const place = placeOf(expected.digest);
    const aside = `${place}.${randomBytes(6).toString("hex")}.part`;
    ours.add(aside);
    try {
      await mkdir(dirname(place), { recursive: true });
      await syncFolder(folder);
      const paced = paceBody(body, limits.pace);
      const verdict = await writePart(aside, paced.chunks, expected);
      if (paced.hasStalled()) return "too-slow";
      if (verdict !== "written") return verdict;
      await rename(aside, place);
      await syncFolder(dirname(place));
      return "stored";
    } catch (cause) {
      if (isNoSpace(cause)) return "no-space";
      throw cause;
    } finally {
      await rm(aside, { force: true });
      ours.delete(aside);
    }
  };

  return {
    store: async (digest, size, body) => {
      await sweepNowAndThen();
      const taken = await room.take(size);
      if (typeof taken === "string") return taken;
      try {
        return await write({ digest, size, isSealedStart }, body);
      } finally {
        taken();
      }
    },
    has: async (digest, size) => (await readSize(placeOf(digest))) === size,
    open: async (digest) => {
      const place = placeOf(digest);
      const size = await readSize(place);
      if (size === undefined) return undefined;
      return { size, stream: Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array> };
    },
  };
}

const readSize = (place: string): Promise<number | undefined> =>
  stat(place).then(
    ({ size }) => size,
    () => undefined,
  );

/** Without this a name may be gone after a power cut, or a renamed file stand under its old one. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function isNoSpace(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && (cause.code === "ENOSPC" || cause.code === "EDQUOT");
}
