import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Shelf } from "@temwen/server";
import { type Digest, parseDigest } from "@temwen/vocabulary";
import { isAbsent } from "../running/error-codes.ts";

/** What the list of pieces that a restore puts into a bucket is called in the folder, while it is at work. */
export const journalName = "restoring-pieces.txt";

const placeOf = (path: string): string => join(path, journalName);

/** Remembers, on the disk, that a piece is about to be put into a bucket where it was not. */
export async function notePiece(path: string, digest: Digest): Promise<void> {
  const handle = await open(placeOf(path), "a", 0o600);
  try {
    await handle.writeFile(`${digest}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The pieces that were noted; one whose line was not written to its end was never put. */
export async function readPieces(path: string): Promise<readonly Digest[]> {
  const text = await readFile(placeOf(path), "utf8").catch((error) => {
    if (isAbsent(error)) return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => {
    const digest = parseDigest(line);
    return digest.ok ? [digest.value] : [];
  });
}

/** Takes the noted pieces out of the bucket, then the notes away. May be done again. Throws `ShelfFault`. */
export async function clearPieces(path: string, shelf: Pick<Shelf, "remove">): Promise<void> {
  for (const digest of await readPieces(path)) await shelf.remove(digest);
  await forgetPieces(path);
}

/** What was put is the office's: nothing of it is to be cleared away any more. */
export const forgetPieces = (path: string): Promise<void> => rm(placeOf(path), { force: true });
