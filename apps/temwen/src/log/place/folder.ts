import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { findKeptHead } from "@temwen/public-log/kept-heads";
import { codeOf, isAbsent } from "../../running/error-codes.ts";
import type { LogPlace } from "./log-place.ts";
import { longestFile } from "./longest-file.ts";

/** A log in a folder. */
export function openFolder(folder: string): LogPlace {
  const readFile = (path: string) => readUpTo(join(folder, path), longestFile(path));
  const list = (path: string) => readdir(join(folder, path)).catch(noneIfAbsent);
  return { name: folder, isFar: false, readFile, findHead: (atMost) => findKeptHead({ list, readFile }, atMost) };
}

function noneIfAbsent(error: unknown): readonly string[] {
  if (isAbsent(error) || codeOf(error) === "ENOTDIR") return [];
  throw error;
}

async function readUpTo(file: string, most: number): Promise<Uint8Array | null> {
  const handle = await open(file, "r").catch((error) => {
    if (isAbsent(error)) return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(Math.min(size, most + 1));
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  } catch (error) {
    // A folder where a file should be holds nothing of a log.
    if (codeOf(error) === "EISDIR") return null;
    throw error;
  } finally {
    await handle.close();
  }
}
