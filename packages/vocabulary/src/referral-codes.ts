import { utf8 } from "./bytes.ts";
import type { Digest } from "./digests.ts";
import { granted, type Result, refused } from "./result.ts";
import { digestOfBytes } from "./sha256.ts";

declare const codeKind: unique symbol;

/** A code by which a forum answers a referral, once: 20 signs of 5 random bits (docs/specs/referrals.md). */
export type ReferralCode = string & { readonly [codeKind]: true };

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const signs = 20;
const mistaken: { readonly [sign: string]: string } = { o: "0", i: "1", l: "1" };

/** A code from 20 bytes that the caller drew; throws on any other length. */
export function createReferralCode(random: Uint8Array): ReferralCode {
  if (random.length !== signs) throw new Error("a code is made from 20 bytes");
  return Array.from(random, (byte) => alphabet.charAt(byte & 31)).join("") as ReferralCode;
}

/** Reads a code as somebody typed it from paper: in any case, with spaces or dashes, with an O for a zero. */
export function parseReferralCode(typed: unknown): Result<ReferralCode, "malformed-code"> {
  if (typeof typed !== "string" || typed.length > 100) return refused("malformed-code");
  const code = typed
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}]/gu, "")
    .replaceAll(/[oil]/g, (sign) => mistaken[sign] ?? sign);
  const isCode = code.length === signs && [...code].every((sign) => alphabet.includes(sign));
  return isCode ? granted(code as ReferralCode) : refused("malformed-code");
}

/** As it is printed: four groups of five capitals. */
export const spellReferralCode = (code: ReferralCode): string => code.toUpperCase().match(/.{5}/g)?.join("-") ?? code;

/** What the record knows of a code. */
export const digestOfCode = (code: ReferralCode): Digest => digestOfBytes(utf8(`temwen/referral-code/1\n${code}`));
