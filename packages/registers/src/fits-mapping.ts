import type { ImportedCase } from "./imported-case.ts";
import { type Mapping, namesOf } from "./mapping.ts";

/** Whether a case holds nothing but what the mapping declares: no further field has a place in the record. */
export function fitsMapping(mapping: Mapping): (theCase: ImportedCase) => boolean {
  const { cases, allegations } = namesOf(mapping);
  const [ofCase, ofAllegation] = [new Set(Object.keys(cases)), new Set(Object.keys(allegations))];
  return (theCase) => {
    for (const name in theCase.fields) if (!ofCase.has(name)) return false;
    for (const { fields } of theCase.allegations) {
      for (const name in fields) if (!ofAllegation.has(name)) return false;
    }
    return true;
  };
}
