import { type MediaKind, recogniseKind } from "@temwen/media";
import type { Kind } from "../viewer/said-between.ts";

/** How a piece is drawn, and as what. */
export type ShownAs = { readonly kind: Kind; readonly mediaType: string };

/** Kinds that a browser draws without running anything, by what they are said to be. */
const saidKinds: { readonly [mediaType: string]: Kind } = {
  "image/jpeg": "picture",
  "image/png": "picture",
  "image/webp": "picture",
  "image/gif": "picture",
  "audio/mpeg": "sound",
  "audio/mp4": "sound",
  "audio/ogg": "sound",
  "audio/webm": "sound",
  "audio/wav": "sound",
  "video/mp4": "film",
  "video/webm": "film",
};

/** Whether a piece said to be of this type may be shown at all; the others are only saved. */
export const mayBeShown = (mediaType: string): boolean => saidKind(mediaType) !== undefined;

/**
 * How these bytes are shown: by what they are, not by what a stranger called them. A PDF is never shown: browsers hand it to
 * a program of their own, which they do not start in a locked frame, and unlocking the frame would be worse than a file.
 */
export function shownAs(mediaType: string, bytes: Uint8Array): ShownAs | undefined {
  const said = saidKind(mediaType);
  const found = recogniseKind(bytes);
  // The sounds that nothing in their first bytes gives away.
  if (found === "unknown") return said === "sound" ? { kind: "sound", mediaType } : undefined;
  return foundAs(found, said === "sound" ? "sound" : "film");
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
    case "heic":
    case "pdf":
      return undefined;
  }
}

function saidKind(mediaType: string): Kind | undefined {
  const [type = ""] = mediaType.toLowerCase().split(";");
  return Object.hasOwn(saidKinds, type.trim()) ? saidKinds[type.trim()] : undefined;
}
