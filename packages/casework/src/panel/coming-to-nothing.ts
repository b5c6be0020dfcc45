import { instantToMillis } from "@temwen/vocabulary";
import type { LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import type { Sitting } from "../case/sitting-state.ts";
import { asCast, tallyAsCast } from "./as-cast.ts";
import { panelOf } from "./panel.ts";
import { type Tally, tallyOf } from "./tally.ts";

// A proposal that decides nothing must not stand in the way of the next one: it is taken back, or closed as not carried.

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;

/** Days behind which a proposal is anybody's of the panel to take back: a platform default. */
export const proposalDays = 14;

/** The sitting of this number, if it is open. */
export const openSitting = ({ sitting }: KnownCase, number: number): Sitting | undefined =>
  sitting?.number === number ? sitting : undefined;

/** Who serves by the directory: whoever judges later does not know who was suspended just then. */
export const asListed = (office: OfficeFacts): OfficeFacts => ({ ...office, staff: office.listed ?? office.staff });

/**
 * Whoever proposed takes it back. Others do where that member can not any more (they stepped back, are tied, or serve on the panel no
 * longer), and everybody once its days have gone by: nobody holds a case up by leaving it, or by waiting.
 */
export function againstWithdrawal(
  theCase: KnownCase,
  order: Pick<Order<"withdraw-decision">, "sitting">,
  { actor, office, at }: Pick<Deciding, "actor" | "office" | "at">,
): CaseRefusal | undefined {
  const sitting = openSitting(theCase, order.sitting);
  if (!sitting) return { code: "no-sitting" };
  const proposer = panelOf(theCase, asListed(office)).find(({ id }) => id === sitting.proposedBy);
  const isGone = !proposer || proposer.standing === "tied" || proposer.standing === "has-no-part";
  const isOld = instantToMillis(at) >= instantToMillis(sitting.proposedAt) + proposalDays * 86_400_000;
  return sitting.proposedBy === actor.id || isGone || isOld ? undefined : { code: "not-your-proposal" };
}

/**
 * A quorum voted, not more for it than against, and no vote that is still to come could turn that. So whoever proposed cannot keep a
 * proposal before the panel that it has refused; nor can whoever reports those who refused it.
 */
export function againstNotCarried(
  theCase: KnownCase,
  order: Pick<Order<"close-not-carried">, "sitting">,
  deciding: Pick<Deciding, "office">,
): CaseRefusal | undefined {
  const sitting = openSitting(theCase, order.sitting);
  if (!sitting) return { code: "no-sitting" };
  const office = asListed(deciding.office);
  const now = againstLoss(tallyOf(sitting, theCase, office), waitingFor(sitting, theCase, office));
  const then = againstLoss(
    tallyAsCast(sitting, theCase, office),
    waitingFor(sitting, asCast(theCase, sitting), office),
  );
  // Lost either way, it cannot be closed as carried.
  if (!now || !then) return undefined;
  return now.code === "is-carried" ? then : now;
}

/** How many who have a seat, and may, did not vote yet. */
const waitingFor = ({ votes }: Sitting, theCase: KnownCase, office: OfficeFacts): number =>
  panelOf(theCase, office).filter(
    ({ id, isSeated, standing }) => isSeated && standing === "may" && !votes.some(({ by }) => by === id),
  ).length;

/** What stands against calling it lost by these votes, while so many are still to come. */
function againstLoss({ counted, needs, isOfPeople, isCarried }: Tally, waiting: number): CaseRefusal | undefined {
  if (counted.length < needs) return { code: "no-quorum", votes: counted.length, needs };
  if (!isOfPeople) return { code: "no-civil-society" };
  if (isCarried) return { code: "is-carried" };
  const count = (vote: string): number => counted.filter((one) => one.vote === vote).length;
  const isOpen = count("for") + waiting > count("against");
  return isOpen ? { code: "votes-missing", votes: waiting } : undefined;
}
