import type { MailboxCase, MailboxCourier } from "@temwen/courier";
import { deriveReceiptKeys, type Receipt, type ReceiptKeys } from "@temwen/sealing/receipt";
import { granted, type Instant, type Result } from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";
import { checkCase, rememberDirectories } from "./checking.ts";
import type { Shown } from "./entries.ts";

/** What a mailbox holds: the case as it was served, where there is one; `before` is the hour of the opening before this one. */
type Read = Shown & { readonly kept?: MailboxCase; readonly before?: Instant };

/** An open mailbox. */
export type Opened = Read & { readonly keys: ReceiptKeys };
type Refusal = { readonly code: string };

/** Opens the mailbox of a receipt. A code that nobody has and a mailbox without anything give the same empty list. */
export async function openMailbox(
  courier: MailboxCourier,
  office: Office,
  receipt: Receipt,
): Promise<Result<Opened, Refusal>> {
  const keys = await deriveReceiptKeys(receipt, office.directory.receiptSalt);
  const read = await readEntries(courier, office, keys);
  return read.ok ? granted({ keys, ...read.value }) : read;
}

/** Reads what is in the mailbox now. */
export async function readEntries(
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
): Promise<Result<Read, Refusal>> {
  const nothing: Shown = { entries: [], stage: "unknown" };
  const mailbox = await courier.readMailbox(keys.mailbox);
  if (!mailbox.ok) return mailbox.refusal.code === "unknown-mailbox" ? granted(nothing) : mailbox;
  // One receipt, one case: what became of another's complaint is not shown as what became of this one.
  const { cases, opened } = mailbox.value;
  const kept = cases.find((one) => one.case === keys.caseId);
  if (!kept) return granted(nothing);
  const shown = await checkCase(kept, { office, keys, directoryOf: rememberDirectories(courier, office) });
  return granted({ ...shown, kept, ...(opened && { before: opened }) });
}
