import type { Courier, FilingReceipt } from "@temwen/courier";
import { deriveReceiptKeys, drawReceipt, type Receipt } from "@temwen/sealing/receipt";
import { type ComplaintDraft, type Parcel, sealComplaint } from "@temwen/sealing/seal";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { breathe } from "../page/dom.ts";
import { directoryForSealing, type Office } from "../page/office.ts";

/** Where the work stands: preparing the receipt, locking (so many of so many), sending. */
export type Stage =
  | { readonly stage: "receipt" }
  | { readonly stage: "lock"; readonly done: number; readonly total: number }
  | { readonly stage: "send" };

/**
 * Why it did not end well. `sent: "no"`: nothing is there, or it was refused; `"unknown"`: it may have arrived, and
 * the same parcel may be sent again: it arrives only once.
 */
export type SendingRefusal = {
  readonly code: string;
  readonly sent: "no" | "unknown";
  /** Worth noting down when the outcome is unknown. */
  readonly receipt?: Receipt;
};

export type Sent = { readonly receipt: Receipt; readonly filing: FilingReceipt };

type Sealed = { readonly draft: string; readonly receipt: Receipt; readonly parcel: Parcel };

/**
 * Seals and sends. The sealed parcel is kept until it arrives, so that a second try sends the same bytes under the
 * same receipt; words changed in between get a new receipt.
 */
export function createSender(courier: Courier) {
  let sealed: Sealed | undefined;

  return async (
    draft: ComplaintDraft,
    office: Office,
    onStage: (stage: Stage) => void,
  ): Promise<Result<Sent, SendingRefusal>> => {
    const written = JSON.stringify(draft);
    if (sealed?.draft !== written) {
      const fresh = await seal(draft, office, onStage);
      if (!fresh.ok) return fresh;
      sealed = { draft: written, ...fresh.value };
    }
    onStage({ stage: "send" });
    const { receipt, parcel } = sealed;
    const filed = await courier.fileParcel(parcel);
    if (filed.ok) return granted({ receipt, filing: filed.value });
    const { code } = filed.refusal;
    if (code === "unreachable" || code === "cannot-tell") return refused({ code, sent: "unknown", receipt });
    return refused({ code, sent: "no" });
  };
}

async function seal(
  draft: ComplaintDraft,
  office: Office,
  onStage: (stage: Stage) => void,
): Promise<Result<{ readonly receipt: Receipt; readonly parcel: Parcel }, SendingRefusal>> {
  onStage({ stage: "receipt" });
  await breathe();
  try {
    const receipt = drawReceipt();
    const keys = await deriveReceiptKeys(receipt, office.directory.receiptSalt, { onProgress: breathe });
    const parcel = await sealComplaint(draft, keys, directoryForSealing(office), {
      onProgress: (done, total) => {
        onStage({ stage: "lock", done, total });
        return breathe();
      },
    });
    return parcel.ok ? granted({ receipt, parcel: parcel.value }) : refused({ code: parcel.refusal.code, sent: "no" });
  } catch {
    // Whatever broke in here (memory, an old engine), nothing has left the phone, and there is no other way to send.
    return refused({ code: "sealing-failed", sent: "no" });
  }
}
