import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Digest } from "@temwen/vocabulary";

/** What the bytes of a piece must turn out to be before they become a blob. */
export type Expected = {
  readonly digest: Digest;
  readonly size: number;
  readonly isSealedStart: (bytes: Uint8Array) => boolean;
};

/** Enough of an age file to know it by its header. */
const startSize = 2048;

/**
 * Writes a body behind the `offset` bytes that a file holds, flushes it, and returns how many bytes it holds now. The
 * first bytes of a piece are judged before any of them is written, so that nothing readable ever is. A line that breaks
 * is no failure here: what came is written.
 */
export async function appendSealed(
  place: string,
  offset: number,
  body: AsyncIterable<Uint8Array>,
  expected: Expected,
): Promise<number | "wrong-size" | "not-sealed"> {
  const file = await open(place, "a", 0o600);
  try {
    const end = await appendAll(file, offset, body, expected);
    await file.sync();
    return end;
  } finally {
    await file.close();
  }
}

async function appendAll(
  file: FileHandle,
  offset: number,
  body: AsyncIterable<Uint8Array>,
  { size, isSealedStart }: Expected,
): Promise<number | "wrong-size" | "not-sealed"> {
  let written = offset;
  let start = Buffer.alloc(0);
  try {
    for await (const chunk of body) {
      if (written + start.length + chunk.length > size) return "wrong-size";
      if (written > 0) {
        await writeWhole(file, chunk);
        written += chunk.length;
        continue;
      }
      start = Buffer.concat([start, chunk]);
      if (start.length < startSize) continue;
      if (!isSealedStart(start)) return "not-sealed";
      await writeWhole(file, start);
      written = start.length;
      start = Buffer.alloc(0);
    }
  } catch (cause) {
    if (!isBrokenLine(cause)) throw cause;
  }
  return written;
}

/** A disk that is nearly full takes a part of what it is given, and says so only in a number. */
async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

/** What Node says of a request whose connection was closed or taken away. */
const isBrokenLine = (cause: unknown): boolean =>
  cause instanceof Error &&
  "code" in cause &&
  ["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR"].includes(String(cause.code));

/** Whether the bytes of a file have this digest. */
export async function hasDigest(place: string, digest: Digest): Promise<boolean> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(place)) hash.update(chunk as Buffer);
  return hash.digest("hex") === digest;
}
