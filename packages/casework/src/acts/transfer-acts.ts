import { oneOf, parseDigest, parsed } from "@temwen/vocabulary";
import { partRef } from "../words/part-ref.ts";
import { consentRecipient } from "./consent-acts.ts";
import type { SaidActs } from "./said.ts";

/** A case goes on elsewhere, by two people, because the person wants it to; the office's own handling ends (docs/specs/taking-in.md). */
export const transferActs = {
  "propose-transfer": {
    // Whoever has a tie that may bear on the case has no part in either step, since the second number.
    fact: "case.transfer-proposed/2",
    formerly: ["case.transfer-proposed/1"],
    says: {
      recipient: consentRecipient,
      /** Of the dossier that was handed over: from it on the custody is the recipient's too. */
      dossier: parsed(parseDigest),
      /** What was said in interviews goes along, so that the person need not say it again. */
      agreed: oneOf("no-re-interview"),
      explanation: partRef,
    },
    beside: "nothing",
  },
  "confirm-transfer": { fact: "case.transferred/1", says: { recipient: consentRecipient }, beside: "message" },
} as const satisfies SaidActs;
