import type { Courier, Mailbox, PersonAct, ServedEvent } from "@temwen/courier";
import {
  type Directory,
  hybridRecipient,
  isVouchedFor,
  type StaffMember,
  verifyDirectory,
  vouchFor,
} from "@temwen/office";
import { verifyInBrowser } from "@temwen/office/signing-web";
import { digestOf, openReply } from "@temwen/sealing/open";
import { deriveReceiptKeys, type Receipt, type ReceiptKeys } from "@temwen/sealing/receipt";
import { sealMessage } from "@temwen/sealing/seal";
import {
  canonicalBytes,
  granted,
  type Instant,
  type Json,
  parseCanonical,
  type Result,
  refused,
} from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";

/** One line of what the person sees. An entry that nobody vouches for has no words at all. */
export type Entry = { readonly at: Instant } & (
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "late"; readonly due: Instant }
  | { readonly kind: "office"; readonly text: string }
  | { readonly kind: "mine" }
  | { readonly kind: "unverified" }
);

export type Step =
  | "stepReceived"
  | "stepAcknowledged"
  | "stepAssessed"
  | "stepProposed"
  | "stepNotAdmitted"
  | "stepKeptOpen"
  | "withdrawn"
  | "stepOther";

export type Opened = { readonly keys: ReceiptKeys; readonly entries: readonly Entry[] };
type Refusal = { readonly code: string };

/** Opens the mailbox of a receipt. A code that nobody has and a mailbox without anything give the same empty list. */
export async function openMailbox(
  courier: Courier,
  office: Office,
  receipt: Receipt,
): Promise<Result<Opened, Refusal>> {
  const keys = await deriveReceiptKeys(receipt, office.directory.receiptSalt);
  const read = await readEntries(courier, office, keys);
  return read.ok ? granted({ keys, entries: read.value }) : read;
}

/** Reads what is in the mailbox now. */
export async function readEntries(
  courier: Courier,
  office: Office,
  keys: ReceiptKeys,
): Promise<Result<readonly Entry[], Refusal>> {
  const mailbox = await courier.readMailbox(keys.mailbox);
  if (!mailbox.ok) return mailbox.refusal.code === "unknown-mailbox" ? granted([]) : mailbox;
  const directoryOf = rememberDirectories(courier, office);
  const entries: Entry[] = [];
  for (const kept of mailbox.value) {
    // One receipt, one case: what became of another's complaint is not shown as what became of this one.
    if (kept.case !== keys.caseId) continue;
    let last = -1;
    for (const event of kept.events) {
      // What was shown once is not shown again, nor in another order.
      const isNext = event.index > last;
      last = Math.max(last, event.index);
      const entry: Entry | undefined = isNext
        ? await entryOf(event, kept, { office, keys, directoryOf })
        : { kind: "unverified", at: event.at };
      if (entry) entries.push(entry);
    }
  }
  return granted(entries);
}

/**
 * Sends messages to the case's readers. A message whose fate is unknown is kept as it was sealed and signed, so that
 * trying again sends the same bytes, which count once.
 */
export function createMessenger(courier: Courier) {
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
  courier: Courier,
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

/** Seals a message to the case's readers and signs it with the receipt's key. */
async function writeAct(
  courier: Courier,
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

const signAct = ({ mailbox, signer }: ReceiptKeys, body: Uint8Array): PersonAct => ({
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
async function findTurn(
  courier: Courier,
  office: Office,
  keys: ReceiptKeys,
): Promise<Result<{ readonly sequence: number; readonly storyRecipient: string }, Refusal>> {
  const address = await courier.findAddress(keys.mailbox);
  if (!address.ok) return address;
  const { received, rekeyed, sequence } = address.value;
  const first = fieldsOfBody(received.body);
  if (first.case !== keys.caseId || !isSignedBy(received, keys.signer.key)) return refused({ code: "bad-signature" });
  if (!rekeyed) return granted({ sequence, storyRecipient: String(first.storyRecipient) });
  const later = fieldsOfBody(rekeyed.body);
  const isRekeying =
    later.type === "case.rekeyed/1" &&
    later.case === keys.caseId &&
    later.office === office.directory.office &&
    later.at === rekeyed.at &&
    // Never under a directory older than the one the complaint was sealed with: who had left by then is nobody here.
    Number(later.epoch) >= Number(first.epoch);
  const known = { office, keys, directoryOf: rememberDirectories(courier, office) };
  const signer = isRekeying ? await findStaffSigner(rekeyed, later, known) : undefined;
  const recipient = hybridRecipient(later.recipient);
  const mayRekey = signer?.role === "intake" || signer?.role === "investigator";
  return recipient && mayRekey ? granted({ sequence, storyRecipient: recipient }) : refused({ code: "bad-signature" });
}

type Known = {
  readonly office: Office;
  readonly keys: ReceiptKeys;
  readonly directoryOf: (epoch: number) => Promise<Directory | undefined>;
};

const steps: { readonly [type: string]: Step } = {
  "case.acknowledged/1": "stepAcknowledged",
  "case.assessed/1": "stepAssessed",
  "case.non-admission-proposed/1": "stepProposed",
  "case.not-admitted/1": "stepNotAdmitted",
  "case.kept-open/1": "stepKeptOpen",
};
/** Facts that say nothing to the person beside another one. */
const silent = ["case.consent-given/1", "case.access-granted/1", "case.rekeyed/1", "case.escrow-dealt/1"];

async function entryOf(event: ServedEvent, kept: Mailbox[number], known: Known): Promise<Entry | undefined> {
  const { at } = event;
  const body = fieldsOfBody(event.body);
  const type = String(body.type);
  const unverified: Entry = { kind: "unverified", at };
  if (body.case !== kept.case || body.office !== known.office.directory.office) return unverified;
  const { key } = known.keys.signer;
  if (type === "case.received/1" || type === "case.message-received/1" || type === "case.withdrawal-asked/1") {
    if (!isSignedBy(event, key)) return unverified;
    if (type === "case.message-received/1") return { kind: "mine", at };
    return { kind: "step", step: type === "case.received/1" ? "stepReceived" : "withdrawn", at };
  }
  if (type === "case.clock-missed/1") {
    const isSigned = isSignedBy(event, known.office.directory.clockKey);
    return isSigned ? { kind: "late", at, due: String(body.due) as Instant } : unverified;
  }
  if (!(await findStaffSigner(event, body, known))) return unverified;
  if (type === "case.message-sent/1") {
    const text = await openOfficeMessage(body, kept, known.keys);
    return text === undefined ? unverified : { kind: "office", at, text };
  }
  return silent.includes(type) ? undefined : { kind: "step", step: steps[type] ?? "stepOther", at };
}

/** The member of staff of the directory that the event names, if they signed it and were not suspended before. */
async function findStaffSigner(event: ServedEvent, body: Body, known: Known): Promise<StaffMember | undefined> {
  const directory = await known.directoryOf(Number(body.epoch));
  const member = directory?.staff.find(({ id }) => id === body.by);
  // The hour shown must be the one that was signed.
  if (!member || body.at !== event.at || !isSignedBy(event, member.signingKey)) return undefined;
  const suspendedAt = known.office.suspendedAt.get(member.id);
  const wasServing = suspendedAt === undefined || (event.at < suspendedAt && String(body.at) < suspendedAt);
  return wasServing ? member : undefined;
}

async function openOfficeMessage(body: Body, kept: Mailbox[number], keys: ReceiptKeys): Promise<string | undefined> {
  const message = body.message as { readonly part: string; readonly digest: string };
  const sealed = kept.sealed[message.part];
  if (!sealed || body.to !== keys.signer.key || digestOf(sealed) !== message.digest) return undefined;
  const reply = await openReply(keys.replyIdentity, sealed, kept.case);
  return reply.ok && reply.value.number === body.number ? reply.value.text : undefined;
}

/** Old events were signed under old directories: fetched once each, believed only with the roots' signatures. */
function rememberDirectories(courier: Courier, { directory, trust }: Office): Known["directoryOf"] {
  const known = new Map<number, Promise<Directory | undefined>>([[directory.epoch, Promise.resolve(directory)]]);
  const fetchEpoch = async (epoch: number): Promise<Directory | undefined> => {
    const served = await courier.fetchDirectory(epoch);
    if (!served.ok) return undefined;
    const verified = verifyDirectory(served.value.directory, { ...trust, minimumEpoch: 0 }, verifyInBrowser);
    return verified.ok && verified.value.epoch === epoch ? verified.value : undefined;
  };
  return (epoch) => {
    const found = known.get(epoch) ?? fetchEpoch(epoch);
    known.set(epoch, found);
    return found;
  };
}

type Body = { readonly [field: string]: Json };

function fieldsOfBody(bytes: Uint8Array): Body {
  const body = parseCanonical(bytes);
  return body.ok && typeof body.value === "object" && body.value !== null ? (body.value as Body) : {};
}

const isSignedBy = ({ body, vouchings }: ServedEvent, key: string): boolean =>
  vouchings.some((vouching) => vouching.key === key && isVouchedFor(body, vouching, verifyInBrowser));
