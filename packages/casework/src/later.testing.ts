// The acts from admission on, as tests give them; each may be changed in what it says.
import type { Instant } from "@temwen/vocabulary";
import type { StaffCommand } from "./commands.ts";
import type { Finding } from "./fairness-acts.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  dario,
  fabien,
  grantTo,
  hourAfter,
  mona,
  part,
  type Step,
} from "./given.testing.ts";
import type { LaterOrder } from "./later-acts.ts";

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
export const toAdmitted: readonly Step[] = [
  [asha, acknowledge()],
  [bruno, assess({ forces: ["bravo"] })],
  [asha, admit()],
];
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
export const toPanel: readonly Step[] = [...toHeard, [fabien, recommend()]];
