// The desk's own door: what a phone's page is too small to copy is copied here, by the same rules. docs/specs/working-copies.md.
import { type CopyRefusal, notSupported, type RemovedPiece, type WorkingType } from "./cleaned.ts";
import { cleanSound } from "./sound/sound.ts";
import { cleanStill, type StillType } from "./still/still.ts";
import { makeWorkingCopy } from "./working-copy.ts";

/** Every media type that a copy made at the desk may have. */
export type DeskType = WorkingType | StillType;

/** What may be shown and passed on instead of the original. */
export type DeskCopy = {
  /** Told by the content, never by a name. */
  readonly mime: DeskType;
  /** What the name of a file of this type ends in, without its dot. */
  readonly ending: string;
  readonly bytes: Uint8Array;
  /** Each sort of thing that was left out, once. */
  readonly removed: readonly RemovedPiece[];
};

/** The same shape as vocabulary's `Result`. */
export type DeskCopyResult =
  | { readonly ok: true; readonly value: DeskCopy }
  | { readonly ok: false; readonly refusal: CopyRefusal };

const endings: { readonly [type in DeskType]: string } = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/heic": "heic",
  "image/avif": "avif",
  "video/mp4": "mp4",
  "video/quicktime": "mov",
  "video/3gpp": "3gp",
  "audio/mp4": "m4a",
  "audio/3gpp": "3gp",
  "audio/wav": "wav",
  "audio/flac": "flac",
  "audio/mpeg": "mp3",
  "audio/aac": "aac",
  "audio/amr": "amr",
  "audio/ogg": "ogg",
  "audio/webm": "weba",
  "video/webm": "webm",
};

/** Kinds that only the desk copies, one behind the other: each says `not-supported` of what is not its own. */
const wide = [cleanStill, cleanSound] as const;

/**
 * A copy of a file that draws and sounds the same and says nothing else: of what a phone copies, and of what only the desk does.
 * The original is not changed. Never throws, whatever the bytes.
 */
export function makeDeskCopy(bytes: Uint8Array): DeskCopyResult {
  const small = makeWorkingCopy(bytes);
  if (small.ok) return named(small.value);
  if (small.refusal.code === "malformed") return small;
  for (const clean of wide) {
    const made = clean(bytes);
    if (made.ok) return named({ ...made.value, removed: [...made.value.removed] });
    if (made.refusal.code === "malformed") return made;
  }
  return notSupported;
}

const named = ({ mime, bytes, removed }: Omit<DeskCopy, "ending">): DeskCopyResult => ({
  ok: true,
  value: { mime, ending: endings[mime], bytes, removed },
});
