import { isEligible } from "@temwen/office";
import { granted, neverHere, type Result, refused } from "@temwen/vocabulary";
import { isLaterOrder } from "../acts/later-acts.ts";
import { barringForces, type Case, type KnownCase, wordsKey } from "../case/case.ts";
import type {
  AcknowledgeCase,
  Actor,
  AssessCase,
  CaseRefusal,
  DealEscrow,
  Deciding,
  GrantAccess,
  OfficeFacts,
  ProposeNonAdmission,
  RekeyCase,
  StaffCommand,
  Told,
} from "../case/commands.ts";
import { findBeyondConsent } from "../consent/consent.ts";
import { recordCustody } from "../custody/custody.ts";
import { confirmErasure, proposeErasure, stopErasure } from "../erasure/erasure.ts";
import type { Escrow, StaffFact } from "../facts/facts.ts";
import { decideFlood } from "../flood/flood-orders.ts";
import { againstAssessment } from "../intake/assessment.ts";
import { grantAccess, isGrantable } from "../intake/letting-in.ts";
import { againstNewKey } from "../intake/new-key.ts";
import { againstOldKeys } from "../intake/newest-key.ts";
import { tell } from "../opened/nobody-to-tell.ts";
import { againstLettingIn, isFreeSeat } from "../panel/keys-of-seats.ts";
import { hasSeat } from "../panel/panel.ts";
import { againstLeavingOut } from "../panel/reading-on.ts";
import { decideVault } from "../vault/vault.ts";
import { decideLater } from "./later.ts";
import { mayGive } from "./orders.ts";

type Facts = Result<readonly StaffFact[], CaseRefusal>;

/** Decides an order by a member of staff: the facts that follow from it, or why not. */
export function decideStaffAct(theCase: Case, command: StaffCommand, deciding: Deciding): Facts {
  const { actor, office, at } = deciding;
  const may = mayGive(command.type, theCase, actor, deciding);
  if (!may.ok) return may;
  const known = may.value;
  if (isLaterOrder(command)) return decideLater(known, command, deciding);
  switch (command.type) {
    case "acknowledge-case":
      return acknowledge(known, command, office);
    case "assess-case":
      return assess(known, command, deciding);
    case "send-message":
      return tell(known, command);
    case "propose-non-admission":
      return propose(known, command, deciding);
    case "confirm-non-admission":
    case "keep-open":
      return decideProposal(known, command);
    case "grant-access":
      return letIn(known, command, deciding);
    case "rekey-case":
      return rekey(known, command, deciding);
    case "deal-escrow":
      return dealAnew(known, command, office);
    case "open-evidence":
    case "export-evidence":
      return granted([recordCustody(command)]);
    case "ask-identity":
    case "approve-identity":
    case "refuse-identity":
    case "open-identity":
      return decideVault(known.vault, command, at);
    case "propose-flood":
    case "confirm-flood":
      return decideFlood(known, command);
    case "propose-erasure":
      return proposeErasure(known, command, deciding);
    case "confirm-erasure": {
      const confirmed = confirmErasure(known, command, office);
      return confirmed.ok ? withTelling(known, command, confirmed.value) : confirmed;
    }
    case "stop-erasure":
      return stopErasure(known, at);
    default:
      return neverHere(command);
  }
}

function letIn(theCase: KnownCase, command: GrantAccess, deciding: Deciding): Facts {
  const { actor, office } = deciding;
  const against =
    againstLettingIn(theCase, command, actor, office) ?? againstOldKeys(theCase, command.grants, deciding);
  if (against) return refused(against);
  const isWanted = actor.role === "panel" ? ({ id }: Actor) => isFreeSeat(id, theCase, office) : isGrantable;
  return findBeyondConsent(theCase, command.grants, office) ?? grantAccess(theCase, command, office, isWanted);
}

function acknowledge(theCase: KnownCase, command: AcknowledgeCase, office: OfficeFacts): Facts {
  const { escrow, consent } = command;
  if (!isLawful(escrow, office)) return refused({ code: "unlawful-escrow" });
  const chosen = consent ? [{ type: "case.consent-given/1", ...consent } as const] : [];
  return withTelling(theCase, command, { type: "case.acknowledged/1", escrow }, ...chosen);
}

/** Facts, and behind them what the person is told of them. */
function withTelling(theCase: KnownCase, told: Told, ...facts: readonly StaffFact[]): Facts {
  const telling = tell(theCase, told);
  return telling.ok ? granted([...facts, ...telling.value]) : telling;
}

function assess(theCase: KnownCase, command: AssessCase, deciding: Deciding): Facts {
  const { type: _, ...assessment } = command;
  const against = againstAssessment(theCase, command, deciding);
  if (against) return refused(against);
  // By the second number it was decided as now; what it says bears less.
  const now = deciding.recordedAs === "case.assessed/2" ? 2 : 3;
  return granted([{ type: `case.assessed/${deciding.formerly ? 1 : now}`, ...assessment }]);
}

function propose(theCase: KnownCase, command: ProposeNonAdmission, deciding: Deciding): Facts {
  const { office, formerly } = deciding;
  if (command.grants.some(({ keys }) => !keys.includes("story"))) return refused({ code: "no-grants" });
  const old = againstOldKeys(theCase, command.grants, deciding);
  if (old) return refused(old);
  const grants = grantAccess(theCase, { grants: command.grants, reason: "confirm-non-admission" }, office, ({ id }) =>
    hasSeat(id, false, theCase, office),
  );
  if (!grants.ok) return grants;
  const { reason, explanation } = command;
  const type = `case.non-admission-proposed/${formerly ? 1 : 2}` as const;
  return granted([{ type, reason, explanation }, ...grants.value]);
}

function decideProposal(
  theCase: KnownCase,
  command: Extract<StaffCommand, { readonly type: "confirm-non-admission" | "keep-open" }>,
): Facts {
  if (theCase.stage !== "non-admission-proposed") throw new Error("the stage was checked before");
  const { proposedBy, reason } = theCase;
  return command.type === "keep-open"
    ? granted([{ type: "case.kept-open/1", proposedBy, explanation: command.explanation }])
    : withTelling(theCase, command, { type: "case.not-admitted/1", reason, proposedBy });
}

function rekey(theCase: KnownCase, { recipient, grants }: RekeyCase, deciding: Deciding): Facts {
  const { actor, office } = deciding;
  const { formerRecipients: former, storyRecipient, replyRecipient } = theCase;
  const taken = [storyRecipient, ...(replyRecipient ? [replyRecipient] : [])];
  const against = againstNewKey({ recipient, to: grants.map(({ to }) => to) }, { former, taken }, actor.id);
  if (against) return refused(against);
  const key = wordsKey(former.length + 1);
  if (grants.some(({ keys }) => !keys.includes(key))) return refused({ code: "no-grants" });
  const beyond = findBeyondConsent(theCase, grants, office);
  if (beyond) return beyond;
  const readers = grantAccess(theCase, { grants, reason: "colleague-left" }, office, isGrantable);
  if (!readers.ok) return readers;
  const left = againstLeavingOut(theCase, grants, deciding);
  return left ? refused(left) : granted([{ type: "case.rekeyed/1", recipient, key }, ...readers.value]);
}

function dealAnew(theCase: KnownCase, { escrow }: DealEscrow, office: OfficeFacts): Facts {
  const ties = new Map(office.staff.map((member) => [member.id, member.ties]));
  const isTied = escrow.shares.some(({ holder }) =>
    barringForces(theCase).some((force) => !isEligible({ ties: ties.get(holder) ?? [] }, force)),
  );
  if (isTied || !isLawful(escrow, office)) return refused({ code: "unlawful-escrow" });
  return granted([{ type: "case.escrow-dealt/1", escrow }]);
}

const isLawful = ({ threshold, shares }: Escrow, office: OfficeFacts): boolean =>
  threshold === 3 && office.isLawfulEscrow(shares.map(({ holder }) => holder));
