import type { LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import { isFree, panelOf } from "./panel.ts";
import { quorum } from "./tally.ts";

type Reporting = Extract<LaterOrder, { readonly type: "report-retaliation" }>;

/**
 * Whom a report of retaliation is about is out of the case at once, by one officer's word. So it takes a second officer who reported
 * it too to leave out so many of the panel that nobody could decide any more.
 */
export function againstEmptying(
  theCase: KnownCase,
  { about }: Reporting,
  { actor, office, formerly }: Deciding,
): CaseRefusal | undefined {
  const isSecond = theCase.retaliationWaits?.some((by) => by !== actor.id) === true;
  if (formerly || isSecond || !canDecide(theCase, office)) return undefined;
  const after = { ...theCase, complainedAbout: [...(theCase.complainedAbout ?? []), ...about] };
  return canDecide(after, office) ? undefined : { code: "leaves-no-quorum" };
}

/** Whether enough of the panel are free for what the case waits for, or will. */
function canDecide(theCase: KnownCase, office: OfficeFacts): boolean {
  const free = panelOf(theCase, office).filter((member) => member.isSeated && isFree(member));
  return free.length >= quorum && free.some(({ civilSociety }) => civilSociety);
}
