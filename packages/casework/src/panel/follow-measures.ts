import type { LaterFact } from "../acts/later-acts.ts";
import type { Measure } from "../acts/sitting-acts.ts";

type Fact<T extends LaterFact["type"]> = Extract<LaterFact, { readonly type: T }>;
export type DeliveryFact = Fact<"case.delivery-recorded/1" | "case.delivery-recorded/2" | "case.delivery-recorded/3">;

export type ProposalFact = Fact<"case.decision-proposed/1" | "case.decision-proposed/2" | "case.decision-proposed/3">;

/** A measure, the step that ordered it, and what was recorded of it since, the last one last. */
export type FollowedMeasure<E> = {
  readonly measure: Measure;
  readonly ruled: E;
  readonly sitting: number;
  readonly deliveries: readonly { readonly step: E; readonly fact: DeliveryFact }[];
};

/** Whether a step says what became of a measure. */
export const isDelivery = (fact: { readonly type: string }): fact is DeliveryFact =>
  ["case.delivery-recorded/1", "case.delivery-recorded/2", "case.delivery-recorded/3"].includes(fact.type);

/** Whether a step proposes a decision to the panel. */
export const isProposal = (fact: { readonly type: string }): fact is ProposalFact =>
  ["case.decision-proposed/1", "case.decision-proposed/2", "case.decision-proposed/3"].includes(fact.type);

const isRuling = (fact: { readonly type: string }): fact is Fact<"case.ruled/1"> => fact.type === "case.ruled/1";

/**
 * All measures of a case, of every ruling, with what became of each. A ruling that takes numbers again, as it once could, takes
 * the place of the measures that had them.
 */
export function followMeasures<E>(
  steps: readonly E[],
  factIn: (step: E) => { readonly type: string },
): readonly FollowedMeasure<E>[] {
  const followed = new Map<number, FollowedMeasure<E>>();
  for (const step of steps) {
    const fact = factIn(step);
    if (isRuling(fact)) {
      for (const measure of fact.measures) followed.delete(measure.number);
      for (const measure of fact.measures)
        followed.set(measure.number, { measure, ruled: step, sitting: fact.sitting, deliveries: [] });
    }
    const known = isDelivery(fact) ? followed.get(fact.measure) : undefined;
    if (known && isDelivery(fact))
      followed.set(fact.measure, { ...known, deliveries: [...known.deliveries, { step, fact }] });
  }
  return [...followed.values()];
}
