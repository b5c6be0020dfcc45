/** What a row says, by the names of its fields. */
export type Fields = { readonly [name: string]: string | number };

/** By the names of fields of which a thing may have several values, those that it has, each once. */
export type Several = { readonly [name: string]: readonly string[] };

/** A case as figures see it. Days are `YYYY-MM-DD`, or `YYYY-QN` where only the quarter may be told. */
export type CountedCase = {
  /** Where several things of one case come one after another, whose they are: the case counts once in each cell, and once in all. */
  readonly partOf?: string;
  readonly fields: Fields;
  readonly flags?: readonly string[];
  readonly several?: Several;
  readonly allegations: readonly {
    readonly respondent?: string;
    readonly fields: Fields;
    readonly flags?: readonly string[];
    readonly several?: Several;
  }[];
};

/** Of a field that is `several` a thing counts under each value that it has. */
export type FieldKind = "text" | "date" | "number" | "pseudonym" | "several";

/** Which fields there are, and of what kind. */
export type Declared = {
  readonly cases: { readonly [name: string]: FieldKind };
  readonly allegations: { readonly [name: string]: FieldKind };
};
