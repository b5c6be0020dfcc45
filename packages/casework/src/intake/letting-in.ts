import { isEligible, type Role } from "@temwen/office";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { barringForces, isOut, type KnownCase } from "../case/case.ts";
import type { CaseRefusal, OfficeFacts } from "../case/commands.ts";
import type { AccessGrantedFact } from "../facts/facts.ts";
import type { Grant } from "../words/handed-over.ts";
import type { AccessReason } from "../words/vocabulary.ts";

/** Roles that may be let into a case, and the only keys some of them may get. */
const grantable: { readonly [R in Role]?: readonly string[] | "all" } = {
  intake: "all",
  investigator: "all",
  panel: "all",
  "child-protection": "all",
  support: ["support"],
};

type Grantee = OfficeFacts["staff"][number];

/** Whether somebody is of a role that may be let in at all. */
export const isGrantable = ({ role }: Grantee): boolean => grantable[role] !== undefined;

/** The facts of letting people in; one who may not be stops the whole order. */
export function grantAccess(
  theCase: KnownCase,
  { grants, reason }: { readonly grants: readonly Grant[]; readonly reason: AccessReason },
  office: OfficeFacts,
  isWanted: (grantee: Grantee) => boolean,
): Result<readonly AccessGrantedFact[], CaseRefusal> {
  if (grants.length === 0) return refused({ code: "no-grants" });
  const seen = new Set<string>();
  for (const grant of grants) {
    const grantee = office.staff.find(({ id }) => id === grant.to);
    const isFit = grantee && isEligibleFor(theCase, grantee.ties) && isWanted(grantee) && grant.keys.length > 0;
    // Whoever stepped back, or is complained about, is not let in again.
    const isGone = isOut(theCase, grant.to);
    if (!isFit || isGone || !mayHold(grantee.role, grant.keys) || seen.has(grant.to)) {
      return refused({ code: "grantee-not-eligible", to: grant.to });
    }
    seen.add(grant.to);
  }
  return granted(grants.map((grant) => ({ type: "case.access-granted/1", reason, ...grant })));
}

/** As at sealing: while the force is unknown, only people without any tie are let in. */
export function isEligibleFor(theCase: KnownCase, ties: readonly string[]): boolean {
  const forces = barringForces(theCase);
  return (forces.length === 0 ? ["unknown"] : forces).every((force) => isEligible({ ties }, force));
}

/** Whether somebody of a role may be given these keys. */
export function mayHold(role: Role, keys: readonly string[]): boolean {
  const allowed = grantable[role];
  return allowed === "all" || (allowed !== undefined && keys.every((key) => allowed.includes(key)));
}
