import { hash, randomBytes } from "node:crypto";
import { type Directory, vouchFor } from "@temwen/office";
import { createNodeSigner } from "@temwen/office/signing-node";
import { stopLabel } from "@temwen/sealing/leaf";
import type { ComplaintReceived, Manifest } from "@temwen/sealing/parcel";
import { deriveReceiptKeys, drawReceipt } from "@temwen/sealing/receipt";
import { type ComplaintDraft, parcelToForm, sealComplaint } from "@temwen/sealing/seal";
import { bytesToBase64, type CaseId, canonicalBytes, canonicalText, createId, type Digest } from "@temwen/vocabulary";

/** A really sealed parcel as the page would send it, cut open where its manifest stands. */
export type ModelParcel = {
  readonly contentType: string;
  readonly before: Uint8Array;
  readonly manifest: Manifest;
  readonly after: Uint8Array;
};

/** A request ready to be written to a socket; `rest` is shared by all complaints made after one model. */
export type ReadyComplaint = { readonly caseId: CaseId; readonly start: Uint8Array; readonly rest: Uint8Array };

export const filingPath = "/api/complaints";

/** A draft whose story fits the smallest bucket. No person ever wrote it. */
export function draftComplaint(length: number): ComplaintDraft {
  return {
    text: "Nou te sou wout la lè yo rive. ".repeat(Math.ceil(length / 31)).slice(0, length),
    language: "ht",
    force: "unknown",
    consent: "investigate-with-me",
    child: "no",
    channel: "page",
    identity: { name: "Non envante", contact: "5550100" },
  };
}

/** Seals parcels the way the page does, receipts and all. */
export async function sealModels(directory: Directory, count: number): Promise<readonly ModelParcel[]> {
  const models: ModelParcel[] = [];
  for (let n = 0; n < count; n++) {
    const receipt = await deriveReceiptKeys(drawReceipt(), directory.receiptSalt);
    const parcel = await sealComplaint(draftComplaint(200 + ((n * 97) % 1200)), receipt, directory);
    if (!parcel.ok) throw new Error(`a model parcel was refused: ${parcel.refusal.code}`);
    const form = new Response(parcelToForm(parcel.value));
    const bytes = new Uint8Array(await form.arrayBuffer());
    const { manifest } = parcel.value;
    const written = canonicalText(manifest);
    const at = Buffer.from(bytes.buffer).indexOf(written);
    if (at < 0) throw new Error("a parcel's form holds its manifest");
    const contentType = form.headers.get("content-type") ?? "";
    const end = at + Buffer.byteLength(written);
    models.push({ contentType, before: bytes.subarray(0, at), manifest, after: bytes.subarray(end) });
  }
  return models;
}

/**
 * Another complaint over the same sealed parts: a case id, a receipt key and a label key of its own, signed anew. To
 * a server, which opens nothing, it is as different as any other, and it costs a fraction of a millisecond.
 */
export function deriveComplaint({ contentType, before, manifest, after }: ModelParcel): ReadyComplaint {
  const signer = createNodeSigner(randomBytes(32));
  const labelKey = randomBytes(32);
  const event: ComplaintReceived = {
    ...manifest.event,
    case: createId("case", randomBytes(16)),
    labelKey: hash("sha256", labelKey, "hex") as Digest,
    stops: Object.fromEntries(Object.keys(manifest.event.stops).map((clock) => [clock, stopLabel(labelKey, clock)])),
    receiptKey: signer.key,
  };
  const own: Manifest = {
    event,
    vouching: vouchFor(canonicalBytes(event), signer),
    mailbox: bytesToBase64(randomBytes(32)),
    labelKey: bytesToBase64(labelKey),
    salt: bytesToBase64(randomBytes(32)),
  };
  const written = Buffer.from(canonicalText(own));
  const size = before.length + written.length + after.length;
  const head = `POST ${filingPath} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${contentType}\r\ncontent-length: ${size}\r\n\r\n`;
  return { caseId: event.case, start: Buffer.concat([Buffer.from(head), before, written]), rest: after };
}
