import { oneOf, type Shape, type Shaped, wholeUpTo } from "@temwen/vocabulary";
import { type Told, withTold } from "../words/handed-over.ts";
import type { AccessReason } from "../words/vocabulary.ts";
import { admissionActs } from "./admission-acts.ts";
import { clockActs } from "./clock-acts.ts";
import { companionActs } from "./companion-acts.ts";
import { consentActs } from "./consent-acts.ts";
import { openingActs } from "./escrow-acts.ts";
import { evidenceActs } from "./evidence-acts.ts";
import { fairnessActs } from "./fairness-acts.ts";
import { forceActs } from "./force-acts.ts";
import { inquiryActs } from "./inquiry-acts.ts";
import { jointActs } from "./joint-acts.ts";
import { linkActs } from "./link-acts.ts";
import { owedActs } from "./owed-acts.ts";
import { protectionActs } from "./protection-acts.ts";
import { referralActs } from "./referral-acts.ts";
import { respondentActs } from "./respondent-acts.ts";
import {
  fieldsIn,
  firstNumbers,
  numbersOf,
  type RecordedBy,
  type SaidAct,
  type SaidFact,
  type SaidOrder,
  sayAsFact,
  sayAsOrder,
  shapesIn,
} from "./said.ts";
import { decidedFields, sittingActs } from "./sitting-acts.ts";
import { transferActs } from "./transfer-acts.ts";

/** Every act from admission on, by its order. */
const laterActs = {
  ...admissionActs,
  ...inquiryActs,
  ...fairnessActs,
  ...respondentActs,
  ...companionActs,
  ...jointActs,
  ...sittingActs,
  ...protectionActs,
  ...forceActs,
  ...consentActs,
  ...referralActs,
  ...evidenceActs,
  ...clockActs,
  ...openingActs,
  ...owedActs,
  ...linkActs,
  ...transferActs,
} as const;
type LaterActs = typeof laterActs;

/** Closes a sitting; what it decided, and by which votes, the rules say and no order. */
type CloseSitting = { readonly type: "close-sitting"; readonly sitting: number } & Told;
type SaidLater = SaidOrder<LaterActs>;

export type LaterOrder = SaidLater | CloseSitting;
/** What a sitting decided. */
export type DecidedFact = {
  [T in keyof typeof decidedFields]: { readonly type: T } & {
    readonly [N in keyof (typeof decidedFields)[T]]: Shaped<(typeof decidedFields)[T][N]>;
  };
}[keyof typeof decidedFields];
export type LaterFact = SaidFact<LaterActs> | DecidedFact;

/** How each of these facts is read, without its header. */
export const laterFields = { ...fieldsIn(laterActs), ...decidedFields };

const closing = { sitting: wholeUpTo(200) };

/** How each of these orders is read. */
export const laterShapes = {
  ...shapesIn(laterActs),
  "close-sitting": withTold({ type: oneOf("close-sitting"), ...closing }),
};

const orderOf: ReadonlyMap<string, LaterOrder["type"]> = new Map([
  ...Object.entries(laterActs).flatMap(([order, act]) =>
    numbersOf(act).map((fact) => [fact, order as LaterOrder["type"]] as const),
  ),
  ...Object.keys(decidedFields).map((fact) => [fact, "close-sitting"] as const),
]);

export const isLaterOrder = <C extends { readonly type: string }>(order: C): order is C & LaterOrder =>
  Object.hasOwn(laterShapes, order.type);

export const isLaterFact = <F extends { readonly type: string }>(fact: F): fact is F & LaterFact =>
  orderOf.has(fact.type);

/** Whether a fact is what a sitting decided. */
export const isDecided = (fact: LaterFact): fact is DecidedFact => Object.hasOwn(decidedFields, fact.type);

/** The one fact that says what an order says; under an earlier number, where it was recorded so. */
export const factOf = (order: SaidLater, recorded: RecordedBy = {}): LaterFact =>
  sayAsFact(laterActs[order.type], order, recorded);

const former = firstNumbers(laterActs);

/** Whether one of these facts bears the first of several numbers. */
export const isFormerLater = ({ type }: { readonly type: string }): boolean => former.has(type);

/** The order that a fact follows from, by its name. */
export function orderBehind(fact: LaterFact["type"]): LaterOrder["type"] {
  const order = orderOf.get(fact);
  if (order === undefined) throw new Error(`${fact} follows from no order`);
  return order;
}

/** Why whoever an order lets in is let in. */
export const reasonOf = (order: LaterOrder["type"]): AccessReason =>
  order === "recommend-findings" ? "before-panel" : "assigned";

/** What goes with the fact of an order. */
export const besideOf = (order: LaterOrder["type"]): SaidAct["beside"] =>
  order === "close-sitting" ? "message" : laterActs[order].beside;

/** The order behind a fact, but for what goes with it. */
export function orderFrom(fact: LaterFact, beside: object): LaterOrder {
  const order = orderBehind(fact.type);
  const act = order === "close-sitting" ? { fact: "", says: closing, beside: "message" as const } : laterActs[order];
  return { ...sayAsOrder<LaterOrder>(order, act, fact), ...beside };
}

/** What whoever gives an order has to bring: what it says in clear, which words are sealed with it, and whether it lets in. */
export type LaterForm = {
  readonly says: { readonly [name: string]: Shape<unknown> };
  readonly words: "explanation" | "message" | "dissent" | "none";
  /** Whether a message to the person goes with it besides. */
  readonly tells: boolean;
  readonly letsIn: boolean;
  /** Files go with it, sealed apart; what they are called and counted as is not said by anybody. */
  readonly brings: boolean;
};

/** What an order asks for; undefined for a name that none of these has. */
export function formOf(order: string): LaterForm | undefined {
  if (order === "close-sitting") return { says: closing, words: "message", tells: false, letsIn: false, brings: false };
  if (!Object.hasOwn(laterActs, order)) return undefined;
  const { says: always, adds, beside }: SaidAct = laterActs[order as SaidLater["type"]];
  const says = { ...always, ...adds };
  const brings = Object.hasOwn(says, "note");
  // The digest of a summary is for the desk to compute from the words of its message.
  const { explanation, dissent, summary: _, ...said } = says;
  const clear = brings ? withoutFiles(said) : said;
  const tells = beside === "message";
  const goes = { tells, letsIn: beside === "grants", brings };
  if (explanation) return { says: clear, words: "explanation", ...goes };
  if (dissent) return { says: clear, words: "dissent", ...goes };
  return { says: clear, words: tells ? "message" : "none", ...goes, tells: false };
}

const withoutFiles = ({ number: _number, note: _note, evidence: _evidence, ...rest }: LaterForm["says"]) => rest;

/** What an act says only since the number of its fact of now, as who does not know of it says it: nothing. */
export function addedBy(order: string): { readonly [name: string]: readonly never[] } {
  const act: SaidAct | undefined = Object.hasOwn(laterActs, order) ? laterActs[order as SaidLater["type"]] : undefined;
  return Object.fromEntries(Object.keys(act?.adds ?? {}).map((name) => [name, []]));
}

/** The names of all of these orders. */
export const laterOrders = Object.keys(laterShapes) as readonly LaterOrder["type"][];
