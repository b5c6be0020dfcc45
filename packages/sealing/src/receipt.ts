import { bech32 } from "@scure/base";
import type { Signer } from "@temwen/office";
import { createWebSigner } from "@temwen/office/signing-web";
import {
  bytesToBase64,
  type CaseId,
  createId,
  granted,
  parseBase64,
  type Result,
  refused,
  utf8,
} from "@temwen/vocabulary";
import { identityToRecipient } from "age-encryption";

declare const receiptBrand: unique symbol;

/** 24 digits: 22 random ones (73 bits) and two check digits, ISO 7064 MOD 97-10. Source: docs/specs/receipt.md. */
export type Receipt = string & { readonly [receiptBrand]: true };

export type ReceiptRefusal = { readonly code: "malformed-receipt" } | { readonly code: "wrong-check-digits" };

/** What 24 digits open and sign. Derived each time, kept nowhere. */
export type ReceiptKeys = {
  /** The case minted with this receipt. */
  readonly caseId: CaseId;
  /** 32 bytes, base64; shown to the server only in request bodies. */
  readonly mailbox: string;
  readonly replyIdentity: string;
  readonly replyRecipient: string;
  readonly signer: Signer;
  readonly labelKey: Uint8Array;
};

/** PBKDF2 rounds (docs/specs/receipt.md). */
export const receiptRounds = 600_000;

/** Draws a new receipt, by lot or from bytes that are as good. Rejection sampling keeps every digit equally likely. */
export function drawReceipt(draw = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32))): Receipt {
  let digits = "";
  while (digits.length < 22) {
    for (const byte of draw()) {
      if (byte < 250 && digits.length < 22) digits += String(byte % 10);
    }
  }
  return (digits + checkDigits(digits)) as Receipt;
}

/** Reads a receipt as people write it: spaces, points, hyphens and line ends between digits do not matter. */
export function parseReceipt(text: unknown): Result<Receipt, ReceiptRefusal> {
  if (typeof text !== "string" || text.length > 200) return refused({ code: "malformed-receipt" });
  const digits = text.replace(/[\s.\-\u2010-\u2015]/g, "");
  if (!/^[0-9]{24}$/.test(digits)) return refused({ code: "malformed-receipt" });
  if (checkDigits(digits.slice(0, 22)) !== digits.slice(22)) return refused({ code: "wrong-check-digits" });
  return granted(digits as Receipt);
}

/** Six groups of four, as it is written down and dictated. */
export function spellReceipt(receipt: Receipt): string {
  return receipt.replace(/(\d{4})(?=\d)/g, "$1 ");
}

export type DeriveOptions = {
  /** Told between the pieces of long work. The page may draw meanwhile. */
  readonly onProgress?: () => void | Promise<void>;
};

/** Derives the keys: PBKDF2-SHA-256 with the office's salt, then HKDF-SHA-256 with one label per purpose. */
export async function deriveReceiptKeys(
  receipt: Receipt,
  receiptSalt: string,
  { onProgress }: DeriveOptions = {},
): Promise<ReceiptKeys> {
  const salt = parseBase64(receiptSalt);
  if (!salt.ok) throw new Error("the office's receipt salt is malformed");
  const digits = await crypto.subtle.importKey("raw", ownBytes(utf8(receipt)), "PBKDF2", false, ["deriveBits"]);
  const stretched = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: ownBytes(salt.value), iterations: receiptRounds },
    digits,
    256,
  );
  const root = await crypto.subtle.importKey("raw", stretched, "HKDF", false, ["deriveBits"]);
  await onProgress?.();
  // The signer first: both keys need the same tables of the curve, which a slow phone makes in a fifth of a second.
  const signer = createWebSigner(await expand(root, "temwen/receipt/sign", 32));
  await onProgress?.();
  const replyIdentity = bytesToIdentity(await expand(root, "temwen/receipt/reply", 32));
  const replyRecipient = await identityToRecipient(replyIdentity);
  await onProgress?.();
  return {
    caseId: createId("case", await expand(root, "temwen/receipt/case", 16)),
    mailbox: bytesToBase64(await expand(root, "temwen/receipt/mailbox", 32)),
    replyIdentity,
    replyRecipient,
    signer,
    labelKey: await expand(root, "temwen/receipt/label", 32),
  };
}

/** 32 bytes as an age identity of the post-quantum hybrid kind. */
export function bytesToIdentity(scalar: Uint8Array): string {
  return bech32.encodeFromBytes("AGE-SECRET-KEY-PQ-", scalar).toUpperCase();
}

/** The 32 bytes of such an identity; throws on anything else. */
export function identityToBytes(identity: string): Uint8Array {
  const { prefix, bytes } = bech32.decodeToBytes(identity);
  if (prefix.toUpperCase() !== "AGE-SECRET-KEY-PQ-" || bytes.length !== 32)
    throw new Error("not a hybrid age identity");
  return bytes;
}

async function expand(root: CryptoKey, label: string, length: number): Promise<Uint8Array> {
  const info = ownBytes(utf8(label));
  const bits = await crypto.subtle.deriveBits(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info },
    root,
    length * 8,
  );
  return new Uint8Array(bits);
}

function checkDigits(digits: string): string {
  let rest = 0;
  for (const digit of `${digits}00`) rest = (rest * 10 + Number(digit)) % 97;
  return String(98 - rest).padStart(2, "0");
}

/** WebCrypto's types ask for bytes that own their buffer. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
