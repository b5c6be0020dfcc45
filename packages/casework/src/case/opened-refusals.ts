import type { Role } from "@temwen/office";

/** Why somebody does not open a case, or does nothing more in the one they opened. */
export type OpeningCaseRefusal =
  | { readonly code: "wrong-role"; readonly role: Role; readonly allowed: readonly Role[] }
  | { readonly code: "tied-to-respondent"; readonly ties: readonly string[] }
  | { readonly code: "unknown-force"; readonly force: string }
  | { readonly code: "opening-misfit"; readonly what: "forces" | "matter" | "from" | "basis" }
  | { readonly code: "opened-it-oneself" };

/** That a case has nobody to write to, or that somebody was not told. */
export type TellingRefusal = { readonly code: "nobody-to-tell" } | { readonly code: "person-not-told" };
