// Cases that the office opened, for tests: made by the rules, as every history of a test is.
import type { Instant } from "@temwen/vocabulary";
import type { Case } from "../case/case.ts";
import type { StaffCommand } from "../case/commands.ts";
import type { CaseFact } from "../facts/facts.ts";
import { type OpenedFact, openedParts } from "../facts/opened-fact.ts";
import type { Witnessed } from "../history/read-acts.ts";
import { evolveCase } from "../law/evolve.ts";
import {
  acknowledge,
  applyStep,
  asha,
  caseId,
  decideStep,
  digestOf,
  hourAfter,
  received,
  type Step,
} from "./given.testing.ts";
import { directoryOf, signedBy } from "./history.testing.ts";

const begun: Instant = hourAfter(0);

/** What asha of intake signs when she opens a case: from the press, about bravo. */
export const openedFact = (change: Partial<OpenedFact> = {}): OpenedFact => ({
  ...{ type: "case.opened/1", case: caseId, office: received.office, epoch: 7, by: asha.id, at: begun },
  ...{ because: "press", forces: ["bravo"], matter: [], from: "none", basis: "none" },
  ...{ policy: digestOf("policy"), labelKey: digestOf("label key"), stops: {}, bucket: 4 },
  storyRecipient: received.storyRecipient,
  parts: Object.fromEntries(openedParts.map((name) => [name, { digest: digestOf(name), size: 1 }])),
  ...change,
});

/** The first event as a reader has it, and the case as it begins. */
export const openedEvent = (fact: OpenedFact = openedFact()): Witnessed => ({
  ...{ fact, at: fact.at, index: 0, by: fact.by, epoch: fact.epoch },
});
export const openedCase = (fact: OpenedFact = openedFact()): Case =>
  evolveCase({ stage: "unknown" }, { fact, at: fact.at, by: fact.by });

/** An order without the words that would be told to a person. */
export function untold(order: StaffCommand): StaffCommand {
  const { message: _m, copy: _c, consent: _o, ...rest } = order as StaffCommand & { readonly [name: string]: unknown };
  return rest as unknown as StaffCommand;
}
export const takeUp = (): StaffCommand => untold(acknowledge());

/** A history behind an opening, made step by step; a refusal is a fault of the test. */
export function openedHistory(...steps: readonly Step[]): {
  readonly theCase: Case;
  readonly history: readonly Witnessed[];
} {
  let theCase = openedCase();
  let history: readonly Witnessed[] = [openedEvent()];
  for (const step of steps) {
    const answer = decideStep(theCase, step);
    if ("refusal" in answer) throw new Error(`refused: ${answer.refusal.code}`);
    theCase = applyStep(theCase, step, answer.facts, history.length);
    history = [...history, ...signStep(step, answer.facts, history)];
  }
  return { theCase, history };
}

export const signStep = (
  step: Step,
  facts: readonly CaseFact[],
  history: readonly Witnessed[],
): readonly Witnessed[] =>
  "type" in step
    ? facts.map((fact, i) => ({ fact, at: hourAfter(history.length), index: history.length + i }))
    : signedBy(step[0], facts, history);

export { directoryOf };
