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
      const first = actsBefore(refusal).map((order) => wordFor("order", order));
      const firstText = first.length === 0 ? "" : w.whyStageFirst({ acts: first.join(", ") });
      // What is possible at most stages is told by what comes first: the list of all of them says nothing.
      if (firstText !== "" && refusal.allowed.length > mostTold) return firstText;
      const stages = w.whyStage({ stages: refusal.allowed.map((stage) => wordFor("stage", stage)).join(", ") });
      return [stages, firstText].filter(Boolean).join(" ");
    }
    case "tied-to-respondent":
      return w.whyTied({ ties: refusal.ties.map(forceName).join(", ") });
    default:
      return wordFor("why", refusal?.code ?? "");
  }
}

/** Stages that are told one by one, at most. */
const mostTold = 4;

type Way = readonly (readonly [stage: string, order: StaffCommand["type"] | undefined])[];

const toAssessed = [
  ["received", undefined],
  ["acknowledged", "acknowledge-case"],
  ["assessed", "assess-case"],
] as const;

/** The stages in the order in which a case comes to them, and the act that brings each about; it goes one way or the other. */
const ways: readonly Way[] = [
  [...toAssessed, ["non-admission-proposed", "propose-non-admission"], ["not-admitted", "confirm-non-admission"]],
  [
    ...toAssessed,
    ["admitted", "admit-case"],
    ["investigating", "take-case"],
    ["before-panel", "recommend-findings"],
    ["found", "close-sitting"],
    ["ruled", "close-sitting"],
    ["closed", "close-sitting"],
  ],
];

/** What nobody has taken up stands where it was received, also when two people closed it unread. */
const untaken: readonly string[] = ["flood-proposed", "closed-as-flood"];

/** The acts from the case's stage to the nearest one ahead at which a refused act is possible; none where all are past. */
function actsBefore(refusal: Extract<CaseRefusal, { readonly code: "wrong-stage" }>): readonly string[] {
  const found = ways.map((way) => actsOn(way, refusal)).filter((acts) => acts.length > 0);
  return found.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

function actsOn(
  way: Way,
  { stage, allowed }: Extract<CaseRefusal, { readonly code: "wrong-stage" }>,
): readonly string[] {
  const here = untaken.includes(stage) ? 0 : way.findIndex(([name]) => name === stage);
  const ahead = way.findIndex(([name], at) => at > here && allowed.includes(name));
  const acts = here < 0 ? [] : way.slice(here + 1, ahead + 1).flatMap(([, order]) => order ?? []);
  // One act brings about several stages: a sitting is closed for each, and said once.
  return [...new Set(acts)];
}
