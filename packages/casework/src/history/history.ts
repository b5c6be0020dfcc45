import type { StaffId } from "@temwen/vocabulary";
import { isDecided, isLaterFact } from "../acts/later-acts.ts";
import type { Case } from "../case/case.ts";
import { isFormer } from "../facts/former.ts";
import type { OpenedFact } from "../facts/opened-fact.ts";
import { decideStaffAct } from "../law/decide.ts";
import { evolveCase } from "../law/evolve.ts";
import { officeFactsThen } from "../law/office-facts.ts";
import { mayActOn } from "../law/reading.ts";
import { judgeOpening } from "../opened/opening-law.ts";
import { type Act, readActs, type Witnessed } from "./read-acts.ts";
import {
  agrees,
  type DirectoryOf,
  type Judged,
  judgeOthers,
  type StepRefusal,
  signedUnder,
  type UnlawfulStep,
} from "./step-law.ts";

/**
 * Judges a whole history by the law that decides orders. Every act is decided again: from the case as it stood, for the
 * person who signed it as the directory of that epoch lists them, at the hour they signed. What the same order would not
 * have given does not become part of the case; what comes after is judged without it.
 *
 * A signature says who took a step, and only this says that they might: a server with one key of the wrong role could
 * otherwise show any step as taken.
 */
export function judgeHistory<E extends Witnessed>(events: readonly E[], directoryOf: DirectoryOf): Judged<E> {
  let theCase: Case = { stage: "unknown" };
  const lawful: E[] = [];
  const unlawful: UnlawfulStep[] = [];
  for (const act of readActs(events)) {
    const refusal = judgeAct(theCase, act, directoryOf);
    if (refusal) unlawful.push({ index: act.events[0]?.index ?? 0, refusal });
    else {
      theCase = act.events.reduce<Case>(evolveCase, theCase);
      lawful.push(...act.events);
    }
  }
  return { theCase, lawful, unlawful };
}

function judgeAct<E extends Witnessed>(theCase: Case, act: Act<E>, directoryOf: DirectoryOf): StepRefusal | undefined {
  switch (act.of) {
    case "nobody":
      return { code: "act-incomplete" };
    case "others": {
      const { fact } = act;
      if (fact.type === "case.opened/1") return judgeOpened(theCase, fact, act.events[0], directoryOf);
      const judged = judgeOthers(theCase, fact, act.events[0].at);
      return judged.ok ? undefined : judged.refusal;
    }
    case "staff":
      return judgeStaffAct(theCase, act, directoryOf);
  }
}

/** A case that the office opened: by somebody who might, as the directory of that epoch lists them, and as the first of all. */
function judgeOpened(
  theCase: Case,
  fact: OpenedFact,
  event: Witnessed,
  directoryOf: DirectoryOf,
): StepRefusal | undefined {
  if (theCase.stage !== "unknown") return { code: "wrong-stage", stage: theCase.stage, allowed: [] };
  const signed = signedUnder(event, directoryOf);
  if (!signed.ok) return signed.refusal;
  const { signer, directory } = signed.value;
  return judgeOpening(fact, signer, directory, event.at);
}

function judgeStaffAct<E extends Witnessed>(
  theCase: Case,
  { events, order }: Extract<Act<E>, { readonly of: "staff" }>,
  directoryOf: DirectoryOf,
): StepRefusal | undefined {
  const first = events[0] as E;
  const signed = signedUnder(first, directoryOf);
  if (!signed.ok) return signed.refusal;
  const { signer: actor, directory } = signed.value;
  const { at, fact } = first;
  const departments = order.type === "assess-case" ? [order.department] : [];
  const erasureDays = order.type === "confirm-erasure" ? order.days : 0;
  const latestFor = () => (order.type === "extend-clock" ? order.until : undefined);
  const said = { departments, erasureDays, latestFor };
  const office = officeFactsThen(directory, said, at, uncounted(theCase, fact));
  const formerly = isFormer(fact);
  const decided = decideStaffAct(theCase, order, { actor, office, at, formerly, recordedAs: fact.type });
  if (!decided.ok) return decided.refusal.code === "person-not-told" ? { code: "act-incomplete" } : decided.refusal;
  // Whoever could not see the case could not act on it: the server hides it from them, and so nobody let them in.
  if (!mayActOn(theCase, actor)) return { code: "not-let-in" };
  const isSame = decided.value.every((fact, place) => agrees(fact, events[place]?.fact));
  return isSame && decided.value.length === events.length ? undefined : { code: "decision-differs" };
}

/** Whose votes a decision does not name: of members who were suspended when the sitting was closed, as nobody knows later. */
function uncounted(theCase: Case, fact: Witnessed["fact"]): ReadonlySet<StaffId> {
  const cast = theCase.stage === "unknown" ? [] : (theCase.sitting?.votes ?? []);
  if (!isLaterFact(fact) || !isDecided(fact)) return new Set();
  return new Set(cast.filter(({ digest }) => !fact.votes.includes(digest)).map(({ by }) => by));
}
