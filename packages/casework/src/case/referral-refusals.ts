/** Why a referral, an answer to one, or what is said of it is refused (docs/specs/referrals.md). */
export type ReferralRefusal =
  | { readonly code: "unknown-forum" }
  /** What does not belong to this forum, or contradicts itself. */
  | { readonly code: "referral-misfit"; readonly what: string }
  | { readonly code: "nothing-to-override" }
  | { readonly code: "no-override-proposed" }
  | { readonly code: "unknown-referral" }
  | { readonly code: "answer-misfit"; readonly what: string }
  | { readonly code: "answer-already-recorded" }
  | { readonly code: "nothing-answered" }
  | { readonly code: "already-token" }
  | { readonly code: "no-token-proposed" };
