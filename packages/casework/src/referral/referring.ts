import { isLetIn, type KnownCase } from "../case/case.ts";
import type { Actor, CaseRefusal } from "../case/commands.ts";

/** What sends a case out; telling the office's second person is for anybody who may read it. */
const sending: readonly string[] = ["refer-case", "propose-override"];
const ofThePanel: readonly string[] = ["propose-token", "confirm-token"];
const byIntake: readonly string[] = ["assessed", "admitted"];

/** Why this person does not refer this case now: it is for whoever answers for it at this stage. */
export function mayRefer(order: string, theCase: KnownCase, { id, role }: Actor): CaseRefusal | undefined {
  if (ofThePanel.includes(order)) return isLetIn(theCase, id) ? undefined : { code: "not-let-in" };
  if (!sending.includes(order)) return undefined;
  if (byIntake.includes(theCase.stage))
    return role === "intake" ? undefined : { code: "wrong-role", role, allowed: ["intake"] };
  if (theCase.stage === "investigating")
    return theCase.inquiry.taken?.by === id ? undefined : { code: "not-your-case" };
  if (role !== "panel") return { code: "wrong-role", role, allowed: ["panel"] };
  return isLetIn(theCase, id) ? undefined : { code: "not-let-in" };
}
