import type { Instant } from "@temwen/vocabulary";
import { waitsForAnswer } from "./clocks.ts";
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
