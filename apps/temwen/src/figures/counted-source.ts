import type { CountedCase, Declared, Question, TableQuestion } from "@temwen/disclosure";

/** Cases that can be counted, and what a person may ask of them. */
export type CountedSource = {
  /** What answers are headed by. */
  readonly about: { readonly [member: string]: string | number };
  readonly declared: Declared;
  /** The tables that are shown where nobody asks for others. */
  readonly tables: readonly TableQuestion[];
  readonly durations: Question["durations"];
  readonly shares: Question["shares"];
  /** The field that says when a case came, for periods. */
  readonly date: string | undefined;
  readonly cases: () => AsyncIterable<CountedCase>;
};
