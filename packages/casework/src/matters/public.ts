import { answerDay } from "@temwen/mission-pack";
import type { Json } from "@temwen/vocabulary";
import type { MatterFact } from "./acts.ts";
import type { MatterServerFact } from "./clock-facts.ts";
import type { KnownMatter } from "./matter.ts";

/**
 * What the public log tells in clear of a step of a matter; undefined where it tells nothing, and the step is a committed leaf
 * like any other. Nothing is told before somebody signed that it reveals nobody; from then on every step by which the office,
 * or whom it asks, moved is told. Never told: what it comes of, whom it concerns, who acted, and anything sealed.
 *
 * `matter` is how it stands behind the fact.
 */
export function toldOfStep(
  matter: KnownMatter,
  fact: MatterFact | MatterServerFact,
): { readonly [member: string]: Json } | undefined {
  if (matter.told === undefined) return calledOff(fact);
  switch (fact.type) {
    // Only of the day that was told; another clock began when it was made, and would say when.
    case "matter.clock-missed/1":
      return fact.clock === answerDay ? { clock: fact.clock, due: fact.due } : undefined;
    case "recommendation.published/1": {
      if (matter.kind !== "recommendation") return undefined;
      const { to, subject, stage, answerDue, answers } = matter;
      const standing = { stage, answers: answers.map(({ answer }) => answer) };
      return { text: textOf(fact.text), to: to ?? null, subject, ...standing, ...(answerDue && { answerDue }) };
    }
    case "visit.reported/1": {
      if (matter.kind !== "visit") return undefined;
      const { to, answerDue, text } = fact;
      const { site, department, day, announced, entry } = matter;
      return { text: textOf(text), to, answerDue, site, department, day, announced, entry: entry ?? null };
    }
    case "recommendation.handed-over/1":
      return { answerDue: fact.answerDue };
    case "recommendation.answered/1":
    case "visit.answered/1":
      return { answer: fact.answer };
    case "recommendation.change-claimed/1":
      return {};
    case "recommendation.change-checked/1":
      return { outcome: fact.outcome };
    case "recommendation.closed/1":
      return { reason: fact.reason };
    default:
      return undefined;
  }
}

/** That a visit was not made is told with its reason, and without the place: nobody ends one silently. */
const calledOff = (fact: MatterFact | MatterServerFact): { readonly [member: string]: Json } | undefined =>
  fact.type === "visit.called-off/1" ? { reason: fact.reason } : undefined;

const textOf = (text: { readonly [language: string]: string | undefined }): Json =>
  Object.fromEntries(Object.entries(text).filter((entry): entry is [string, string] => entry[1] !== undefined));
