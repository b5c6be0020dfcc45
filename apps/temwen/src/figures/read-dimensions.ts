import { UsageError } from "../exit.ts";

/** Reads the fields of a table, one or two with a comma between. Throws `UsageError`. */
export function readDimensions(word: string): readonly string[] {
  const names = word.split(",");
  if (names.length > 2 || names.includes("") || new Set(names).size !== names.length) {
    throw new UsageError("--by needs one field, or two with a comma between");
  }
  return names;
}
