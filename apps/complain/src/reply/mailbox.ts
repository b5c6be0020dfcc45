import { rolesFor, staffStatementShape } from "@temwen/casework/person";
import type { MailboxCourier, PersonAct, ServedEvent } from "@temwen/courier";
import { vouchFor } from "@temwen/office";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import { deriveReceiptKeys, type Receipt, type ReceiptKeys } from "@temwen/sealing/receipt";
import { sealMessage } from "@temwen/sealing/seal";
import {
  type ConsentChoice,
  canonicalBytes,
  granted,
  type Instant,
  parseCanonical,
  type Result,
  refused,
} from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";
import { checkCase, findStaffSigner, isSignedBy, rememberDirectories, type Shown } from "./checking.ts";

/** An open mailbox; `before` is the hour at which it was opened before this time. */
export type Opened = Shown & { readonly keys: ReceiptKeys; readonly before?: Instant };
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
): Promise<Result<Shown & Pick<Opened, "before">, Refusal>> {
  const nothing: Shown = { entries: [], stage: "unknown" };
  const mailbox = await courier.readMailbox(keys.mailbox);
  if (!mailbox.ok) return mailbox.refusal.code === "unknown-mailbox" ? granted(nothing) : mailbox;
  // One receipt, one case: what became of another's complaint is not shown as what became of this one.
  const { cases, opened } = mailbox.value;
  const kept = cases.find((one) => one.case === keys.caseId);
  if (!kept) return granted(nothing);
  const shown = await checkCase(kept, { office, keys, directoryOf: rememberDirectories(courier, office) });
  return granted({ ...shown, ...(opened && { before: opened }) });
}

/**
 * Sends messages to the case's readers. A message whose fate is unknown is kept as it was sealed and signed, so that
 * trying again sends the same bytes, which count once.
 */
export function createMessenger(courier: MailboxCourier) {
  let pending: { readonly text: string; readonly act: PersonAct } | undefined;

  return async (office: Office, keys: ReceiptKeys, text: string): Promise<Result<true, Refusal>> => {
    if (pending?.text !== text) {
      const written = await writeAct(courier, office, keys, text);
      if (!written.ok) return written;
      pending = { text, act: written.value };
    }
    const sent = await courier.sendAct(pending.act);
    const isFateUnknown = !sent.ok && (sent.refusal.code === "unreachable" || sent.refusal.code === "cannot-tell");
    if (!isFateUnknown) pending = undefined;
    return sent.ok ? granted(true) : sent;
  };
}

/**
 * Asks to withdraw the complaint. It ends nothing by itself: the office speaks with the person first, because
 * withdrawing is what people are pressed to do.
 */
export async function sendWithdrawal(
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
): Promise<Result<true, Refusal>> {
  const { directory } = office;
  const turn = await findTurn(courier, office, keys);
  if (!turn.ok) return turn;
  const { sequence } = turn.value;
  const fact = { type: "case.withdrawal-asked/1", case: keys.caseId, office: directory.office, sequence };
  const sent = await courier.sendAct(signAct(keys, canonicalBytes(fact)));
  return sent.ok ? granted(true) : sent;
}

/**
 * Says anew what the office may do. Of two windows that say it at once the second is told, and must look again: what it
 * was shown is no longer what counts.
 */
export async function sendConsent(
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
  choice: ConsentChoice,
): Promise<Result<true, Refusal>> {
  const turn = await findTurn(courier, office, keys);
  if (!turn.ok) return turn;
  const { sequence } = turn.value;
  const fact = { type: "case.consent-changed/1", case: keys.caseId, office: office.directory.office, sequence, choice };
  const sent = await courier.sendAct(signAct(keys, canonicalBytes(fact)));
  return sent.ok ? granted(true) : sent;
}

/** Seals a message to the case's readers and signs it with the receipt's key. */
async function writeAct(
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
  text: string,
): Promise<Result<PersonAct, Refusal>> {
  const { directory } = office;
  const turn = await findTurn(courier, office, keys);
  if (!turn.ok) return turn;
  const { sequence, storyRecipient } = turn.value;
  const sealed = await sealMessage({ case: keys.caseId, sequence, text }, storyRecipient);
  if (!sealed.ok) return sealed;
  const body = canonicalBytes({
    type: "case.message-received/1",
    case: keys.caseId,
    office: directory.office,
    sequence,
    message: { part: `message-in-${sequence}`, digest: sealed.value.digest },
  });
  return granted({ ...signAct(keys, body), sealed: sealed.value.sealed });
}

/** Puts the receipt's signature under an act. */
export const signAct = ({ mailbox, signer }: ReceiptKeys, body: Uint8Array): PersonAct => ({
  mailbox,
  body,
  vouching: vouchFor(body, signer),
});

/**
 * The number of the person's next act, and where messages go: as the first event says, which this very receipt signed,
 * or as staff said later, when the case was given a new key. What is served and does not check is never passed over.
 *
 * A server that hides the later event gets a message sealed to the key before: readable for somebody who left and to
 * whom the server hands it, and the desk says so when the message is opened. A server alone cannot make up a later
 * event. Together with somebody who left it can (their signature is good under their directory), for a case filed while
 * they served; nobody of the office can then open the message, and the desk says that too.
 */
export async function findTurn(
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
): Promise<Result<{ readonly sequence: number; readonly storyRecipient: string }, Refusal>> {
  const address = await courier.findAddress(keys.mailbox);
  if (!address.ok) return address;
  const { received, rekeyed, sequence } = address.value;
  const first = complaintReceivedShape(readBody(received));
  if (first?.case !== keys.caseId || !isSignedBy(received, keys.signer.key)) return refused({ code: "bad-signature" });
  if (!rekeyed) return granted({ sequence, storyRecipient: first.storyRecipient });
  const later = staffStatementShape(readBody(rekeyed));
  const isRekeying =
    later?.type === "case.rekeyed/1" &&
    later.case === keys.caseId &&
    later.office === office.directory.office &&
    // Never under a directory older than the one the complaint was sealed with: who had left by then is nobody here.
    later.epoch >= first.epoch;
  if (!isRekeying) return refused({ code: "bad-signature" });
  const found = await findStaffSigner(rekeyed, later, { office, directoryOf: rememberDirectories(courier, office) });
  const mayRekey = found && rolesFor("rekey-case").includes(found.member.role) && found.member.expires > later.at;
  return mayRekey ? granted({ sequence, storyRecipient: later.recipient }) : refused({ code: "bad-signature" });
}

function readBody({ body }: ServedEvent): unknown {
  const value = parseCanonical(body);
  return value.ok ? value.value : undefined;
}
