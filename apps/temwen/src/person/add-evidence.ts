import type { Announcement } from "@temwen/complain/adding";
import type { Courier } from "@temwen/courier";
import { type Exit, exitFor } from "../exit.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { dropPieces, keepSealed, placesOf, sayLeft, sendPieces } from "./unsent.ts";

/** What was added and is not there yet, for the result; or how the command ends when nothing of it was taken. */
export type Added =
  | { readonly done: true; readonly unsent: readonly string[] }
  | { readonly done: false; readonly exit: Exit };

/**
 * Announces evidence and sends it. The sealed files lie in a folder from before the announcement until they have arrived:
 * they cannot be sealed again, because their keys are on their way already.
 */
export async function addEvidence(
  { act, pieces }: Announcement,
  options: { readonly server: string; readonly unsent: string; readonly caseId: Parameters<typeof keepSealed>[1] },
  courier: Courier,
  terminal: Terminal,
): Promise<Added> {
  const { server, unsent, caseId } = options;
  const kept = await keepSealed(unsent, caseId, new Map(pieces.map(({ part, sealed }) => [part, sealed])));
  const sent = await courier.sendAct(act);
  if (!sent.ok) {
    const { code } = sent.refusal;
    if (code !== "cannot-tell" && code !== "unreachable") {
      await dropPieces(kept);
      return { done: false, exit: sayRefusal(terminal, sent.refusal) };
    }
    terminal.result({ outcome: "unknown", unsent: placesOf(kept) }, "We cannot tell whether it arrived.");
    terminal.progress("temwen: look with `temwen reply`; if it was added, `temwen complain --resume` sends what waits");
    return { done: false, exit: exitFor(code) };
  }
  terminal.progress("announced");
  const left = await sendPieces(kept, { base: server }, terminal);
  sayLeft(left, server, unsent, terminal);
  return { done: true, unsent: placesOf(left) };
}
