import { hasText, readTag, readU32 } from "./bytes.ts";

/** Kinds of which a working copy can be made here. */
export type WorkingKind = "jpeg" | "png" | "webp" | "mp4";

/** What a file is by its first bytes. `mp4` stands for its family: MP4, MOV, 3GP, M4A. */
export type MediaKind = WorkingKind | "heic" | "pdf" | "webm" | "ogg" | "gif" | "unknown";

/** Brands of still pictures in the MP4 family's box format, which is not a film. */
const heicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
const otherBrands = ["avif", "avis", "crx ", "jxl ", "jp2 ", "jpx "];

/** The first box of a QuickTime film from before there was `ftyp`. */
const oldFilmStarts = ["moov", "mdat", "wide", "pnot"];

/** What these bytes are, judged by their beginning alone: a file's name and the kind it is said to be are anybody's word. */
export function recogniseKind(bytes: Uint8Array): MediaKind {
  if (hasText(bytes, 0, "\xff\xd8\xff")) return "jpeg";
  if (hasText(bytes, 0, "\x89PNG\r\n\x1a\n")) return "png";
  if (hasText(bytes, 0, "RIFF") && hasText(bytes, 8, "WEBP")) return "webp";
  if (hasText(bytes, 0, "GIF87a") || hasText(bytes, 0, "GIF89a")) return "gif";
  if (hasText(bytes, 0, "%PDF-")) return "pdf";
  if (hasText(bytes, 0, "OggS")) return "ogg";
  if (hasText(bytes, 0, "\x1aE\xdf\xa3")) return isWebm(bytes) ? "webm" : "unknown";
  return recogniseBoxes(bytes);
}

/** Matroska says what it is in a short text near its beginning. */
function isWebm(bytes: Uint8Array): boolean {
  for (let at = 4; at < 64; at++) if (hasText(bytes, at, "\x42\x82\x84webm")) return true;
  return false;
}

function recogniseBoxes(bytes: Uint8Array): MediaKind {
  const first = readTag(bytes, 4);
  if (first !== "ftyp") return oldFilmStarts.includes(first) && readU32(bytes, 0) !== 0 ? "mp4" : "unknown";
  const brand = readTag(bytes, 8);
  if (heicBrands.includes(brand)) return namesAvif(bytes) ? "unknown" : "heic";
  return otherBrands.includes(brand) ? "unknown" : "mp4";
}

/** A picture may call itself `mif1` and name its codec only among the brands it is compatible with. */
function namesAvif(bytes: Uint8Array): boolean {
  const end = Math.min(readU32(bytes, 0), 128, bytes.length);
  for (let at = 16; at + 4 <= end; at += 4) if (readTag(bytes, at) === "avif") return true;
  return false;
}
