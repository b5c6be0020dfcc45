import { withReasons } from "@temwen/casework";
import type { PublishedReason } from "../showing/owed-view.ts";
import { listReasons, listReasonsOfSitting } from "../showing/published-reasons.ts";
import type { ActRequest, CaseView, LaterRequest } from "../views.ts";

/**
 * A summary goes to the person with every reason that would be published beside it, and the close of a sitting with the reason of what was
 * found: whoever writes the message need not copy them, and cannot leave one out by mistake.
 */
export function tellReasons<R extends ActRequest | LaterRequest>(request: R, view: CaseView): R {
  // Of a case that nobody brought nobody is told anything; and without words there is nothing to add to.
  if (!("text" in request) || request.text === "") return request;
  const reasons = reasonsWith(request, view).flatMap(({ text }) => text ?? []);
  return { ...request, text: withReasons(request.text, reasons) };
}

/** Whether an act tells reasons, so that the case has to be opened for it. */
export const tellsReasons = ({ act }: ActRequest | LaterRequest): boolean =>
  act === "show-summary" || act === "close-sitting";

function reasonsWith(request: ActRequest | LaterRequest, view: CaseView): readonly PublishedReason[] {
  if (request.act === "show-summary") return listReasons(view);
  const sitting = request.act === "close-sitting" ? request.says.sitting : undefined;
  return typeof sitting === "number" ? listReasonsOfSitting(view, sitting) : [];
}
