/** Why there is no working copy: `not-supported` is for the desk to try, `malformed` is not whole or not what it begins like. */
export type CopyRefusal = { readonly code: "not-supported" | "malformed" };

/** Sorts of things that a copy leaves out. */
export type RemovedPiece =
  | "exif"
  | "location"
  | "thumbnail"
  | "xmp"
  | "iptc"
  | "comment"
  | "colour-profile"
  | "time"
  | "names"
  | "user-data"
  | "other-track"
  | "unused-bytes"
  | "trailer"
  | "other";

/** Every media type that a working copy may have. */
export type WorkingType =
  | "image/jpeg"
  | "image/png"
  | "image/webp"
  | "video/mp4"
  | "video/quicktime"
  | "video/3gpp"
  | "audio/mp4"
  | "audio/3gpp"
  | "audio/wav"
  | "audio/flac"
  | "audio/mpeg"
  | "audio/aac"
  | "audio/amr"
  | "audio/ogg"
  | "audio/webm"
  | "video/webm";

/** What the copier of one kind gives back; kinds that only the desk copies have media types of their own. */
export type Cleaned<T extends string = WorkingType> =
  | {
      readonly ok: true;
      readonly value: {
        readonly mime: T;
        readonly bytes: Uint8Array;
        readonly removed: ReadonlySet<RemovedPiece>;
      };
    }
  | { readonly ok: false; readonly refusal: CopyRefusal };

export const malformed: Extract<Cleaned, { readonly ok: false }> = { ok: false, refusal: { code: "malformed" } };
export const notSupported: Extract<Cleaned, { readonly ok: false }> = { ok: false, refusal: { code: "not-supported" } };

/** A cleaned copy, whole. */
export const cleaned = <T extends string>(
  mime: T,
  bytes: Uint8Array,
  removed: ReadonlySet<RemovedPiece>,
): Cleaned<T> => ({
  ok: true,
  value: { mime, bytes, removed },
});

/** More than the largest phone camera makes (200 megapixels). A few bytes can claim far more and stop the desk that draws them. */
const mostPixels = 2 ** 28;

/** Whether a picture of this size, in pixels, is one that somebody may be asked to look at. */
export const isDrawable = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width * height <= mostPixels;
