// Registers, messages and files that nobody of this project wrote. They stay where they lie: nothing of them stands in this
// repository, in a test's name or in a failure's message.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const besideTheClone = fileURLToPath(new URL("../../../shared", import.meta.url));
export const outsideFolder = process.env.TEMWEN_SHARED ?? besideTheClone;
const isContinuousIntegration = !["", "0", "false", undefined].includes(process.env.CI);

/**
 * Options for tests that need these files: to be skipped where they are absent, with a word that says so; where CI is set
 * they are not skipped, and fail on the first file they miss.
 */
export function needsOutside(files: readonly string[]): { readonly skip: string | false } {
  const missing = files.filter((file) => !existsSync(join(outsideFolder, file)));
  if (missing.length === 0 || isContinuousIntegration) return { skip: false };
  return { skip: `not here: ${missing.join(", ")}; name the folder that holds them in TEMWEN_SHARED` };
}

/** A file's bytes, unpacked where its name ends in `.gz`. */
export async function readOutside(file: string): Promise<Uint8Array> {
  const bytes = await readFile(join(outsideFolder, file));
  return file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

export async function readOutsideText(file: string): Promise<string> {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readOutside(file));
}

/** So many of a list, as evenly spread over it as can be. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  const step = list.length / Math.min(count, list.length);
  return Array.from({ length: Math.min(count, list.length) }, (_, i) => list[Math.floor(i * step)] as T);
}

/** The files of a folder that end so; none where there is no such folder. */
export async function listOutside(below: string, ending: string): Promise<readonly string[]> {
  const names = await readdir(join(outsideFolder, below)).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).map((name) => `${below}/${name}`);
}
