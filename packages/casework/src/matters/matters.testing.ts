// Given what was done in a matter, when somebody orders something, then a fact or a refusal. Every history is made by the rules.
import assert from "node:assert/strict";
import { createMatterId, type Instant, type MatterKind, matterKinds, type StaffId } from "@temwen/vocabulary";
import type { Actor } from "../case/commands.ts";
import {
  carla,
  dario,
  fabien,
  gerda,
  hourAfter,
  hugo,
  mona,
  office,
  part,
  received,
} from "../testing/given.testing.ts";
import { type MatterFact, type MatterOrder, ordersOf } from "./acts.ts";
import { decideMatter } from "./decide.ts";
import { evolveMatter, type MatterEvent } from "./evolve.ts";
import type { Matter } from "./matter.ts";
import type { MatterRefusal } from "./refusals.ts";
import { sharedActs } from "./shared-acts.ts";

export type MatterStep = readonly [Actor, MatterOrder, Instant?];
export type OrderOf<T extends MatterOrder["type"]> = Extract<MatterOrder, { readonly type: T }>;

export const matterOf = (kind: MatterKind) => createMatterId(kind, new Uint8Array(16).fill(7));
const kindOf = ({ type }: MatterOrder): MatterKind =>
  matterKinds.find((kind) => !Object.hasOwn(sharedActs, type) && ordersOf(kind).includes(type)) ?? "recommendation";

const keyTo = (...people: readonly { readonly id: StaffId }[]) =>
  people.map(({ id }, n) => ({ to: id, grant: part(`key-${n + 1}`) }));
const explanation = part("words-0");
const recipient = received.storyRecipient;

/** Fabien makes it; carla and mona of the panel, and hugo, hold the key too. */
export const make = (more: Partial<OrderOf<"make-recommendation">> = {}): OrderOf<"make-recommendation"> => ({
  ...{ type: "make-recommendation", basis: "pattern", to: "contributing-state:alfa", subject: "use-of-force" },
  ...{ forces: ["alfa"], recipient, grants: keyTo(fabien, carla, mona, hugo), explanation },
  ...more,
});
export const handOver = (answerDue = "2026-12-31"): MatterOrder => ({ type: "hand-over-recommendation", answerDue });
export const publish = (ht = "Fòs la dwe anseye."): MatterOrder => ({
  ...{ type: "publish-recommendation", text: { ht }, declares: "reveals-nobody" },
});
export const answer = (said: OrderOf<"record-visit-answer">["answer"]): MatterOrder => ({
  ...{ type: "record-recommendation-answer", answer: said, explanation },
});
export const claim: MatterOrder = { type: "record-claim", explanation };
export const check = (outcome: OrderOf<"check-change">["outcome"]): MatterOrder => ({
  ...{ type: "check-change", outcome, explanation },
});
export const close: MatterOrder = { type: "close-recommendation", reason: "refused", explanation };
export const planVisit = (more: Partial<OrderOf<"plan-visit">> = {}): OrderOf<"plan-visit"> => ({
  ...{ type: "plan-visit", announced: "unannounced", site: "detention", department: "dep01", day: "2026-12-01" },
  ...{ forces: ["alfa"], recipient, grants: keyTo(fabien, carla, mona, hugo), explanation },
  ...more,
});
export const recordVisit = (entry: OrderOf<"record-visit">["entry"] = "full"): MatterOrder => ({
  ...{ type: "record-visit", day: "2026-12-01", entry, explanation },
});
export const reportVisit = (to = "mission"): MatterOrder => ({
  ...{ type: "report-visit", to, answerDue: "2026-12-31", text: { ht: "Nou te vizite." }, declares: "reveals-nobody" },
});
export const answerVisit = (said: OrderOf<"record-visit-answer">["answer"]): MatterOrder => ({
  ...{ type: "record-visit-answer", answer: said, explanation },
});
export const callOff: MatterOrder = { type: "call-off-visit", reason: "danger", explanation };
export const letIn = (...people: readonly { readonly id: StaffId }[]): MatterOrder => ({
  ...{ type: "let-in", grants: keyTo(...people) },
});
/** The key of that number, 0 being the first; for those named and nobody else. */
export const newKey = (number: number, ...people: readonly { readonly id: StaffId }[]): MatterOrder => ({
  ...{ type: "rekey-matter", grants: keyTo(...people) },
  recipient: number === 0 ? recipient : `age1pq1${"acdefghj"[number % 8]}${"klmnpqrs"[number >> 3]}${"q".repeat(1950)}`,
});
export const stepBack: MatterOrder = { type: "step-back", reason: "family" };

export const toHandedOver: readonly MatterStep[] = [
  [fabien, make()],
  [carla, handOver()],
];
export const toClaimed: readonly MatterStep[] = [...toHandedOver, [mona, answer("accepted")], [hugo, claim]];
export const toVisited: readonly MatterStep[] = [
  [fabien, planVisit()],
  [hugo, recordVisit()],
];

/** Gerda of support makes it; carla and mona of the panel, fabien and hugo hold the key too. */
export const makeClaim = (more: Partial<OrderOf<"make-claim">> = {}): OrderOf<"make-claim"> => ({
  ...{ type: "make-claim", claimant: "mother", majority: "2043-05", declares: "wanted" },
  ...{ forces: ["alfa"], recipient, grants: keyTo(gerda, carla, mona, fabien, hugo), explanation },
  ...more,
});
export const sampleConsent = (
  of: OrderOf<"record-sample-consent">["of"],
  said: OrderOf<"record-sample-consent">["given"],
): MatterOrder => ({ type: "record-sample-consent", of, given: said, explanation });
export const sample = (
  number: number,
  of: OrderOf<"record-sample">["of"],
  custody: OrderOf<"record-sample">["custody"],
): MatterOrder => ({ type: "record-sample", number, of, custody, holder: "office", explanation });
export const stateAsked = (to = "contributing-state:alfa"): MatterOrder => ({
  ...{ type: "ask-state", to, answerDue: "2026-12-31" },
});
export const stateAnswer = (said: OrderOf<"record-state-answer">["answer"]): MatterOrder => ({
  ...{ type: "record-state-answer", answer: said, explanation },
});
export const recognise = (recognised: OrderOf<"record-recognition">["recognised"]): MatterOrder => ({
  ...{ type: "record-recognition", recognised, explanation },
});
export const pay = (month: string, paid: OrderOf<"record-payment">["paid"]): MatterOrder => ({
  ...{ type: "record-payment", month, paid, explanation },
});
export const claimWithdrawn: MatterOrder = {
  ...{ type: "record-claim-withdrawal", declares: "asked-about-pressure", explanation },
};
export const endClaim = (reason: OrderOf<"close-claim">["reason"]): MatterOrder => ({
  ...{ type: "close-claim", reason, explanation },
});
export const wantErased: MatterOrder = { type: "propose-claim-erasure", reason: "person-asked", declares: "told" };
export const agreeErased = (days = 14): MatterOrder => ({ type: "confirm-claim-erasure", days });
export const keepClaim: MatterOrder = { type: "stop-claim-erasure" };
/** Gerda writes down that it is not wanted any more, and carla closes it. */
export const toWithdrawn: readonly MatterStep[] = [
  [gerda, makeClaim()],
  [gerda, claimWithdrawn],
  [carla, endClaim("withdrawn")],
];
export const toRecognised: readonly MatterStep[] = [
  [gerda, makeClaim()],
  [mona, stateAsked()],
  [gerda, stateAnswer("accepted")],
  [mona, recognise("recognised")],
];

/** Every hour behind the last, so that none of them is another's. */
export function decideInMatter(
  matter: Matter,
  [actor, order, at = hourAfter(1)]: MatterStep,
  about = matterOf(kindOf(order)),
) {
  return decideMatter(matter, order, { about, actor, office, at });
}

export type MadeMatter = { readonly matter: Matter; readonly events: readonly MatterEvent[] };

/** The matter that the rules made of these steps; throws where one is refused. */
export function madeOf(steps: readonly MatterStep[]): MadeMatter {
  const first = steps[0];
  const about = matterOf(first ? kindOf(first[1]) : "recommendation");
  return steps.reduce<MadeMatter>(
    ({ matter, events }, step, place) => {
      const at = step[2] ?? hourAfter(place);
      const decided = decideInMatter(matter, [step[0], step[1], at], about);
      if (!decided.ok) throw new Error(`a step was refused: ${decided.refusal.code}`);
      const event = { fact: decided.value, at, by: step[0].id };
      return { matter: evolveMatter(matter, event), events: [...events, event] };
    },
    { matter: { stage: "unknown" }, events: [] },
  );
}

/** `given(…).when(carla, handOver()).refuses("…")` */
export const given = (...steps: readonly MatterStep[]) => ({
  when: (actor: Actor, order: MatterOrder, at?: Instant) => {
    const { matter } = madeOf(steps);
    const about = matterOf(kindOf(steps[0]?.[1] ?? order));
    const decided = decideInMatter(matter, [actor, order, at ?? hourAfter(steps.length)], about);
    return {
      refuses: (code: MatterRefusal["code"]) => {
        assert.equal(decided.ok ? "lawful" : decided.refusal.code, code);
      },
      says: (type: MatterFact["type"]) => {
        assert.equal(decided.ok ? decided.value.type : decided.refusal.code, type);
      },
    };
  },
});

export { carla, dario, fabien, gerda, hugo, mona };
