// The door: bytes of anything in, a copy without what tells on people out. docs/specs/working-copies.md says what is kept and why.
import { type Cleaned, type CopyRefusal, notSupported, type RemovedPiece, type WorkingType } from "./cleaned.ts";
import { cleanFilm } from "./film.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanPng } from "./png.ts";
import { type MediaKind, recogniseKind, type WorkingKind } from "./recognise-kind.ts";
import { cleanWebp } from "./webp.ts";

/** What may be shown instead of the original. `removed` names each sort of thing that was left out, once. */
export type WorkingCopy = {
  readonly kind: WorkingKind;
  /** Told by the content, never by a name. */
  readonly mime: WorkingType;
  readonly bytes: Uint8Array;
  readonly removed: readonly RemovedPiece[];
};

/** The same shape as vocabulary's `Result`, written out because this folder imports nothing. */
export type WorkingCopyResult =
  | { readonly ok: true; readonly value: WorkingCopy }
  | { readonly ok: false; readonly refusal: CopyRefusal };

/**
 * A copy of a picture or film that draws and sounds the same and says nothing else. The original is not changed, nothing is
 * decoded, and it takes at most about four times the file's memory. Refused: `not-supported` for kinds that only the desk
 * can copy, `malformed` for what is not whole. Never throws, whatever the bytes.
 */
export function makeWorkingCopy(bytes: Uint8Array): WorkingCopyResult {
  const kind = recogniseKind(bytes);
  const cleaned = cleanKind(kind, bytes);
  if (!cleaned.ok) return cleaned;
  const { mime, bytes: copy, removed } = cleaned.value;
  return { ok: true, value: { kind: kind as WorkingKind, mime, bytes: copy, removed: [...removed] } };
}

function cleanKind(kind: MediaKind, bytes: Uint8Array): Cleaned {
  switch (kind) {
    case "jpeg":
      return cleanJpeg(bytes);
    case "png":
      return cleanPng(bytes);
    case "webp":
      return cleanWebp(bytes);
    case "mp4":
      return cleanFilm(bytes);
    case "heic":
    case "pdf":
    case "webm":
    case "ogg":
    case "gif":
    case "unknown":
      return notSupported;
    default:
      return neverKind(kind);
  }
}

function neverKind(kind: never): never {
  throw new Error(`unhandled kind: ${String(kind)}`);
}
