import type { StaffMember } from "./directory.ts";

/** The force named by the person, by its id in the directory, or "unknown". */
export type NamedForce = string;

/**
 * What a private company is called where a case is about it, and where somebody has a tie to one: a directory lists none. One word for
 * all of them: which company it is stays in sealed words, and whoever ever served or was paid by one is tied to each.
 */
export const privateCompany = "private-company";

/** Whether a case may be said to be about this: a force that is listed, a private company, or nobody knows. */
export const isNameable = (force: NamedForce, listed: readonly string[]): boolean =>
  force === "unknown" || force === privateCompany || listed.includes(force);

/**
 * Whether a person may receive a case about this force. A tie is service, pay or command in the force, or the
 * nationality of a contributing State; nationality of the host State alone is never one, so it is never listed.
 * When the force is unknown only people without any tie are eligible.
 */
export function isEligible(member: Pick<StaffMember, "ties">, force: NamedForce): boolean {
  return force === "unknown" ? member.ties.length === 0 : !member.ties.includes(force);
}

/**
 * The ties that bar a person from what says what a case is, or ends it: of a force that nobody knows yet any of theirs could be, so each
 * of them bars. Where nobody has said whom it is about, that is unknown too.
 */
export const strictTiesWith = (ties: readonly string[], forces: readonly NamedForce[]): readonly string[] =>
  ties.filter(
    (tie) => !(forces.length === 0 ? ["unknown"] : forces).every((force) => isEligible({ ties: [tie] }, force)),
  );

/** The ties that bar a person from a case against these forces. */
export function tiesWith(ties: readonly string[], forces: readonly NamedForce[]): readonly string[] {
  return ties.filter((tie) => forces.includes(tie));
}
