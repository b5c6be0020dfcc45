import type { Instant, StaffId } from "@temwen/vocabulary";
import type { MatterFact, MatterOrder } from "./acts.ts";
import { evolveErasure } from "./erasing.ts";
import type { DecidingMatter, Paternity } from "./matter.ts";
import type { MatterRefusal } from "./refusals.ts";

type OrderOf<T extends MatterOrder["type"]> = Extract<MatterOrder, { readonly type: T }>;
type PaternityFact = Exclude<
  Extract<MatterFact, { readonly type: `paternity.${string}` }>,
  { readonly type: "paternity.claimed/1" }
>;

/** No sample without a yes of whoever it is of, that still stands; and each goes from hand to hand without a gap in its numbers. */
export function againstSample(
  { samples, consents }: Paternity,
  { number, of, custody }: OrderOf<"record-sample">,
): MatterRefusal | undefined {
  const known = samples[number - 1];
  if (!known && number !== samples.length + 1) return { code: "out-of-number", expected: samples.length + 1 };
  if (known ? known.of !== of || known.custody === "destroyed" || custody === "taken" : custody !== "taken") {
    return { code: "custody-misfit" };
  }
  // What was taken and is not wanted any more may still be destroyed, and nothing else.
  return custody === "destroyed" || consents[of] === "yes" ? undefined : { code: "no-consent" };
}

/** It ends when the child is of age, when paternity was ruled out, or when it is not wanted any more; each by another than who said so. */
export function againstEnding(
  { majority, recognised, disprovedBy, withdrawnBy }: Paternity,
  { reason }: OrderOf<"close-claim">,
  { actor: { id: by }, at, formerly }: Pick<DecidingMatter, "actor" | "at" | "formerly">,
): MatterRefusal | undefined {
  switch (reason) {
    case "majority":
      return at.slice(0, 7) > majority ? undefined : { code: "not-of-age" };
    case "disproved":
      if (recognised !== "disproved") return { code: "nothing-ends-it" };
      return disprovedBy === by && !formerly ? { code: "cannot-confirm-own-proposal" } : undefined;
    case "withdrawn":
      if (withdrawnBy === undefined) return { code: "nothing-ends-it" };
      return withdrawnBy === by ? { code: "cannot-confirm-own-proposal" } : undefined;
  }
}

/** The claim after one of these facts. */
export function evolvePaternity(claim: Paternity, fact: PaternityFact, by: StaffId, at: Instant): Paternity {
  switch (fact.type) {
    case "paternity.erasure-proposed/1":
    case "paternity.erasure-confirmed/1":
    case "paternity.erasure-stopped/1":
      return evolveErasure(claim, fact, by, at);
    case "paternity.consent-recorded/1":
      return { ...claim, consents: { ...claim.consents, [fact.of]: fact.given } };
    case "paternity.sample-recorded/1": {
      const samples = [...claim.samples];
      samples[fact.number - 1] = { of: fact.of, custody: fact.custody, holder: fact.holder };
      return { ...claim, samples };
    }
    case "paternity.state-asked/1":
      return { ...claim, to: fact.to, answerDue: fact.answerDue, askedAt: at };
    case "paternity.state-answered/1":
      return { ...claim, answers: [...claim.answers, { answer: fact.answer, at, by }] };
    case "paternity.recognition-recorded/1": {
      const isOwed = fact.recognised === "recognised" || fact.recognised === "court-ordered";
      const { disprovedBy: _, ...before } = claim;
      const ruledOut = fact.recognised === "disproved" && { disprovedBy: by };
      return { ...before, stage: isOwed ? "recognised" : "open", recognised: fact.recognised, ...ruledOut };
    }
    case "paternity.payment-recorded/1":
      return { ...claim, payments: { ...claim.payments, [fact.month]: fact.paid } };
    case "paternity.withdrawal-recorded/1":
      return { ...claim, withdrawnBy: by };
    case "paternity.closed/1":
    case "paternity.closed/2":
      return { ...claim, stage: "closed" };
  }
}
