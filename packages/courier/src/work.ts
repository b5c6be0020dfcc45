import { sha256 } from "@noble/hashes/sha2.js";
import { utf8 } from "@temwen/vocabulary";

/** What a server under a flood asks for before it takes a parcel: `bits` zero bits (docs/specs/http.md). */
export type Work = { readonly ticket: string; readonly bits: number };

/** How far it has come, from 0 to 1; by chance it may take longer than expected, and then stays just below 1. */
export type OnWork = (share: number) => void;

/** No server may ask for more: about a quarter of a million tries, some ten seconds of a cheap phone. */
export const mostWork = 18;

/** Tries between two pauses: some 30 milliseconds of a cheap phone, so that the page stays alive. */
const triesAtOnce = 500;

/** Reads the refusal `work-asked`; undefined for any other, and for more work than any server may ask. */
export function readWork(refusal: { readonly code: string; readonly [more: string]: unknown }): Work | undefined {
  const { code, ticket, bits } = refusal;
  const isOurs = code === "work-asked" && typeof ticket === "string" && /^[A-Za-z0-9_-]{43}$/.test(ticket);
  if (!isOurs || typeof bits !== "number" || !Number.isInteger(bits) || bits < 1 || bits > mostWork) return undefined;
  return { ticket, bits };
}

/** Looks for a number that makes the ticket good; `pause` lets others have their turn. The value of `Temwen-Work`. */
export async function doWork({ ticket, bits }: Work, pause: () => Promise<void>, onWork?: OnWork): Promise<string> {
  const expected = 2 ** bits;
  for (let tried = 0; ; tried += triesAtOnce) {
    for (let n = tried; n < tried + triesAtOnce; n++) {
      const done = `${ticket}.${n}`;
      if (isDone(done, bits)) return done;
    }
    onWork?.(Math.min(tried / expected, 0.99));
    await pause();
  }
}

/** Whether SHA-256 of the text begins with `bits` zero bits. */
export function isDone(text: string, bits: number): boolean {
  const digest = sha256(utf8(text));
  let left = bits;
  for (const byte of digest) {
    if (left <= 0) return true;
    if (byte >> Math.max(8 - left, 0) !== 0) return false;
    left -= 8;
  }
  return true;
}
