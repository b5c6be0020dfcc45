// A case behind its admission: examined, heard, before the panel, decided, closed; for the golden files of those events.
import type { Instant } from "@temwen/vocabulary";
import { firstSteps, grantTo, part, type Step } from "./case-vectors.ts";
import { staffIdOf } from "./office-vectors.ts";

export const told = (number: number) => ({
  message: part(`message-out-${number}`),
  copy: part(`message-copy-${number}`),
});
export const explained = (index: number) => ({ explanation: part(`explanation-${index}`) });

const allegation = {
  type: "state-allegation",
  number: 1,
  right: "integrity",
  class: "serious-misconduct",
  respondent: 1,
  kind: "unit",
  forces: ["bravo"],
} as const;

/** A fifth way: the person allows it, and the case is admitted, given to somebody, examined; who examined steps back. */
export const inquirySteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  { asks: "more" },
  {
    by: "intake-2",
    order: {
      type: "assess-case",
      rights: ["integrity"],
      class: "serious-misconduct",
      forces: ["bravo"],
      department: "dep01",
      month: "2026-10",
      child: "no",
    },
  },
  { by: "intake-1", order: { type: "admit-case", track: "ordinary", ...told(2) } },
  {
    by: "intake-1",
    order: {
      type: "assign-case",
      to: staffIdOf("investigator-1"),
      replaces: [],
      grants: [grantTo("investigator-1", ["story"], 8)],
    },
  },
  { by: "investigator-1", order: { type: "take-case", declares: "no-tie" } },
  { by: "investigator-1", order: { type: "plan-inquiry", ...explained(11) } },
  {
    by: "investigator-1",
    order: {
      ...{ type: "state-allegation", number: 1, right: "integrity", class: "serious-misconduct" },
      ...{ respondent: 1, kind: "unit", forces: ["bravo"], ...explained(12) },
    },
  },
  {
    by: "investigator-1",
    order: {
      ...{ type: "record-interview", subject: 1, of: "witness", language: "ht", interpreter: "own" },
      ...{ repeats: "first", ...explained(13) },
    },
  },
  {
    by: "investigator-1",
    order: { type: "request-evidence", number: 1, holder: "mission", due: "2026-12-24", ...explained(14) },
  },
  {
    by: "investigator-1",
    order: { type: "record-answer", request: 1, answer: "obstructed", ...explained(15) },
  },
  { by: "investigator-1", order: { type: "recuse", reason: "family", ...explained(16) } },
];
/** A sixth way: both sides are heard, and whoever examined recommends what to find. */
export const fairnessSteps: readonly Step[] = [
  ...inquirySteps.slice(0, 6),
  { by: "investigator-1", order: { ...allegation, ...explained(11) } },
  {
    by: "investigator-1",
    order: {
      ...{ type: "defer-notice", respondent: 1, because: "safety" },
      ...{ until: "2026-11-10T15:00:00.000Z" as Instant, ...explained(12) },
    },
  },
  {
    by: "investigator-1",
    order: {
      ...{ type: "notify-respondent", respondent: 1, how: "by-mission" },
      ...{ replyBy: "2026-11-24T15:00:00.000Z" as Instant, ...explained(13) },
    },
  },
  {
    by: "investigator-1",
    order: { type: "record-reply", respondent: 1, represented: "own", interpreter: "none", ...explained(14) },
  },
  { by: "investigator-1", order: { type: "offer-hearing", ...told(3) } },
  {
    by: "investigator-1",
    order: {
      type: "recommend-findings",
      findings: [
        {
          ...{ allegation: 1, happened: "established", answers: "not-determined" },
          ...{ why: "nobody-identified", standard: "balance-of-probabilities" },
        },
      ],
      ...explained(17),
      grants: ["panel-1", "panel-2", "panel-3"].map((name, i) => ({
        ...{ to: staffIdOf(name), keys: ["story"], grant: part(`access-17-${i + 1}`) },
      })),
    },
  },
];
const proposal = { findings: [], measures: [], outcome: "none", published: [] } as const;
const openFindings = [
  {
    allegation: 1,
    happened: "established",
    answers: "not-determined",
    why: "nobody-identified",
    standard: "balance-of-probabilities",
  },
] as const;
const panelVotes: readonly Step[] = ["panel-1", "panel-2", "panel-3"].map((by) => ({ by, votes: "for" }));

/** What the panel decides then: a proposal that is taken back, what is found, what is to be made good, the end. */
export const sittingSteps: readonly Step[] = [
  ...fairnessSteps,
  {
    by: "panel-1",
    order: {
      ...{ type: "propose-decision", sitting: 1, decides: "findings", ...proposal },
      ...{ findings: openFindings, ...explained(21) },
    },
  },
  { by: "panel-1", order: { type: "withdraw-decision", sitting: 1 } },
  {
    by: "panel-1",
    order: {
      ...{ type: "propose-decision", sitting: 2, decides: "findings", ...proposal },
      ...{ findings: openFindings, ...explained(23) },
    },
  },
  ...panelVotes,
  { by: "panel-1", order: { type: "close-sitting", sitting: 2, ...told(4) } },
  {
    by: "panel-2",
    order: {
      ...{ type: "propose-decision", sitting: 3, decides: "ruling", ...proposal, ...explained(29) },
      measures: [{ number: 1, form: "rehabilitation", bearer: "contributing-state:bravo", due: "2027-03-01" }],
    },
  },
  ...panelVotes,
  { by: "panel-2", order: { type: "close-sitting", sitting: 3, ...told(5) } },
  {
    by: "intake-1",
    order: {
      ...{ type: "record-delivery", measure: 1, delivered: "no-answer", decidedBy: "nobody" },
      ...{ published: [], shownBy: [], ...explained(35) },
    },
  },
  {
    by: "panel-1",
    order: {
      ...{ type: "propose-decision", sitting: 4, decides: "closure", ...proposal },
      ...{ outcome: "settled", ...explained(36) },
    },
  },
  ...panelVotes,
  { by: "panel-1", order: { type: "close-sitting", sitting: 4, ...told(6) } },
];

/** The same as it is given now: before its day is over nobody is silent, and what shows a delivery is named. */
export const deliveredSteps: readonly Step[] = sittingSteps.map((step) =>
  "order" in step && step.order.type === "record-delivery"
    ? {
        ...step,
        order: {
          ...{ ...step.order, delivered: "partly", decidedBy: "contributing-state" },
          ...{ published: [part("reason").digest], shownBy: [part("evidence-1").digest] },
        },
      }
    : step,
);

/** Another way before the panel: nobody of three is for what was proposed, and it is over. */
export const notCarriedSteps: readonly Step[] = [
  ...sittingSteps.slice(0, fairnessSteps.length + 1),
  ...panelVotes.map((step) => ({ ...step, votes: "against" as const })),
  { by: "panel-2", order: { type: "close-not-carried", sitting: 1 } },
];

/** Another way before the panel: it asks that more be found out before it decides. */
export const sentBackSteps: readonly Step[] = [
  ...sittingSteps.slice(0, fairnessSteps.length),
  { by: "panel-1", order: { type: "propose-decision", sitting: 1, decides: "inquiry", ...proposal, ...explained(23) } },
  ...panelVotes,
  { by: "panel-1", order: { type: "close-sitting", sitting: 1, ...told(4) } },
];

/** A seventh way: how much danger there is, what help is offered, and that the person is harmed for having spoken. */
export const protectionSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  {
    by: "intake-1",
    order: {
      ...{ type: "assess-safety", level: "high", protecting: [{ kind: "relocation", answer: "refused" }] },
      ...explained(4),
    },
  },
  { by: "support-1", order: { type: "offer-support", service: "medical", offered: "accepted" } },
  {
    by: "intake-1",
    order: { type: "report-retaliation", about: [staffIdOf("intake-2")], ...explained(6) },
  },
];

const reserveVotes: readonly Step[] = ["panel-4", "panel-5", "panel-6"].map((by) => ({ by, votes: "for" }));

/** Behind the end: the person asks for a review, and the reserve decides it. */
export const reviewSteps: readonly Step[] = [
  ...sittingSteps,
  { asks: "review" },
  {
    by: "intake-1",
    order: {
      type: "grant-access",
      reason: "asked-to-help",
      grants: ["panel-4", "panel-5", "panel-6"].map((name, i) => ({
        ...{ to: staffIdOf(name), keys: ["story"], grant: part(`access-43-${i + 1}`) },
      })),
    },
  },
  {
    by: "panel-4",
    order: {
      ...{ type: "propose-decision", sitting: 5, decides: "review", ...proposal },
      ...{ outcome: "examined-anew", ...explained(46) },
    },
  },
  ...reserveVotes,
  { by: "panel-4", order: { type: "close-sitting", sitting: 5, ...told(7) } },
];
