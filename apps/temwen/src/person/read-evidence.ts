import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { ComplaintDraft } from "@temwen/sealing/seal";

/** Reads a file that is to be attached; its kind is told by its name. Rejects with the file system's own error. */
export async function readEvidence(place: string): Promise<NonNullable<ComplaintDraft["evidence"]>[number]> {
  const bytes = new Uint8Array(await readFile(place));
  return {
    name: basename(place),
    mediaType: mediaTypes[extname(place).toLowerCase()] ?? "application/octet-stream",
    bytes,
  };
}

const mediaTypes: { readonly [extension: string]: string } = {
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
  ".mp4": "video/mp4",
  ".m4a": "audio/mp4",
  ".ogg": "audio/ogg",
  ".txt": "text/plain",
};
