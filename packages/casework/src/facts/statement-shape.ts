import { fieldsOf, oneOf, parseDigest, parsed, parseId, parseInstant, type Shape, wholeUpTo } from "@temwen/vocabulary";

const header = {
  case: parsed((value) => parseId("case", value)),
  office: parsed((value) => parseId("office", value)),
  epoch: wholeUpTo(1e9),
  index: wholeUpTo(1e9),
  previous: parsed(parseDigest),
  by: parsed((value) => parseId("staff", value)),
  at: parsed(parseInstant),
};

/**
 * Reads signed statements of facts whose fields are given by their types. By the type that each names: a history has hundreds, and
 * none is held against every kind there is.
 */
export function statementsOf(facts: {
  readonly [type: string]: { readonly [name: string]: Shape<unknown> };
}): Shape<unknown> {
  const shapes: ReadonlyMap<unknown, Shape<unknown>> = new Map(
    Object.entries(facts).map(([type, fields]) => [type, fieldsOf({ type: oneOf(type), ...fields, ...header })]),
  );
  return (value) => {
    const type = typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
    return shapes.get(type)?.(value);
  };
}
