import { neverHere } from "@temwen/vocabulary";
import type { LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { againstNotice, againstRecommendation, againstReply, againstWaiting } from "./fairness.ts";
import { againstAnswering, againstAsk } from "./respondent-asks.ts";

type Hearing = Extract<
  LaterOrder,
  {
    readonly type:
      | "notify-respondent"
      | "defer-notice"
      | "record-reply"
      | "record-respondent-ask"
      | "answer-respondent-ask"
      | "recommend-findings";
  }
>;

/** What stands against the acts by which whoever is accused is heard. */
export function againstHearing(
  theCase: KnownCase,
  order: Hearing,
  deciding: Pick<Deciding, "actor" | "at" | "formerly">,
): CaseRefusal | undefined {
  const { actor, at } = deciding;
  switch (order.type) {
    case "notify-respondent":
      return againstNotice(theCase, order, deciding);
    case "defer-notice":
      return againstWaiting(theCase, order, at);
    case "record-reply":
      return againstReply(theCase, order);
    case "record-respondent-ask":
      return againstAsk(theCase, order);
    case "answer-respondent-ask":
      return againstAnswering(theCase, order, actor);
    case "recommend-findings":
      return againstRecommendation(theCase, order, at);
    default:
      return neverHere(order);
  }
}
