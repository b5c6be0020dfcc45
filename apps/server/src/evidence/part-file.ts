import { createHash } from "node:crypto";
import { type FileHandle, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Digest } from "@temwen/vocabulary";

/** What a part file must turn out to be before it becomes a blob. */
export type Expected = {
  readonly digest: Digest;
  readonly size: number;
  readonly isSealedStart: (bytes: Uint8Array) => boolean;
};

/** Enough of an age file to know it by its header. */
export const startSize = 2048;

/** Writes a body into a new file, checked while it comes and flushed at its end. Nothing readable is ever written. */
export async function writePart(
  place: string,
  body: AsyncIterable<Uint8Array>,
  expected: Expected,
): Promise<"written" | "wrong-digest" | "wrong-size" | "not-sealed"> {
  const file = await open(place, "wx", 0o600);
  const hash = createHash("sha256");
  let written = 0;
  let start = Buffer.alloc(0);
  let isChecked = false;
  try {
    for await (const chunk of body) {
      written += chunk.length;
      if (written > expected.size) return "wrong-size";
      if (!isChecked) {
        start = Buffer.concat([start, chunk]);
        if (start.length < startSize) continue;
        if (!expected.isSealedStart(start)) return "not-sealed";
        isChecked = true;
        hash.update(start);
        await writeWhole(file, start);
        continue;
      }
      hash.update(chunk);
      await writeWhole(file, chunk);
    }
    if (written !== expected.size) return "wrong-size";
    if (!isChecked) return "not-sealed";
    if (hash.digest("hex") !== expected.digest) return "wrong-digest";
    await file.sync();
    return "written";
  } finally {
    await file.close();
  }
}

/** Writes all of it: a disk that is nearly full takes a part of what it is given, and says so only in a number. */
export async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

const partName = /^[0-9a-f]{64}\.[0-9a-f]{12}\.part$/;
const growingName = /^[0-9a-f]{64}\.growing$/;

/** Milliseconds since 1970; what was last written before is removed. */
export type Stale = { readonly parts: number; readonly growing: number };

/**
 * Removes the part files that a killed process left, and growing ones to which no sender came back for so long. Those
 * that this process writes are spared whatever their age.
 */
export async function sweepParts(folder: string, ours: ReadonlySet<string>, stale: Stale): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const place = join(entry.parentPath, entry.name);
    const before = readBefore(entry.name, stale);
    if (before === undefined || ours.has(place)) continue;
    // Another process may finish or sweep it at the same moment.
    const written = await stat(place).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (written !== undefined && written < before) await rm(place, { force: true });
  }
}

function readBefore(name: string, stale: Stale): number | undefined {
  if (partName.test(name)) return stale.parts;
  return growingName.test(name) ? stale.growing : undefined;
}
