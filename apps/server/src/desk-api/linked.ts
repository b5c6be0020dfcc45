import { isApart, type KnownCase, mayRead, type StaffCommand, teamOf } from "@temwen/casework";
import type { StaffMember } from "@temwen/office";
import type { CaseId } from "@temwen/vocabulary";
import { readCaseFile } from "../casefile.ts";
import type { OfficeContext } from "../office-context.ts";

/** Why an order that concerns two cases does not go with the other one; the rules know one case at a time. */
export type LinkedRefusal =
  | { readonly code: "unknown-link" }
  | { readonly code: "team-misfit" }
  | { readonly code: "has-linked-case"; readonly other: CaseId };

/**
 * Looks at the other case: whoever links reads both, the team that is kept apart is the one that has the other, and nobody is given
 * a case whose counterpart they have now, where one is about retaliation for the other.
 */
export async function findAgainstLinked(
  theCase: KnownCase,
  command: StaffCommand,
  member: StaffMember,
  office: Pick<OfficeContext, "record" | "registry">,
): Promise<LinkedRefusal | undefined> {
  if (command.type === "link-case") {
    const other = (await readCaseFile(office, command.other)).theCase;
    if (other.stage === "unknown" || !mayRead(other, member)) return { code: "unknown-link" };
    const apart = command.reason === "retaliation-for" ? teamOf(other) : [];
    return apart.join() === command.team.join() ? undefined : { code: "team-misfit" };
  }
  if (command.type !== "assign-case") return undefined;
  for (const { other, reason } of theCase.links ?? []) {
    if (!isApart(reason)) continue;
    const linked = (await readCaseFile(office, other)).theCase;
    const has = "inquiry" in linked ? linked.inquiry.assigned?.to : undefined;
    if (has === command.to) return { code: "has-linked-case", other };
  }
  return undefined;
}
