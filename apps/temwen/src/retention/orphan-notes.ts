import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { type Digest, type Instant, parseDigest, parseInstant } from "@temwen/vocabulary";
import type { DataFolder } from "../running/data-folder.ts";
import { isAbsent } from "../running/error-codes.ts";

/** Pieces of evidence that no case names, each with the hour of the run that saw it first. */
export type OrphanNotes = ReadonlyMap<Digest, Instant>;

const placeOf = ({ path }: DataFolder): string => join(path, "orphans.txt");

/** Reads the notes of the run before; a line that cannot be read counts for nothing: its piece waits anew. */
export async function readOrphanNotes(folder: DataFolder): Promise<OrphanNotes> {
  const text = await readFile(placeOf(folder), "utf8").catch((error) => {
    if (isAbsent(error)) return "";
    throw error;
  });
  const notes = new Map<Digest, Instant>();
  for (const line of text.split("\n")) {
    const [digest, since] = line.split(" ");
    const [named, seen] = [parseDigest(digest), parseInstant(since)];
    if (named.ok && seen.ok) notes.set(named.value, seen.value);
  }
  return notes;
}

/** Writes the notes in the place of those before: whole or not at all. */
export async function writeOrphanNotes(folder: DataFolder, notes: OrphanNotes): Promise<void> {
  const aside = `${placeOf(folder)}.new`;
  const handle = await open(aside, "w", 0o600);
  try {
    await handle.writeFile([...notes].map(([digest, since]) => `${digest} ${since}\n`).join(""));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, placeOf(folder));
}
