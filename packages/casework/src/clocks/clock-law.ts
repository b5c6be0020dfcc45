import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import { inquiryOf, type KnownCase, type LivingCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { extended } from "./clock-state.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
type ClockFact = Extract<
  LaterFact,
  {
    readonly type:
      | "case.clock-extended/1"
      | "case.delay-explained/1"
      | "case.progress-reported/1"
      | "case.retaliation-reviewed/1"
      | "case.retaliation-reviewed/2";
  }
>;

/** More time is given once for each hour, by somebody who does not examine the case, and never more than the pack allows. */
export function againstExtension(
  theCase: KnownCase,
  { clock, due, until }: Order<"extend-clock">,
  { actor, office }: Deciding,
): CaseRefusal | undefined {
  if (isWith(theCase, actor.id)) return { code: "examines-this-case" };
  if (extended(theCase, clock, due) !== due) return { code: "already-extended" };
  const latest = office.latestFor(theCase, { clock, due });
  if (latest === undefined) return { code: "not-extendable" };
  return until > due && until <= latest ? undefined : { code: "beyond-extension", latest };
}

/** It goes to other people: nobody who wrote down what waits for a look, and not whoever the case is with, whom it may be about. */
export function againstRetaliationReview(
  theCase: KnownCase,
  { actor, formerly }: Pick<Deciding, "actor" | "formerly">,
): CaseRefusal | undefined {
  const { retaliationAt, retaliationBy, retaliationWaits = [] } = theCase;
  if (retaliationAt === undefined) return { code: "no-retaliation-reported" };
  if (retaliationBy === actor.id) return { code: "reported-it-oneself" };
  if (formerly) return undefined;
  if (retaliationWaits.includes(actor.id)) return { code: "reported-it-oneself" };
  return isWith(theCase, actor.id) ? { code: "examines-this-case" } : undefined;
}

/** Whether a case was given to somebody, or they examine it. */
function isWith(theCase: KnownCase, id: StaffId): boolean {
  const { assigned, taken } = inquiryOf(theCase);
  return assigned?.to === id || taken?.by === id;
}

/** The case after one of these facts. */
export function evolveClocks(theCase: LivingCase, fact: ClockFact, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.clock-extended/1": {
      const { clock, due, until } = fact;
      return { ...theCase, extensions: [...(theCase.extensions ?? []), { clock, due, until }] };
    }
    case "case.retaliation-reviewed/1":
    case "case.retaliation-reviewed/2":
      return { ...theCase, retaliationReviewedAt: at, retaliationWaits: [] };
    case "case.delay-explained/1":
    case "case.progress-reported/1": {
      if (!("inquiry" in theCase)) throw new Error("it was never admitted");
      const said = fact.type === "case.delay-explained/1" ? { delayExplainedAt: at } : { progressReportedAt: at };
      return { ...theCase, inquiry: { ...theCase.inquiry, ...said } };
    }
  }
}
