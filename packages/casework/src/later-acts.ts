import type { Shape } from "@temwen/vocabulary";
import { admissionActs } from "./admission-acts.ts";
import { fairnessActs } from "./fairness-acts.ts";
import { inquiryActs } from "./inquiry-acts.ts";
import { fieldsIn, type SaidAct, type SaidFact, type SaidOrder, sayAs, shapesIn } from "./said.ts";
import type { AccessReason } from "./vocabulary.ts";

/** Every act from admission on, by its order. */
const laterActs = { ...admissionActs, ...inquiryActs, ...fairnessActs } as const;
type LaterActs = typeof laterActs;

export type LaterOrder = SaidOrder<LaterActs>;
export type LaterFact = SaidFact<LaterActs>;

/** How each of these facts is read, without its header. */
export const laterFields = fieldsIn(laterActs);

/** How each of these orders is read. */
export const laterShapes = shapesIn(laterActs);

const orderOf: ReadonlyMap<string, LaterOrder["type"]> = new Map(
  Object.entries(laterActs).map(([order, { fact }]) => [fact, order as LaterOrder["type"]]),
);

export const isLaterOrder = <C extends { readonly type: string }>(order: C): order is C & LaterOrder =>
  Object.hasOwn(laterActs, order.type);

export const isLaterFact = <F extends { readonly type: string }>(fact: F): fact is F & LaterFact =>
  orderOf.has(fact.type);

/** The one fact that says what an order says. */
export const factOf = (order: LaterOrder): LaterFact => sayAs(laterActs[order.type].fact, laterActs[order.type], order);

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
export const besideOf = (order: LaterOrder["type"]) => laterActs[order].beside;

/** The order behind a fact, but for what goes with it. */
export const orderFrom = (fact: LaterFact, beside: object): LaterOrder => {
  const order = orderBehind(fact.type);
  return { ...sayAs<LaterOrder>(order, laterActs[order], fact), ...beside };
};

/** What whoever gives an order has to bring: what it says in clear, whether words are sealed with it, and whether it lets in. */
export type LaterForm = {
  readonly says: { readonly [name: string]: Shape<unknown> };
  readonly words: "explanation" | "message" | "none";
  readonly letsIn: boolean;
};

/** What an order asks for; undefined for a name that none of these has. */
export function formOf(order: string): LaterForm | undefined {
  if (!Object.hasOwn(laterActs, order)) return undefined;
  const { says, beside }: SaidAct = laterActs[order as LaterOrder["type"]];
  const { explanation, ...clear } = says;
  const told = beside === "message" ? "message" : "none";
  return { says: clear, words: explanation ? "explanation" : told, letsIn: beside === "grants" };
}

/** The names of all of these orders. */
export const laterOrders = Object.keys(laterActs) as readonly LaterOrder["type"][];
