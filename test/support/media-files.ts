// Pictures, films and other files with what cameras write into them, and with what breaks programs; and what exiftool reads in a folder.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeWorkingCopy, type WorkingCopy } from "@temwen/media";
import { type DeskCopy, makeDeskCopy } from "@temwen/media/desk";
import { ensureExiftool } from "../../tools/ensure-exiftool.ts";
import { runCommand } from "../../tools/run-command.ts";
import { needsOutside, readOutside, readOutsideText } from "./outside-data.ts";

const base = "data/upload_files";

/** Options of tests that need these files. */
export const outsideMedia = needsOutside([`${base}/expected.json`]);

/** A file, and what its collectors read in it. Its number stands for it in messages. */
export type OutsideFile = {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly tags: readonly string[];
};

export async function readOutsideMedia(): Promise<readonly OutsideFile[]> {
  const { list } = JSON.parse(await readOutsideText(`${base}/expected.json`)) as {
    readonly list: readonly { readonly file: string; readonly identifying_tags: readonly string[] }[];
  };
  return Promise.all(
    list.map(async ({ file, identifying_tags }, number) => {
      const bytes = new Uint8Array(await readOutside(`${base}/${file}`));
      return { number, bytes, tags: identifying_tags };
    }),
  );
}

/** The files of which there is a working copy, with it. */
export function withCopies<T extends { readonly bytes: Uint8Array }>(
  files: readonly T[],
): readonly (T & { readonly copy: WorkingCopy })[] {
  return files.flatMap((file) => {
    const copy = makeWorkingCopy(file.bytes);
    return copy.ok ? [{ ...file, copy: copy.value }] : [];
  });
}

/** The files of which only the desk makes a copy, with it. */
export function withDeskCopies<T extends { readonly bytes: Uint8Array }>(
  files: readonly T[],
): readonly (T & { readonly copy: DeskCopy })[] {
  return files.flatMap((file) => {
    const copy = makeDeskCopy(file.bytes);
    return copy.ok && !makeWorkingCopy(file.bytes).ok ? [{ ...file, copy: copy.value }] : [];
  });
}

/** One tag that exiftool read, `IFD0:Make` for instance. */
export type Tag = { readonly name: string; readonly value: string };

/** All that exiftool reads in each file, unknown tags and those inside of samples included. */
export async function readTags(files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, readonly Tag[]>> {
  return inFolder(files, async (folder) => {
    const read = ["-json", "-G1", "-a", "-u", "-ee3", "-n", "-x", "System:all", "-x", "ExifTool:all", "-q", folder];
    const text = (await runExiftool(read)).replace(/^[^[]*/, "");
    const rows = JSON.parse(text) as readonly { readonly [tag: string]: unknown }[];
    return new Map(rows.map((row) => [String(row.SourceFile).slice(folder.length + 1), tagsOf(row)]));
  });
}

const tagsOf = (row: { readonly [tag: string]: unknown }): readonly Tag[] =>
  Object.entries(row).flatMap(([name, value]) => (name === "SourceFile" ? [] : [{ name, value: String(value) }]));

/** The same files after exiftool wrote these tags into them; files into which it cannot write are left out. */
export async function writeTags(
  files: ReadonlyMap<string, Uint8Array>,
  tags: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  return inFolder(files, async (folder) => {
    await runExiftool(["-m", "-q", "-q", "-n", "-overwrite_original", ...tags.map((tag) => `-${tag}`), folder]);
    const read = [...files].map(async ([name]) => [name, new Uint8Array(await readFile(join(folder, name)))] as const);
    return new Map(await Promise.all(read));
  });
}

async function runExiftool(args: readonly string[]): Promise<string> {
  const { program, before } = await ensureExiftool();
  return (await runCommand(program, [...before, ...args])).output;
}

async function inFolder<T>(files: ReadonlyMap<string, Uint8Array>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-media-"));
  try {
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
