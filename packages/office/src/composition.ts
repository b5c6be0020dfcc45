import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Directory, StaffMember } from "./directory.ts";
import type { Role } from "./roles.ts";
import { isEligible, type NamedForce, privateCompany } from "./ties.ts";

/** How many intake officers receive a complaint, and in how many unlabelled slots they hide. */
export const intakeRecipients = 4;
export const intakeSlots = 8;
/** Shares of the escrow, and how many open it. */
export const escrowShares = 5;
export const escrowThreshold = 3;
/** Root keys of an office, and how many sign a directory. */
export const rootKeys = 5;
export const rootThreshold = 3;

export type CompositionRefusal =
  | { readonly code: "too-few-roots" }
  | { readonly code: "same-key-twice" }
  | { readonly code: "unknown-tie"; readonly tie: string }
  | { readonly code: "too-few-intake-officers"; readonly force: NamedForce; readonly eligible: number }
  | { readonly code: "no-lawful-escrow"; readonly force: NamedForce };

/**
 * Whether a directory may be signed at all: every force that can be named, and "unknown", must leave four intake
 * officers and five lawful escrow holders, or a complaint about it could not be sealed.
 */
export function checkComposition(directory: Directory): Result<Directory, CompositionRefusal> {
  if (
    directory.roots.length !== rootKeys ||
    directory.threshold !== rootThreshold ||
    new Set(directory.roots).size !== rootKeys
  ) {
    return refused({ code: "too-few-roots" });
  }
  const keys = directory.staff.flatMap((member) => [member.id, member.recipient, member.signingKey]);
  if (new Set([...keys, ...directory.roots, directory.clockKey]).size !== keys.length + 6) {
    return refused({ code: "same-key-twice" });
  }
  const known = new Set(directory.forces.map((force) => force.id));
  for (const tie of directory.staff.flatMap((member) => member.ties)) {
    if (tie !== privateCompany && !known.has(tie)) return refused({ code: "unknown-tie", tie });
  }
  for (const force of [...known, "unknown"]) {
    const eligible = eligibleIntake(directory, force).length;
    if (eligible < intakeRecipients) return refused({ code: "too-few-intake-officers", force, eligible });
    if (!chooseHolders(directory, force)) return refused({ code: "no-lawful-escrow", force });
  }
  return granted(directory);
}

/** The intake officers who may receive a complaint about this force. */
export function eligibleIntake(directory: Directory, force: NamedForce): readonly StaffMember[] {
  return servingAs(directory, "intake", force);
}

/**
 * The five holders of a case's escrow: the first bench in directory order, tied ones replaced by reserves, so that
 * at least three are from civil society, at least two live abroad and no three share an institution.
 * Undefined when no five do.
 */
export function chooseHolders(directory: Directory, force: NamedForce): readonly StaffMember[] | undefined {
  const holders = servingAs(directory, "escrow-holder", force);
  const inOrder = [
    ...holders.filter((member) => member.bench === "first"),
    ...holders.filter((member) => member.bench === "reserve"),
  ];
  return firstLawfulFive(inOrder, []);
}

/** Whoever was already expired when the roots signed serves nobody; later expiry is for those who know the hour. */
function servingAs(directory: Directory, role: Role, force: NamedForce): readonly StaffMember[] {
  return directory.staff.filter(
    (member) => member.role === role && member.expires > directory.at && isEligible(member, force),
  );
}

function firstLawfulFive(
  candidates: readonly StaffMember[],
  chosen: readonly StaffMember[],
): readonly StaffMember[] | undefined {
  if (chosen.length === escrowShares) return isLawfulEscrow(chosen) ? chosen : undefined;
  for (let i = 0; i < candidates.length; i++) {
    const next = candidates[i];
    if (!next) break;
    const found = firstLawfulFive(candidates.slice(i + 1), [...chosen, next]);
    if (found) return found;
  }
  return undefined;
}

/** Whether these five different people may hold one case's escrow: the composition rule alone, ties apart. */
export function isLawfulEscrow(holders: readonly StaffMember[]): boolean {
  const holdersOnly = holders.every(({ role }) => role === "escrow-holder");
  if (!holdersOnly || new Set(holders.map(({ id }) => id)).size !== escrowShares) return false;
  const civilSociety = holders.filter((member) => member.holder?.civilSociety).length;
  const abroad = holders.filter((member) => member.holder?.abroad).length;
  const perInstitution = new Map<string, number>();
  for (const member of holders) {
    const institution = member.holder?.institution ?? "none";
    perInstitution.set(institution, (perInstitution.get(institution) ?? 0) + 1);
  }
  return civilSociety >= 3 && abroad >= 2 && [...perInstitution.values()].every((count) => count < 3);
}
