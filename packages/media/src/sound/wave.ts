// WAV: a RIFF file of padded chunks. What the samples are, how many, and the samples are copied; everything else is somebody's note.
import { readTag, readU16Little, readU32Little, u32BytesLittle } from "../bytes.ts";
import { type Cleaned, cleaned, malformed, type RemovedPiece } from "../cleaned.ts";
import { createSheet } from "../sheet.ts";

const head = 12;
const names: { readonly [type: string]: RemovedPiece } = {
  LIST: "names",
  bext: "names",
  "id3 ": "names",
  "ID3 ": "names",
  _PMX: "xmp",
  iXML: "user-data",
};

/** A copy with the first `fmt `, `fact` and `data`, in their order. */
export function cleanWave(bytes: Uint8Array): Cleaned {
  const end = 8 + readU32Little(bytes, 4);
  if (end < head || end > bytes.length) return malformed;
  const sheet = createSheet(bytes.length);
  const removed = new Set<RemovedPiece>();
  const kept = new Set<string>();
  if (end < bytes.length) removed.add("trailer");
  sheet.add(bytes, 0, head);
  for (let at = head; at < end; ) {
    const [type, body] = [readTag(bytes, at), at + 8];
    const next = body + readU32Little(bytes, at + 4);
    if (next > end) return malformed;
    if (isSound(type) && !kept.has(type)) {
      if (!isWhole(type, bytes, body, next) || (type === "data" && !kept.has("fmt "))) return malformed;
      kept.add(type);
      sheet.add(bytes, at, next);
      if ((next - body) % 2 === 1) sheet.add(Uint8Array.of(0));
    } else removed.add(names[type] ?? "other");
    at = next + ((next - body) % 2);
  }
  if (!kept.has("data")) return malformed;
  const copy = sheet.finish();
  copy.set(u32BytesLittle(copy.length - 8), 4);
  return cleaned("audio/wav", copy, removed);
}

const isSound = (type: string): boolean => type === "fmt " || type === "fact" || type === "data";

/** The format says how long it is; a fact is one number. */
function isWhole(type: string, bytes: Uint8Array, body: number, next: number): boolean {
  const length = next - body;
  if (type === "fact") return length === 4;
  return type === "data" || length === 16 || (length >= 18 && length === 18 + readU16Little(bytes, body + 16));
}
