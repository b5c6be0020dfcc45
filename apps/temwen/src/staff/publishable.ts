import type { Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";

/** `office publishable`: the words of a case that may be published now, and no others; refused where the person may still object, or does. */
export async function showPublishable(keeper: Keeper, caseId: CaseId, terminal: Terminal): Promise<Exit> {
  const found = await keeper.readPublishable(caseId);
  if (!found.ok) return sayRefusal(terminal, found.refusal);
  const { summary, reasons } = found.value;
  const shut = reasons.filter(({ text }) => text === undefined).length;
  if (shut > 0) terminal.progress(`temwen: ${shut} of the published reasons cannot be opened with this key`);
  const spelled = reasons.flatMap(({ of, number, text }) => (text === undefined ? [] : [`${of} ${number}:\n${text}`]));
  terminal.result({ case: caseId, summary, reasons }, [summary.text, ...spelled].join("\n\n"));
  return exits.done;
}
