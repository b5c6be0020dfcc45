import type { Instant, StaffId } from "@temwen/vocabulary";
import type { Finding } from "../acts/fairness-acts.ts";
import type { Measure } from "../acts/sitting-acts.ts";
import type { Delivery, EvidenceAnswer, RespondentKind, SubjectKind, Track } from "../words/inquiry-words.ts";
import type { MissionClass, Right } from "../words/vocabulary.ts";
import type { CompanionWish, NamedCompanion } from "./companion-state.ts";
import type { RespondentAsk } from "./respondent-state.ts";

/** True of a case from its admission on. */
export type Admission = { readonly admittedAt: Instant; readonly track: Track; readonly inquiry: Inquiry };

/** What the office knows of its own examining. Whom it asked and what it counts; every word of it is sealed. */
export type Inquiry = {
  /** Who is to examine; nobody, when whoever did stepped back. */
  readonly assigned?: { readonly to: StaffId; readonly at: Instant };
  /** Whoever was assigned has said that no tie stands against it. */
  readonly taken?: { readonly by: StaffId; readonly at: Instant };
  readonly plans: number;
  readonly allegations: readonly Allegation[];
  readonly respondents: readonly Respondent[];
  /** With whom the office speaks, by number; how often they were interviewed. */
  readonly subjects: readonly { readonly of: SubjectKind; readonly interviews: number }[];
  /** Who was named to be at their side, the newest last; and what each said last of whom they want. */
  readonly companions?: readonly NamedCompanion[];
  readonly wishes?: readonly CompanionWish[];
  readonly requests: readonly EvidenceRequest[];
  /** What respondents asked about themselves. */
  readonly asks?: readonly RespondentAsk[];
  /** The person was offered to be heard before anything is found against what they say. */
  readonly hearingOfferedAt?: Instant;
  /** How many allegations there were then: what was stated later they were not offered to speak of. */
  readonly hearingOf?: number;
  readonly recommended?: Recommendation;
  /** When the person was last told why it takes long, and the office how far it is. */
  readonly delayExplainedAt?: Instant;
  readonly progressReportedAt?: Instant;
  /** What the panel found. */
  readonly found?: readonly Finding[];
  /** What the panel ordered or recommended, in all rulings, and what became of each. */
  readonly measures?: readonly OrderedMeasure[];
};

/** A measure with the sitting that ordered it, what became of it, and whether the reason for that is published. */
export type OrderedMeasure = Measure & {
  readonly sitting: number;
  readonly delivered?: Delivery;
  readonly reasoned?: true;
};

/** The unit of counting: what is said to have been done, and by whom. */
export type Allegation = {
  readonly right: Right;
  readonly class: MissionClass;
  readonly respondent: number;
  /** Under the first number: an earlier notice, reply and offer count for it too. */
  readonly formerly?: true;
};

export type Respondent = {
  readonly kind: RespondentKind;
  readonly forces: readonly string[];
  /** Until when they may reply; present once they were given notice. */
  readonly replyBy?: Instant;
  readonly replied?: true;
  /** How many allegations there were at their last notice, and at the one they last replied to. */
  readonly toldOf?: number;
  readonly repliedTo?: number;
};

/** What whoever examined would find. */
export type Recommendation = { readonly by: StaffId; readonly at: Instant; readonly findings: readonly Finding[] };

/** A question to whoever holds evidence; without an answer until one is recorded, and silence is one. */
export type EvidenceRequest = { readonly holder: string; readonly due: string; readonly answer?: EvidenceAnswer };

/** Right after admission. */
export const noInquiry: Inquiry = { plans: 0, allegations: [], respondents: [], subjects: [], requests: [] };
