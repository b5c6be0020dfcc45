import {
  type Case,
  clockMissedShape,
  erasedShape,
  type Happened,
  judgeHistory,
  type OpenedFact,
  openedShape,
  personFactShape,
  staffStatementShape,
  type Witnessed,
} from "@temwen/casework";
import type { ServedEvent } from "@temwen/courier/desk";
import { type Directory, isVouchedFor, recordBytes, type Standing, type VerifySignature } from "@temwen/office";
import { digestOf } from "@temwen/sealing/open";
import { type ComplaintReceived, complaintReceivedShape } from "@temwen/sealing/parcel";
import { type CaseId, type Digest, type Json, parseCanonical, type StaffId } from "@temwen/vocabulary";
import type { Alarm } from "../views.ts";
import type { Directories } from "./directories.ts";

/** A stream that was checked: what happened, whose word each event is, what became of the case, and what did not fit. */
export type VerifiedStream = {
  /** The first fact: what a person filed, or a case that the office opened itself. */
  readonly received: ComplaintReceived | OpenedFact;
  readonly happened: readonly (Witnessed & { readonly whose: StaffId | "person" | "clock" })[];
  readonly theCase: Case;
  readonly alarms: readonly Alarm[];
  readonly last: RecordPlace;
  /** Of every record, in order. */
  readonly digests: readonly Digest[];
};

/** A record of a stream, by its place and digest. */
export type RecordPlace = { readonly index: number; readonly digest: Digest };

/**
 * Checks every event of a case as the server gave it: its signature by whom it names, its place, the chain of digests,
 * and then whether the law let that person take that step. What the server could have invented, alone or with somebody
 * who has a key, never becomes part of the case; it becomes an alarm.
 * Undefined when even the first event is neither the complainant's nor that of somebody who might open a case.
 */
export async function verifyStream(
  caseId: CaseId,
  events: readonly ServedEvent[],
  standing: Standing,
  directories: Directories,
): Promise<VerifiedStream | undefined> {
  const first =
    readReceived(caseId, events[0], directories.verify) ?? (await readOpened(caseId, events[0], directories));
  if (!first) return undefined;
  const { fact: received } = first;
  const vouched: VerifiedStream["happened"][number][] = [];
  const alarms: Alarm[] = [];
  const digests: Digest[] = [];
  const known = new Map<number, Directory>(first.directory && [[received.epoch, first.directory]]);
  // Who had left before the complaint was sealed is nobody in this case.
  let { epoch } = received;
  for (const [index, event] of events.entries()) {
    const body = parseCanonical(event.body);
    if (!body.ok) throw new Error("a served body was made canonical at the door");
    const verified = index === 0 ? first : await vouch({ event, body: body.value }, received, standing, directories);
    if (!verified || event.index !== index) alarms.push({ code: "event-not-vouched-for", index });
    else if ("previous" in verified && !follows(verified, { previous: digests[index - 1], index, epoch })) {
      alarms.push({ code: "chain-broken", index });
    } else {
      const signed = "epoch" in verified ? { by: verified.whose, epoch: verified.epoch } : {};
      if ("previous" in verified) {
        epoch = verified.epoch;
        known.set(epoch, verified.directory);
      }
      vouched.push({ fact: verified.fact, at: event.at, index, whose: verified.whose, ...signed });
    }
    digests.push(digestOf(recordBytes({ at: event.at, body: event.body, index, vouchings: event.vouchings })));
  }
  const digest = digests.at(-1);
  if (!digest) throw new Error("a stream with a first event has a last digest");
  const { theCase, lawful, unlawful } = judgeHistory(vouched, (number) => known.get(number));
  for (const { index, refusal } of unlawful) alarms.push({ code: "unlawful-step", index, broken: refusal.code });
  if (received.epoch < standing.directory.epoch) {
    alarms.push({ code: "sealed-with-old-directory", epoch: received.epoch });
  }
  return { received, happened: lawful, theCase, alarms, last: { index: events.length - 1, digest }, digests };
}

/** What a case begins with, whose word it is, and, where staff signed it, under which directory. */
type First =
  | { readonly fact: ComplaintReceived; readonly whose: "person"; readonly directory?: never }
  | { readonly fact: OpenedFact; readonly whose: StaffId; readonly epoch: number; readonly directory: Directory };

/** A case that the office opened: signed by whoever the directory of that epoch lists, at the hour it stands there with. */
async function readOpened(
  caseId: CaseId,
  event: ServedEvent | undefined,
  directories: Directories,
): Promise<First | undefined> {
  const body = event && parseCanonical(event.body);
  const fact = body?.ok ? openedShape(body.value) : undefined;
  const [vouching, more] = event?.vouchings ?? [];
  if (!event || !fact || !vouching || more || fact.case !== caseId || fact.at !== event.at) return undefined;
  const { by, at, epoch } = fact;
  const directory = await directories.findEpoch(epoch);
  const isTheirs = directory?.staff.find(({ id }) => id === by)?.signingKey === vouching.key;
  if (!directory || !isTheirs || directories.isSuspended(by, epoch, at)) return undefined;
  return isVouchedFor(event.body, vouching, directories.verify) ? { fact, whose: by, epoch, directory } : undefined;
}

function readReceived(caseId: CaseId, event: ServedEvent | undefined, verify: VerifySignature): First | undefined {
  const body = event && parseCanonical(event.body);
  const received = body?.ok ? complaintReceivedShape(body.value) : undefined;
  const vouching = event?.vouchings[0];
  if (!event || !received || !vouching || received.case !== caseId || vouching.key !== received.receiptKey)
    return undefined;
  return isVouchedFor(event.body, vouching, verify) ? { fact: received, whose: "person" } : undefined;
}

type VouchedByStaff = {
  readonly fact: Happened["fact"];
  readonly whose: StaffId;
  readonly previous: Digest;
  readonly placed: number;
  readonly epoch: number;
  readonly directory: Directory;
};
type Vouched = { readonly fact: Happened["fact"]; readonly whose: "person" | "clock" } | VouchedByStaff;

/** Behind the record it names, in its place, and under no older directory: who left with a key cannot come back by it. */
function follows(
  verified: VouchedByStaff,
  place: { readonly previous: Digest | undefined; readonly index: number; readonly epoch: number },
): boolean {
  return verified.previous === place.previous && verified.placed === place.index && verified.epoch >= place.epoch;
}

/** Whose word an event is, if the right key signed it. */
async function vouch(
  { event, body }: { readonly event: ServedEvent; readonly body: Json },
  received: VerifiedStream["received"],
  standing: Standing,
  directories: Directories,
): Promise<Vouched | undefined> {
  const vouching = event.vouchings[0];
  if (!vouching || event.vouchings.length !== 1 || !isVouchedFor(event.body, vouching, directories.verify)) {
    return undefined;
  }
  const statement = staffStatementShape(body);
  if (statement) {
    const directory = await directories.findEpoch(statement.epoch);
    const member = directory?.staff.find(({ id }) => id === statement.by);
    const isTheirs = member?.signingKey === vouching.key && statement.case === received.case;
    if (!directory || !member || !isTheirs || statement.office !== received.office || statement.at !== event.at)
      return undefined;
    const { previous, index: placed, epoch } = statement;
    if (directories.isSuspended(member.id, epoch, statement.at)) return undefined;
    return { fact: statement, whose: member.id, previous, placed, epoch, directory };
  }
  const person = personFactShape(body);
  if (person) {
    // Nobody has a receipt of a case that the office opened.
    const isTheirs = "receiptKey" in received && vouching.key === received.receiptKey && person.case === received.case;
    return isTheirs ? { fact: person, whose: "person" } : undefined;
  }
  const clock = clockMissedShape(body) ?? erasedShape(body);
  const isClock = vouching.key === standing.directory.clockKey && clock?.case === received.case;
  return clock && isClock ? { fact: clock, whose: "clock" } : undefined;
}
