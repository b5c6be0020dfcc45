import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RecordPicture } from "@temwen/record/postgres";
import type { Shelf } from "@temwen/server";
import type { Digest } from "@temwen/vocabulary";
import type { DataFolder } from "../running/data-folder.ts";
import { isAbsent } from "../running/error-codes.ts";
import type { Entry } from "./container.ts";
import { keyFile, logFiles, officeFiles } from "./manifest.ts";

/** Everything a backup holds, in its order; and how much evidence was looked for in vain. */
export type Kept = { readonly entries: AsyncIterable<Entry>; readonly missing: () => number };

/** Reads what is kept of an office: its files, the tables of the picture, and the evidence that had arrived by then. */
export function keepOffice(
  folder: DataFolder,
  picture: RecordPicture,
  options: { readonly shelf: Shelf; readonly withKeys: boolean; readonly onProgress: (line: string) => void },
): Kept {
  let missing = 0;
  async function* entries(): AsyncGenerator<Entry> {
    yield* keepFiles(folder, options.withKeys);
    for (const table of picture.tables) {
      const { name, columns, rows } = table;
      options.onProgress(`table ${name}: ${rows} rows`);
      yield { head: { name: `table/${name}`, columns, rows }, bytes: picture.readTable(table) };
    }
    options.onProgress("evidence");
    for await (const { digest, size } of picture.readArrived()) {
      const bytes = await openBlob(options.shelf, digest, size);
      if (bytes) yield { head: { name: `blob/${digest}` }, bytes };
      else missing += 1;
    }
  }
  return { entries: entries(), missing: () => missing };
}

async function* keepFiles(folder: DataFolder, withKeys: boolean): AsyncGenerator<Entry> {
  const people = withKeys ? (await listFiles(folder)).filter((path) => keyFile.test(path)) : [];
  const ofLog = (await Promise.all(logFiles.map((path) => isThere(join(folder.path, path))))).flatMap((is, at) =>
    is ? (logFiles[at] ?? []) : [],
  );
  for (const path of [...officeFiles, ...ofLog, ...people]) {
    const bytes = new Uint8Array(await readFile(join(folder.path, path)));
    yield { head: { name: `file/${path}` }, bytes: once(bytes) };
  }
}

const isThere = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    (error) => {
      if (isAbsent(error)) return false;
      throw error;
    },
  );

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function listFiles(folder: DataFolder): Promise<readonly string[]> {
  const found: string[] = [];
  for (const place of ["keys/staff", "keys/roots", "demo"]) {
    const names = await readdir(join(folder.path, place)).catch((error) => {
      if (isAbsent(error)) return [];
      throw error;
    });
    found.push(...names.sort().map((name) => `${place}/${name}`));
  }
  return found;
}

/** Opened before it is announced: what was taken away since the picture is missing, not half there. */
async function openBlob(shelf: Shelf, digest: Digest, size: number): Promise<AsyncIterable<Uint8Array> | undefined> {
  const opened = await shelf.open(digest);
  if (opened?.size === size) return opened.stream;
  await opened?.stream.cancel();
  return undefined;
}
