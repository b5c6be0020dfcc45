// Vectors of receipts: check digits, spellings, and everything that is derived from three of them.
import { pbkdf2Sync } from "node:crypto";
import {
  deriveReceiptKeys,
  parseReceipt,
  type ReceiptKeys,
  receiptRounds,
  spellReceipt,
} from "@temwen/sealing/receipt";
import { type Json, utf8 } from "@temwen/vocabulary";
import { base64, hex, sha256, testBytes } from "./test-keys.ts";

/** The salt of the test office; 16 bytes. */
export const testReceiptSalt = base64(testBytes("receipt salt").subarray(0, 16));

/** Plainly nobody's: counted up, all one digit, and the digits of π. */
export const testReceipts = [
  "012345678901234567890105",
  "777777777777777777777742",
  "314159265358979323846276",
] as const;

const checked: readonly (readonly [string, string])[] = [
  ["0000000000000000000000", "98"],
  ["0000000000000000000001", "95"],
];

const refused: readonly { readonly text: string; readonly code: string }[] = [
  { text: "", code: "malformed-receipt" },
  { text: "12345678901234567890123", code: "malformed-receipt" },
  { text: "0000 0000 0000 0000 0000 0098 0", code: "malformed-receipt" },
  { text: "000000000000000000000a98", code: "malformed-receipt" },
  { text: "\u0660".repeat(24), code: "malformed-receipt" },
  { text: "000000000000000000000099", code: "wrong-check-digits" },
  { text: "000000000000000000000001", code: "wrong-check-digits" },
];

export async function deriveTestReceipt(text: string): Promise<ReceiptKeys> {
  const receipt = parseReceipt(text);
  if (!receipt.ok) throw new Error("a test receipt has wrong check digits");
  return deriveReceiptKeys(receipt.value, testReceiptSalt);
}

export async function receiptVectors(): Promise<Json> {
  return {
    spec: "docs/specs/receipt.md",
    salt: testReceiptSalt,
    rounds: receiptRounds,
    checkDigits: [
      ...checked.map(([digits, check]) => ({ digits, check })),
      ...testReceipts.map((text) => ({ digits: text.slice(0, 22), check: text.slice(22) })),
    ],
    accepted: [
      { text: "0000 0000 0000 0000 0000 0098", receipt: "000000000000000000000098" },
      { text: "0000-0000-0000\n0000.0000.0098", receipt: "000000000000000000000098" },
      { text: " 0000\u20130000\u00a00000\u20100000 0000 0098\r\n", receipt: "000000000000000000000098" },
    ],
    refused,
    derivations: await Promise.all(testReceipts.map(describeDerivation)),
  };
}

async function describeDerivation(text: string): Promise<Json> {
  const receipt = parseReceipt(text);
  if (!receipt.ok) throw new Error("a test receipt has wrong check digits");
  const keys = await deriveTestReceipt(text);
  const stretched = pbkdf2Sync(text, Buffer.from(testReceiptSalt, "base64"), receiptRounds, 32, "sha256");
  return {
    receipt: text,
    spelled: spellReceipt(receipt.value),
    stretched: hex(stretched),
    caseId: keys.caseId,
    mailbox: keys.mailbox,
    mailboxDigest: hex(sha256(Buffer.from(keys.mailbox, "base64"))),
    replyIdentity: keys.replyIdentity,
    replyRecipientSha256: hex(sha256(utf8(keys.replyRecipient))),
    signingKey: keys.signer.key,
    labelKey: hex(keys.labelKey),
  };
}
