import { followMeasures, isProposal } from "@temwen/casework";
import type { Found } from "@temwen/dossier";
import type { CaseRoom } from "../room/case-room.ts";
import type { TimelineEntry } from "../views.ts";

/** The findings in force, and the ruling behind them; undefined as long as the panel found nothing. What is only recommended is none. */
export function describeFound({ stream }: CaseRoom, timeline: readonly TimelineEntry[]): Found | undefined {
  const { happened } = stream;
  const found = happened.findLast(({ fact }) => fact.type === "case.found/1");
  if (found?.fact.type !== "case.found/1") return undefined;
  const wordsOf = (index: number | undefined): string | undefined =>
    timeline.find((entry) => entry.index === index)?.text;
  const proposed = (sitting: number): string | undefined =>
    wordsOf(happened.findLast(({ fact }) => isProposal(fact) && fact.sitting === sitting)?.index);
  const ruled = happened.findLast(({ fact }) => fact.type === "case.ruled/1");
  const ruling = ruled?.fact.type === "case.ruled/1" ? ruled.fact : undefined;
  const inForce = followMeasures(happened, ({ fact }) => fact).filter(({ sitting }) => sitting === ruling?.sitting);
  const allegations = happened.flatMap(({ fact, index }) =>
    fact.type === "case.allegation-stated/1" || fact.type === "case.allegation-stated/2"
      ? [{ fact, text: wordsOf(index) }]
      : [],
  );
  const reasons = proposed(found.fact.sitting);
  const rulingWords = ruling && proposed(ruling.sitting);
  return {
    at: found.at,
    findings: found.fact.findings.flatMap((finding) => {
      const stated = allegations.find(({ fact }) => fact.number === finding.allegation);
      if (!stated) return [];
      const { right, respondent, kind, forces } = stated.fact;
      return [{ ...finding, right, respondent, kind, forces, ...(stated.text !== undefined && { text: stated.text }) }];
    }),
    ...(reasons !== undefined && { reasons }),
    measures: inForce.map(({ measure, deliveries }) => {
      const said = deliveries.at(-1)?.fact;
      return { ...measure, ...(said && { delivered: said.delivered, decidedBy: said.decidedBy }) };
    }),
    ...(rulingWords !== undefined && { ruling: rulingWords }),
  };
}
