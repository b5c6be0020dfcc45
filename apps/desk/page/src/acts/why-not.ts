import type { CaseRefusal, StaffCommand } from "@temwen/casework";
import { forceName, wordFor, words } from "../say.ts";

/** Why an act is refused, for a person: who may, when, and what stands in the way. */
export function tellWhyNot(refusal: CaseRefusal | undefined): string {
  const w = words();
  switch (refusal?.code) {
    case undefined:
      return "";
    case "wrong-role":
      return w.whyRole({ roles: refusal.allowed.map((role) => wordFor("role", role)).join(", ") });
    case "wrong-stage": {
      const stages = w.whyStage({ stages: refusal.allowed.map((stage) => wordFor("stage", stage)).join(", ") });
      const first = actsBefore(refusal).map((order) => wordFor("order", order));
      return first.length === 0 ? stages : `${stages} ${w.whyStageFirst({ acts: first.join(", ") })}`;
    }
    case "tied-to-respondent":
      return w.whyTied({ ties: refusal.ties.map(forceName).join(", ") });
    default:
      return wordFor("why", refusal?.code ?? "");
  }
}

/** The stages in the order in which a case comes to them, and the act that brings each about. */
const way: readonly (readonly [stage: string, order: StaffCommand["type"] | undefined])[] = [
  ["received", undefined],
  ["acknowledged", "acknowledge-case"],
  ["assessed", "assess-case"],
  ["non-admission-proposed", "propose-non-admission"],
  ["not-admitted", "confirm-non-admission"],
];

/** What nobody has taken up stands where it was received, also when two people closed it unread. */
const untaken: readonly string[] = ["flood-proposed", "closed-as-flood"];

/** The acts from the case's stage to the nearest one ahead at which a refused act is possible; none where all are past. */
function actsBefore({ stage, allowed }: Extract<CaseRefusal, { readonly code: "wrong-stage" }>): readonly string[] {
  const here = untaken.includes(stage) ? 0 : way.findIndex(([name]) => name === stage);
  const ahead = way.findIndex(([name], at) => at > here && allowed.includes(name));
  return here < 0 ? [] : way.slice(here + 1, ahead + 1).flatMap(([, order]) => order ?? []);
}
