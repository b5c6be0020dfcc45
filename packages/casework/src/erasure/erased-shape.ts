import { fieldsOf, oneOf, parsed, parseId, parseInstant, type Shape } from "@temwen/vocabulary";
import type { ErasedFact } from "../facts/erasure-facts.ts";

/** Reads what the server says of an erasure that ran. */
export const erasedShape: Shape<ErasedFact> = fieldsOf({
  type: oneOf("case.erased/1"),
  case: parsed((value) => parseId("case", value)),
  office: parsed((value) => parseId("office", value)),
  due: parsed(parseInstant),
});
