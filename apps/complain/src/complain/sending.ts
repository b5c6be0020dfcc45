import type { Courier, FilingReceipt, ServerRefusal } from "@temwen/courier";
import { deriveReceiptKeys, drawReceipt, type Receipt } from "@temwen/sealing/receipt";
import { type ComplaintDraft, type Parcel, sealComplaint } from "@temwen/sealing/seal";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { loadAnnex } from "../page/annexes.ts";
import { breathe } from "../page/dom.ts";
import { directoryForSealing, type Office } from "../page/office.ts";

/** Where it stands: preparing the receipt, locking (so many of so many), sending, doing the work that a flood asks for. */
export type Stage =
  | { readonly stage: "receipt" }
  | { readonly stage: "lock"; readonly done: number; readonly total: number }
  | { readonly stage: "send" }
  /** In a flood, `share` of it from 0 to 1. */
  | { readonly stage: "work"; readonly share: number };

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

export type Sent = { readonly receipt: Receipt; readonly filing: FilingReceipt; readonly parcel: Parcel };

type Sealed = {
  readonly draft: ComplaintDraft;
  readonly receipt: Receipt;
  readonly parcel: Parcel;
  /** It was on its way, and nobody can tell whether it arrived. */
  readonly mayHaveArrived: boolean;
};

type Sending = Promise<Result<Sent, SendingRefusal>>;

export type Sender = {
  /** Seals and sends; words that were sealed already go out as the same bytes under the same receipt. */
  readonly send: (draft: ComplaintDraft, office: Office, onStage: (stage: Stage) => void) => Sending;
  /** Sends the parcel that may have arrived once more, whatever was changed since. */
  readonly sendSame: (onStage: (stage: Stage) => void) => Sending;
  /** Gives the parcel that may have arrived to somebody who keeps it until it does, and forgets it once they have it. */
  readonly handOver: (keep: (parcel: Parcel) => Promise<boolean>) => Promise<Receipt | undefined>;
  /** This draft would be a second complaint beside one that may have arrived. */
  readonly wouldBeSecond: (draft: ComplaintDraft) => boolean;
};

/**
 * Keeps the sealed parcel until it arrives: the same bytes arrive once, however often they are sent. The language is
 * the screen's and not of the words: who changes it while waiting has not said anything else.
 */
export function createSender(courier: Pick<Courier, "fileParcel">): Sender {
  let sealed: Sealed | undefined;

  const sendSealed = async (one: Sealed, onStage: (stage: Stage) => void): Sending => {
    onStage({ stage: "send" });
    const { receipt, parcel } = one;
    // Set before, and looked at after: what was handed over or has arrived meanwhile is not taken back into memory.
    sealed = one;
    const isHere = (): boolean => sealed?.parcel === parcel;
    const filed = await courier.fileParcel(parcel, (refusal) =>
      workFor(refusal, (share) => onStage({ stage: "work", share })),
    );
    if (filed.ok) {
      if (isHere()) sealed = undefined;
      return granted({ receipt, filing: filed.value, parcel });
    }
    // Work that was not done: the code for it did not come, or ever more was asked.
    const code = filed.refusal.code === "work-asked" ? "crowded" : filed.refusal.code;
    const mayHaveArrived = one.mayHaveArrived || code === "unreachable" || code === "cannot-tell";
    if (isHere()) sealed = { ...one, mayHaveArrived };
    return refused(mayHaveArrived ? { code, sent: "unknown", receipt } : { code, sent: "no" });
  };

  return {
    send: async (draft, office, onStage) => {
      if (sealed && isSame(sealed.draft, draft)) return sendSealed(sealed, onStage);
      const fresh = await seal(draft, office, onStage);
      return fresh.ok ? sendSealed({ draft, ...fresh.value, mayHaveArrived: false }, onStage) : fresh;
    },
    sendSame: async (onStage) => {
      if (!sealed) throw new Error("nothing was sealed");
      return sendSealed(sealed, onStage);
    },
    handOver: async (keep) => {
      const one = sealed;
      if (!one || !(await keep(one.parcel))) return undefined;
      sealed = undefined;
      return one.receipt;
    },
    wouldBeSecond: (draft) => sealed?.mayHaveArrived === true && !isSame(sealed.draft, draft),
  };
}

/** Whether the person says the same as before. What is shown is one list until something of it changes. */
function isSame(before: ComplaintDraft, now: ComplaintDraft): boolean {
  const words = ({ language: _, evidence: __, ...said }: ComplaintDraft): string => JSON.stringify(said);
  return before.evidence === now.evidence && words(before) === words(now);
}

/** Fetches the code for the work that a flood asks for, and does it; undefined where it did not come, or something else was asked. */
export async function workFor(refusal: ServerRefusal, onWork: (share: number) => void): Promise<string | undefined> {
  if (refusal.code !== "work-asked") return undefined;
  const annex = await loadAnnex<typeof import("../work/main.ts")>("work");
  return annex.ok ? annex.value.workFor(refusal, onWork) : undefined;
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
