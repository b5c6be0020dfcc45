import { fieldsOf, oneOf, type Shape, type Shaped } from "@temwen/vocabulary";
import { type Grant, grantsShape, type Told, withTold } from "../words/handed-over.ts";

// Most acts of an inquiry say one thing, and the fact says it word for word. Such an act is one row: what the order is
// called, what the fact is called, what both say, and what goes with it. What may not be said is for the family's own law.

type Fields = { readonly [name: string]: Shape<unknown> };

/** What goes with the fact: nothing, a message to the person, or grants for those whom the act lets in. */
type Beside = "nothing" | "message" | "grants";

/** One act: its fact, what order and fact say alike, and what goes with it. */
export type SaidAct = { readonly fact: string; readonly says: Fields; readonly beside: Beside };
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

/** The facts of a table. */
export type SaidFact<T extends SaidActs> = {
  [O in keyof T & string]: { readonly type: T[O]["fact"] } & Words<T[O]["says"]>;
}[keyof T & string];

/** How each fact of a table is read, without its header. */
export const fieldsIn = <T extends SaidActs>(acts: T): { readonly [O in keyof T as T[O]["fact"]]: T[O]["says"] } =>
  Object.fromEntries(Object.values(acts).map(({ fact, says }) => [fact, says])) as {
    readonly [O in keyof T as T[O]["fact"]]: T[O]["says"];
  };

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
