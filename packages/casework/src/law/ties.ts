import { strictTiesWith, tiesWith } from "@temwen/office";
import { barringForces, type KnownCase } from "../case/case.ts";
import type { Actor, StaffCommand } from "../case/commands.ts";

/**
 * What says what a case is, or ends it, and for a second step what it goes back to: that the first was proposed under an earlier
 * number, and is decided by the rule of then.
 */
const weighty: { readonly [C in StaffCommand["type"]]?: (theCase: KnownCase) => true | undefined } = {
  "assess-case": () => undefined,
  "admit-case": () => undefined,
  "propose-non-admission": () => undefined,
  "confirm-non-admission": (theCase) => ("formerly" in theCase ? theCase.formerly : undefined),
  "keep-open": (theCase) => ("formerly" in theCase ? theCase.formerly : undefined),
  "accept-withdrawal": () => undefined,
  "propose-transfer": () => undefined,
  "confirm-transfer": ({ transfer }) => transfer?.formerly,
  "propose-erasure": () => undefined,
  "confirm-erasure": ({ erasure }) => erasure?.formerly,
  "propose-decision": () => undefined,
  "cast-vote": ({ sitting }) => sitting?.formerly,
  "close-sitting": ({ sitting }) => sitting?.formerly,
};

/**
 * The ties that bar this person from an order. From what says what a case is, or ends it, everybody is barred whose tie may bear on it:
 * while nobody knows whom it is about, whoever has any. For the rest a tie to a force that is named counts: who helps is not lost
 * to a person for a doubt.
 */
export function tiesAgainst(
  order: StaffCommand["type"],
  theCase: KnownCase,
  { ties }: Actor,
  formerly = false,
): readonly string[] {
  const wasBegunFormerly = weighty[order];
  const isStrict = wasBegunFormerly !== undefined && !formerly && !wasBegunFormerly(theCase);
  return (isStrict ? strictTiesWith : tiesWith)(ties, barringForces(theCase));
}
