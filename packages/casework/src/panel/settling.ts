import { inquiryOf, type KnownCase } from "../case/case.ts";
import type { LaterRefusal } from "../case/later-refusals.ts";

/**
 * What stands against closing a case as settled: that nothing was ruled, or a measure of the ruling on which nobody answered. An answer
 * is any word of what became of it, silence that was written down among them; of a refusal the public reads why.
 */
export function againstSettling(theCase: KnownCase): LaterRefusal | undefined {
  if (theCase.stage !== "ruled" && theCase.stage !== "settled") return { code: "nothing-ruled" };
  const { measures = [] } = inquiryOf(theCase);
  const open = measures.find(({ delivered, reasoned }) => !delivered || (delivered === "refused" && !reasoned));
  return open && { code: "measure-unanswered", measure: open.number };
}
