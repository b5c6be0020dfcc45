import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { forbidSigning, type Shelf } from "@temwen/server";
import type { Digest } from "@temwen/vocabulary";
import type { DataFolder } from "../running/data-folder.ts";
import { notePiece } from "./bucket-journal.ts";
import type { EntryTail } from "./container.ts";
import type { Opening } from "./manifest.ts";
import { writeFlushed } from "./write-flushed.ts";

const publicFiles: readonly string[] = ["keys/roots.json", "keys/directory-1.json"];

/** Puts one of the office's files where it was. `path` is one that `parseEntryName` let through. */
export async function putFile(
  { path: root }: DataFolder,
  path: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const place = join(root, path);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  // Whom to believe is for everybody to read; every other file of an office is a secret.
  await writeFlushed(place, bytes, publicFiles.includes(path) ? 0o644 : 0o600);
}

/**
 * Puts a piece of evidence on its shelf; one that is not what its name says is left out, and asked for again. What a bucket
 * did not hold before is noted first, so that it can be taken back.
 */
export async function putBlob(
  { folder, shelf, isBucket }: { readonly folder: DataFolder; readonly shelf: Shelf; readonly isBucket: boolean },
  digest: Digest,
  bytes: AsyncIterable<Uint8Array>,
  ended: Promise<EntryTail>,
): Promise<void> {
  const aside = join(folder.blobs, `${digest}.part`);
  await writeFlushed(aside, bytes, 0o600);
  const { sha256, size } = await ended;
  if (sha256 === digest) {
    if (isBucket && !(await shelf.has(digest, size))) await notePiece(folder.path, digest);
    await shelf.put(digest, size, aside);
  }
  await rm(aside, { force: true });
}

/**
 * What a backup cannot bring: the log's key waits until it is told what it signed last. The lists of fictional people name the places of their keys, which are new ones; an office stays a demonstration. */
export async function putFinish(folder: DataFolder, { isDemo }: Opening): Promise<void> {
  // What the log's key signed last is in no backup, or an old one would make it forget what the public saw.
  await forbidSigning(join(folder.keys, "log"));
  if (!isDemo) return;
  await mkdir(folder.demo, { recursive: true, mode: 0o700 });
  for (const [name, place] of [
    ["people", "staff"],
    ["roots", "roots"],
  ] as const) {
    const list = join(folder.demo, `${name}.json`);
    const listed = JSON.parse(await readFile(list, "utf8").catch(() => "[]")) as readonly {
      readonly keyFile: string;
    }[];
    const moved = listed.map((one) => ({ ...one, keyFile: join(folder.keys, place, basename(one.keyFile)) }));
    await writeFile(list, `${JSON.stringify(moved, null, 1)}\n`, { mode: 0o600, flush: true });
  }
}
