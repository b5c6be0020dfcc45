import type { Instant } from "@temwen/vocabulary";
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
      | "case.retaliation-reviewed/1";
  }
>;

/** More time is given once for each hour, by somebody who does not examine the case, and never more than the pack allows. */
export function againstExtension(
  theCase: KnownCase,
  { clock, due, until }: Order<"extend-clock">,
  { actor, office }: Deciding,
): CaseRefusal | undefined {
  const { assigned, taken } = inquiryOf(theCase);
  if (assigned?.to === actor.id || taken?.by === actor.id) return { code: "examines-this-case" };
  if (extended(theCase, clock, due) !== due) return { code: "already-extended" };
  const latest = office.latestFor(theCase, { clock, due });
  if (latest === undefined) return { code: "not-extendable" };
  return until > due && until <= latest ? undefined : { code: "beyond-extension", latest };
}

/** It goes to somebody else than whoever wrote it down. */
export function againstRetaliationReview(
  { retaliationAt, retaliationBy }: KnownCase,
  { actor }: Pick<Deciding, "actor">,
): CaseRefusal | undefined {
  if (retaliationAt === undefined) return { code: "no-retaliation-reported" };
  return retaliationBy === actor.id ? { code: "reported-it-oneself" } : undefined;
}

/** The case after one of these facts. */
export function evolveClocks(theCase: LivingCase, fact: ClockFact, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.clock-extended/1": {
      const { clock, due, until } = fact;
      return { ...theCase, extensions: [...(theCase.extensions ?? []), { clock, due, until }] };
    }
    case "case.retaliation-reviewed/1":
      return { ...theCase, retaliationReviewedAt: at };
    case "case.delay-explained/1":
    case "case.progress-reported/1": {
      if (!("inquiry" in theCase)) throw new Error("it was never admitted");
      const said = fact.type === "case.delay-explained/1" ? { delayExplainedAt: at } : { progressReportedAt: at };
      return { ...theCase, inquiry: { ...theCase.inquiry, ...said } };
    }
  }
}
