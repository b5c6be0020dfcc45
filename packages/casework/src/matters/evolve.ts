import { type Instant, neverHere, type StaffId } from "@temwen/vocabulary";
import type { MatterFact } from "./acts.ts";
import type { MatterServerFact } from "./clock-facts.ts";
import { dueOfMatter } from "./erasing.ts";
import {
  type KnownMatter,
  type Matter,
  type MatterCore,
  paternity,
  type Recommendation,
  type Visit,
} from "./matter.ts";
import { evolvePaternity } from "./paternity.ts";

type FactOf<T extends MatterFact["type"]> = Extract<MatterFact, { readonly type: T }>;

/** A fact as the record gives it back. */
export type MatterEvent =
  | { readonly fact: MatterFact; readonly at: Instant; readonly by: StaffId }
  | { readonly fact: MatterServerFact; readonly at: Instant };

/** The matter after one more fact. A fact out of order is a fault: the rules never let it into the record. */
export function evolveMatter(matter: Matter, event: MatterEvent): KnownMatter {
  if (!("by" in event)) return evolveByServer(matter, event.fact);
  const { fact, at, by } = event;
  if (fact.type === "recommendation.made/1") {
    const { basis, to, subject } = fact;
    const more = { kind: "recommendation", stage: "made", basis, subject, claimedBy: [], checkedBy: [] } as const;
    return { ...opened(matter, fact, at, by), to, ...more };
  }
  if (fact.type === "visit.planned/1") {
    const { announced, site, department, day } = fact;
    return { ...opened(matter, fact, at, by), kind: "visit", stage: "planned", announced, site, department, day };
  }
  if (fact.type === "paternity.claimed/1") {
    const { claimant, majority } = fact;
    const none = { consents: {}, samples: [], payments: {} };
    return { ...opened(matter, fact, at, by), kind: "paternity", stage: "open", claimant, majority, ...none };
  }
  if (matter.stage === "unknown") throw new Error(`${fact.type} in a matter that nobody opened`);
  const acted = { ...matter, actedBy: withOne(matter.actedBy, by) };
  switch (fact.type) {
    case "matter.let-in/1":
      return letIn(acted, fact);
    case "matter.rekeyed/1": {
      const formerRecipients = [...(acted.formerRecipients ?? []), acted.recipient];
      return letIn({ ...acted, recipient: fact.recipient, formerRecipients, holders: [] }, fact);
    }
    case "matter.stepped-back/1":
      return {
        ...acted,
        steppedBack: withOne(acted.steppedBack, by),
        access: acted.access.filter((id) => id !== by),
        ...(acted.holders && { holders: acted.holders.filter((id) => id !== by) }),
      };
    case "recommendation.handed-over/1":
      return { ...recommendation(acted), stage: "handed-over", answerDue: fact.answerDue, askedAt: at };
    case "recommendation.published/1":
      return { ...recommendation(acted), told: fact.text };
    case "recommendation.answered/1":
      return { ...recommendation(acted), stage: "answered", answers: answered(acted, fact, at, by) };
    case "recommendation.change-claimed/1": {
      const known = recommendation(acted);
      return { ...known, stage: "claimed", claimedBy: withOne(known.claimedBy, by) };
    }
    case "recommendation.change-checked/1": {
      const known = recommendation(acted);
      // What was claimed and is not so is open again, as if nothing had been said but the answer before.
      const open = known.answers.length > 0 ? "answered" : "handed-over";
      const stage = fact.outcome === "changed" ? "changed" : open;
      return { ...known, stage, checkedBy: withOne(known.checkedBy, by) };
    }
    case "recommendation.closed/1":
      return { ...recommendation(acted), stage: "closed" };
    case "visit.made/1":
      return { ...visit(acted), stage: "made", day: fact.day, entry: fact.entry, madeBy: by, madeAt: at };
    case "visit.called-off/1":
      return { ...visit(acted), stage: "called-off" };
    case "visit.reported/1": {
      const { to, answerDue, text } = fact;
      return { ...visit(acted), stage: "reported", to, answerDue, askedAt: at, told: text };
    }
    case "visit.answered/1":
      return { ...visit(acted), stage: "answered", answers: answered(acted, fact, at, by) };
    case "paternity.consent-recorded/1":
    case "paternity.sample-recorded/1":
    case "paternity.state-asked/1":
    case "paternity.state-answered/1":
    case "paternity.recognition-recorded/1":
    case "paternity.payment-recorded/1":
    case "paternity.withdrawal-recorded/1":
    case "paternity.closed/1":
    case "paternity.closed/2":
    case "paternity.erasure-proposed/1":
    case "paternity.erasure-confirmed/1":
    case "paternity.erasure-stopped/1":
      return evolvePaternity(paternity(acted), fact, by, at);
    default:
      return neverHere(fact);
  }
}

function evolveByServer(matter: Matter, fact: MatterServerFact): KnownMatter {
  if (matter.stage === "unknown") throw new Error(`${fact.type} in a matter that nobody opened`);
  switch (fact.type) {
    case "matter.clock-missed/1":
      return { ...matter, missed: [...(matter.missed ?? []), { clock: fact.clock, due: fact.due }] };
    case "paternity.erased/1":
      if (dueOfMatter(matter) === undefined) throw new Error("two people did not want it");
      return { ...paternity(matter), stage: "erased" };
    default:
      return neverHere(fact);
  }
}

/** The matter after everything that happened in it. */
export const foldMatter = (events: readonly MatterEvent[]): Matter =>
  events.reduce<Matter>(evolveMatter, { stage: "unknown" });

function opened(
  matter: Matter,
  { forces, recipient, grants }: FactOf<"recommendation.made/1" | "visit.planned/1" | "paternity.claimed/1">,
  at: Instant,
  by: StaffId,
): MatterCore {
  if (matter.stage !== "unknown") throw new Error("a matter is opened once");
  const access = grants.map(({ to }) => to);
  return { openedAt: at, openedBy: by, forces, recipient, access, actedBy: [by], steppedBack: [], answers: [] };
}

/** Nobody loses sight of a matter because a colleague did not give them the newest key. */
function letIn(matter: KnownMatter, { grants }: FactOf<"matter.let-in/1" | "matter.rekeyed/1">): KnownMatter {
  const withThem = (ids: readonly StaffId[]) => grants.reduce((all, { to }) => withOne(all, to), ids);
  const { access, holders } = matter;
  return { ...matter, access: withThem(access), ...(holders && { holders: withThem(holders) }) };
}

const answered = (
  { answers }: MatterCore,
  { answer }: FactOf<"recommendation.answered/1" | "visit.answered/1">,
  at: Instant,
  by: StaffId,
): MatterCore["answers"] => [...answers, { answer, at, by }];

const withOne = (ids: readonly StaffId[], id: StaffId): readonly StaffId[] => (ids.includes(id) ? ids : [...ids, id]);

function recommendation(matter: KnownMatter): Recommendation {
  if (matter.kind !== "recommendation") throw new Error("not a recommendation");
  return matter;
}

function visit(matter: KnownMatter): Visit {
  if (matter.kind !== "visit") throw new Error("not a visit");
  return matter;
}
