import type { Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";

/** `office publishable`: the words of a case that may be published now, and no others; refused where the person may still object, or does. */
export async function showPublishable(keeper: Keeper, caseId: CaseId, terminal: Terminal): Promise<Exit> {
  const found = await keeper.readPublishable(caseId);
  if (!found.ok) return sayRefusal(terminal, found.refusal);
  const { summary, reasons, withheld } = found.value;
  for (const { of, number } of withheld) terminal.progress(`temwen: withheld, the reason of ${of} ${number}: ${howTo}`);
  // Its text bears each of these reasons already.
  terminal.result({ case: caseId, summary, reasons, withheld }, summary.text);
  return exits.done;
}

/** What is missing, and what to do: a reason is published as the person read it, or not at all. */
const howTo =
  "it does not stand in the summary that the person was shown last. Show them another (office act show-summary): it takes the " +
  "reason along where a key at hand opens it; the person has time to object anew";
