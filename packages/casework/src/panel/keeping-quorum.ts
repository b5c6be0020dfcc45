import type { LaterOrder } from "../acts/later-acts.ts";
import { isOut, type KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import { isAtEnd } from "../owed/opening-again.ts";
import { isFree, type PanelMember, panelOf, seatsIn } from "./panel.ts";
import { quorum } from "./tally.ts";

type Reporting = Extract<LaterOrder, { readonly type: "report-retaliation" }>;
type Members = readonly PanelMember[];

/**
 * Whom a report of retaliation is about is out of the case at once, by one officer's word. So by that word alone at most one member of the
 * panel is out, and never one without whom too few could decide; it takes a second officer who reported it too to leave out more. That it is
 * one, and what a review needs, is asked of orders given now; of a history that enough had a seat.
 */
export function againstEmptying(
  theCase: KnownCase,
  { about }: Reporting,
  { actor, office, formerly, recordedAs }: Deciding,
): CaseRefusal | undefined {
  const isSecond = theCase.retaliationWaits?.some((by) => by !== actor.id) === true;
  if (formerly || isSecond) return undefined;
  const members = panelOf(theCase, office);
  const isNow = recordedAs === undefined;
  if (isNow && putOutAlone(theCase, about, members, actor.id)) return { code: "more-than-one-member" };
  const after = { ...theCase, complainedAbout: [...(theCase.complainedAbout ?? []), ...about] };
  const benches = isNow ? [seatedNow, seatedFirst, seatedInReview] : [seatedNow];
  const isEmptied = benches.some((bench) => canDecide(bench(theCase, office)) && !canDecide(bench(after, office)));
  return isEmptied ? { code: "leaves-no-quorum" } : undefined;
}

/** Whether by this report more than one of the panel would be out by the word of one person, those among them who are out by it already. */
function putOutAlone(theCase: KnownCase, about: Reporting["about"], members: Members, by: string): boolean {
  const named = new Set(about.filter((id) => members.some((one) => one.id === id) && !isOut(theCase, id)));
  const before = (theCase.outByOne ?? []).filter((out) => out.by === by && members.some(({ id }) => id === out.about));
  return named.size > 0 && before.length + named.size > 1;
}

/** Whether enough of these are free, and one of them of civil society. */
function canDecide(bench: Members): boolean {
  const free = bench.filter(isFree);
  return free.length >= quorum && free.some(({ civilSociety }) => civilSociety);
}

/** Who has a seat in what the case waits for, or will. */
const seatedNow = (theCase: KnownCase, office: OfficeFacts): Members =>
  panelOf(theCase, office).filter(({ isSeated }) => isSeated);

/** Who has one where the panel decides first; at an end, were it to decide anew. */
function seatedFirst(theCase: KnownCase, office: OfficeFacts): Members {
  const seats = seatsIn(theCase, office);
  return panelOf(theCase, office).filter(({ id }) => seats.includes(id));
}

/** Who is left for a review: of the reserve, and not in a seat of the first bench. */
function seatedInReview(theCase: KnownCase, office: OfficeFacts): Members {
  const taken = isAtEnd(theCase) ? [] : seatsIn(theCase, office);
  return panelOf(theCase, office).filter(({ id, bench }) => bench === "reserve" && !taken.includes(id));
}
