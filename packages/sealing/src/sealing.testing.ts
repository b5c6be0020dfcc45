// The test directory and the fixed parcel of vectors/, and the receipt that opens them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Directory } from "@temwen/office";
import type { Result, StaffId } from "@temwen/vocabulary";
import { generateHybridIdentity, identityToRecipient } from "age-encryption";
import { type Grant, openGrant } from "./open.ts";
import { deriveReceiptKeys, parseReceipt, type ReceiptKeys } from "./receipt.ts";
import { type ComplaintDraft, type Parcel, type SealOptions, sealComplaint } from "./seal.ts";

type Person = { readonly name: string; readonly id: StaffId; readonly identity: string };

export const readVectors = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../vectors/${name}.json`, import.meta.url), "utf8"));

export const { directory, people } = readVectors("directory") as {
  readonly directory: Directory;
  readonly people: readonly Person[];
};

export const exampleDraft: ComplaintDraft = {
  text: "Sa a se yon egzanp.",
  language: "ht",
  force: "alfa",
  consent: "investigate-with-me",
  child: "no",
  channel: "page",
};

let derived: Promise<ReceiptKeys> | undefined;

/** The keys of one test receipt, stretched once. */
export function exampleReceipt(): Promise<ReceiptKeys> {
  const receipt = parseReceipt("012345678901234567890105");
  assert.ok(receipt.ok);
  derived ??= deriveReceiptKeys(receipt.value, directory.receiptSalt);
  return derived;
}

export async function sealExample(change: Partial<ComplaintDraft> = {}, options?: SealOptions): Promise<Parcel> {
  return granted(await sealComplaint({ ...exampleDraft, ...change }, await exampleReceipt(), directory, options));
}

export function granted<T>(result: Result<T, unknown>): T {
  assert.ok(result.ok, `refused: ${JSON.stringify(result)}`);
  return result.value;
}

export async function drawKeyPair() {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export type OpenedSlot = { readonly slot: string; readonly person: string; readonly grant: Grant };

const intake = people.filter(({ name }) => name.startsWith("intake-"));

/** Every slot that these people can open, trying all of them as desks do. */
export async function openSlots(parcel: Parcel, persons: readonly Person[] = intake): Promise<readonly OpenedSlot[]> {
  const found: OpenedSlot[] = [];
  for (const [slot, sealed] of parcel.parts) {
    if (!slot.startsWith("grant-")) continue;
    for (const { name, identity } of persons) {
      const grant = await openGrant(identity, sealed, parcel.manifest.event.case);
      if (grant) found.push({ slot, person: name, grant });
    }
  }
  return found;
}

export const partOf = (parcel: Parcel, name: string): Uint8Array => {
  const part = parcel.parts.get(name) ?? parcel.evidence.get(name);
  assert.ok(part, `the parcel has no part ${name}`);
  return part;
};

/** The bytes with one of them changed. */
export const withChangedByte = (bytes: Uint8Array, at: number, by = 1): Uint8Array =>
  bytes.map((byte, i) => (i === at ? byte ^ by : byte));
