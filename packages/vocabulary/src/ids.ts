import { granted, type Result, refused } from "./result.ts";

declare const idKind: unique symbol;

/** An id is not a string: it has a kind, a visible prefix and 128 random bits, and nothing else (no time). */
export type Id<K extends IdKind> = string & { readonly [idKind]: K };

/** Append only; a prefix is never given to another kind. */
const idPrefixes = {
  case: "cas_",
  message: "msg_",
  office: "ofc_",
  staff: "stf_",
  register: "reg_",
  "imported-case": "imc_",
} as const;

export type IdKind = keyof typeof idPrefixes;
export type CaseId = Id<"case">;
/** A case of a register from before this office; never a case of its own. */
export type ImportedCaseId = Id<"imported-case">;
export type MessageId = Id<"message">;
export type OfficeId = Id<"office">;
export type RegisterId = Id<"register">;
export type StaffId = Id<"staff">;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
/** 26 Crockford base-32 characters hold 130 bits; the first two bits are zero, so the first character is 0 to 7. */
export const randomPart = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/**
 * Reads an id of the given kind.
 * Source: docs/specs/ids.md.
 */
export function parseId<K extends IdKind>(kind: K, text: unknown): Result<Id<K>, "malformed-id"> {
  if (typeof text !== "string") return refused("malformed-id");
  const prefix = idPrefixes[kind];
  const wellFormed = text.startsWith(prefix) && randomPart.test(text.slice(prefix.length));
  return wellFormed ? granted(text as Id<K>) : refused("malformed-id");
}

/** Makes an id from 16 bytes that the caller drew (or derived from a receipt); throws on any other length. */
export function createId<K extends IdKind>(kind: K, random: Uint8Array): Id<K> {
  if (random.length !== 16) throw new Error("an id is made from 16 bytes");
  return (idPrefixes[kind] + spellRandom(random)) as Id<K>;
}

/** 128 bits as the 26 characters behind a prefix. */
export function spellRandom(random: Uint8Array): string {
  let value = 0n;
  for (const byte of random) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let i = 0; i < 26; i++) {
    text = alphabet.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text;
}
