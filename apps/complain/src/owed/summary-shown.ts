import type { CaseFact } from "@temwen/casework/person";
import { type Instant, instantToMillis, millisToInstant, utf8 } from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
import type { Entry } from "../reply/entries.ts";

/** What a person may say of a summary. */
export const summaryAnswers = ["objects", "agrees"] as const;
export type SummaryAnswer = (typeof summaryAnswers)[number];

/** A summary that would be published, with the words that the office sent; they are its words only where `isAsPromised` says so. */
export type SummaryShown = {
  readonly number: number;
  readonly digest: string;
  readonly at: Instant;
  readonly text: string | undefined;
};

/** Days that a person has to object (docs/specs/inquiry.md). */
const objectionDays = 14;

/** Until when the person may object before anything is published. */
export const lastHourOf = ({ at }: SummaryShown): Instant =>
  millisToInstant(instantToMillis(at) + objectionDays * 86_400_000);

/** The office signed which words it would publish: others are said to be others, and nothing is answered to them. */
export const isAsPromised = ({ text, digest }: SummaryShown): boolean =>
  text !== undefined && digestOfBytes(utf8(text)) === digest;

/** The summary that was shown last; undefined before any was. */
export function newestSummary(entries: readonly Entry[]): SummaryShown | undefined {
  const last = entries.filter((entry) => "fact" in entry && entry.fact.type === "case.summary-shown/1").pop();
  if (!last || !("fact" in last) || last.fact.type !== "case.summary-shown/1") return undefined;
  // The message that goes with it stands right behind it in the record.
  const message = entries.find((entry) => entry.kind === "office" && entry.index === last.index + 1);
  const text = message?.kind === "office" ? message.text : undefined;
  return { number: last.fact.number, digest: last.fact.summary, at: last.at, text };
}

/** What the person said of it last. */
export function answerTo({ number }: SummaryShown, facts: readonly CaseFact[]): SummaryAnswer | undefined {
  const said = facts.filter(
    (fact): fact is Extract<CaseFact, { readonly type: "case.summary-answered/1" }> =>
      fact.type === "case.summary-answered/1" && fact.number === number,
  );
  return said.pop()?.answer;
}
