import { type CaseId, type OfficeId, parsed, parseId, wholeUpTo } from "@temwen/vocabulary";

/** What every fact of the person says; no hour and no previous digest (phone clocks are wrong). */
export type OfThePerson = { readonly case: CaseId; readonly office: OfficeId; readonly sequence: number };

/** How it is read. */
export const ofThePerson = {
  case: parsed((value) => parseId("case", value)),
  office: parsed((value) => parseId("office", value)),
  sequence: wholeUpTo(1e6),
};
