// A history as a reader has it after checking signatures: made by the rules step by step, and then bent as a server and
// somebody with a key could bend it.

import assert from "node:assert/strict";
import type { Directory, StaffMember } from "@temwen/office";
import type { Instant } from "@temwen/vocabulary";
import type { Case } from "../case/case.ts";
import type { Actor } from "../case/commands.ts";
import type { CaseFact } from "../facts/facts.ts";
import { judgeHistory } from "../history/history.ts";
import type { Witnessed } from "../history/read-acts.ts";
import { judgeSeen } from "../seen/seen.ts";
import {
  applyStep,
  asha,
  bruno,
  carla,
  dario,
  decideStep,
  digestOf,
  everybody,
  filed,
  holders,
  hourAfter,
  office,
  received,
  type Step,
} from "./given.testing.ts";

const begun = "2026-11-03T15:00:00.000Z" as Instant;
const recipient = received.storyRecipient;
const expires = "2027-11-03T15:00:00.000Z" as Instant;

const listed = ({ id, role, ties }: Actor, more: Partial<StaffMember> = {}): StaffMember => ({
  ...{ id, role, ties, bench: office.staff.find((one) => one.id === id)?.bench ?? "first" },
  ...(role === "panel" && office.staff.find((one) => one.id === id)?.civilSociety && { civilSociety: true }),
  ...{ recipient, signingKey: `${id.slice(4)}`, expires },
  ...more,
});

const escrowHolders: readonly StaffMember[] = [
  { institution: "org-a", civilSociety: true, abroad: false },
  { institution: "org-b", civilSociety: true, abroad: true },
  { institution: "org-c", civilSociety: true, abroad: true },
  { institution: "body-d", civilSociety: false, abroad: true },
  { institution: "body-e", civilSociety: false, abroad: false },
].flatMap((holder, i) => {
  const id = holders[i];
  return id ? [listed({ id, role: "escrow-holder", ties: [] }, { holder })] : [];
});

const directoryAt = (epoch: number, people: readonly Actor[]): Directory => ({
  type: "office.directory-signed/1",
  office: received.office,
  epoch,
  at: begun,
  roots: [],
  threshold: 3,
  receiptSalt: "",
  clockKey: "",
  policy: { digest: digestOf("policy"), clocks: [] },
  forces: office.forces.map((id) => ({
    ...{ id, names: { ht: id, fr: id, en: id } },
    kind: office.hostForces?.includes(id) ? "host" : "contributing",
  })),
  staff: [...people.map((actor) => listed(actor)), ...escrowHolders],
});

/** People whose post the next directory changed: of the same name, and another role or tie. */
export const moved: readonly Actor[] = [
  { ...asha, role: "panel" },
  { ...bruno, role: "panel" },
  { ...carla, role: "intake" },
  { ...dario, role: "intake", ties: ["bravo"] },
];
/** The directories of two epochs: 7 lists everybody, 8 those who moved in their new posts. */
export const directories: ReadonlyMap<number, Directory> = new Map([
  [7, directoryAt(7, everybody)],
  [8, directoryAt(8, [...moved, ...everybody.filter(({ id }) => !moved.some((actor) => actor.id === id))])],
]);
export const directoryOf = (epoch: number): Directory | undefined => directories.get(epoch);

/** The filing, as a reader has it. */
const filing: Witnessed = { fact: received, at: begun, index: 0 };

/** Facts as somebody signed them, behind a history: whether they might is for the law to say. */
export function signedBy(
  { id, role, ties }: Actor,
  facts: readonly CaseFact[],
  history: readonly Witnessed[],
  more: Partial<Witnessed> = {},
): readonly Witnessed[] {
  const isMoved = moved.some((actor) => actor.id === id && actor.role === role && actor.ties === ties);
  const at = hourAfter(history.length);
  return facts.map((fact, i) => ({ fact, at, by: id, epoch: isMoved ? 8 : 7, index: history.length + i, ...more }));
}

/** A history that the rules made. */
export function historyOf(...steps: readonly Step[]): readonly Witnessed[] {
  let theCase: Case = filed;
  let history: readonly Witnessed[] = [filing];
  for (const step of steps) {
    const answer = decideStep(theCase, step);
    if ("refusal" in answer) throw new Error(`a step of the history was refused: ${answer.refusal.code}`);
    theCase = applyStep(theCase, step, answer.facts, history.length);
    const unsigned = answer.facts.map((fact, i) => ({
      fact,
      at: hourAfter(history.length),
      index: history.length + i,
    }));
    history = [...history, ...("type" in step ? unsigned : signedBy(step[0], answer.facts, history))];
  }
  return history;
}

/** Desk and person judge a history lawful, each as far as they see it; what the person's device makes of it. */
export function judgedLawful(history: readonly Witnessed[]) {
  assert.deepEqual(judgeHistory(history, directoryOf).unlawful, []);
  const seen = judgeSeen(history, directoryOf);
  assert.deepEqual(seen.unlawful, []);
  return seen;
}
