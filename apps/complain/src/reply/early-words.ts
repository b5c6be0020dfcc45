import type { CaseFact } from "@temwen/casework/person";
import type { Instant } from "@temwen/vocabulary";
import type { Said } from "./entries.ts";

/** What is told of the steps until an assessment; undefined for every other. */
export function sayEarly(fact: CaseFact, at: Instant): Said | undefined {
  switch (fact.type) {
    case "case.received/1":
      return { kind: "step", step: "stepReceived", at, fact };
    case "case.acknowledged/1":
      return { kind: "step", step: "stepAcknowledged", at, fact };
    case "case.assessed/1":
    case "case.assessed/2":
    case "case.assessed/3":
      return { kind: "step", step: "stepAssessed", at, fact };
    case "case.withdrawal-asked/1":
      return { kind: "step", step: "withdrawn", at, fact };
    case "case.consent-changed/1":
      return { kind: "choice", choice: fact.choice, at, fact };
    case "case.evidence-added/1":
      return { kind: "added", count: fact.evidence.length, at };
    case "case.clock-missed/1":
      return { kind: "late", due: fact.due, at };
    case "case.message-received/1":
      return { kind: "mine", at };
    default:
      return undefined;
  }
}
