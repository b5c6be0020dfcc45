// The acts from admission on, as tests give them; each may be changed in what it says.
import type { StaffCommand } from "./commands.ts";
import { acknowledge, asha, assess, bruno, fabien, grantTo, part, type Step } from "./given.testing.ts";
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
