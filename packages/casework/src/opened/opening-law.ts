import { type Directory, isNameable, type Role, tiesWith } from "@temwen/office";
import { type Instant, kindOfMatter, type MatterKind, type StaffId } from "@temwen/vocabulary";
import type { CaseCore, KnownCase } from "../case/case.ts";
import type { Actor } from "../case/commands.ts";
import type { OpeningCaseRefusal } from "../case/opened-refusals.ts";
import type { OpenedFact, OpeningSaid } from "../facts/opened-fact.ts";
import type { OpenedBecause } from "../words/opened-words.ts";

/** Who may open one: those who would otherwise see it first, or come upon it at their work. The panel decides, and begins nothing. */
const openers: readonly Role[] = ["intake", "investigator", "child-protection"];

export const mayOpenCases = (role: Role): boolean => openers.includes(role);

/** Why this person may not open such a case. */
export function againstOpeningCase(
  said: OpeningSaid,
  { role, ties }: Actor,
  forces: readonly string[],
): OpeningCaseRefusal | undefined {
  if (!mayOpenCases(role)) return { code: "wrong-role", role, allowed: openers };
  const misfit = findMisfit(said);
  if (misfit) return { code: "opening-misfit", what: misfit };
  const strange = said.forces.find((force) => !isNameable(force, forces));
  if (strange !== undefined) return { code: "unknown-force", force: strange };
  const tied = tiesWith(ties, said.forces);
  return tied.length > 0 ? { code: "tied-to-respondent", ties: tied } : undefined;
}

/** The sources that are matters of the office itself. */
const kindsOf: { readonly [B in OpenedBecause]?: MatterKind } = { recommendation: "recommendation", visit: "visit" };

function findMisfit({ because, forces, matter, from, basis }: OpeningSaid) {
  if (forces.length === 0 || new Set(forces).size !== forces.length) return "forces";
  const [comesOf] = matter;
  if (kindsOf[because] !== (comesOf && kindOfMatter(comesOf))) return "matter";
  const isHandedOver = because === "handed-over";
  if (isHandedOver === (from === "none")) return "from";
  return isHandedOver === (basis === "none") ? "basis" : undefined;
}

/** Why this directory and hour do not bear a case that was opened; who signed it is for the reader to check before. */
export function judgeOpening(
  fact: OpenedFact,
  signer: Actor,
  { forces, epoch, office }: Directory,
  at: Instant,
): OpeningCaseRefusal | { readonly code: "decision-differs" } | undefined {
  if (fact.at !== at || fact.by !== signer.id || fact.epoch !== epoch || fact.office !== office)
    return { code: "decision-differs" };
  return againstOpeningCase(
    fact,
    signer,
    forces.map(({ id }) => id),
  );
}

/** What whoever opened a case leaves to others: to take it up, to say what it is, and to decide on it. */
const forOthers: readonly string[] = [
  ...["acknowledge-case", "assess-case", "admit-case", "assign-case", "take-case", "recommend-findings"],
  ...["propose-non-admission", "confirm-non-admission", "keep-open"],
  ...["propose-decision", "withdraw-decision", "cast-vote", "close-sitting", "close-not-carried"],
  ...["accept-withdrawal", "confirm-reopening", "confirm-transfer", "confirm-erasure"],
];

/** Nobody judges what they brought. */
export const againstOpener = (order: string, { opened }: KnownCase, id: StaffId): OpeningCaseRefusal | undefined =>
  opened?.by === id && forOthers.includes(order) ? { code: "opened-it-oneself" } : undefined;

/** The case as it begins when the office opens it. Somebody looked: it is never closed unread. */
export function openByOffice(fact: OpenedFact): { readonly stage: "received"; readonly looked: true } & CaseCore {
  const { because, forces, matter, from, basis, by } = fact;
  return {
    ...{ stage: "received", caseId: fact.case, office: fact.office, epoch: fact.epoch, policy: fact.policy },
    ...{ bucket: fact.bucket, receivedAt: fact.at, storyRecipient: fact.storyRecipient, formerRecipients: [] },
    ...{ sent: 0, sequence: 0, unanswered: false, withdrawalAsked: false, access: [], missed: [] },
    ...{ handledBy: [by], looked: true, opened: { by, because, forces, matter, from, basis } },
  };
}
