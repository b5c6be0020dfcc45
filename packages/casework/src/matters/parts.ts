import type { StaffId } from "@temwen/vocabulary";
import type { PartRef } from "../words/part-ref.ts";
import type { MatterFact } from "./acts.ts";
import type { MatterServerFact } from "./clock-facts.ts";

/** A sealed part that a fact names. */
export type MatterPart = PartRef & ({ readonly kind: "words" } | { readonly kind: "key"; readonly grantee: StaffId });

/** Every sealed part that a fact names. */
export const partsOfMatter = (fact: MatterFact | MatterServerFact): readonly MatterPart[] => [
  ...("explanation" in fact ? [{ ...fact.explanation, kind: "words" } as const] : []),
  ...("grants" in fact ? fact.grants.map(({ to, grant }) => ({ ...grant, kind: "key", grantee: to }) as const) : []),
];
