import type { Instant } from "@temwen/vocabulary";

/** Why a step of an opening is refused (docs/specs/escrow-opening.md). */
export type OpeningRefusal =
  /** The office never dealt one: nobody took the case up. */
  | { readonly code: "no-escrow" }
  /** A story was opened by these shares; they are to be dealt anew. */
  | { readonly code: "escrow-spent" }
  | { readonly code: "opening-open"; readonly opening: number }
  | { readonly code: "no-opening" }
  /** It names other terms than those that were proposed. */
  | { readonly code: "another-opening" }
  | { readonly code: "opening-over" }
  | { readonly code: "opening-waits"; readonly until: Instant }
  | { readonly code: "readers-still-serve" }
  | { readonly code: "cannot-open-for-oneself" }
  | { readonly code: "nothing-to-confirm" }
  | { readonly code: "same-role" }
  | { readonly code: "not-a-holder" }
  | { readonly code: "already-agreed" }
  | { readonly code: "enough-agreed" }
  | { readonly code: "shares-misfit" }
  | { readonly code: "not-a-reader" }
  | { readonly code: "too-few-holders"; readonly agreed: number; readonly needs: number };
