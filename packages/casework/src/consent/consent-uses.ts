import type { Role } from "@temwen/office";
import { type ConsentChoice, consentChoices } from "@temwen/vocabulary";
import type { ExportReason } from "../custody/custody.ts";
import type { IdentityReason } from "../vault/vault-facts.ts";

/** What an act uses a person's words, name or evidence for. */
export type ConsentUse =
  | { readonly use: "let-in"; readonly role: Role | string }
  | { readonly use: "name"; readonly reason: IdentityReason | string }
  | { readonly use: "file"; readonly reason: ExportReason | string };

/** How much one choice allows beside another: the more, the further right it stands. */
export const rankOf = (choice: ConsentChoice): number => consentChoices.indexOf(choice);

// Whoever is let in with another role helps, or keeps the case; a name for help or in danger is helping too.
const leastToLetIn: { readonly [role: string]: ConsentChoice } = {
  investigator: "investigate-without-me",
  panel: "investigate-without-me",
};
const leastForName: { readonly [reason: string]: ConsentChoice } = {
  hearing: "investigate-with-me",
  referral: "court",
};
const leastForFile: { readonly [reason: string]: ConsentChoice } = {
  "expert-examination": "investigate-without-me",
  "hand-over": "court",
};

/** The least that a person must allow for a use; undefined where it only helps, or keeps what there is. */
export function leastConsentFor(use: ConsentUse): ConsentChoice | undefined {
  const table = { "let-in": leastToLetIn, name: leastForName, file: leastForFile }[use.use];
  const id = use.use === "let-in" ? use.role : use.reason;
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/** Whether a use goes against what the person allows. A desk warns of it; what the rules refuse is in `consent.ts`. */
export function goesBeyond(given: ConsentChoice, use: ConsentUse): boolean {
  const least = leastConsentFor(use);
  return least !== undefined && rankOf(given) < rankOf(least);
}
