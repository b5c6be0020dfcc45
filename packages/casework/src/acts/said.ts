import { fieldsOf, oneOf, type Shape, type Shaped } from "@temwen/vocabulary";
import { type Grant, grantsShape, type Told, withTold } from "../words/handed-over.ts";

// Most acts of an inquiry say one thing, and the fact says it word for word. Such an act is one row: what the order is
// called, what the fact is called, what both say, and what goes with it. What may not be said is for the family's own law.

type Fields = { readonly [name: string]: Shape<unknown> };

/** What goes with the fact: nothing, a message to the person, or grants for those whom the act lets in. */
type Beside = "nothing" | "message" | "grants";

/**
 * One act: its fact, what order and fact say alike, and what goes with it. `formerly` are the fact's earlier numbers, oldest first, where
 * its rule was tightened: no order gives them any more, and what was recorded under them is judged by the rule of then. They say the
 * same but for what the number of now `adds`: lists, that are empty where an earlier one is read as an order.
 */
export type SaidAct = {
  readonly fact: string;
  readonly formerly?: readonly string[];
  readonly says: Fields;
  readonly adds?: Fields;
  readonly beside: Beside;
};
export type SaidActs = { readonly [order: string]: SaidAct };

type Words<F extends Fields> = { readonly [N in keyof F]: Shaped<F[N]> };
type WithIt<B extends Beside> = B extends "message"
  ? Told
  : B extends "grants"
    ? { readonly grants: readonly Grant[] }
    : unknown;

/** What the number of now says beside what every number says. */
type Added<A extends SaidAct> = A extends { readonly adds: infer F extends Fields } ? Words<F> : unknown;

/** The orders of a table. */
export type SaidOrder<T extends SaidActs> = {
  [O in keyof T & string]: { readonly type: O } & Words<T[O]["says"]> & Added<T[O]> & WithIt<T[O]["beside"]>;
}[keyof T & string];

/** What the fact of an act was called. */
type Former<A extends SaidAct> = A extends { readonly formerly: readonly (infer F extends string)[] } ? F : never;

/** The facts of a table. */
export type SaidFact<T extends SaidActs> = {
  [O in keyof T & string]:
    | ({ readonly type: T[O]["fact"] } & Words<T[O]["says"]> & Added<T[O]>)
    | { [F in Former<T[O]>]: { readonly type: F } & Words<T[O]["says"]> }[Former<T[O]>];
}[keyof T & string];

/** What the fact of an act is called: as it is now, and as it was. */
export const numbersOf = ({ fact, formerly = [] }: SaidAct): readonly string[] => [fact, ...formerly];

/** Whether a fact bears the first of several numbers of these acts, that none of them gives any more. */
export const firstNumbers = (acts: SaidActs): ReadonlySet<string> =>
  new Set(Object.values(acts).flatMap(({ formerly = [] }) => formerly.slice(0, 1)));

type FieldsIn<T extends SaidActs> = {
  readonly [O in keyof T as Former<T[O]>]: T[O]["says"];
} & {
  readonly [O in keyof T as T[O]["fact"]]: T[O] extends { readonly adds: infer F } ? T[O]["says"] & F : T[O]["says"];
};

/** What a number of an act's fact says. */
const saidBy = ({ fact, says, adds }: SaidAct, name: string): Fields => (name === fact ? { ...says, ...adds } : says);

/** How each fact of a table is read, without its header. */
export const fieldsIn = <T extends SaidActs>(acts: T): FieldsIn<T> =>
  Object.fromEntries(
    Object.values(acts).flatMap((act) => numbersOf(act).map((name) => [name, saidBy(act, name)])),
  ) as FieldsIn<T>;

/** How each order of a table is read. */
export const shapesIn = <T extends SaidActs>(acts: T) =>
  Object.fromEntries(
    Object.entries<SaidAct>(acts).map(([type, { says, adds, beside }]) => [
      type,
      readBeside[beside]({ type: oneOf(type), ...says, ...adds }),
    ]),
  ) as unknown as { readonly [O in keyof T & string]: Shape<Extract<SaidOrder<T>, { readonly type: O }>> };

const readBeside: { readonly [B in Beside]: (said: Fields) => Shape<unknown> } = {
  nothing: (said) => fieldsOf(said),
  message: withTold,
  grants: (said) => fieldsOf({ ...said, grants: grantsShape }),
};

type Said = { readonly [member: string]: unknown };

/**
 * What an order says, as its fact: nothing that stands beside it, and no header. `recordedAs` is the number it was recorded by, where
 * that is an earlier one; `formerly` says that it is the first.
 */
export function sayAsFact<T>(act: SaidAct, order: object, { formerly, recordedAs }: RecordedBy): T {
  const first = formerly ? act.formerly?.[0] : undefined;
  const earlier = act.formerly?.find((name) => name === recordedAs);
  const type = first ?? earlier ?? act.fact;
  const names = Object.keys(saidBy(act, type));
  return { type, ...Object.fromEntries(names.map((name) => [name, (order as Said)[name]])) } as T;
}

/** By which number an act was recorded; an order that is given now by none. */
export type RecordedBy = { readonly formerly?: boolean; readonly recordedAs?: string };

/** What a fact says, as its order. */
export function sayAsOrder<T>(type: string, act: SaidAct, fact: object): T {
  const said = (name: string): unknown =>
    (fact as Said)[name] ?? (act.adds && Object.hasOwn(act.adds, name) ? [] : undefined);
  const names = Object.keys(saidBy(act, act.fact));
  return { type, ...Object.fromEntries(names.map((name) => [name, said(name)])) } as T;
}
