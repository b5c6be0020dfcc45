import { type StaffMember, tiesWith } from "@temwen/office";
import { barringForces, forcesOf, type KnownCase } from "../case/case.ts";

/** What a list of cases knows of one, without opening it. */
type Row = { readonly stage: string; readonly facts: { readonly [name: string]: string | number | boolean } };

/** Who is out of a case, and whom it was about before, as facts of its row: for whoever judges the row, and for no answer. */
export function spellOut(theCase: KnownCase): { readonly out?: string; readonly barring?: string } {
  const { recused = [], complainedAbout = [] } = theCase;
  const out = [...new Set([...recused, ...complainedAbout])];
  const named = forcesOf(theCase);
  const barring = theCase.stage === "erased" ? [] : barringForces(theCase).filter((force) => !named.includes(force));
  return { ...(out.length > 0 && { out: out.join(" ") }), ...(barring.length > 0 && { barring: barring.join(" ") }) };
}

/** Whether somebody may know of a case by its row: `mayRead`, as far as a row tells; the stages of their role besides. */
export function mayKnowOf({ stage, facts }: Row, { id, ties }: Pick<StaffMember, "id" | "ties">): boolean {
  if (wordsIn(facts.out).includes(id)) return false;
  // Nothing tells any more whom it was about.
  if (stage === "erased") return ties.length === 0;
  return tiesWith(ties, [...wordsIn(facts.forces), ...wordsIn(facts.barring)]).length === 0;
}

const wordsIn = (spelled: unknown): readonly string[] => (typeof spelled === "string" ? spelled.split(" ") : []);

/** A row as it is told: who stepped back, whom the person complains about, and whom it was about before, is nobody's to read in a list. */
export function tellRow<R extends Row>(row: R): R {
  const { out: _out, barring: _barring, ...facts } = row.facts;
  return { ...row, facts };
}
