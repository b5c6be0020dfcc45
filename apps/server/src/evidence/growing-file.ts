import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, rm, stat } from "node:fs/promises";
import type { Expected } from "./part-file.ts";
import { startSize, writeWhole } from "./part-file.ts";

/** How far a file has grown, or why it will not. */
export type Growth =
  | { readonly offset: number }
  | { readonly refused: "wrong-offset" | "wrong-size" | "wrong-digest" | "not-sealed" };

/** How many bytes of a piece lie in its growing file: where its sender goes on. */
export const readOffset = (place: string): Promise<number> =>
  stat(place).then(
    ({ size }) => size,
    () => 0,
  );

/**
 * Writes a body behind what a growing file holds, from `offset` on, and flushes it. A line that breaks is no failure:
 * what came stays, and the sender goes on behind it. The first bytes are judged before any of them is written. A file
 * that is refused is removed.
 */
export async function growFile(
  place: string,
  offset: number,
  body: AsyncIterable<Uint8Array>,
  expected: Expected,
): Promise<Growth> {
  if ((await readOffset(place)) !== offset) return { refused: "wrong-offset" };
  const file = await open(place, "a", 0o600);
  try {
    const end = await appendAll(file, offset, body, expected);
    await file.sync();
    if (typeof end === "number") return { offset: end };
    await rm(place, { force: true });
    return { refused: end };
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

/** What Node says of a request whose connection was closed or taken away. */
const isBrokenLine = (cause: unknown): boolean =>
  cause instanceof Error &&
  "code" in cause &&
  ["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR"].includes(String(cause.code));

/** Whether a grown file is what was announced. One that is not is removed: its sender begins again. */
export async function checkGrown(place: string, { digest }: Pick<Expected, "digest">): Promise<boolean> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(place)) hash.update(chunk as Buffer);
  const isRight = hash.digest("hex") === digest;
  if (!isRight) await rm(place, { force: true });
  return isRight;
}
