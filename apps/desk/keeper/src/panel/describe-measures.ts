import type { StaffId } from "@temwen/vocabulary";
import type { CaseRoom } from "../room/case-room.ts";
import type { DeliveryView, MeasureView } from "./panel-views.ts";

type Entry = CaseRoom["stream"]["happened"][number];

/** The measures in force, and what was recorded of each since they were ruled; words as far as this person's keys open them. */
export function describeMeasures(
  happened: readonly Entry[],
  texts: ReadonlyMap<string, string>,
): readonly MeasureView[] {
  const place = happened.findLastIndex(({ fact }) => fact.type === "case.ruled/1");
  const ruled = happened[place];
  if (ruled?.fact.type !== "case.ruled/1") return [];
  const { measures, sitting } = ruled.fact;
  const since = happened.slice(place + 1);
  return measures.map((measure) => ({
    ...measure,
    ruledAt: ruled.at,
    sitting,
    deliveries: since.flatMap(({ fact, at, whose }) => {
      if (fact.type !== "case.delivery-recorded/1" || fact.measure !== measure.number) return [];
      const { delivered, decidedBy, published, explanation } = fact;
      const text = texts.get(explanation.part);
      const said: DeliveryView = { at, by: whose as StaffId, delivered, decidedBy, published };
      return [text === undefined ? said : { ...said, text }];
    }),
  }));
}
