import { kindOfMatter, type MatterId, type MatterKind, type Shape } from "@temwen/vocabulary";
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
} from "../acts/said.ts";
import { paternityActs } from "./paternity-acts.ts";
import { recommendationActs } from "./recommendation-acts.ts";
import { sharedActs } from "./shared-acts.ts";
import { visitActs } from "./visit-acts.ts";

/** Every act in a matter, by its order. Each gives exactly one fact, and that says word for word what the order says. */
const matterActs = { ...sharedActs, ...recommendationActs, ...visitActs, ...paternityActs } as const;
type MatterActs = typeof matterActs;

export type MatterOrder = SaidOrder<MatterActs>;
export type MatterFact = SaidFact<MatterActs>;

/** How each of these facts is read, without its header. */
export const matterFields = fieldsIn(matterActs);

const shapes: { readonly [order: string]: Shape<MatterOrder> } = shapesIn(matterActs) as never;

/** Reads an order as it comes over the line. */
export const matterOrderShape: Shape<MatterOrder> = (value) => {
  const type = typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
  return typeof type === "string" && Object.hasOwn(shapes, type) ? shapes[type]?.(value) : undefined;
};

/** The fact that an order gives, where it is lawful; under its earlier number, where it was recorded so. */
export const factOfMatter = (order: MatterOrder, recorded: RecordedBy = {}): MatterFact =>
  sayAsFact(matterActs[order.type], order, recorded);

const orderOf = new Map(
  Object.entries<SaidAct>(matterActs).flatMap(([order, act]) =>
    numbersOf(act).map((fact) => [fact, order as MatterOrder["type"]] as const),
  ),
);

const former = firstNumbers(matterActs);

/** Whether a fact bears the first of several numbers. */
export const isFormerInMatter = ({ type }: MatterFact): boolean => former.has(type);

/** The order behind a fact. */
export function orderOfMatter(fact: MatterFact): MatterOrder {
  const order = orderOf.get(fact.type);
  if (order === undefined) throw new Error(`${fact.type} follows from no order`);
  return sayAsOrder<MatterOrder>(order, matterActs[order], fact);
}

/** What whoever gives an order has to bring: what it says in clear, and whether words are sealed with it. */
export type MatterForm = {
  readonly says: { readonly [name: string]: Shape<unknown> };
  readonly words: boolean;
  readonly letsIn: boolean;
  readonly opens: boolean;
  /** Whether words are sealed to a fresh key from then on. */
  readonly drawsKey: boolean;
  /** Whether it says how many days pass before it takes effect: as many as the pack says, and nobody is asked. */
  readonly waits: boolean;
};

/** What an order asks for; undefined for a name that none has. */
export function formOfMatter(order: string): MatterForm | undefined {
  if (!Object.hasOwn(matterActs, order)) return undefined;
  const { says, adds }: SaidAct = matterActs[order as MatterOrder["type"]];
  const { explanation, grants, recipient, days, ...clear } = { ...says, ...adds };
  return {
    says: clear,
    words: explanation !== undefined,
    letsIn: grants !== undefined,
    opens: clear.forces !== undefined,
    drawsKey: recipient !== undefined,
    waits: days !== undefined,
  };
}

const openings = { recommendation: "make-recommendation", visit: "plan-visit", paternity: "make-claim" } as const;
export const openingOf = (kind: MatterKind): MatterOrder["type"] => openings[kind];

const own: { readonly [K in MatterKind]: readonly MatterOrder["type"][] } = {
  recommendation: Object.keys(recommendationActs) as readonly MatterOrder["type"][],
  visit: Object.keys(visitActs) as readonly MatterOrder["type"][],
  paternity: Object.keys(paternityActs) as readonly MatterOrder["type"][],
};

/** The orders of a kind, in the order in which a matter goes; those of every kind behind them. */
export const ordersOf = (kind: MatterKind): readonly MatterOrder["type"][] => [
  ...own[kind],
  ...(Object.keys(sharedActs) as readonly MatterOrder["type"][]),
];

/** Whether an order belongs to the kind of a matter. */
export const fitsKind = (order: MatterOrder["type"], about: MatterId): boolean =>
  ordersOf(kindOfMatter(about)).includes(order);
