import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Digest } from "@temwen/vocabulary";
import type { DataFolder } from "../running/data-folder.ts";
import type { EntryTail } from "./container.ts";
import type { Opening } from "./manifest.ts";

/** Puts one of the office's files where it was. `path` is one that `parseEntryName` let through. */
export async function putFile(
  { path: root }: DataFolder,
  path: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const place = join(root, path);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await writeFlushed(place, bytes);
}

/** Puts a piece of evidence under its digest; one that is not what its name says is left out, and asked for again. */
export async function putBlob(
  { blobs }: DataFolder,
  digest: Digest,
  bytes: AsyncIterable<Uint8Array>,
  ended: Promise<EntryTail>,
): Promise<void> {
  const place = join(blobs, digest.slice(0, 2), digest);
  const aside = `${place}.part`;
  await mkdir(dirname(place), { recursive: true });
  await writeFlushed(aside, bytes);
  if ((await ended).sha256 === digest) await rename(aside, place);
  else await rm(aside);
}

/** The lists of fictional people name the places of their keys, which are new ones; an office stays a demonstration. */
export async function putFinish(folder: DataFolder, { isDemo }: Opening): Promise<void> {
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

async function writeFlushed(place: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(place, "wx", place.endsWith(".json") && !place.includes("demo") ? 0o644 : 0o600);
  try {
    for await (const chunk of bytes) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
