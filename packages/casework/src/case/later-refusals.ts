import type { CaseId, Instant, StaffId } from "@temwen/vocabulary";
import type { WishedSex } from "../words/companion-words.ts";
import type { OpeningRefusal } from "./escrow-refusals.ts";
import type { ReferralRefusal } from "./referral-refusals.ts";

/** Why an act from admission on is refused (docs/specs/inquiry.md). */
export type LaterRefusal =
  | ReferralRefusal
  /** They stepped back from this case. */
  | { readonly code: "recused" }
  /** The person says that they are harmed by them for having spoken. */
  | { readonly code: "complained-about" }
  /** Taking back what nobody gave, and writing down what was over by then. */
  | { readonly code: "no-such-consent" }
  | { readonly code: "consent-over" }
  | { readonly code: "no-withdrawal-asked" }
  /** Nobody of protection looked since the person wrote last. */
  | { readonly code: "pressure-not-checked" }
  | { readonly code: "not-free-yet" }
  | { readonly code: "not-asked-in-person" }
  | { readonly code: "nothing-proposed" }
  | { readonly code: "already-proposed" }
  | { readonly code: "nothing-to-override" }
  | { readonly code: "not-grave-enough" }
  | { readonly code: "person-did-not-ask" }
  | { readonly code: "no-such-summary" }
  | { readonly code: "answer-unchanged" }
  | { readonly code: "treatment-already-told" }
  | { readonly code: "child-stays" }
  /** Something was done or refused, and nobody decided it. */
  | { readonly code: "decider-missing" }
  /** Sexual exploitation and abuse has its own track. */
  | { readonly code: "track-misfit" }
  | { readonly code: "not-a-colleague"; readonly staff: StaffId }
  | { readonly code: "no-part-in-case" }
  | { readonly code: "not-let-in" }
  | { readonly code: "handled-this-case" }
  | { readonly code: "not-assigned" }
  | { readonly code: "already-taken" }
  /** Whoever took the case examines it, and nobody else. */
  | { readonly code: "not-your-case" }
  | { readonly code: "another-assigned"; readonly assigned?: StaffId }
  /** They examined it before a review sent it back. */
  | { readonly code: "examined-before"; readonly to: StaffId }
  | { readonly code: "out-of-number"; readonly expected: number }
  | { readonly code: "already-stated" }
  | { readonly code: "respondent-differs" }
  | { readonly code: "forces-misfit" }
  | { readonly code: "subject-differs" }
  | { readonly code: "repeat-needs-reason" }
  | { readonly code: "never-interviewed" }
  | { readonly code: "child-protection-only" }
  /** Whoever would hear what is said is tied to whom it is about. */
  | { readonly code: "companion-tied"; readonly ties: readonly string[] }
  /** The person was not asked of which sex they want them, or wants the other. */
  | { readonly code: "wish-not-asked" }
  | { readonly code: "not-as-wished"; readonly wishes: WishedSex }
  | { readonly code: "interpreter-not-named" }
  | { readonly code: "unknown-request" }
  | { readonly code: "unknown-respondent" }
  | { readonly code: "too-short-to-reply"; readonly days: number }
  /** They were given until then already. */
  | { readonly code: "takes-days-away"; readonly until: Instant }
  | { readonly code: "nothing-to-defer" }
  | { readonly code: "respondent-not-notified" }
  | { readonly code: "too-few-of-panel"; readonly least: number }
  | { readonly code: "no-allegation" }
  | { readonly code: "finding-missing" }
  | { readonly code: "finding-misfit"; readonly allegation: number }
  /** Nobody who can be told apart is found against unheard. */
  | { readonly code: "respondent-not-heard"; readonly respondent: number }
  | { readonly code: "person-not-heard" }
  /** They asked to have something put right, and nobody answered. */
  | { readonly code: "correction-waits"; readonly respondent: number }
  /** The mission is not said to have acted together with others. */
  | { readonly code: "not-joint" }
  | { readonly code: "already-flagged" }
  | { readonly code: "not-flagged" }
  /** A joint case, of which the United Nations' due-diligence focal point knows nothing. */
  | { readonly code: "focal-point-not-told" }
  | { readonly code: "unknown-ask" }
  | { readonly code: "ask-answered" }
  | { readonly code: "not-of-a-child" }
  | { readonly code: "danger-not-assessed" }
  | { readonly code: "sitting-open"; readonly sitting: number }
  | { readonly code: "no-sitting" }
  | { readonly code: "wrong-bench" }
  | { readonly code: "decision-misfit" }
  /** A closure that says otherwise than was found. */
  | { readonly code: "outcome-misfit" }
  /** Nobody is asked for something by a day that is over, and silence is one when the day is. */
  | { readonly code: "day-is-past"; readonly day: string }
  | { readonly code: "day-not-past"; readonly day: string }
  /** Somebody who has a seat has no key, or not the newest, and nothing keeps them from it. */
  | { readonly code: "seat-left-out"; readonly staff: readonly StaffId[] }
  | { readonly code: "reason-missing" }
  /** A vote names the words it is about; these are others. */
  | { readonly code: "another-decision" }
  | { readonly code: "already-voted" }
  | { readonly code: "not-your-proposal" }
  | { readonly code: "no-quorum"; readonly votes: number; readonly needs: number }
  | { readonly code: "no-civil-society" }
  | { readonly code: "not-carried" }
  /** Closing as not carried what is, or what votes to come could still carry. */
  | { readonly code: "is-carried" }
  | { readonly code: "votes-missing"; readonly votes: number }
  | { readonly code: "unknown-measure" }
  /** Nothing is settled that was not ruled, or that nobody answered on; a refusal with a published reason. */
  | { readonly code: "nothing-ruled" }
  | { readonly code: "measure-unanswered"; readonly measure: number }
  | { readonly code: "no-review-asked" }
  /** No clock of the case is due at that hour, or it is none that may be given more time. */
  | { readonly code: "not-extendable" }
  | { readonly code: "already-extended" }
  | { readonly code: "beyond-extension"; readonly latest: Instant }
  /** Whoever examines gives themselves no more time. */
  | { readonly code: "examines-this-case" }
  | { readonly code: "no-retaliation-reported" }
  /** By one officer's word more than one member of the panel would be out. */
  | { readonly code: "more-than-one-member" }
  /** One officer's word would leave too few of the panel to decide. */
  | { readonly code: "leaves-no-quorum" }
  | { readonly code: "reported-it-oneself" }
  | { readonly code: "no-transfer-proposed" }
  /** The person did not allow it for this recipient, or does not any more. */
  | { readonly code: "transfer-not-allowed"; readonly recipient: string }
  | { readonly code: "links-itself" }
  | { readonly code: "already-linked" }
  | { readonly code: "not-linked" }
  | { readonly code: "team-misfit" }
  /** They were given the case that this one belongs to, and one of the two is about retaliation for the other. */
  | { readonly code: "has-linked-case"; readonly other: CaseId }
  | OpeningRefusal;
