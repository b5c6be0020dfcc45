import { inquiryOf, type KnownCase } from "../case/case.ts";
import type { Inquiry, OrderedMeasure } from "../case/inquiry-state.ts";
import type { LaterRefusal } from "../case/later-refusals.ts";

/** The measures of the last ruling. What was ruled before it stays in the register, and no case waits for it. */
export function measuresInForce({ measures = [] }: Pick<Inquiry, "measures">): readonly OrderedMeasure[] {
  const last = measures[measures.length - 1]?.sitting;
  return measures.filter(({ sitting }) => sitting === last);
}

/** The first measure of the ruling in force of which nobody wrote down what became of it, or why it was refused. */
export const openMeasure = (inquiry: Pick<Inquiry, "measures">): OrderedMeasure | undefined =>
  measuresInForce(inquiry).find(({ delivered, reasoned }) => !delivered || (delivered === "refused" && !reasoned));

/**
 * What stands against closing a case as settled: that nothing was ruled, or a measure of the ruling on which nobody answered. An answer
 * is any word of what became of it, silence that was written down among them; of a refusal the public reads why.
 */
export function againstSettling(theCase: KnownCase): LaterRefusal | undefined {
  if (theCase.stage !== "ruled" && theCase.stage !== "settled") return { code: "nothing-ruled" };
  const open = openMeasure(inquiryOf(theCase));
  return open && { code: "measure-unanswered", measure: open.number };
}
