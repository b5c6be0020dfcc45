import { type CaseFact, clockMissedShape, type StaffStatement, type Witnessed } from "@temwen/casework/person";
import type { MailboxCase, MailboxCourier, ServedEvent } from "@temwen/courier";
import { type Directory, isVouchedFor, recordBytes, type StaffMember, verifyDirectory } from "@temwen/office";
import { verifyInBrowser } from "@temwen/office/signing-web";
import { digestOf, openReply } from "@temwen/sealing/open";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import type { ReceiptKeys } from "@temwen/sealing/receipt";
import { type Instant, parseCanonical } from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";
import type { Entry, Said, Shown } from "./entries.ts";
import type { Law } from "./law.ts";

/** What events are checked against: the office as the roots vouch for it, and the person's own keys. */
export type Known = {
  readonly office: Office;
  readonly keys: ReceiptKeys;
  readonly directoryOf: (epoch: number) => Promise<Directory | undefined>;
};

/**
 * Checks what a server shows of a case: each event's signature by whom it names, its place and hour, the link to an event
 * that is shown right before it, and then whether the law let that person take that step, as far as the person's own part
 * of the case tells (docs/specs/casework.md).
 */
export async function checkCase(kept: MailboxCase, known: Known, law: Law): Promise<Shown> {
  const directories = new Map<number, Directory>();
  const read: { readonly at: Instant; readonly index: number; event: Witnessed | undefined }[] = [];
  const before = { index: -1, epoch: 0 };
  for (const [place, served] of kept.events.entries()) {
    // What was shown once is not shown again, nor in another order, nor under a directory older than the one before.
    const isNext = served.index > before.index;
    before.index = Math.max(before.index, served.index);
    const event = isNext ? await verifyEvent(served, kept, { ...known, law, directories, before }) : undefined;
    read.push({ at: served.at, index: served.index, event });
    const last = read[place - 1];
    // The hours of what the person sent are the server's; who acted next signed which they saw.
    if (last && !isLinked(event, kept.events[place - 1])) last.event = undefined;
  }
  const { stage, lawful, unlawful } = law.judge(
    read.flatMap(({ event }) => event ?? []),
    (epoch) => directories.get(epoch),
  );
  const broken = new Map(unlawful.map(({ index, code }) => [index, code]));
  const shown = new Set(lawful);
  const entries: Entry[] = [];
  for (const { at, index, event } of read) {
    const code = event && broken.get(event.index);
    if (!event) entries.push({ kind: "unverified", at, index });
    else if (code) entries.push({ kind: "unlawful", code, at, index });
    else if (shown.has(event)) {
      const said = await entryOf(event, kept, known, law.say);
      if (said) entries.push({ ...said, index });
    }
  }
  return { entries, stage };
}

/** Whether an event of staff names the one that is shown right before it; all others name none. */
function isLinked(event: Witnessed | undefined, last: ServedEvent | undefined): boolean {
  if (!event || !last || !("previous" in event.fact) || last.index !== event.index - 1) return true;
  const body = parseCanonical(last.body);
  return body.ok && event.fact.previous === digestOf(recordBytes({ ...last, body: body.value }));
}

type Checking = Known & {
  readonly law: Law;
  readonly directories: Map<number, Directory>;
  readonly before: { epoch: number };
};

/** An event that the right key signed for this case and this place in it. */
async function verifyEvent(
  served: ServedEvent,
  { case: caseId }: MailboxCase,
  { law, directories, before, ...known }: Checking,
): Promise<Witnessed | undefined> {
  const { at, index } = served;
  const body = parseCanonical(served.body);
  if (!body.ok) return undefined;
  const { directory } = known.office;
  const isOurs = (said: { readonly case: string; readonly office: string }): boolean =>
    said.case === caseId && said.office === directory.office;
  const statement = law.readStatement(body.value);
  if (statement) {
    const { epoch, by } = statement;
    if (!isOurs(statement) || statement.index !== index || epoch < before.epoch) return undefined;
    const found = await findStaffSigner(served, statement, known);
    if (!found) return undefined;
    before.epoch = epoch;
    directories.set(epoch, found.directory);
    return { fact: statement, at, index, by, epoch };
  }
  const received = complaintReceivedShape(body.value);
  const own = received ?? law.readOwn(body.value);
  if (own) {
    if (!isOurs(own) || !isSignedBy(served, known.keys.signer.key)) return undefined;
    if (received) before.epoch = Math.max(before.epoch, received.epoch);
    return { fact: own, at, index };
  }
  const missed = clockMissedShape(body.value);
  return missed && isOurs(missed) && isSignedBy(served, directory.clockKey) ? { fact: missed, at, index } : undefined;
}

/** The member of staff whom the directory of that epoch lists, if they signed it and were not suspended before. */
export async function findStaffSigner(
  served: ServedEvent,
  { epoch, by, at }: Pick<StaffStatement, "epoch" | "by" | "at">,
  { office, directoryOf }: Pick<Known, "office" | "directoryOf">,
): Promise<{ readonly member: StaffMember; readonly directory: Directory } | undefined> {
  const directory = await directoryOf(epoch);
  const member = directory?.staff.find(({ id }) => id === by);
  // The hour shown must be the one that was signed.
  if (!directory || !member || at !== served.at || !isSignedBy(served, member.signingKey)) return undefined;
  const suspendedAt = office.suspendedAt.get(member.id);
  return suspendedAt === undefined || at < suspendedAt ? { member, directory } : undefined;
}

/** What is shown of an event; the words of a message are the office's, and stand sealed beside it. */
async function entryOf(
  { fact, at }: Witnessed,
  kept: MailboxCase,
  { keys }: Known,
  say: Law["say"],
): Promise<Said | undefined> {
  if (fact.type !== "case.message-sent/1") return say(fact, at);
  const text = await openOfficeMessage(fact, kept, keys);
  return text === undefined ? { kind: "unverified", at } : { kind: "office", text, at };
}

async function openOfficeMessage(
  { message, to, number }: Extract<CaseFact, { readonly type: "case.message-sent/1" }>,
  kept: MailboxCase,
  keys: ReceiptKeys,
): Promise<string | undefined> {
  const sealed = kept.sealed[message.part];
  if (!sealed || to !== keys.signer.key || digestOf(sealed) !== message.digest) return undefined;
  const reply = await openReply(keys.replyIdentity, sealed, kept.case);
  return reply.ok && reply.value.number === number ? reply.value.text : undefined;
}

/** Old events were signed under old directories: fetched once each, believed only with the roots' signatures. */
export function rememberDirectories(courier: MailboxCourier, { directory, trust }: Office): Known["directoryOf"] {
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

export const isSignedBy = ({ body, vouchings }: ServedEvent, key: string): boolean =>
  vouchings.some((vouching) => vouching.key === key && isVouchedFor(body, vouching, verifyInBrowser));
