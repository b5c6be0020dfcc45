import type { Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";

/** Lists what asks for the shares that this person holds. Whoever gives none does nothing, and nothing is known of it. */
export async function listOpenings(keeper: Keeper, terminal: Terminal): Promise<Exit> {
  const asked = await keeper.readOpenings();
  if (!asked.ok) return sayRefusal(terminal, asked.refusal);
  for (const { caseId, ...opening } of asked.value.openings) {
    const { because, readers, agreed, from, until, given } = opening;
    const said = given ? "you gave yours" : `give it: temwen office act agree-opening --case ${caseId}`;
    const line = [
      caseId,
      because,
      `for ${readers.join(", ")}`,
      `${agreed} of 3`,
      `from ${from}`,
      `until ${until}`,
      said,
    ];
    terminal.entry({ case: caseId, ...opening }, line.join("  "));
  }
  return exits.done;
}

/** Gives one's share for the opening of a case. */
export async function giveShare(keeper: Keeper, caseId: CaseId, terminal: Terminal): Promise<Exit> {
  terminal.progress("opening the share, sealing it to whoever is to read, signing");
  const done = await keeper.giveShare(caseId);
  if (!done.ok) return sayRefusal(terminal, done.refusal);
  terminal.result({ case: caseId, act: "agree-opening", version: done.value.version }, "done: agree-opening");
  return exits.done;
}
