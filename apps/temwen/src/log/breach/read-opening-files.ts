import { readFile } from "node:fs/promises";
import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Finding } from "../speak.ts";
import { type Opening, parseOpening } from "./certificate.ts";

/** Openings of leaves that somebody brought as files. Throws what the file system throws. */
export async function readOpeningFiles(files: readonly string[]): Promise<Result<readonly Opening[], Finding>> {
  const openings: Opening[] = [];
  for (const file of files) {
    const opening = parseOpening(new Uint8Array(await readFile(file)));
    if (!opening.ok) return refused({ ...opening.refusal, place: file });
    openings.push(opening.value);
  }
  return granted(openings);
}
