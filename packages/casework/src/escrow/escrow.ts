import { type Role, tiesWith } from "@temwen/office";
import {
  type CaseId,
  canonicalBytes,
  type Instant,
  instantToMillis,
  millisToInstant,
  neverHere,
  type StaffId,
} from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
import type { openingActs } from "../acts/escrow-acts.ts";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import { barringForces, type Case, isOut, type KnownCase, type LivingCase } from "../case/case.ts";
import type { Actor, CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import { heldBy, type Opening } from "../case/escrow-state.ts";
import { findBeyondConsent } from "../consent/consent.ts";
import type { Escrow } from "../facts/facts.ts";
import { isEligibleFor } from "../intake/letting-in.ts";

type OpeningOrder = keyof typeof openingActs;
type Order<T extends OpeningOrder> = Extract<LaterOrder, { readonly type: T }>;
type OpeningFact = Extract<LaterFact, { readonly type: (typeof openingActs)[OpeningOrder]["fact"] }>;

/** Holders whose shares open a story, by the cipher and by the law. */
const holdersNeeded = 3;
/** Casework: "an opening waits 48 h unless life is at risk", counted from the proposal. */
const waitMillis = 48 * 3_600_000;
/** How long a proposal counts: a platform default. What nobody opened by then has to be proposed again. */
const lastsMillis = 14 * 86_400_000;
/** Who may be given the key: they deal the shares anew, and let in whom the case needs. */
const readingRoles: readonly string[] = ["intake", "investigator"];

/** From when on it may be opened, and until when. */
export const openingHours = ({
  proposedAt,
  confirmedBy,
}: Pick<Opening, "proposedAt" | "confirmedBy">): { readonly from: Instant; readonly until: Instant } => {
  const proposed = instantToMillis(proposedAt);
  return {
    from: confirmedBy === undefined ? millisToInstant(proposed + waitMillis) : proposedAt,
    until: millisToInstant(proposed + lastsMillis),
  };
};

/** What does not depend on the hour or on what an order says: who may touch the opening that stands. */
export function mayTouchOpening(order: string, { opening }: KnownCase, { id }: Actor): CaseRefusal | undefined {
  if (!needsOpening.includes(order)) return undefined;
  if (!opening) return { code: "no-opening" };
  if (order === "confirm-danger" && opening.proposedBy === id) return { code: "cannot-confirm-own-proposal" };
  if (order === "confirm-danger" && opening.readers.includes(id)) return { code: "cannot-open-for-oneself" };
  return order === "open-escrow" && !opening.readers.includes(id) ? { code: "not-a-reader" } : undefined;
}

const needsOpening: readonly string[] = ["confirm-danger", "agree-opening", "stop-opening", "open-escrow"];

/** What stands against what an order of an opening says, at this hour. */
export function againstOpening(
  theCase: KnownCase,
  order: Order<OpeningOrder>,
  deciding: Deciding,
): CaseRefusal | undefined {
  if (order.type === "propose-opening") return againstProposing(theCase, order, deciding);
  const { opening } = theCase;
  if (!opening) throw new Error("that one stands was checked before");
  if (order.opening !== opening.number || order.terms !== opening.terms) return { code: "another-opening" };
  if (opening.opened.length > 0 && order.type !== "open-escrow") return { code: "escrow-spent" };
  if (isOver(opening, deciding.at)) return { code: "opening-over" };
  switch (order.type) {
    case "confirm-danger":
      return againstConfirming(opening, deciding);
    case "agree-opening":
      return againstAgreeing(theCase, opening, order, deciding);
    case "stop-opening":
      return undefined;
    case "open-escrow":
      return order.because === opening.because
        ? againstJoining(theCase, opening, deciding)
        : { code: "another-opening" };
    default:
      return neverHere(order);
  }
}

const isOver = (opening: Opening, at: Instant): boolean => at >= openingHours(opening).until;

function againstProposing(
  theCase: KnownCase,
  order: Order<"propose-opening">,
  { actor, office, at }: Deciding,
): CaseRefusal | undefined {
  const { opening, [heldBy]: escrow } = theCase;
  if (!escrow) return { code: "no-escrow" };
  if (escrow.spent) return { code: "escrow-spent" };
  if (opening && !isOver(opening, at)) return { code: "opening-open", opening: opening.number };
  const expected = (theCase.openings ?? 0) + 1;
  if (order.opening !== expected) return { code: "out-of-number", expected };
  if (order.readers.includes(actor.id)) return { code: "cannot-open-for-oneself" };
  const strange = findStrangeReader(theCase, order.readers, office);
  if (strange !== undefined) return strange;
  const beyond = findBeyondConsent(
    theCase,
    order.readers.map((to) => ({ to })),
    office,
  );
  if (beyond && !beyond.ok) return beyond.refusal;
  const isRead =
    order.because === "all-readers-gone" && knownReaders(theCase).some((id) => serves(id, theCase, office));
  return isRead ? { code: "readers-still-serve" } : undefined;
}

/** One or two of those who may read, who serve, have no tie and did not step back. */
function findStrangeReader(
  theCase: KnownCase,
  readers: readonly StaffId[],
  { staff }: OfficeFacts,
): CaseRefusal | undefined {
  if (readers.length === 0) return { code: "no-grants" };
  const to = readers.find((id, place) => {
    const member = staff.find((one) => one.id === id);
    const isFit = member && readingRoles.includes(member.role) && isEligibleFor(theCase, member.ties);
    return !isFit || isOut(theCase, id) || readers.indexOf(id) !== place;
  });
  return to === undefined ? undefined : { code: "grantee-not-eligible", to };
}

/** Who is known to hold the story's key: who took the case up, and who was let in with it by name. */
const knownReaders = (theCase: KnownCase): readonly StaffId[] => [
  ...("acknowledgedBy" in theCase ? [theCase.acknowledgedBy] : []),
  ...theCase.access.filter(({ keys }) => keys.includes("story")).map(({ to }) => to),
];

/** Whether somebody serves who may work on this case. */
function serves(id: StaffId, theCase: KnownCase, { staff }: OfficeFacts): boolean {
  const member = staff.find((one) => one.id === id);
  return member !== undefined && !isOut(theCase, id) && tiesWith(member.ties, barringForces(theCase)).length === 0;
}

function againstConfirming(opening: Opening, { actor, office }: Deciding): CaseRefusal | undefined {
  if (opening.because !== "life-at-risk" || opening.confirmedBy) return { code: "nothing-to-confirm" };
  // Who proposed and serves no more is asked for no role: then it waits its 48 hours.
  const proposer = office.staff.find(({ id }) => id === opening.proposedBy);
  return proposer && proposer.role !== actor.role ? undefined : { code: "same-role" };
}

function againstAgreeing(
  theCase: KnownCase,
  opening: Opening,
  { shares }: Order<"agree-opening">,
  { actor, office }: Deciding,
): CaseRefusal | undefined {
  if (!theCase[heldBy]?.holders.includes(actor.id)) return { code: "not-a-holder" };
  if (opening.agreed.includes(actor.id)) return { code: "already-agreed" };
  // With three it is enough: nobody is left over of whom it could be told that they did not agree.
  if (agreedNow(theCase, opening, office).length >= holdersNeeded) return { code: "enough-agreed" };
  const isForReaders =
    shares.length === opening.readers.length && shares.every(({ to }, i) => to === opening.readers[i]);
  return isForReaders ? undefined : { code: "shares-misfit" };
}

function againstJoining(
  theCase: KnownCase,
  opening: Opening,
  { actor, office, at }: Deciding,
): CaseRefusal | undefined {
  if (opening.opened.includes(actor.id)) return { code: "escrow-spent" };
  const agreed = agreedNow(theCase, opening, office).length;
  if (agreed < holdersNeeded) return { code: "too-few-holders", agreed, needs: holdersNeeded };
  const { from } = openingHours(opening);
  return at < from ? { code: "opening-waits", until: from } : undefined;
}

/**
 * What a person's own device can tell of an opening: the same terms throughout, two roles behind a danger, and the hour. That
 * three holders agreed is the office's to show, and here taken to be in order.
 */
export function againstSeenOpening(
  theCase: Case,
  fact: { readonly type: string; readonly terms?: unknown; readonly because?: unknown },
  { at, role, roleOf }: Seen,
): { readonly code: "decision-differs" } | CaseRefusal | undefined {
  const opening = theCase.stage === "unknown" ? undefined : theCase.opening;
  if (!opening || !("terms" in fact)) return undefined;
  if (fact.terms !== opening.terms) return { code: "decision-differs" };
  if (fact.type === "case.danger-confirmed/1") {
    return roleOf(opening.proposedBy) === role ? { code: "same-role" } : undefined;
  }
  if (fact.type !== "case.escrow-opened/1") return undefined;
  if (fact.because !== opening.because) return { code: "decision-differs" };
  const { from } = openingHours(opening);
  return at < from ? { code: "opening-waits", until: from } : undefined;
}

/** Who signed a step, when, and the roles of everybody then. */
type Seen = { readonly at: Instant; readonly role: Role; readonly roleOf: (id: StaffId) => Role | undefined };

/** Of those who agreed, who still holds a share, serves, and has no tie by now. */
const agreedNow = (theCase: KnownCase, { agreed }: Opening, office: OfficeFacts): readonly StaffId[] =>
  agreed.filter((id) => theCase[heldBy]?.holders.includes(id) && serves(id, theCase, office));

/** Whether somebody holds a share that an opening of this case asks for, without a tie: they may know of it, and of nothing else. */
export const isAskedForShare = (theCase: KnownCase, { id, ties }: Pick<Actor, "id" | "ties">): boolean =>
  theCase.opening?.opened.length === 0 &&
  theCase[heldBy]?.holders.includes(id) === true &&
  tiesWith(ties, barringForces(theCase)).length === 0;

/** Whether somebody is to have the key, and so may see that the case exists. */
export const isToRead = ({ opening }: KnownCase, id: StaffId): boolean => opening?.readers.includes(id) === true;

/** The case after one of these facts. */
export function evolveOpening(theCase: LivingCase, fact: OpeningFact, by: StaffId, at: Instant): LivingCase {
  if (fact.type === "case.opening-proposed/1") {
    const { opening: number, because, readers } = fact;
    const proposal = { number, because, readers, proposedBy: by, proposedAt: at };
    const opening: Opening = { ...proposal, terms: openingTerms(theCase.caseId, proposal), agreed: [], opened: [] };
    return { ...theCase, openings: number, opening };
  }
  const { opening, ...rest } = theCase;
  if (!opening) throw new Error("no opening was proposed");
  switch (fact.type) {
    case "case.danger-confirmed/1":
      return { ...theCase, opening: { ...opening, confirmedBy: by } };
    case "case.opening-agreed/1":
      return { ...theCase, opening: { ...opening, agreed: [...opening.agreed, by] } };
    case "case.opening-stopped/1":
      return rest;
    case "case.escrow-opened/1": {
      const held = theCase[heldBy];
      const letIn = { to: by, by, at, keys: ["story"], reason: "escrow-opened" };
      return {
        ...theCase,
        ...(held && { [heldBy]: { ...held, spent: true } }),
        opening: { ...opening, opened: [...opening.opened, by] },
        access: [...theCase.access, letIn],
      };
    }
    default:
      return neverHere(fact);
  }
}

/** The escrow was dealt: shares before are worth nothing, and so is what was agreed with them. */
export function withEscrow(theCase: LivingCase, { escrow }: { readonly escrow: Escrow }): LivingCase {
  const { opening: _, ...rest } = theCase;
  return { ...rest, [heldBy]: { holders: escrow.shares.map(({ holder }) => holder) } };
}

type Proposal = Pick<Opening, "number" | "because" | "readers" | "proposedBy" | "proposedAt">;

/** What everybody agrees to, by its digest. */
export function openingTerms(caseId: CaseId, { number, because, readers, proposedBy, proposedAt }: Proposal) {
  const said = { because, by: proposedBy, case: caseId, opening: number, readers, at: proposedAt };
  return digestOfBytes(canonicalBytes({ type: "temwen.opening/1", ...said }));
}
