import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatKeptFiling, type KeptFiling } from "@temwen/complain/kept-filing";
import { parseKeptFiling } from "@temwen/complain/read-kept";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { sameBytes } from "@temwen/vocabulary";
import { isAbsent } from "../running/error-codes.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * Writes `NUMBER.kept` and makes the folder where there is none: what accuses an office that withholds the rest
 * (docs/specs/kept-filing.md). What is kept there already of this filing stays: the promise, and the earlier proof.
 */
export async function writeKept(folder: string, kept: KeptFiling): Promise<string> {
  const place = join(folder, `${proofNumberOf(kept.leaf)}.kept`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = await readBefore(place);
  const isSame = before !== undefined && sameBytes(before.leaf, kept.leaf);
  await replaceKept(place, isSame ? { ...kept, ...before } : kept);
  return place;
}

/** Puts a kept filing in the place of the one that was read there. */
export const replaceKept = (place: string, kept: KeptFiling): Promise<void> =>
  writeWhole(place, formatKeptFiling(kept));

async function readBefore(place: string): Promise<KeptFiling | undefined> {
  try {
    const kept = parseKeptFiling(new Uint8Array(await readFile(place)));
    return kept.ok ? kept.value : undefined;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
