import { fieldsOf, oneOf, type Shape, type Shaped } from "@temwen/vocabulary";
import { type Grant, grantsShape, type Told, withTold } from "../words/handed-over.ts";

// Most acts of an inquiry say one thing, and the fact says it word for word. Such an act is one row: what the order is
// called, what the fact is called, what both say, and what goes with it. What may not be said is for the family's own law.

type Fields = { readonly [name: string]: Shape<unknown> };

/** What goes with the fact: nothing, a message to the person, or grants for those whom the act lets in. */
type Beside = "nothing" | "message" | "grants";

/**
 * One act: its fact, what order and fact say alike, and what goes with it. `formerly` is the fact's earlier number, where its rule was
 * tightened: it says the same, no order gives it any more, and what was recorded under it is judged by the rule of then.
 */
export type SaidAct = {
  readonly fact: string;
  readonly formerly?: string;
  readonly says: Fields;
  readonly beside: Beside;
};
export type SaidActs = { readonly [order: string]: SaidAct };

type Words<F extends Fields> = { readonly [N in keyof F]: Shaped<F[N]> };
type WithIt<B extends Beside> = B extends "message"
  ? Told
  : B extends "grants"
    ? { readonly grants: readonly Grant[] }
    : unknown;

/** The orders of a table. */
export type SaidOrder<T extends SaidActs> = {
  [O in keyof T & string]: { readonly type: O } & Words<T[O]["says"]> & WithIt<T[O]["beside"]>;
}[keyof T & string];

/** What the fact of an act is called, by its number of now and the one before. */
type Numbers<A extends SaidAct> = A extends { readonly formerly: infer F extends string } ? A["fact"] | F : A["fact"];

/** The facts of a table. */
export type SaidFact<T extends SaidActs> = {
  [O in keyof T & string]: { [F in Numbers<T[O]>]: { readonly type: F } & Words<T[O]["says"]> }[Numbers<T[O]>];
}[keyof T & string];

/** What the fact of an act is called: as it is now, and as it was. */
export const numbersOf = ({ fact, formerly }: SaidAct): readonly string[] =>
  formerly === undefined ? [fact] : [fact, formerly];

type FieldsIn<T extends SaidActs> = { readonly [O in keyof T as Numbers<T[O]>]: T[O]["says"] };

/** How each fact of a table is read, without its header. */
export const fieldsIn = <T extends SaidActs>(acts: T): FieldsIn<T> =>
  Object.fromEntries(
    Object.values(acts).flatMap((act) => numbersOf(act).map((name) => [name, act.says])),
  ) as FieldsIn<T>;

/** How each order of a table is read. */
export const shapesIn = <T extends SaidActs>(acts: T) =>
  Object.fromEntries(
    Object.entries(acts).map(([type, { says, beside }]) => [type, readBeside[beside]({ type: oneOf(type), ...says })]),
  ) as unknown as { readonly [O in keyof T & string]: Shape<Extract<SaidOrder<T>, { readonly type: O }>> };

const readBeside: { readonly [B in Beside]: (said: Fields) => Shape<unknown> } = {
  nothing: (said) => fieldsOf(said),
  message: withTold,
  grants: (said) => fieldsOf({ ...said, grants: grantsShape }),
};

/** What an order says, under another name: nothing that stands beside it, and no header of a fact. */
export const sayAs = <T>(type: string, { says }: SaidAct, said: object): T =>
  ({
    type,
    ...Object.fromEntries(
      Object.keys(says).map((name) => [name, (said as { readonly [member: string]: unknown })[name]]),
    ),
  }) as T;
