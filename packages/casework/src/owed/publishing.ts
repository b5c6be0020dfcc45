import {
  type Digest,
  granted,
  type Instant,
  instantToMillis,
  millisToInstant,
  type Result,
  refused,
} from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";
import type { SummaryAnsweredFact } from "../facts/own-facts.ts";

type Showing = Extract<LaterOrder, { readonly type: "show-summary" }>;
type Shown = Extract<LaterFact, { readonly type: "case.summary-shown/1" }>;

/** Days that a person has to object before anything of a ruling is published: a platform default. */
const objectionDays = 14;

/** Each summary has a number of its own, so that nobody answers to other words than they read. */
export function againstShowing({ summary }: KnownCase, { number }: Showing): CaseRefusal | undefined {
  const expected = (summary?.number ?? 0) + 1;
  return number === expected ? undefined : { code: "out-of-number", expected };
}

/** The person answers to what was shown last; who does not object may still, and who objected may take that back. */
export function decideAnswer(
  { summary }: KnownCase,
  fact: SummaryAnsweredFact,
): Result<SummaryAnsweredFact, CaseRefusal> {
  if (summary?.number !== fact.number) return refused({ code: "no-such-summary" });
  return summary.answer === fact.answer ? refused({ code: "answer-unchanged" }) : granted(fact);
}

/** The case after a summary was shown, or answered. */
export function evolvePublishing(theCase: LivingCase, fact: Shown | SummaryAnsweredFact, at: Instant): LivingCase {
  if (fact.type === "case.summary-shown/1")
    return { ...theCase, summary: { number: fact.number, digest: fact.summary, shownAt: at } };
  const { summary } = theCase;
  if (!summary) throw new Error("nothing was shown");
  return { ...theCase, summary: { ...summary, answer: fact.answer } };
}

/** Whether anything about a case may be published, and if not, why; `until` where time alone is missing. */
export type Publication =
  | { readonly may: true; readonly number: number; readonly digest: Digest }
  | { readonly may: false; readonly because: "nothing-shown" | "person-objects" | "publication-refused" }
  | { readonly may: false; readonly because: "person-has-time"; readonly until: Instant };

/**
 * Whether anything about this case may be published, which is the summary shown last and no other words: the person read it
 * and does not object, or said nothing for the days that they have. What they objected to stays unpublished until another
 * summary is shown. Nor is anything of an end that is examined anew.
 */
export function publicationOf({ summary, consents = [] }: KnownCase, hour: Instant): Publication {
  const isRefused = consents.some(({ purpose, given }) => purpose === "publication" && given !== "yes");
  if (isRefused) return { may: false, because: "publication-refused" };
  if (!summary || summary.isOver) return { may: false, because: "nothing-shown" };
  const { number, digest, shownAt, answer } = summary;
  if (answer === "objects") return { may: false, because: "person-objects" };
  const until = millisToInstant(instantToMillis(shownAt) + objectionDays * 86_400_000);
  const isTime = answer === "agrees" || hour >= until;
  return isTime ? { may: true, number, digest } : { may: false, because: "person-has-time", until };
}
