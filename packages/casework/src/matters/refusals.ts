import type { Role } from "@temwen/office";
import type { StaffId } from "@temwen/vocabulary";
import type { ErasingRefusal } from "../erasure/two-people.ts";
import type { NewKeyRefusal } from "../intake/new-key.ts";

/** Why an act in a matter is refused (docs/specs/streams.md); what a case is refused for too has the same name. */
export type MatterRefusal =
  | { readonly code: "unknown-matter" }
  | { readonly code: "wrong-role"; readonly role: Role; readonly allowed: readonly Role[] }
  | { readonly code: "wrong-stage"; readonly stage: string; readonly allowed: readonly string[] }
  | { readonly code: "tied-to-respondent"; readonly ties: readonly string[] }
  | { readonly code: "recused" }
  | { readonly code: "not-let-in" }
  | { readonly code: "unknown-force" }
  | { readonly code: "unknown-department" }
  /** A State that is asked must be one that it concerns. */
  | { readonly code: "forces-misfit" }
  | { readonly code: "no-grants" }
  | { readonly code: "grantee-not-eligible"; readonly to: StaffId }
  | NewKeyRefusal
  | ErasingRefusal
  | { readonly code: "too-few-of-panel"; readonly least: number }
  /** Two people are needed: who did the one does not do the other. */
  | { readonly code: "cannot-confirm-own-proposal" }
  | { readonly code: "cannot-check-own-claim" }
  | { readonly code: "already-published" }
  | { readonly code: "out-of-number"; readonly expected: number }
  /** A sample that goes where it cannot: another's, before it was taken, or behind its end. */
  | { readonly code: "custody-misfit" }
  | { readonly code: "no-consent" }
  | { readonly code: "nothing-asked" }
  | { readonly code: "not-of-age" }
  | { readonly code: "nothing-ends-it" }
  /** The day on which an answer is due lies behind the hour of the act. */
  | { readonly code: "day-is-past" }
  /** Silence is told when the day is over everywhere, and not before. */
  | { readonly code: "day-not-past"; readonly day: string };
