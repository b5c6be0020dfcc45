import { setImmediate as breathe } from "node:timers/promises";
import { parcelToForm } from "@temwen/sealing/parcel";
import { deriveReceiptKeys, type Receipt } from "@temwen/sealing/receipt";
import { type SealRefusal, sealComplaint } from "@temwen/sealing/seal";
import { type ConsentChoice, granted, type Language, type Result, refused } from "@temwen/vocabulary";
import { type FilingRefusal, fileComplaint } from "../../intake/file-complaint.ts";
import { type ParcelRefusal, readParcel } from "../../intake/read-parcel.ts";
import type { OfficeContext } from "../../office-context.ts";

/** What a person says on the page without script. */
export type Said = {
  readonly text: string;
  readonly force: string;
  readonly consent: ConsentChoice;
  readonly language: Language;
};

/** The proof number is absent where the same words had arrived before. */
export type Taken = { readonly receipt: Receipt; readonly proofNumber?: string };

export type TakeRefusal = { readonly code: (SealRefusal | FilingRefusal | ParcelRefusal)["code"] };

/**
 * Seals words that came readable, with the code that seals them on a phone, and files them by the door that everybody's
 * parcels come in by. Nothing readable is kept: when this ends, the words are garbage in memory. The same words under
 * the same receipt are one complaint.
 */
export async function takeWords(
  said: Said,
  receipt: Receipt,
  office: OfficeContext,
): Promise<Result<Taken, TakeRefusal>> {
  const directory = (await office.registry.read())?.standing.directory;
  if (!directory) return refused({ code: "no-office" });
  const keys = await deriveReceiptKeys(receipt, directory.receiptSalt, { onProgress: breathe });
  if ((await office.record.readStream(keys.caseId)).length > 0) return granted({ receipt });
  const draft = { ...said, child: "unsaid", channel: "no-script" } as const;
  // Others are answered between two seals: sealing twenty things in one go would hold the whole server.
  const sealed = await sealComplaint(draft, keys, directory, { onProgress: () => breathe() });
  if (!sealed.ok) return sealed;
  const filed = await fileForm(parcelToForm(sealed.value), office);
  // Sealed twice, the same words are other bytes: another process was quicker by a moment.
  if (!filed.ok && filed.refusal.code === "another-digest") return granted({ receipt });
  return filed.ok ? granted({ receipt, proofNumber: filed.value.filed.proofNumber }) : filed;
}

async function fileForm(form: FormData, office: OfficeContext) {
  const framed = new Response(form);
  const body = Buffer.from(await framed.arrayBuffer());
  const parcel = readParcel(body, framed.headers.get("content-type") ?? "");
  return parcel.ok ? fileComplaint(parcel.value, office) : parcel;
}
