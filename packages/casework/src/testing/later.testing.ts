// The acts from admission on, as tests give them; each may be changed in what it says.

import assert from "node:assert/strict";
import type { Digest, Instant } from "@temwen/vocabulary";
import type { Finding } from "../acts/fairness-acts.ts";
import type { LaterOrder } from "../acts/later-acts.ts";
import type { Measure } from "../acts/sitting-acts.ts";
import type { Actor, StaffCommand } from "../case/commands.ts";
import { caseAfter, toAssessedBravo } from "./beginnings.testing.ts";
import {
  asha,
  carla,
  dario,
  digestOf,
  fabien,
  grantTo,
  hourAfter,
  jules,
  letIn,
  mona,
  part,
  paula,
  type Step,
  testId,
} from "./given.testing.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
const told = { message: part("reply"), copy: part("copy") };

export const admit = (change: Partial<Order<"admit-case">> = {}): StaffCommand => ({
  type: "admit-case",
  track: "ordinary",
  ...told,
  ...change,
});
export const assign = (change: Partial<Order<"assign-case">> = {}): StaffCommand => ({
  type: "assign-case",
  to: fabien.id,
  replaces: [],
  grants: [grantTo(fabien, "story", "evidence-1")],
  ...change,
});
export const take = (): StaffCommand => ({ type: "take-case", declares: "no-tie" });
export const recuse = (): StaffCommand => ({ type: "recuse", reason: "family", explanation: part("explanation") });
export const plan = (): StaffCommand => ({ type: "plan-inquiry", explanation: part("explanation") });
export const allege = (change: Partial<Order<"state-allegation">> = {}): StaffCommand => ({
  type: "state-allegation",
  number: 1,
  right: "integrity",
  class: "serious-misconduct",
  respondent: 1,
  kind: "known-member",
  forces: ["bravo"],
  explanation: part("explanation"),
  ...change,
});
export const interview = (change: Partial<Order<"record-interview">> = {}): StaffCommand => ({
  type: "record-interview",
  subject: 1,
  of: "complainant",
  language: "ht",
  interpreter: "none",
  repeats: "first",
  explanation: part("explanation"),
  ...change,
});
export const wish = (change: Partial<Order<"record-companion-wish">> = {}): StaffCommand => ({
  type: "record-companion-wish",
  subject: 1,
  of: "complainant",
  as: "interpreter",
  wishes: "woman",
  ...change,
});
export const nameCompanion = (change: Partial<Order<"name-companion">> = {}): StaffCommand => ({
  type: "name-companion",
  subject: 1,
  of: "complainant",
  as: "interpreter",
  chosenBy: "office",
  sex: "woman",
  ties: [],
  explanation: part("explanation"),
  ...change,
});
export const askFor = (change: Partial<Order<"request-evidence">> = {}): StaffCommand => ({
  type: "request-evidence",
  number: 1,
  holder: "mission",
  due: "2026-12-24",
  explanation: part("explanation"),
  ...change,
});
export const answered = (change: Partial<Order<"record-answer">> = {}): StaffCommand => ({
  type: "record-answer",
  request: 1,
  answer: "refused",
  explanation: part("explanation"),
  ...change,
});

/** About the force called bravo, which nobody of these is tied to. */
export const toAdmitted: readonly Step[] = [...toAssessedBravo, [asha, admit()]];
export const toAssigned: readonly Step[] = [...toAdmitted, [asha, assign()]];
export const toInvestigating: readonly Step[] = [...toAssigned, [fabien, take()]];

/** An hour so many days behind the first of a history. */
export const dayAfter = (days: number): Instant => hourAfter(24 * days);

export const notify = (change: Partial<Order<"notify-respondent">> = {}): StaffCommand => ({
  type: "notify-respondent",
  respondent: 1,
  how: "in-hand",
  replyBy: dayAfter(20),
  explanation: part("explanation"),
  ...change,
});
export const defer = (change: Partial<Order<"defer-notice">> = {}): StaffCommand => ({
  type: "defer-notice",
  respondent: 1,
  because: "safety",
  until: dayAfter(20),
  explanation: part("explanation"),
  ...change,
});
export const replied = (change: Partial<Order<"record-reply">> = {}): StaffCommand => ({
  type: "record-reply",
  respondent: 1,
  represented: "own",
  interpreter: "none",
  explanation: part("explanation"),
  ...change,
});
export const askOfRespondent = (change: Partial<Order<"record-respondent-ask">> = {}): StaffCommand => ({
  type: "record-respondent-ask",
  number: 1,
  respondent: 1,
  wants: "correction",
  explanation: part("explanation"),
  ...change,
});
export const answerRespondent = (change: Partial<Order<"answer-respondent-ask">> = {}): StaffCommand => ({
  type: "answer-respondent-ask",
  ask: 1,
  became: "done",
  cause: "none",
  explanation: part("explanation"),
  ...change,
});
export const flagForce = (force: Order<"flag-force">["force"] = "not-reported"): StaffCommand => ({
  type: "flag-force",
  force,
  explanation: part("explanation"),
});
export const tellFocalPoint = (): StaffCommand => ({ type: "notify-focal-point", explanation: part("explanation") });
export const assessInterests = (change: Partial<Order<"assess-best-interests">> = {}): StaffCommand => ({
  type: "assess-best-interests",
  guardian: "not-yet",
  explanation: part("explanation"),
  ...change,
});
export const offerHearing = (): StaffCommand => ({ type: "offer-hearing", ...told });

export const finding = (change: Partial<Finding> = {}): Finding => ({
  allegation: 1,
  happened: "established",
  answers: "established",
  why: "none",
  standard: "balance-of-probabilities",
  ...change,
});
export const recommend = (
  findings: readonly Finding[] = [finding()],
  grants = [grantTo(carla, "story"), grantTo(dario, "story"), grantTo(mona, "story")],
): StaffCommand => ({ type: "recommend-findings", findings, grants, explanation: part("explanation") });

/** A unit was given notice and replied; the person was offered to be heard. */
export const toHeard: readonly Step[] = [
  ...toInvestigating,
  [fabien, allege()],
  [fabien, notify()],
  [fabien, replied()],
  [fabien, offerHearing()],
];
/** Three were let in to decide. */
export const toRecommended: readonly Step[] = [...toHeard, [fabien, recommend()]];
/** And the others who have a seat in a case about bravo: the fourth of the first bench, and paula of the reserve for a fifth. */
export const letInOthers: Step = [asha, letIn(grantTo(jules, "story"), grantTo(paula, "story"))];
/** All who have. */
export const seated: readonly Actor[] = [carla, dario, jules, mona, paula];
export const toPanel: readonly Step[] = [...toRecommended, letInOthers];

export const proposeDecision = (change: Partial<Order<"propose-decision">> = {}): StaffCommand => ({
  type: "propose-decision",
  sitting: 1,
  decides: "findings",
  findings: [finding()],
  measures: [],
  outcome: "none",
  published: [],
  explanation: part("explanation"),
  ...change,
});
export const measure = (change: Partial<Measure> = {}): Measure => ({
  number: 1,
  form: "compensation",
  bearer: "contributing-state:bravo",
  due: "2027-03-01",
  ...change,
});
export const ruling = (...measures: readonly Measure[]): StaffCommand =>
  proposeDecision({ sitting: 2, decides: "ruling", findings: [], measures });
export const closure = (sitting: number): StaffCommand =>
  proposeDecision({ sitting, decides: "closure", findings: [], outcome: "settled" });
export const withdrawDecision = (sitting = 1): StaffCommand => ({ type: "withdraw-decision", sitting });
export const closeNotCarried = (sitting = 1): StaffCommand => ({ type: "close-not-carried", sitting });
/** What everybody votes on, as it stands in the case after these steps. */
export const decisionIn = (steps: readonly Step[]): Digest => {
  const { sitting } = caseAfter(...steps);
  assert.ok(sitting);
  return sitting.decision;
};
export const vote = (decision: Digest, change: Partial<Order<"cast-vote">> = {}): StaffCommand => ({
  type: "cast-vote",
  sitting: 1,
  decision,
  vote: "for",
  dissent: [],
  ...change,
});
export const closeSitting = (sitting = 1): StaffCommand => ({ type: "close-sitting", sitting, ...told });
export const deliver = (change: Partial<Order<"record-delivery">> = {}): StaffCommand => ({
  type: "record-delivery",
  measure: 1,
  delivered: "delivered",
  decidedBy: "contributing-state",
  published: [],
  shownBy: [],
  explanation: part("explanation"),
  ...change,
});

/** The panel sits over what it finds. */
export const toSitting: readonly Step[] = [...toPanel, [carla, proposeDecision()]];

/** A proposal, three votes for it, one of them of civil society, and the close. */
export function decide(history: readonly Step[], proposal: StaffCommand, sitting: number): readonly Step[] {
  const proposed: readonly Step[] = [...history, [carla, proposal]];
  const decision = decisionIn(proposed);
  const votes = [carla, dario, mona].map((member): Step => [member, vote(decision, { sitting })]);
  return [...proposed, ...votes, [carla, closeSitting(sitting)]];
}
export const toFound: readonly Step[] = decide(toPanel, proposeDecision(), 1);
export const toRuled: readonly Step[] = decide(
  toFound,
  ruling(measure(), measure({ number: 2, bearer: "mission" })),
  2,
);
export const toSettled: readonly Step[] = [
  ...toRuled,
  [asha, deliver()],
  [asha, deliver({ measure: 2, delivered: "refused", published: [digestOf("why it is refused")] })],
];
export const toClosed: readonly Step[] = decide(toSettled, closure(3), 3);

export const assessSafety = (change: Partial<Order<"assess-safety">> = {}): StaffCommand => ({
  type: "assess-safety",
  level: "high",
  protecting: [{ kind: "relocation", answer: "refused" }],
  explanation: part("explanation"),
  ...change,
});
export const offerSupport = (change: Partial<Order<"offer-support">> = {}): StaffCommand => ({
  type: "offer-support",
  service: "medical",
  offered: "offered",
  ...change,
});
export const extendClock = (change: Partial<Order<"extend-clock">> = {}): StaffCommand => ({
  type: "extend-clock",
  clock: "inquiry",
  due: "2027-05-03T17:00:00.000Z" as Instant,
  until: "2027-08-03T17:00:00.000Z" as Instant,
  explanation: part("explanation"),
  ...change,
});
export const explainDelay = (): StaffCommand => ({ type: "explain-delay", ...told });
export const reportProgress = (): StaffCommand => ({ type: "report-progress", explanation: part("explanation") });
export const reviewRetaliation = (change: Partial<Order<"review-retaliation">> = {}): StaffCommand => ({
  ...{ type: "review-retaliation", finds: "grounds", explanation: part("explanation") },
  ...change,
});
export const reportRetaliation = (...about: readonly Actor[]): StaffCommand => ({
  type: "report-retaliation",
  about: about.map(({ id }) => id),
  explanation: part("explanation"),
});

export const override = (change: Partial<Order<"propose-override">> = {}): StaffCommand => ({
  type: "propose-override",
  forum: "court",
  beyond: "imminent-danger",
  ...told,
  ...change,
});
export const agreeOverride = (forum = "court"): StaffCommand => ({ type: "confirm-override", forum });
export const refer = (change: Partial<Order<"refer-case">> = {}): StaffCommand => ({
  ...{ type: "refer-case", number: 1, forum: "court", basis: ["investigates-with-civil-party"], obstacle: [] },
  ...{ military: "none", waiver: "none", fallback: "none", asks: ["investigate"], language: "fr", due: "2027-01-15" },
  ...{ beyond: "none", dossier: [digestOf("dossier")], receipt: [digestOf("code")] },
  ...{ explanation: part("explanation"), ...told },
  ...change,
});
export const answerReferral = (change: Partial<Order<"record-referral-answer">> = {}): StaffCommand => ({
  ...{ type: "record-referral-answer", referral: 1, answered: "investigating", obstacle: [], on: "2026-11-03" },
  ...{ cameBy: "letter", received: [], explanation: part("explanation") },
  ...change,
});
export const proposeToken = (referral = 1): StaffCommand => ({
  type: "propose-token",
  referral,
  explanation: part("explanation"),
});
export const agreeToken = (referral = 1): StaffCommand => ({ type: "confirm-token", referral });
export const takeEvidence = (change: Partial<Order<"take-evidence">> = {}): StaffCommand => ({
  type: "take-evidence",
  number: 1,
  source: "witness",
  request: [],
  note: part(`taken-in-${change.number ?? 1}`),
  evidence: [{ ...part(`taken-${change.number ?? 1}-1`), size: 263_867 }],
  explanation: part("explanation"),
  ...change,
});

export const linkTo = (change: Partial<Order<"link-case">> = {}): StaffCommand => ({
  type: "link-case",
  other: testId("case", "another case"),
  reason: "same-event",
  team: [],
  explanation: part("explanation"),
  ...change,
});
export const unlinkFrom = (other = testId("case", "another case")): StaffCommand => ({
  type: "unlink-case",
  other,
  explanation: part("explanation"),
});
