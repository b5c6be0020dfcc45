import { type MediaKind, recogniseKind } from "@temwen/media";
import type { Kind } from "../viewer/said-between.ts";
import { readText, recogniseSound } from "./sound-kind.ts";

/** Bytes of a document that is drawn; a script reads all of it at once. */
const mostInDocument = 32 * 2 ** 20;

/** How a piece is drawn, and as what. */
export type ShownAs = { readonly kind: Kind; readonly mediaType: string };

/**
 * Kinds that are only saved: nothing here draws them, and a look would be written into the record for nothing. All others may
 * be opened, those without a kind too: phones and commands often do not know what they send, and the bytes decide then.
 */
const neverShown = [
  /^(text|font|model|message|multipart)\//,
  /^image\/(hei[cf](-sequence)?|tiff|svg\+xml)$/,
  /^application\/(zip|gzip|json|xml|xhtml\+xml|javascript|rtf|msword|vnd\..+|x-(zip|7z|rar|tar|ms).*)$/,
];

/** Whether a piece said to be of this type may be opened here at all; the others are only saved. */
export const mayBeShown = (mediaType: string): boolean => !neverShown.some((kind) => kind.test(bareType(mediaType)));

/**
 * How these bytes are shown: by what they are, not by what a stranger called them. A PDF is drawn by a script in a frame of
 * its own: browsers hand it to a program which they do not start in a locked frame.
 */
export function shownAs(mediaType: string, bytes: Uint8Array): ShownAs | undefined {
  const said = bareType(mediaType);
  const isSound = said.startsWith("audio/");
  const found = recogniseKind(bytes);
  if (found === "pdf" && bytes.length > mostInDocument) return undefined;
  if (found !== "unknown") return foundAs(found, isSound || isSoundFilm(bytes) ? "sound" : "film");
  if (readText(bytes, 4, 8) === "ftypavif") return { kind: "picture", mediaType: "image/avif" };
  const sound = recogniseSound(bytes);
  if (sound) return { kind: "sound", mediaType: sound };
  // A sound that nothing in its first bytes gives away: the browser may know it.
  return isSound ? { kind: "sound", mediaType: said } : undefined;
}

function foundAs(found: Exclude<MediaKind, "unknown">, moving: "sound" | "film"): ShownAs | undefined {
  const side = moving === "sound" ? "audio" : "video";
  switch (found) {
    case "jpeg":
    case "png":
    case "webp":
    case "gif":
      return { kind: "picture", mediaType: `image/${found}` };
    case "mp4":
    case "webm":
      return { kind: moving, mediaType: `${side}/${found}` };
    case "ogg":
      return { kind: "sound", mediaType: "audio/ogg" };
    case "pdf":
      return { kind: "document", mediaType: "application/pdf" };
    case "heic":
      return undefined;
  }
}

/** A film without film, as phones write voice notes. */
const isSoundFilm = (bytes: Uint8Array): boolean => readText(bytes, 4, 8).startsWith("ftypM4A");

const bareType = (mediaType: string): string => (mediaType.toLowerCase().split(";")[0] ?? "").trim();
