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
  ".gif": "image/gif",
  ".heic": "image/heic",
  ".heif": "image/heif",
  ".tif": "image/tiff",
  ".tiff": "image/tiff",
  ".mp4": "video/mp4",
  ".m4v": "video/mp4",
  ".mov": "video/quicktime",
  ".3gp": "video/3gpp",
  ".webm": "video/webm",
  ".mp3": "audio/mpeg",
  ".m4a": "audio/mp4",
  ".aac": "audio/aac",
  ".amr": "audio/amr",
  ".ogg": "audio/ogg",
  ".oga": "audio/ogg",
  ".opus": "audio/ogg",
  ".wav": "audio/wav",
  ".weba": "audio/webm",
  ".pdf": "application/pdf",
  ".txt": "text/plain",
};
