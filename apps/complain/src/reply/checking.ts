import {
  type Case,
  type CaseFact,
  clockMissedShape,
  judgeSeen,
  personFactShape,
  type StaffStatement,
  staffStatementShape,
  type Witnessed,
} from "@temwen/casework/person";
import type { MailboxCase, MailboxCourier, ServedEvent } from "@temwen/courier";
import { type Directory, isVouchedFor, recordBytes, type StaffMember, verifyDirectory } from "@temwen/office";
import { verifyInBrowser } from "@temwen/office/signing-web";
import { digestOf, openReply } from "@temwen/sealing/open";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import type { ReceiptKeys } from "@temwen/sealing/receipt";
import { type Instant, parseCanonical } from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";
import type { Entry, Said, Shown, ShownStage, Step } from "./entries.ts";

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
export async function checkCase(kept: MailboxCase, known: Known): Promise<Shown> {
  const directories = new Map<number, Directory>();
  const read: { readonly at: Instant; readonly index: number; event: Witnessed | undefined }[] = [];
  const before = { index: -1, epoch: 0 };
  for (const [place, served] of kept.events.entries()) {
    // What was shown once is not shown again, nor in another order, nor under a directory older than the one before.
    const isNext = served.index > before.index;
    before.index = Math.max(before.index, served.index);
    const event = isNext ? await verifyEvent(served, kept, { ...known, directories, before }) : undefined;
    read.push({ at: served.at, index: served.index, event });
    const last = read[place - 1];
    // The hours of what the person sent are the server's; who acted next signed which they saw.
    if (last && !isLinked(event, kept.events[place - 1])) last.event = undefined;
  }
  const { theCase, lawful, unlawful } = judgeSeen(
    read.flatMap(({ event }) => event ?? []),
    (epoch) => directories.get(epoch),
  );
  const broken = new Map(unlawful.map(({ index, refusal }) => [index, refusal.code]));
  const shown = new Set(lawful);
  const entries: Entry[] = [];
  for (const { at, index, event } of read) {
    const code = event && broken.get(event.index);
    if (!event) entries.push({ kind: "unverified", at, index });
    else if (code) entries.push({ kind: "unlawful", code, at, index });
    else if (shown.has(event)) {
      for (const said of await entryOf(event, kept, known)) entries.push({ ...said, index });
    }
  }
  return { entries, stage: stageOf(theCase) };
}

function stageOf({ stage }: Case): ShownStage {
  if (stage === "non-admission-proposed") return "assessed";
  return stage === "flood-proposed" ? "received" : stage;
}

/** Whether an event of staff names the one that is shown right before it; all others name none. */
function isLinked(event: Witnessed | undefined, last: ServedEvent | undefined): boolean {
  if (!event || !last || !("previous" in event.fact) || last.index !== event.index - 1) return true;
  const body = parseCanonical(last.body);
  return body.ok && event.fact.previous === digestOf(recordBytes({ ...last, body: body.value }));
}

type Checking = Known & {
  readonly directories: Map<number, Directory>;
  readonly before: { epoch: number };
};

/** An event that the right key signed for this case and this place in it. */
async function verifyEvent(
  served: ServedEvent,
  { case: caseId }: MailboxCase,
  { directories, before, ...known }: Checking,
): Promise<Witnessed | undefined> {
  const { at, index } = served;
  const body = parseCanonical(served.body);
  if (!body.ok) return undefined;
  const { directory } = known.office;
  const isOurs = (said: { readonly case: string; readonly office: string }): boolean =>
    said.case === caseId && said.office === directory.office;
  const statement = staffStatementShape(body.value);
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
  const own = received ?? personFactShape(body.value);
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

/** What each kind of event says to the person: one sentence, something with more to it, or nothing, for it is the office's. */
const saidBy: { readonly [T in CaseFact["type"]]: Step | "more" | "nothing" } = {
  "case.received/1": "stepReceived",
  "case.acknowledged/1": "stepAcknowledged",
  "case.assessed/1": "stepAssessed",
  "case.not-admitted/1": "stepNotAdmitted",
  "case.kept-open/1": "stepKeptOpen",
  "case.closed-as-flood/1": "stepClosedUnread",
  "case.withdrawal-asked/1": "withdrawn",
  "case.admitted/1": "stepAdmitted",
  "case.taken/1": "stepTaken",
  "case.hearing-offered/1": "stepHearing",
  "case.findings-recommended/1": "stepRecommended",
  "case.found/1": "stepFound",
  "case.ruled/1": "stepRuled",
  "case.delivery-recorded/1": "stepDelivery",
  "case.clock-extended/1": "more",
  "case.delay-explained/1": "stepDelay",
  "case.closed/1": "stepClosed",
  "case.transferred/1": "stepTransferred",
  "case.review-asked/1": "reviewAsked",
  "case.review-decided/1": "stepReviewed",
  "case.consent-recorded/1": "stepConsent",
  "case.consent-withdrawn/1": "takenBack",
  "case.withdrawal-accepted/1": "stepEnded",
  "case.going-on-proposed/1": "stepGoesOnAsked",
  "case.going-on-confirmed/1": "stepGoesOn",
  "case.reopened/1": "stepReopened",
  "case.summary-shown/1": "stepSummary",
  "case.summary-answered/1": "summaryAnswered",
  "case.treatment-told/1": "treatmentTold",
  "case.pressure-checked/1": "nothing",
  "case.reopening-proposed/1": "nothing",
  "case.identity-asked/1": "nameAsked",
  "case.identity-approved/1": "nameAllowed",
  "case.identity-refused/1": "nameRefused",
  "case.identity-opened/1": "nameSeen",
  "case.consent-changed/1": "more",
  "case.evidence-added/1": "more",
  "case.clock-missed/1": "more",
  "case.message-received/1": "more",
  "case.message-sent/1": "more",
  "case.non-admission-proposed/1": "nothing",
  "case.consent-given/1": "nothing",
  "case.access-granted/1": "nothing",
  "case.rekeyed/1": "nothing",
  "case.escrow-dealt/1": "nothing",
  "case.evidence-opened/1": "nothing",
  "case.evidence-exported/1": "nothing",
  "case.erasure-proposed/1": "nothing",
  "case.erasure-confirmed/1": "nothing",
  "case.erasure-stopped/1": "nothing",
  "case.flood-proposed/1": "nothing",
  "case.erased/1": "nothing",
  "case.assigned/1": "nothing",
  "case.recused/1": "nothing",
  "case.inquiry-planned/1": "nothing",
  "case.allegation-stated/1": "nothing",
  "case.interview-recorded/1": "nothing",
  "case.evidence-requested/1": "nothing",
  "case.answer-recorded/1": "nothing",
  "case.evidence-taken/1": "nothing",
  "case.transfer-proposed/1": "nothing",
  "case.linked/1": "nothing",
  "case.unlinked/1": "nothing",
  "case.safety-assessed/1": "nothing",
  "case.support-offered/1": "nothing",
  "case.retaliation-reported/1": "nothing",
  "case.decision-proposed/1": "nothing",
  "case.decision-withdrawn/1": "nothing",
  "case.vote-cast/1": "nothing",
  "case.respondent-notified/1": "nothing",
  "case.notice-deferred/1": "nothing",
  "case.reply-recorded/1": "nothing",
  "case.respondent-asked/1": "nothing",
  "case.respondent-answered/1": "nothing",
  "case.best-interests-assessed/1": "nothing",
  "case.override-proposed/1": "stepOverride",
  "case.override-confirmed/1": "stepOverrideAgreed",
  "case.referred/1": "stepReferred",
  "case.referral-answered/1": "more",
  "case.token-proposed/1": "nothing",
  "case.token-confirmed/1": "stepToken",
  "case.progress-reported/1": "nothing",
  "case.retaliation-reviewed/1": "nothing",
  "case.opening-proposed/1": "stepOpeningAsked",
  "case.opening-stopped/1": "stepOpeningStopped",
  "case.escrow-opened/1": "more",
  "case.danger-confirmed/1": "nothing",
  "case.opening-agreed/1": "nothing",
};

/** Why the words were opened by the shares of their key. */
const openedBecause = {
  "all-readers-gone": "stepOpenedGone",
  "readers-refuse": "stepOpenedRefused",
  "readers-unreachable": "stepOpenedUnreachable",
  "life-at-risk": "stepOpenedDanger",
} as const satisfies { readonly [because: string]: Step };

async function entryOf({ fact, at }: Witnessed, kept: MailboxCase, { keys }: Known): Promise<readonly Said[]> {
  const said = saidBy[fact.type];
  if (said === "nothing") return [];
  if (said !== "more") return [{ kind: "step", step: said, at, fact }];
  if (fact.type === "case.consent-changed/1") return [{ kind: "choice", choice: fact.choice, at, fact }];
  if (fact.type === "case.evidence-added/1") return [{ kind: "added", count: fact.evidence.length, at }];
  if (fact.type === "case.referral-answered/1") return [{ kind: "step", step: `answer-${fact.answered}`, at, fact }];
  if (fact.type === "case.escrow-opened/1") return [{ kind: "step", step: openedBecause[fact.because], at, fact }];
  if (fact.type === "case.clock-extended/1") return [{ kind: "moreTime", until: fact.until, at }];
  if (fact.type === "case.clock-missed/1") return [{ kind: "late", due: fact.due, at }];
  if (fact.type !== "case.message-sent/1") return [{ kind: "mine", at }];
  const text = await openOfficeMessage(fact, kept, keys);
  return [text === undefined ? { kind: "unverified", at } : { kind: "office", text, at }];
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
