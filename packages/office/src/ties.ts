import type { StaffMember } from "./directory.ts";

/** The force named by the person, by its id in the directory, or "unknown". */
export type NamedForce = string;

/**
 * Whether a person may receive a case about this force. A tie is service, pay or command in the force, or the
 * nationality of a contributing State; nationality of the host State alone is never one, so it is never listed.
 * When the force is unknown only people without any tie are eligible.
 */
export function isEligible(member: Pick<StaffMember, "ties">, force: NamedForce): boolean {
  return force === "unknown" ? member.ties.length === 0 : !member.ties.includes(force);
}

/** The ties that bar a person from a case against these forces. */
export function tiesWith(ties: readonly string[], forces: readonly NamedForce[]): readonly string[] {
  return ties.filter((tie) => forces.includes(tie));
}
