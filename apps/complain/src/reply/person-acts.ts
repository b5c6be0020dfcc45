import { rekeyedStatementShape, whoRekeys } from "@temwen/casework/person";
import type { MailboxCourier, PersonAct, ServedEvent } from "@temwen/courier";
import { vouchFor } from "@temwen/office";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import type { ReceiptKeys } from "@temwen/sealing/receipt";
import { sealMessage, sealPressure } from "@temwen/sealing/seal";
import {
  type ConsentChoice,
  canonicalBytes,
  granted,
  type PressureAnswer,
  parseCanonical,
  type Result,
  refused,
} from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";
import { findStaffSigner, isSignedBy, rememberDirectories } from "./checking.ts";

type Refusal = { readonly code: string };

/** Sends what `write` seals and signs; `said` tells one act from another. */
export type SendAct = (
  said: string,
  write: () => Promise<Result<PersonAct, Refusal>>,
) => Promise<Result<true, Refusal>>;

/**
 * Sends acts. One whose fate is unknown is kept as it was sealed and signed, so that trying again sends the same bytes,
 * which count once.
 */
export function createActSender(courier: MailboxCourier): SendAct {
  let pending: { readonly said: string; readonly act: PersonAct } | undefined;

  return async (said, write) => {
    if (pending?.said !== said) {
      const written = await write();
      if (!written.ok) return written;
      pending = { said, act: written.value };
    }
    const sent = await courier.sendAct(pending.act);
    const isFateUnknown = !sent.ok && (sent.refusal.code === "unreachable" || sent.refusal.code === "cannot-tell");
    if (!isFateUnknown) pending = undefined;
    return sent.ok ? granted(true) : sent;
  };
}

/** Sends messages to the case's readers. */
export function createMessenger(courier: MailboxCourier) {
  const send = createActSender(courier);
  return (office: Office, keys: ReceiptKeys, text: string): Promise<Result<true, Refusal>> =>
    send(text, () => writeMessage(courier, office, keys, text));
}

/** What a person asks for without a word besides. A withdrawal ends nothing by itself: the office speaks with the person first. */
type Asking = "case.withdrawal-asked/1" | "case.review-asked/1";

/** Writes that the person asks for something. */
export async function writeAsking(
  type: Asking,
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
): Promise<Result<PersonAct, Refusal>> {
  const turn = await findTurn(courier, office, keys);
  if (!turn.ok) return turn;
  const { sequence } = turn.value;
  const fact = { type, case: keys.caseId, office: office.directory.office, sequence };
  return granted(signAct(keys, canonicalBytes(fact)));
}

/** Writes it and sends it. Whoever asked before has asked. */
export async function sendReview(
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
  send: SendAct = createActSender(courier),
): Promise<Result<true, Refusal>> {
  const asked = await send("review", () => writeAsking("case.review-asked/1", courier, office, keys));
  return !asked.ok && asked.refusal.code === "review-already-asked" ? granted(true) : asked;
}

/** Writes it and sends it. */
export const sendWithdrawal = (
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
): Promise<Result<true, Refusal>> =>
  createActSender(courier)("withdrawal", () => writeAsking("case.withdrawal-asked/1", courier, office, keys));

/**
 * Says anew what the office may do. Of two windows that say it at once the second is told, and must look again: what it
 * was shown is no longer what counts.
 */
export async function writeConsent(
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
  choice: ConsentChoice,
): Promise<Result<PersonAct, Refusal>> {
  const turn = await findTurn(courier, office, keys);
  if (!turn.ok) return turn;
  const { sequence } = turn.value;
  const fact = { type: "case.consent-changed/1", case: keys.caseId, office: office.directory.office, sequence, choice };
  return granted(signAct(keys, canonicalBytes(fact)));
}

/** Writes it and sends it. */
export const sendConsent = (
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
  choice: ConsentChoice,
): Promise<Result<true, Refusal>> =>
  createActSender(courier)(choice, () => writeConsent(courier, office, keys, choice));

/** Seals a message to the case's readers and signs it with the receipt's key. */
export const writeMessage = (
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
  text: string,
): Promise<Result<PersonAct, Refusal>> =>
  writeSealed(courier, office, keys, (sequence, recipient) =>
    sealMessage({ case: keys.caseId, sequence, text }, recipient),
  );

/** The same for the answer to whether somebody presses the person to withdraw: from outside it is a message. */
export const writePressure = (
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
  answer: { readonly pressed: PressureAnswer; readonly text: string },
): Promise<Result<PersonAct, Refusal>> =>
  writeSealed(courier, office, keys, (sequence, recipient) =>
    sealPressure({ case: keys.caseId, sequence, ...answer }, recipient),
  );

async function writeSealed(
  courier: MailboxCourier,
  office: Office,
  keys: ReceiptKeys,
  seal: (sequence: number, recipient: string) => ReturnType<typeof sealMessage>,
): Promise<Result<PersonAct, Refusal>> {
  const turn = await findTurn(courier, office, keys);
  if (!turn.ok) return turn;
  const { sequence, storyRecipient } = turn.value;
  const sealed = await seal(sequence, storyRecipient);
  if (!sealed.ok) return sealed;
  const body = canonicalBytes({
    type: "case.message-received/1",
    case: keys.caseId,
    office: office.directory.office,
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
  const later = rekeyedStatementShape(readBody(rekeyed));
  const isRekeying =
    later?.case === keys.caseId &&
    later.office === office.directory.office &&
    // Never under a directory older than the one the complaint was sealed with: who had left by then is nobody here.
    later.epoch >= first.epoch;
  if (!isRekeying) return refused({ code: "bad-signature" });
  const found = await findStaffSigner(rekeyed, later, { office, directoryOf: rememberDirectories(courier, office) });
  const mayRekey = found && whoRekeys.includes(found.member.role) && found.member.expires > later.at;
  return mayRekey ? granted({ sequence, storyRecipient: later.recipient }) : refused({ code: "bad-signature" });
}

function readBody({ body }: ServedEvent): unknown {
  const value = parseCanonical(body);
  return value.ok ? value.value : undefined;
}
