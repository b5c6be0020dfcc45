import { fieldsOf, oneOf, type Shape } from "@temwen/vocabulary";
import { partRef } from "../words/part-ref.ts";
import { type ExportEvidence, exportReasons, type OpenEvidence } from "./custody.ts";

/** How each custody order is read. */
export const custodyOrders: {
  readonly "open-evidence": Shape<OpenEvidence>;
  readonly "export-evidence": Shape<ExportEvidence>;
} = {
  "open-evidence": fieldsOf({ type: oneOf("open-evidence"), evidence: partRef }),
  "export-evidence": fieldsOf({
    type: oneOf("export-evidence"),
    evidence: partRef,
    reason: oneOf(...exportReasons),
  }),
};
