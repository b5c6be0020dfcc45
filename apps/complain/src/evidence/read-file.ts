import { makeWorkingCopy, type WorkingCopy } from "@temwen/media";
import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Item } from "./collection.ts";

export type ReadRefusal = { readonly code: "emptyFile" | "unreadable" };

/** A copy takes up to four times the file's memory, and a cheap phone that runs out of it loses the page and the words. */
const largestCopied = 16 * 1024 * 1024;
/** The story holds eight names beside the words. */
const longestName = 40;

/** Reads a chosen file whole, and makes its working copy where that can be done here. The file itself is not changed. */
export async function readChosen(file: File): Promise<Result<Item, ReadRefusal>> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) return refused({ code: "emptyFile" });
    const copy = bytes.length <= largestCopied ? copyOf(bytes) : undefined;
    const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : "application/octet-stream";
    return granted({ kind: "file", name: shorten(file.name), mediaType, bytes, ...(copy && { copy }) });
  } catch {
    // Taken away meanwhile, on a card that fails, or more than the memory holds: there is nothing more to learn.
    return refused({ code: "unreadable" });
  }
}

function copyOf(bytes: Uint8Array): WorkingCopy | undefined {
  const made = makeWorkingCopy(bytes);
  return made.ok ? made.value : undefined;
}

/** A name that can be written down faithfully: whole characters, and few; the ending stays. */
export function shorten(name: string): string {
  const whole = [...name].map((one) => (/^[\ud800-\udfff]$/.test(one) ? "�" : one));
  if (whole.length <= longestName) return whole.join("");
  return [...whole.slice(0, longestName - 9), "…", ...whole.slice(-8)].join("");
}
