import { answerDay } from "@temwen/mission-pack";
import type { Directory } from "@temwen/office";
import type { Instant, MatterId } from "@temwen/vocabulary";
import { agrees, findSigner, type StepRefusal } from "../history/step-law.ts";
import { isFormerInMatter, orderOfMatter } from "./acts.ts";
import type { MatterServerFact } from "./clock-facts.ts";
import { hourOfAnswer, isMissed } from "./clocks.ts";
import { decideMatter } from "./decide.ts";
import { dueOfMatter } from "./erasing.ts";
import { evolveMatter } from "./evolve.ts";
import type { Matter } from "./matter.ts";
import type { MatterRefusal } from "./refusals.ts";
import { eventOf, type MatterHappened, type MatterStatement } from "./statements.ts";

/** A step that the law does not know, by its place. */
export type UnlawfulMatterStep = {
  readonly index: number;
  readonly refusal:
    | MatterRefusal
    | Extract<StepRefusal, { readonly code: "not-in-directory" | "expired" | "clock-not-missed" | "not-to-be-erased" }>;
};

/** A matter as the lawful steps made it, those steps, and the others. */
export type JudgedMatter = {
  readonly matter: Matter;
  readonly lawful: readonly MatterHappened[];
  readonly unlawful: readonly UnlawfulMatterStep[];
};

/**
 * Judges a whole stream by the law that decides orders, each step for whoever signed it as the directory of that epoch lists
 * them. A signature says who took a step, and only this says that they might.
 */
export function judgeMatter(
  about: MatterId,
  happened: readonly MatterHappened[],
  directoryOf: (epoch: number) => Directory | undefined,
): JudgedMatter {
  let matter: Matter = { stage: "unknown" };
  const lawful: MatterHappened[] = [];
  const unlawful: UnlawfulMatterStep[] = [];
  for (const step of happened) {
    const refusal =
      "by" in step ? judgeStep(about, matter, step, directoryOf(step.epoch)) : judgeServer(matter, step, step.at);
    if (refusal) unlawful.push({ index: step.index, refusal });
    else {
      matter = evolveMatter(matter, eventOf(step));
      lawful.push(step);
    }
  }
  return { matter, lawful, unlawful };
}

/** What two people wanted gone goes at its hour. A clock passes once, and behind its hour; the day that an act named, only while it waits. */
function judgeServer(matter: Matter, fact: MatterServerFact, at: Instant): UnlawfulMatterStep["refusal"] | undefined {
  if (matter.stage === "unknown") return { code: "unknown-matter" };
  const { due } = fact;
  if (fact.type === "paternity.erased/1")
    return due <= at && due === dueOfMatter(matter) ? undefined : { code: "not-to-be-erased" };
  const { clock } = fact;
  const isNews = due < at && !isMissed(matter, { id: clock, due });
  return isNews && (clock !== answerDay || due === hourOfAnswer(matter)) ? undefined : { code: "clock-not-missed" };
}

function judgeStep(
  about: MatterId,
  matter: Matter,
  statement: MatterStatement,
  directory: Directory | undefined,
): UnlawfulMatterStep["refusal"] | undefined {
  const { at } = statement;
  if (!directory) return { code: "not-in-directory" };
  const signer = findSigner(statement.by, directory, at);
  if (!signer.ok) return signer.refusal;
  const order = orderOfMatter(statement);
  // Which departments there were, the pack of that time would say, and nobody keeps that: taken at the signer's word.
  const departments = order.type === "plan-visit" ? [order.department] : [];
  const forces = directory.forces.map(({ id }) => id);
  const staff = directory.staff.filter(({ expires }) => expires > at);
  const erasureDays = order.type === "confirm-claim-erasure" ? order.days : 0;
  const office = { staff, forces, departments, erasureDays };
  const formerly = isFormerInMatter(statement);
  const decided = decideMatter(matter, order, { about, actor: signer.value, office, at, formerly });
  if (!decided.ok) return decided.refusal;
  // An order in a matter gives one fact, word for word what it says: there is nothing left in which it could differ.
  if (!agrees(decided.value, statement)) throw new Error("a fact was read otherwise than it is said");
  return undefined;
}
