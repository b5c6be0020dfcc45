import type { Fact } from "@temwen/ui";
import { neverHere } from "@temwen/vocabulary";
import type { CaseView } from "../../../keeper/src/views.ts";
import { tellAssessed } from "../case/story.tsx";
import { person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { staffName, wordFor, words } from "../say.ts";
import type { Written } from "./asked.ts";
import type { Request } from "./send-act.ts";
import { type LaterAct, sheetOf } from "./sheets.ts";

/** What somebody chose in an act's form, in the words of the form; what they wrote is not in it. */
export function chosenFacts(request: Request, view: CaseView): readonly Fact[] {
  const w = words();
  if ("says" in request) return factsIn(request.act, view);
  switch (request.act) {
    case "assess":
      return [
        fact("rights", w.right, tellAssessed("rights", request.rights.join(" "))),
        fact("class", w.classLabel, tellAssessed("class", request.class)),
        fact("forces", w.forces, tellAssessed("forces", request.forces.join(" "))),
        fact("department", w.department, tellAssessed("department", request.department)),
        fact("month", w.month, tellAssessed("month", request.month)),
        fact("child", w.child, tellAssessed("child", request.child)),
      ];
    case "grant":
      return [fact("to", w.colleague, staffName(request.to)), reason("access", request.reason)];
    case "rekey":
      return [fact("to", w.rekeyWho, request.to.map(staffName).join(", "))];
    case "propose-not-admitted":
      return [reason("reason", request.reason)];
    case "propose-erasure":
      return [reason("erasure", request.reason)];
    case "ask-identity":
      return [reason("identity", request.reason)];
    case "acknowledge":
    case "reply":
    case "confirm":
    case "keep-open":
    case "refuse-identity":
    case "approve-identity":
    case "deal-escrow":
    case "let-in-panel":
    case "confirm-erasure":
    case "stop-erasure":
      return [];
    default:
      return neverHere(request);
  }
}

/** What stands in the sheet of an act; its draft is there until it was sent. */
function factsIn(act: LaterAct, view: CaseView): readonly Fact[] {
  const sheet = sheetOf(act);
  const { value: written } = draftOf<Written>(draftName(person.value?.me.id ?? "", view.caseId, act), {});
  const asks = Object.entries({ ...sheet?.asks, ...(sheet?.lets && { lets: sheet.lets }) });
  return asks.flatMap(([name, ask]) => ask.tell({ view, written, name }) ?? []);
}

const fact = (key: string, name: string, value: string): Fact => ({ key, name, value });

const reason = (kind: "access" | "erasure" | "identity" | "reason", id: string): Fact =>
  fact("reason", words().reason, wordFor(kind, id));
