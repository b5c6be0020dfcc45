import type { CaseRefusal } from "@temwen/casework";
import { forceName, wordFor, words } from "../say.ts";

/** Why an act is refused, for a person: who may, when, and what stands in the way. */
export function tellWhyNot(refusal: CaseRefusal | undefined): string {
  const w = words();
  switch (refusal?.code) {
    case undefined:
      return "";
    case "wrong-role":
      return w.whyRole({ roles: refusal.allowed.map((role) => wordFor("role", role)).join(", ") });
    case "wrong-stage":
      return w.whyStage({ stages: refusal.allowed.map((stage) => wordFor("stage", stage)).join(", ") });
    case "tied-to-respondent":
      return w.whyTied({ ties: refusal.ties.map(forceName).join(", ") });
    default:
      return wordFor("why", refusal?.code ?? "");
  }
}
