import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Digest } from "@temwen/vocabulary";

export type StoreOutcome = "stored" | "wrong-digest" | "wrong-size" | "not-sealed" | "no-space";

/** Evidence as blobs, named by the digest of their sealed bytes. */
export type Blobs = {
  readonly store: (digest: Digest, size: number, body: AsyncIterable<Uint8Array>) => Promise<StoreOutcome>;
  readonly open: (
    digest: Digest,
  ) => Promise<{ readonly size: number; readonly stream: ReadableStream<Uint8Array> } | undefined>;
};

/** Evidence is refused while this much of the disk is still free: words come first. */
const keptForWords = 128 * 1024 * 1024;

/**
 * Blobs in a folder. A blob is written beside its place, checked and flushed while it comes, and only then renamed:
 * what stands under a digest is whole. `isSealedStart` judges the first bytes, so that nothing readable is kept.
 */
export function openBlobFolder(folder: string, isSealedStart: (bytes: Uint8Array) => boolean): Blobs {
  const placeOf = (digest: Digest): string => join(folder, digest.slice(0, 2), digest);
  return {
    store: async (digest, size, body) => {
      const place = placeOf(digest);
      const aside = `${place}.${randomBytes(6).toString("hex")}.part`;
      try {
        if ((await readFree(folder)) < size + keptForWords) return "no-space";
        await mkdir(dirname(place), { recursive: true });
        const verdict = await writeAside(aside, { digest, size, body, isSealedStart });
        if (verdict !== "stored") return verdict;
        await rename(aside, place);
        await syncFolder(dirname(place));
        return "stored";
      } catch (cause) {
        if (isNoSpace(cause)) return "no-space";
        throw cause;
      } finally {
        await rm(aside, { force: true });
      }
    },
    open: async (digest) => {
      const place = placeOf(digest);
      const size = await stat(place).then(
        (found) => found.size,
        () => undefined,
      );
      if (size === undefined) return undefined;
      return { size, stream: Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array> };
    },
  };
}

async function writeAside(
  aside: string,
  blob: {
    readonly digest: Digest;
    readonly size: number;
    readonly body: AsyncIterable<Uint8Array>;
    readonly isSealedStart: (bytes: Uint8Array) => boolean;
  },
): Promise<StoreOutcome> {
  const file = await open(aside, "wx", 0o600);
  const hash = createHash("sha256");
  let written = 0;
  let start = Buffer.alloc(0);
  let isChecked = false;
  try {
    for await (const chunk of blob.body) {
      written += chunk.length;
      if (written > blob.size) return "wrong-size";
      if (!isChecked) {
        start = Buffer.concat([start, chunk]);
        if (start.length < 2048) continue;
        if (!blob.isSealedStart(start)) return "not-sealed";
        isChecked = true;
        hash.update(start);
        await writeWhole(file, start);
        continue;
      }
      hash.update(chunk);
      await writeWhole(file, chunk);
    }
    if (written !== blob.size) return "wrong-size";
    if (!isChecked) return "not-sealed";
    if (hash.digest("hex") !== blob.digest) return "wrong-digest";
    await file.sync();
    return "stored";
  } finally {
    await file.close();
  }
}

/** A disk that is nearly full takes a part of what it is given, and says so only in a number. */
async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

/** Without this a renamed file may stand under its old name after a power cut. */
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
