import type { ButtonLook, IconName } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { mayClose } from "../panel/sitting-now.ts";
import { type Act, type EarlyAct, isEarly } from "./act-names.ts";
import { type ActGroup, actGroups } from "./sheet.ts";
import { sheetOf } from "./sheets.ts";

/** What concerns keys and names and not the case stands last. */
export const shownGroups = [...actGroups, "keys"] as const;
type ShownGroup = ActGroup | "keys";

const early: { readonly [A in EarlyAct]: readonly [group: ShownGroup, icon: IconName] } = {
  acknowledge: ["case", "message"],
  assess: ["case", "search"],
  confirm: ["case", "check"],
  "keep-open": ["case", "open"],
  reply: ["case", "message"],
  "propose-not-admitted": ["case", "pen"],
  grant: ["keys", "key"],
  rekey: ["keys", "key"],
  "ask-identity": ["keys", "people"],
  "approve-identity": ["keys", "people"],
  "refuse-identity": ["keys", "shield"],
  "deal-escrow": ["keys", "lock"],
  "propose-erasure": ["keys", "alarm"],
  "confirm-erasure": ["keys", "alarm"],
  "stop-erasure": ["keys", "shield"],
};

/** Where an act stands in the list. */
export const groupOf = (act: Act): ShownGroup => (isEarly(act) ? early[act][0] : (sheetOf(act)?.group ?? "case"));

export const iconOf = (act: Act): IconName => (isEarly(act) ? early[act][1] : (sheetOf(act)?.icon ?? "pen"));

/** Somebody waits for the answer of a second person: those stand out also among what concerns keys. */
const answers: readonly Act[] = ["approve-identity", "refuse-identity", "confirm-erasure", "stop-erasure"];

/** What concerns keys and not the person stands back, and so does stepping back. */
export const lookOf = (act: Act): ButtonLook =>
  (groupOf(act) === "keys" && !answers.includes(act)) || act === "recuse" ? "plain" : "quiet";

/** The act that the case waits for, if it waits for one of this person. */
export const firstAct = (view: CaseView, lawful: readonly Act[]): Act | undefined =>
  waitedFor.find(([act, isWaited]) => lawful.includes(act) && isWaited(view))?.[0];

const always = (): boolean => true;
const isMine = ({ inquiry }: CaseView): boolean => inquiry?.taken?.by === person.value?.me.id;

/** Something was stated since the person was last offered to be heard. */
const isPersonUnheard = ({ allegations }: NonNullable<CaseView["inquiry"]>): boolean =>
  allegations.some(({ against }) => against.some(({ refusal }) => refusal.code === "person-not-heard"));

/** In the order of a case's life; each only as long as it was not done. */
const waitedFor: readonly (readonly [act: Act, isWaited: (view: CaseView) => boolean])[] = [
  ["acknowledge", always],
  ["confirm", always],
  ["assess", ({ assessment }) => assessment === undefined],
  ["admit-case", always],
  ["take-case", always],
  ["assign-case", ({ inquiry }) => inquiry?.assigned === undefined],
  ["plan-inquiry", (view) => isMine(view) && view.inquiry?.plans.length === 0],
  ["state-allegation", (view) => isMine(view) && view.inquiry?.allegations.length === 0],
  [
    "notify-respondent",
    ({ inquiry }) => inquiry?.respondents.some((one) => one.mustBeHeard && one.untold.length > 0) === true,
  ],
  ["notify-focal-point", ({ attribution }) => attribution.owesFocalPoint],
  ["cast-vote", always],
  ["close-sitting", mayClose],
  ["offer-hearing", ({ inquiry }) => inquiry?.hearingOfferedAt === undefined || isPersonUnheard(inquiry)],
  ["recommend-findings", ({ inquiry }) => inquiry?.allegations.every(({ against }) => against.length === 0) === true],
];
