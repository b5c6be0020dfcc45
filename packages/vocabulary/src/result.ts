/** What may be refused: a value, or a refusal with a stable code. Faults are thrown instead. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** A granted result. */
export const granted = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A refused result; `refusal` carries a stable `code`. */
export const refused = <R>(refusal: R): Result<never, R> => ({ ok: false, refusal });

/** Ends a switch over a union: a variant nobody thought of is a bug, not a refusal. */
export function neverHere(value: never): never {
  throw new Error(`unhandled variant: ${describeVariant(value)}`);
}

/** Only the tag is named: the rest of the value may be somebody's words. */
function describeVariant(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "type" in value) return String(value.type);
  return typeof value;
}
