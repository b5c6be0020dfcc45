import type { PanelMember } from "@temwen/casework";
import type { SittingView } from "../../../keeper/src/panel/panel-views.ts";
import type { CaseView } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";

/** What the panel votes on now. */
export const openSitting = ({ panel }: CaseView): SittingView | undefined =>
  panel?.sittings.find(({ ended }) => ended === undefined);

/** Whoever is signed in, as the panel knows them. */
const mySeat = ({ panel }: CaseView): PanelMember | undefined =>
  panel?.members.find(({ id }) => id === person.value?.me.id);

/** Whether whoever is signed in decides on what this case waits for. */
export function maySit(view: CaseView): boolean {
  const seat = mySeat(view);
  return seat?.standing === "may" && seat.isSeated;
}

/** Whether whoever is signed in has voted in a sitting. */
export const hasVoted = ({ votes }: SittingView): boolean => votes.some(({ by }) => by === person.value?.me.id);

/** Whether the votes that count carry the open sitting. */
export function mayClose({ panel }: CaseView): boolean {
  const tally = panel?.tally;
  return tally !== undefined && tally.counted.length >= tally.needs && tally.isOfPeople && tally.isCarried;
}
