import {
  type Actor,
  barringForces,
  type CaseFact,
  consentOf,
  isCustody,
  lawfulOrders,
  mustReadOn,
  type OfficeFacts,
  officeFactsOf,
  panelOf,
  partsOf,
  reviewUntil,
  type StillOwed,
  standingClocks,
  stillOwed,
} from "@temwen/casework";
import type { CallRefusal, DeskCourier } from "@temwen/courier/desk";
import type { Pack } from "@temwen/mission-pack";
import type { Standing } from "@temwen/office";
import { granted, type Instant, type Json, type Result, type StaffId } from "@temwen/vocabulary";
import { dayIn } from "@temwen/words";
import { type AddedPiece, announcedDigests, openAddedNotes, type TakenIn } from "../evidence/added-evidence.ts";
import { originalsOf } from "../evidence/working-copies.ts";
import { describePanel } from "../panel/describe-panel.ts";
import type { CaseRoom } from "../room/case-room.ts";
import { type OpenedTexts, openTexts } from "../room/open-texts.ts";
import type {
  AccessView,
  CaseView,
  CustodyView,
  EvidenceView,
  MessageView,
  TakenView,
  TimelineEntry,
} from "../views.ts";
import { listConsents } from "./consent-ledger.ts";
import { alarmDepartures, findEscrow } from "./departures.ts";
import { describeAttribution } from "./describe-attribution.ts";
import { describeInquiry, recordedIn } from "./describe-inquiry.ts";
import { describeOwed } from "./describe-owed.ts";
import { describeReferrals } from "./describe-referrals.ts";
import { describeOpening } from "./opening-view.ts";
import { listReasons } from "./published-reasons.ts";
import type { WaitingAnswer } from "./referrals-view.ts";
import { factsIn } from "./shown-facts.ts";
import { describeTransfer } from "./transfer-view.ts";
import { describeVault } from "./vault-view.ts";

/** What shows a room: whose desk it is, who serves, the pack's clocks, and the hour. */
export type Showing = {
  readonly me: Actor;
  readonly standing: Standing;
  readonly pack: Pack;
  readonly now: Instant;
  readonly courier: DeskCourier;
  /** Parts of evidence that wait on this machine. */
  readonly waiting?: ReadonlySet<string>;
};

/**
 * Puts a room into the form the screen shows: messages opened, orders judged, access told. Where the server does not
 * hand over a part, that is the answer: a case without what it holds would look like a case that holds nothing.
 */
export async function viewCase(
  room: CaseRoom,
  { me, standing, pack, now, courier, waiting }: Showing,
): Promise<Result<CaseView, CallRefusal>> {
  const { theCase, story, support, stream, served } = room;
  const texts = await openTexts(room, courier);
  if (!texts.ok) return texts;
  const added = await openAddedNotes(room, courier);
  if (!added.ok) return added;
  const { opened } = texts.value;
  const opening = describeOpening(room);
  const consent = consentOf(theCase);
  const until = reviewUntil(theCase);
  // Who gave a share stands in the record, and on no screen: it would show who has not.
  const shown = stream.happened.filter(({ fact }) => fact.type !== "case.opening-agreed/1");
  const timeline = shown.map((entry) => ({ ...describeEvent(entry), ...wordsWith(entry, opened) }));
  const inquiry = describeInquiry(room, timeline, { now, opened });
  const referrals = await describeReferrals(room, timeline, { courier, now, today: dayIn(now, pack.zone) });
  if (!referrals.ok) return referrals;
  const owed = await describeOwed(room, { courier, now });
  if (!owed.ok) return owed;
  const transfer = describeTransfer(room, timeline);
  const officeFacts = officeFactsOf(standing, pack, now);
  const panel = describePanel(room, opened, { actor: me, office: officeFacts, at: now });
  const messages = describeMessages(room, texts.value);
  const reasons = listReasons({ timeline, messages, ...(panel && { panel }) });
  return granted({
    caseId: room.caseId,
    stage: theCase.stage,
    version: served.events.length,
    receivedAt: theCase.receivedAt,
    now,
    clocks: standingClocks(theCase, pack, now),
    ...(consent && { consent }),
    consents: listConsents(room),
    owed: { ...owed.value, reasons },
    withdrawalAsked: theCase.withdrawalAsked,
    alarms: [...room.alarms, ...alarmDepartures(room, standing, now), ...texts.value.alarms, ...added.value.alarms],
    ...(story && { story }),
    ...(theCase.opened && { opened: { ...theCase.opened, ...(room.openingStory && { words: room.openingStory }) } }),
    ...(support && { support }),
    holdsIdentityHalf: room.identityHalf !== undefined,
    vault: describeVault(room, opened, { me: me.id, now }),
    evidence: describeEvidence(room, { added: added.value.pieces, opened, waiting: waiting ?? new Set() }),
    ...("assessedAt" in theCase && { assessment: describeAssessment(theCase) }),
    forces: barringForces(theCase),
    attribution: describeAttribution(room, timeline, officeFacts),
    gone: [...(theCase.recused ?? []), ...(theCase.complainedAbout ?? [])],
    seats: panelOf(theCase, officeFacts),
    protecting: theCase.safety?.protecting ?? [],
    helped: theCase.support ?? [],
    ...(theCase.interests && { interests: theCase.interests }),
    retaliation: recordedIn(room, timeline, "case.retaliation-reported/1", "case.retaliation-reported/2"),
    ...(inquiry && { inquiry }),
    ...("assessedAt" in theCase && { referrals: referrals.value }),
    ...(transfer && { transfer }),
    ...(theCase.stage === "non-admission-proposed" && {
      proposal: { reason: theCase.reason, by: theCase.proposedBy, ...proposalText(room, opened) },
    }),
    ...(theCase.sitting && { sitting: describeSitting(theCase.sitting) }),
    ...(panel && { panel }),
    ...(theCase.erasure && { erasure: theCase.erasure }),
    stillOwed: owedWith(stillOwed(theCase, now), referrals.value.waiting),
    ...(until !== undefined && { reviewUntil: until }),
    links: theCase.links ?? [],
    ...(opening && { opening }),
    messages,
    timeline,
    access: describeAccess(room, officeFacts),
    orders: lawfulOrders(theCase, me, now),
  });
}

/** What is owed, and an answer that came and nobody wrote down: it stands in no event, and the server refuses to erase it. */
function owedWith(owed: readonly StillOwed[], [came]: readonly WaitingAnswer[]): readonly StillOwed[] {
  if (!came || owed.some(({ code }) => code === "referral-waits")) return owed;
  return [...owed, { code: "referral-waits", referral: came.referral }];
}

/** One event in a line: its clear facts only. */
export function describeEvent(entry: CaseRoom["stream"]["happened"][number]): TimelineEntry {
  const facts = factsIn(entry.fact as { readonly [name: string]: Json });
  return { index: entry.index, at: entry.at, type: entry.fact.type, by: entry.whose, facts };
}

/** The words that an event names, opened. */
function wordsWith(
  { fact }: CaseRoom["stream"]["happened"][number],
  texts: ReadonlyMap<string, string>,
): { readonly text?: string } {
  const text = partsOf(fact).flatMap(({ part }) => texts.get(part) ?? [])[0];
  return text === undefined ? {} : { text };
}

function describeMessages({ stream }: CaseRoom, { opened, pressed }: OpenedTexts): readonly MessageView[] {
  const messages: MessageView[] = [];
  for (const { fact, at, whose } of stream.happened) {
    if (fact.type === "case.message-received/1") {
      const text = opened.get(fact.message.part);
      const said = pressed.get(fact.message.part);
      const more = { ...(text !== undefined && { text }), ...(said && { pressed: said }) };
      messages.push({ direction: "from-person", at, number: fact.sequence, ...more });
    } else if (fact.type === "case.message-sent/1") {
      const text = opened.get(fact.copy.part);
      const by = whose as StaffId;
      messages.push({ direction: "from-office", at, number: fact.number, by, ...(text !== undefined && { text }) });
    }
  }
  return messages;
}

type ProposedNonAdmission = Extract<CaseFact, { readonly type: `case.non-admission-proposed/${1 | 2}` }>;
const isProposedNonAdmission = (fact: CaseFact): fact is ProposedNonAdmission =>
  fact.type === "case.non-admission-proposed/1" || fact.type === "case.non-admission-proposed/2";

function proposalText({ stream }: CaseRoom, texts: ReadonlyMap<string, string>): { readonly explanation?: string } {
  const proposed = stream.happened.map(({ fact }) => fact).findLast(isProposedNonAdmission);
  const explanation = proposed && texts.get(proposed.explanation.part);
  return explanation === undefined ? {} : { explanation };
}

const describeSitting = ({ number, decides, decision, votes }: NonNullable<CaseRoom["theCase"]["sitting"]>) => ({
  ...{ number, decides, decision, votes: votes.length },
});

function describeAssessment(theCase: Extract<CaseRoom["theCase"], { readonly assessedAt: Instant }>): {
  readonly [name: string]: string;
} {
  const { rights, class: missionClass, forces, department, month, child } = theCase;
  return { rights: rights.join(", "), class: missionClass, forces: forces.join(", "), department, month, child };
}

function describeAccess(room: CaseRoom, office: OfficeFacts): AccessView {
  const { theCase, isFirstReader, served } = room;
  const slots = served.parts.filter(({ name }) => /^grant-[1-8]$/.test(name)).length;
  const dealt = findEscrow(room);
  const holders = dealt?.escrow.shares.map(({ holder }) => holder) ?? [];
  return {
    firstReaders: { slots, readers: 4, mine: isFirstReader },
    named: theCase.access,
    readOn: mustReadOn(theCase, office),
    escrow: { dealtBy: dealt?.by ?? "page", holders },
  };
}

type Gathered = {
  readonly added: readonly AddedPiece[];
  readonly opened: ReadonlyMap<string, string>;
  readonly waiting: ReadonlySet<string>;
};

/** How a piece came by the office's hands; who handed it over, where this person can open that. */
function describeTaken({ explanation, ...taken }: TakenIn, at: Instant, opened: Gathered["opened"]): TakenView {
  const from = opened.get(explanation);
  return { ...taken, at, ...(from !== undefined && { from }) };
}

/** All pieces, those of the complaint first; each says whether it is an original or a working copy. */
function describeEvidence(room: CaseRoom, { added, opened, waiting }: Gathered): readonly EvidenceView[] {
  const notes = [
    ...(room.story?.evidence ?? []),
    ...added.map(({ note: { key: _, ...note }, at, taken }) => ({
      ...note,
      ...(taken ? { taken: describeTaken(taken, at, opened) } : { addedAt: at }),
    })),
  ];
  const madeLater = new Set(added.flatMap(({ note, taken }) => (taken?.source === "working-copy" ? [note.part] : [])));
  const digests = announcedDigests(room);
  const originals = originalsOf(notes.map((note) => ({ ...note, isMadeLater: madeLater.has(note.part) })));
  return notes.map((note) => {
    const copyOf = originals.get(note.part);
    const sealed = digests.get(note.part);
    return {
      ...note,
      ...(sealed !== undefined && { sealed }),
      ...(copyOf !== undefined && { copyOf }),
      arrived: room.served.arrived.includes(note.part),
      ...(waiting.has(note.part) && { waitsHere: true as const }),
      custody: custodyOf(room, note.part),
    };
  });
}

/** Who looked at a piece, as it was announced: a look at another one of its name is none at it. */
function custodyOf(room: CaseRoom, part: string): readonly CustodyView[] {
  const digest = announcedDigests(room).get(part);
  return room.stream.happened.flatMap(({ fact, at, whose }) => {
    if (!isCustody(fact) || fact.evidence.part !== part || fact.evidence.digest !== digest) return [];
    const by = whose as StaffId;
    return [{ at, by, ...(fact.type === "case.evidence-exported/1" && { exportedFor: fact.reason }) }];
  });
}
