/** What a row says, by the names of its fields. */
export type Fields = { readonly [name: string]: string | number };

/** A case as figures see it. Days are `YYYY-MM-DD`, or `YYYY-QN` where only the quarter may be told. */
export type CountedCase = {
  /** Where several things of one case come one after another, whose they are: the case counts once in each cell, and once in all. */
  readonly partOf?: string;
  readonly fields: Fields;
  readonly flags?: readonly string[];
  readonly allegations: readonly {
    readonly respondent?: string;
    readonly fields: Fields;
    readonly flags?: readonly string[];
  }[];
};

export type FieldKind = "text" | "date" | "number" | "pseudonym";

/** Which fields there are, and of what kind. */
export type Declared = {
  readonly cases: { readonly [name: string]: FieldKind };
  readonly allegations: { readonly [name: string]: FieldKind };
};
