import { clockDue, type Deadlines } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import type { KnownMatter, Paternity } from "./matter.ts";

/** What a list shows of a matter: clear facts only. */
export type MatterInBrief = {
  readonly kind: KnownMatter["kind"];
  readonly stage: KnownMatter["stage"];
  readonly openedAt: Instant;
  readonly forces: readonly string[];
  readonly to?: string;
  readonly answerDue?: string;
  /** What was answered last. */
  readonly answer?: string;
  /** Whether an answer is awaited now. */
  readonly waits: boolean;
  readonly isPublic: boolean;
  /** By kind: `subject` and `basis`, or `site`, `department`, `day`, `announced` and `entry`. */
  readonly facts: { readonly [name: string]: string };
};

/** A matter in brief. */
export function briefMatter(matter: KnownMatter): MatterInBrief {
  const { kind, stage, openedAt, forces, to, answerDue, answers, told } = matter;
  const answer = answers.at(-1)?.answer;
  return {
    kind,
    stage,
    openedAt,
    forces,
    ...(to !== undefined && { to }),
    ...(answerDue !== undefined && { answerDue }),
    ...(answer !== undefined && { answer }),
    waits: waitsForAnswer(matter),
    isPublic: told !== undefined,
    facts: factsOf(matter),
  };
}

function factsOf(matter: KnownMatter): MatterInBrief["facts"] {
  if (matter.kind === "recommendation") return { subject: matter.subject, basis: matter.basis };
  if (matter.kind === "paternity") return claimFacts(matter);
  const { site, department, day, announced, entry } = matter;
  return { site, department, day, announced, ...(entry !== undefined && { entry }) };
}

/** What is clear of a claim: for whom, until when, and the last of what was recorded. */
function claimFacts({ claimant, majority, samples, recognised, payments }: Paternity): MatterInBrief["facts"] {
  const [month = "", paid = ""] = Object.entries(payments).sort().at(-1) ?? [];
  return {
    claimant,
    majority,
    samples: String(samples.length),
    ...(recognised !== undefined && { recognised }),
    ...(month !== "" && { month, paid }),
  };
}

/** Whether an answer is awaited: it was asked for, and none came since. */
function waitsForAnswer(matter: KnownMatter): boolean {
  if (matter.kind === "recommendation") return matter.stage === "handed-over";
  if (matter.kind === "visit") return matter.stage === "reported";
  const last = matter.answers.at(-1)?.at;
  return matter.stage !== "closed" && matter.askedAt !== undefined && (last === undefined || last < matter.askedAt);
}

/**
 * When each fact that a clock may start or stop on happened, by the name that a pack calls it (docs/specs/streams.md). A later
 * fact of the same name takes the place of an earlier one.
 */
function hoursOfMatter(matter: KnownMatter): { readonly [fact: string]: Instant | undefined } {
  const answeredAt = matter.answers.at(-1)?.at;
  if (matter.kind === "recommendation") {
    return {
      "recommendation.made": matter.openedAt,
      "recommendation.handed-over": matter.askedAt,
      "recommendation.answered": answeredAt,
    };
  }
  if (matter.kind === "paternity") {
    return {
      "paternity.claimed": matter.openedAt,
      "paternity.state-asked": matter.askedAt,
      "paternity.state-answered": answeredAt,
    };
  }
  return {
    "visit.planned": matter.openedAt,
    "visit.made": matter.madeAt,
    "visit.reported": matter.askedAt,
    "visit.answered": answeredAt,
  };
}

/**
 * The clocks of the pack that run on a matter now, nearest first: from a fact's last hour to a later one of the fact that stops it.
 * What was answered and asked anew waits anew.
 */
export function clocksOfMatter(
  matter: KnownMatter,
  deadlines: Deadlines,
): readonly { readonly id: string; readonly due: Instant }[] {
  const hours = hoursOfMatter(matter);
  const running = deadlines.clocks.flatMap((clock) => {
    const since = hours[clock.startsOn];
    const stopped = hours[clock.stopsOn];
    const runs = since !== undefined && (stopped === undefined || stopped < since);
    return runs ? [{ id: clock.id, due: clockDue(clock, since, deadlines) }] : [];
  });
  return running.sort((a, b) => (a.due < b.due ? -1 : 1));
}
