import {
  fieldsOf,
  granted,
  oneOf,
  parseDigest,
  parsed,
  type Result,
  refused,
  type Shape,
  wholeUpTo,
} from "@temwen/vocabulary";
import type { KnownCase } from "../case/case.ts";
import { type FloodFact, type FloodOrder, type FloodRefusal, mostAtOnce } from "../facts/flood-facts.ts";

/** How each order is read. Too many cases are for the rule to refuse, in words that say why. */
export const floodOrders: {
  readonly [O in FloodOrder["type"]]: Shape<Extract<FloodOrder, { readonly type: O }>>;
} = {
  "propose-flood": fieldsOf({
    type: oneOf("propose-flood"),
    casesDigest: parsed(parseDigest),
    caseCount: wholeUpTo(1e6),
  }),
  "confirm-flood": fieldsOf({ type: oneOf("confirm-flood") }),
};

/** The one fact that follows; the second person signs what the first proposed, and nothing of their own. */
export function decideFlood(theCase: KnownCase, order: FloodOrder): Result<readonly [FloodFact], FloodRefusal> {
  if (order.type === "propose-flood") {
    const { casesDigest, caseCount } = order;
    if (caseCount < 1 || caseCount > mostAtOnce) return refused({ code: "too-many-at-once", most: mostAtOnce });
    return granted([{ type: "case.flood-proposed/1", casesDigest, caseCount }]);
  }
  if (theCase.stage !== "flood-proposed") throw new Error("the stage was checked before");
  const { casesDigest, caseCount, proposedBy } = theCase.flood;
  return granted([{ type: "case.closed-as-flood/1", casesDigest, caseCount, proposedBy }]);
}

/** The order behind a fact. */
export const floodOrder = (fact: FloodFact): FloodOrder =>
  fact.type === "case.flood-proposed/1"
    ? { type: "propose-flood", casesDigest: fact.casesDigest, caseCount: fact.caseCount }
    : { type: "confirm-flood" };
