// A case in the middle of its inquiry, as the keeper hands it to the page; whoever needs another says what is different.
import type { CaseId, Instant, StaffId } from "@temwen/vocabulary";
import type { CaseView } from "../../../keeper/src/views.ts";
import { mission, person } from "../desk-state.ts";

const staff = (n: number): StaffId => `stf_${String(n).padStart(26, "0")}` as StaffId;
const at = (day: number): Instant => `2026-11-${String(day).padStart(2, "0")}T12:00:00.000Z` as Instant;

/** Whoever sits at the desk of the tests, and examines. */
export const examiner = staff(1);

/** Signs them in, with a small office around them. */
export function seatExaminer(): void {
  const colleague = (n: number, role: string, more: object = {}) =>
    ({ id: staff(n), role, ties: [], bench: "first", civilSociety: false, ...more }) as const;
  mission.value = {
    zone: "America/Port-au-Prince",
    erasureDays: 7,
    forces: [],
    departments: [],
    clocks: [],
    forums: [],
  };
  person.value = {
    me: { id: examiner, role: "investigator", ties: [], epoch: 1, expires: at(30) },
    choices: {
      ...{ rights: [], classes: [], dangerLevels: [], nonAdmissionReasons: [], accessReasons: [] },
      ...{
        erasureReasons: [],
        exportReasons: [],
        identityReasons: [],
        departments: [],
        linkReasons: [],
        evidenceSources: [],
      },
      forces: ["ken", "jam", "unknown"].map((id) => ({ id, name: id })),
      colleagues: [
        colleague(2, "intake"),
        colleague(3, "panel", { civilSociety: true }),
        colleague(4, "panel"),
        colleague(5, "panel"),
        colleague(6, "panel", { ties: ["ken"] }),
        colleague(7, "panel", { bench: "reserve" }),
        colleague(8, "child-protection"),
      ],
    },
  };
}

const noted = (day: number, text: string) => ({ at: at(day), by: examiner, text });

/** Two allegations: one against a unit that was not heard yet, one against somebody whom nobody can tell apart. */
export const inquiry: NonNullable<CaseView["inquiry"]> = {
  track: "ordinary",
  assigned: { to: examiner, at: at(2) },
  taken: { by: examiner, at: at(3) },
  plans: [noted(4, "Pale ak de temwen.")],
  allegations: [
    {
      ...{ number: 1, right: "integrity", class: "serious-misconduct", respondent: 1 },
      ...noted(5, "Yo te bat li."),
      against: [
        { against: "respondent-answers", refusal: { code: "respondent-not-heard", respondent: 1 } },
        { against: "person-is-wrong", refusal: { code: "person-not-heard" } },
      ],
    },
    {
      ...{ number: 2, right: "liberty", class: "minor-misconduct", respondent: 2 },
      ...noted(6, "Yo te kenbe l."),
      against: [{ against: "person-is-wrong", refusal: { code: "person-not-heard" } }],
    },
  ],
  respondents: [
    { number: 1, kind: "unit", forces: ["ken"], mustBeHeard: true, isHeard: false, untold: [1], replies: [] },
    { number: 2, kind: "described", forces: ["ken"], mustBeHeard: false, isHeard: true, untold: [2], replies: [] },
  ],
  subjects: [
    {
      number: 1,
      of: "witness",
      interviews: [{ ...noted(7, "Li wè."), language: "ht", interpreter: "none", repeats: "first" }],
      wishes: [{ subject: 1, as: "interpreter", wishes: "woman" }],
      companions: [
        {
          ...{ ...noted(6, "Manmi Wòz, bò legliz la."), subject: 1, as: "interpreter", chosenBy: "office" },
          ...{ sex: "woman", ties: [] },
        },
      ],
    },
  ],
  requests: [{ number: 1, holder: "mission", due: "2026-12-04", ...noted(8, "Kaye patwouy la."), answers: [] }],
  asks: [
    { number: 1, respondent: 1, wants: "correction", ...noted(9, "Non mwen mal ekri.") },
    {
      ...{ number: 2, respondent: 1, wants: "access", ...noted(10, "Mwen vle wè.") },
      answer: { ...noted(11, "Yon pati."), became: "partly", cause: "sources-hidden" },
    },
  ],
};

/** The case; `change` says what is different. */
export const caseView = (change: Partial<CaseView> = {}): CaseView => ({
  caseId: "cas_00000000000000000000000000" as CaseId,
  stage: "investigating",
  version: 12,
  receivedAt: at(1),
  now: at(20),
  clocks: [],
  consent: "investigate-with-me",
  consents: [],
  owed: { consents: [], isTakenBack: false, copies: [], treatments: [] },
  withdrawalAsked: false,
  alarms: [],
  holdsIdentityHalf: false,
  vault: { state: "sealed" },
  evidence: [],
  forces: ["ken"],
  attribution: { is: "contingent", owesFocalPoint: false, told: [] },
  gone: [],
  seats: [
    { id: staff(3), bench: "first", civilSociety: true, isSeated: true, standing: "not-let-in" },
    { id: staff(4), bench: "first", civilSociety: false, isSeated: true, standing: "not-let-in" },
    { id: staff(5), bench: "first", civilSociety: false, isSeated: true, standing: "not-let-in" },
    { id: staff(6), bench: "first", civilSociety: false, isSeated: true, standing: "tied" },
    { id: staff(7), bench: "reserve", civilSociety: false, isSeated: false, standing: "not-let-in" },
  ],
  protecting: [],
  helped: [],
  retaliation: [],
  inquiry,
  links: [],
  messages: [],
  timeline: [],
  stillOwed: [],
  access: {
    firstReaders: { slots: 8, readers: 4, mine: false },
    named: [],
    readOn: [],
    escrow: { dealtBy: "page", holders: [] },
  },
  orders: [],
  ...change,
});
