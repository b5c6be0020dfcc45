import {
  fieldsOf,
  type ImportedCaseId,
  listOf,
  oneOf,
  parsed,
  parseId,
  type RegisterId,
  type Shape,
  tableOf,
  textLike,
  textUpTo,
} from "@temwen/vocabulary";
import type { FieldValue } from "./field.ts";

/** One allegation against one respondent: what figures of a register count. */
export type ImportedAllegation = {
  /** A pseudonym that holds within its register. */
  readonly respondent?: string;
  readonly fields: { readonly [name: string]: FieldValue };
  readonly flags?: readonly string[];
};

/**
 * A case of a register as it stood there: the body of `case.imported/1`. It says nothing of the import that brought it, so that the
 * same row gives the same bytes at every import.
 */
export type ImportedCase = {
  readonly type: "case.imported/1";
  readonly register: RegisterId;
  readonly case: ImportedCaseId;
  readonly fields: { readonly [name: string]: FieldValue };
  /** What is odd about it; absent where nothing is. */
  readonly flags?: readonly string[];
  readonly allegations: readonly ImportedAllegation[];
};

const name = /^[a-z][a-z0-9-]{0,39}$/;
const value: Shape<FieldValue> = (given) =>
  typeof given === "number" && Number.isSafeInteger(given) ? given : textUpTo(200)(given);
const fields = tableOf(name, value, 60);
const flags = listOf(textLike(/^[a-z][a-z0-9-]{0,79}$/), 60);

/** Reads one. */
export const importedCaseShape: Shape<ImportedCase> = fieldsOf(
  {
    type: oneOf("case.imported/1"),
    register: parsed((given) => parseId("register", given)),
    case: parsed((given) => parseId("imported-case", given)),
    fields,
    allegations: listOf(fieldsOf({ fields }, { respondent: textLike(/^[A-Za-z0-9_-]{22}$/), flags }), 10_000),
  },
  { flags },
);
