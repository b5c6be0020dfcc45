import { type Instant, neverHere, type StaffId } from "@temwen/vocabulary";
import { isLaterFact } from "../acts/later-acts.ts";
import type {
  Acknowledgement,
  AssessedCase,
  Case,
  CaseCore,
  KnownCase,
  LivingCase,
  ProposedCase,
} from "../case/case.ts";
import { wishedAnew } from "../consent/going-on.ts";
import { isCustody } from "../custody/custody.ts";
import { asHeard, eraseFrom, withConfirmed } from "../erasure/erasure.ts";
import { asOwing } from "../erasure/still-owed.ts";
import { withEscrow } from "../escrow/escrow.ts";
import type { Erasure } from "../facts/erasure-facts.ts";
import type { CaseFact, ReceivedFact } from "../facts/facts.ts";
import { asLookedAt, asReceived, evolveFlood } from "../flood/flood.ts";
import { assessAnew } from "../intake/assessment.ts";
import { openByOffice } from "../opened/opening-law.ts";
import { askReview } from "../owed/review.ts";
import { evolveVault } from "../vault/vault.ts";
import { evolveLater } from "./evolve-later.ts";
import { evolveOwn } from "./evolve-own.ts";

/** A fact as the record gives it back: with its hour, and who signed it if that was a member of staff. */
export type Happened = { readonly fact: CaseFact; readonly at: Instant; readonly by?: StaffId };

/** The case after everything that happened to it. */
export const foldCase = (happened: readonly Happened[]): Case =>
  happened.reduce<Case>(evolveCase, { stage: "unknown" });

/** The case after one more fact. A fact out of order is a fault: the rules never let it into the record. */
export function evolveCase(theCase: Case, { fact, at, by }: Happened): Case {
  if (fact.type === "case.received/1") return openCase(fact, at);
  if (fact.type === "case.opened/1") return openByOffice(fact);
  if (theCase.stage === "unknown") throw new Error(`${fact.type} on a case that was never received`);
  if (theCase.stage === "erased") throw new Error(`${fact.type} on a case that was erased`);
  // Looking at evidence is no handling: whoever decides must have been able to look.
  if (isCustody(fact)) return asLookedAt(theCase);
  const known = by ? handled(theCase, by) : asHeard(theCase, fact, at);
  if (isLaterFact(fact)) return asOwing(evolveLater(known, fact, signer(by), at), at);
  switch (fact.type) {
    case "case.acknowledged/1":
      return acknowledge(withEscrow(known, fact), signer(by), at);
    case "case.consent-given/1":
      return { ...acknowledged(known), consent: fact.choice };
    case "case.message-sent/1":
      return { ...known, sent: fact.number, toldAt: at, unanswered: false };
    case "case.message-received/1":
      return { ...asReceived(known), sequence: fact.sequence, unanswered: true };
    case "case.withdrawal-asked/1":
      return { ...wishedAnew(asReceived(known)), sequence: fact.sequence, withdrawalAsked: true, unanswered: true };
    case "case.review-asked/1":
      return { ...askReview(known, at), sequence: fact.sequence, unanswered: true };
    case "case.consent-changed/1":
    case "case.consent-withdrawn/1":
    case "case.summary-answered/1":
    case "case.treatment-told/1":
      return evolveOwn(known, fact, at);
    case "case.evidence-added/1": {
      const added = (known.added ?? 0) + fact.evidence.length;
      return { ...asReceived(known), sequence: fact.sequence, added, unanswered: true };
    }
    case "case.access-granted/1": {
      const entry = { to: fact.to, by: signer(by), at, keys: fact.keys, reason: fact.reason };
      return { ...known, access: [...known.access, entry] };
    }
    case "case.assessed/1":
    case "case.assessed/2":
    case "case.assessed/3":
      return assessAnew(acknowledged(known), fact, at);
    case "case.non-admission-proposed/1":
    case "case.non-admission-proposed/2":
      return {
        ...assessed(known),
        stage: "non-admission-proposed",
        proposedAt: at,
        proposedBy: signer(by),
        reason: fact.reason,
        ...(fact.type === "case.non-admission-proposed/1" && { formerly: true }),
      };
    case "case.not-admitted/1":
      if (proposed(known).proposedBy === by) throw new Error("whoever proposed it");
      return { ...proposed(known), stage: "not-admitted", decidedAt: at, decidedBy: signer(by) };
    case "case.kept-open/1": {
      const { proposedAt: _at, proposedBy: _by, reason: _reason, formerly: _formerly, ...rest } = proposed(known);
      return { ...rest, stage: "assessed", toBeGivenAt: at };
    }
    case "case.flood-proposed/1":
    case "case.closed-as-flood/1":
      return evolveFlood(known, fact, signer(by), at);
    case "case.rekeyed/1": {
      const formerRecipients = [...known.formerRecipients, known.storyRecipient];
      return { ...known, storyRecipient: fact.recipient, formerRecipients };
    }
    case "case.escrow-dealt/1":
      return withEscrow(known, fact);
    case "case.identity-asked/1":
    case "case.identity-approved/1":
    case "case.identity-refused/1":
    case "case.identity-opened/1": {
      const { vault: before, ...rest } = known;
      const vault = evolveVault(before, fact, signer(by), at);
      return { ...rest, ...(vault && { vault }) };
    }
    case "case.erasure-proposed/1":
    case "case.erasure-proposed/2":
    case "case.erasure-proposed/3":
      return { ...known, erasure: proposedErasure(fact, signer(by), at) };
    case "case.erasure-confirmed/1":
      return withConfirmed(known, signer(by), at, fact);
    case "case.erasure-stopped/1": {
      const { erasure: _, ...rest } = known;
      return rest;
    }
    case "case.erased/1":
      return eraseFrom(known, at);
    case "case.clock-missed/1":
      return { ...known, missed: [...known.missed, { clock: fact.clock, due: fact.due }] };
    default:
      return neverHere(fact);
  }
}

function openCase(fact: ReceivedFact, at: Instant): Case {
  const core: CaseCore = {
    caseId: fact.case,
    office: fact.office,
    epoch: fact.epoch,
    ...(fact.policy && { policy: fact.policy }),
    bucket: fact.bucket,
    receivedAt: at,
    receiptKey: fact.receiptKey,
    replyRecipient: fact.replyRecipient,
    storyRecipient: fact.storyRecipient,
    formerRecipients: [],
    sent: 0,
    sequence: 0,
    unanswered: false,
    withdrawalAsked: false,
    handledBy: [],
    access: [],
    missed: [],
  };
  return { stage: "received", ...core };
}

const proposedErasure = (
  { type, reason }: Extract<CaseFact, { readonly type: `case.erasure-proposed/${1 | 2 | 3}` }>,
  proposedBy: StaffId,
  proposedAt: Instant,
): Erasure => ({
  ...{ step: "proposed", reason, proposedBy, proposedAt },
  ...(type === "case.erasure-proposed/1" && { formerly: true }),
  ...(type === "case.erasure-proposed/2" && { unasked: true }),
});

const acknowledge = (known: LivingCase, by: StaffId, at: Instant): Case => ({
  ...asReceived(known),
  stage: "acknowledged",
  acknowledgedAt: at,
  acknowledgedBy: by,
});

function handled<C extends KnownCase>(theCase: C, by: StaffId): C {
  return theCase.handledBy.includes(by) ? theCase : { ...theCase, handledBy: [...theCase.handledBy, by] };
}

function signer(by: StaffId | undefined): StaffId {
  if (!by) throw new Error("a staff fact without a signer");
  return by;
}

function acknowledged(theCase: LivingCase): Extract<LivingCase, Acknowledgement> {
  if (!("acknowledgedAt" in theCase)) throw new Error("it was never acknowledged");
  return theCase;
}

function assessed(theCase: LivingCase): AssessedCase {
  if (!("assessedAt" in theCase)) throw new Error("it was never assessed");
  return theCase;
}

function proposed(theCase: LivingCase): ProposedCase {
  if (theCase.stage !== "non-admission-proposed") throw new Error("nobody proposed it");
  return theCase;
}
