import { utf8 } from "@temwen/vocabulary";

/** Bytes that words take once written down as JSON (docs/specs/parcel.md), where a line break takes two. */
export const bytesOf = (words: string): number => utf8(JSON.stringify(words)).length - 2;

/**
 * Whether this browser can lock words at all: a secure address, and the streams that age is built on
 * (missing before Firefox 102 and Safari 14.1).
 */
export const canSeal = (): boolean => Boolean(globalThis.crypto?.subtle) && typeof TransformStream === "function";
