import { followMeasures } from "@temwen/casework";
import type { StaffId } from "@temwen/vocabulary";
import type { CaseRoom } from "../room/case-room.ts";
import type { DeliveryView, MeasureView } from "./panel-views.ts";

type Entry = CaseRoom["stream"]["happened"][number];

/** All measures that were ruled, and what was recorded of each since; words as far as this person's keys open them. */
export function describeMeasures(
  happened: readonly Entry[],
  texts: ReadonlyMap<string, string>,
): readonly MeasureView[] {
  return followMeasures(happened, ({ fact }) => fact).map(({ measure, ruled, sitting, deliveries }) => ({
    ...measure,
    ruledAt: ruled.at,
    sitting,
    deliveries: deliveries.map(({ step: { at, whose }, fact }) => {
      const { delivered, decidedBy, published, explanation } = fact;
      const text = texts.get(explanation.part);
      const shownBy = "shownBy" in fact ? fact.shownBy : [];
      const said: DeliveryView = { at, by: whose as StaffId, delivered, decidedBy, published, shownBy };
      return text === undefined ? said : { ...said, text };
    }),
  }));
}
