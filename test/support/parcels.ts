import assert from "node:assert/strict";
import { vouchFor } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { digestOf } from "@temwen/sealing/open";
import { type ComplaintReceived, type Manifest, type Parcel, parcelToForm } from "@temwen/sealing/parcel";
import { deriveReceiptKeys, drawReceipt, type Receipt, type ReceiptKeys } from "@temwen/sealing/receipt";
import { type ComplaintDraft, sealComplaint } from "@temwen/sealing/seal";
import { bytesToBase64, type CaseId, canonicalBytes, createId, type Digest } from "@temwen/vocabulary";
import { createManifest } from "../../packages/sealing/src/manifest.ts";
import type { SmallOffice } from "./small-office.ts";

/** A complaint ready to travel, with the receipt of the person who sealed it. */
export type Sealed = { readonly receipt: Receipt; readonly keys: ReceiptKeys; readonly parcel: Parcel };

export const exampleDraft: ComplaintDraft = {
  text: "Sa a se yon egzanp pou tès yo.",
  language: "ht",
  force: "unknown",
  consent: "investigate-with-me",
  child: "no",
  channel: "page",
};

type Directory = Parameters<typeof sealComplaint>[2];

/** Seals a complaint as the page does: about a third of a second. */
export async function sealParcel(directory: Directory, change: Partial<ComplaintDraft> = {}): Promise<Sealed> {
  const receipt = drawReceipt();
  const keys = await deriveReceiptKeys(receipt, directory.receiptSalt);
  const parcel = await sealComplaint({ ...exampleDraft, ...change }, keys, directory);
  if (!parcel.ok) throw new Error(`the example could not be sealed: ${parcel.refusal.code}`);
  return { receipt, keys, parcel: parcel.value };
}

/**
 * Another complaint with the same sealed bytes under a case, a mailbox and a signing key of its own. To a server, which
 * opens nothing, it is as good as any, and it is made in two milliseconds.
 */
export function copyParcel({ keys, parcel }: Sealed, directory: Directory): Parcel {
  const random = (size: number): Uint8Array => crypto.getRandomValues(new Uint8Array(size));
  const receipt: ReceiptKeys = {
    ...keys,
    caseId: createId("case", random(16)),
    mailbox: bytesToBase64(random(32)),
    signer: createNodeSigner(drawSeed()),
    labelKey: random(32),
  };
  const { storyRecipient, bucket } = parcel.manifest.event;
  const manifest = createManifest({ receipt, directory, storyRecipient, bucket, parts: [...parcel.parts] });
  return { ...parcel, manifest };
}

/** The parcel with another first event, signed by the receipt's own key (or by whoever is given). */
export function withEvent({ parcel, keys }: Sealed, change: object, signer = keys.signer): Parcel {
  const event = { ...parcel.manifest.event, ...change } as ComplaintReceived;
  const manifest = { ...parcel.manifest, event, vouching: vouchFor(canonicalBytes(event), signer) };
  return { ...parcel, manifest };
}

/** The parcel with some manifest fields changed and nothing signed anew. */
export const withManifest = (parcel: Parcel, change: Partial<Manifest>): Parcel => ({
  ...parcel,
  manifest: { ...parcel.manifest, ...change },
});

/** The parcel with one part exchanged; `described` says it truly in the manifest, else the manifest stays as it was. */
export function withPart(
  sealed: Sealed,
  name: string,
  bytes: Uint8Array,
  described: "described" | "as before",
): Parcel {
  const parts = new Map(sealed.parcel.parts).set(name, bytes);
  if (described === "as before") return { ...sealed.parcel, parts };
  const said = {
    ...sealed.parcel.manifest.event.parts,
    [name]: { digest: digestOf(bytes) as Digest, size: bytes.length },
  };
  return { ...withEvent(sealed, { parts: said }), parts };
}

/** What a server answered. */
export type Answer = {
  readonly status: number;
  readonly body: { readonly [field: string]: unknown };
  readonly text: string;
};

/** Posts anything to a server and reads what it answers. */
export async function post(
  office: Pick<SmallOffice, "url">,
  path: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return readAnswer(await fetch(office.url + path, { method: "POST", body, headers, duplex: "half" } as RequestInit));
}

/** Posts a value as JSON. */
export const postJson = (
  office: Pick<SmallOffice, "url">,
  path: string,
  value: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => post(office, path, JSON.stringify(value), { "content-type": "application/json", ...headers });

/** Reads an answer whole. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return { status: response.status, text, body: isJson ? JSON.parse(text) : {} };
}

/** Sends the sealed files of a case, each of which must be taken. */
export async function sendPieces(
  office: Pick<SmallOffice, "url">,
  caseId: CaseId,
  pieces: Iterable<Uint8Array>,
): Promise<void> {
  for (const sealed of pieces) {
    const sent = await post(office, `/api/evidence/${caseId}/${digestOf(sealed)}`, new Uint8Array(sealed));
    assert.equal(sent.status, 200);
  }
}

/** Files a parcel as it is. */
export const file = (office: Pick<SmallOffice, "url">, parcel: Parcel): Promise<Answer> =>
  post(office, "/api/complaints", parcelToForm(parcel));
