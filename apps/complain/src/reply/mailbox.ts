import type { MailboxCase, MailboxCourier } from "@temwen/courier";
import { deriveReceiptKeys, type Receipt, type ReceiptKeys } from "@temwen/sealing/receipt";
import { granted, type Instant, type Result } from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";
import { checkCase, rememberDirectories } from "./checking.ts";
import type { Shown } from "./entries.ts";
import type { Law } from "./law.ts";

/** What a mailbox holds: the case as it was served, where there is one; `before` is the hour of the opening before this one. */
type Read = Shown & { readonly kept?: MailboxCase; readonly before?: Instant };

/** An open mailbox. */
export type Opened = Read & { readonly keys: ReceiptKeys };
type Refusal = { readonly code: string };

/** The law by which a case is judged, found once its answer is there; `size` is how long that answer was to whoever watches the line. */
export type FindLaw = (kept: MailboxCase, size: number) => Promise<Result<Law, Refusal>>;

/** Opens the mailbox of a receipt. A code that nobody has and a mailbox without anything give the same empty list. */
export async function openMailbox(
  courier: MailboxCourier,
  office: Office,
  receipt: Receipt,
  findLaw: FindLaw,
): Promise<Result<Opened, Refusal>> {
  const keys = await deriveReceiptKeys(receipt, office.directory.receiptSalt);
  const read = await readEntries(courier, office, keys, findLaw);
  return read.ok ? granted({ keys, ...read.value }) : read;
}

/** Reads what is in the mailbox now. */
export async function readEntries(
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
  findLaw: FindLaw,
): Promise<Result<Read, Refusal>> {
  const nothing: Shown = { entries: [], stage: "unknown" };
  const mailbox = await courier.readMailbox(keys.mailbox);
  if (!mailbox.ok) return mailbox.refusal.code === "unknown-mailbox" ? granted(nothing) : mailbox;
  // One receipt, one case: what became of another's complaint is not shown as what became of this one.
  const { cases, opened, size } = mailbox.value;
  const kept = cases.find((one) => one.case === keys.caseId);
  if (!kept) return granted(nothing);
  const law = await findLaw(kept, size);
  if (!law.ok) return law;
  const known = { office, keys, directoryOf: rememberDirectories(courier, office) };
  const shown = await checkCase(kept, known, law.value);
  return granted({ ...shown, kept, ...(opened && { before: opened }) });
}
