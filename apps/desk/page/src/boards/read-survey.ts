import { signal } from "@preact/signals";
import type { Instant, StaffId } from "@temwen/vocabulary";
import type { SurveyedCase, SurveyPage, SurveyPlace } from "../../../keeper/src/survey/survey-views.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { isSignedOut, person } from "../desk-state.ts";

/** What the boards count: all cases that one person may read, at an hour. */
export type Survey = {
  readonly of: StaffId;
  readonly cases: readonly SurveyedCase[];
  /** Cases whose history does not hold together. */
  readonly untrusted: number;
  readonly now: Instant;
  /** The words that name units were opened. */
  readonly hasUnits: boolean;
};

/** The last whole one of this tab; it stays on screen until a newer one is whole. */
const last = signal<Survey | undefined>(undefined);
/** How many cases were read so far; undefined while nothing is read. */
export const surveyProgress = signal<number | undefined>(undefined);
/** Why reading stopped. */
export const surveyTrouble = signal<Refusal | undefined>(undefined);

/** The survey of whoever is signed in. */
export const surveyNow = (): Survey | undefined => (last.value?.of === person.value?.me.id ? last.value : undefined);

/** Only the newest reading goes on. */
let turn = 0;

/** Reads all of it, some cases at a time; units too where they were read before. */
export async function readSurvey(withUnits = surveyNow()?.hasUnits === true): Promise<void> {
  const of = person.value?.me.id;
  if (of === undefined) return;
  turn += 1;
  const mine = turn;
  surveyTrouble.value = undefined;
  surveyProgress.value = 0;
  const seen = new Map<string, SurveyedCase>();
  let untrusted = 0;
  for (let place: SurveyPlace | undefined; ; ) {
    const wish = { ...(place && { place }), ...(withUnits && { withUnits }) };
    const page = await ask<SurveyPage>("POST", "/api/survey", wish);
    if (mine !== turn || person.value?.me.id !== of) return;
    if (!page.ok) {
      surveyProgress.value = undefined;
      surveyTrouble.value = isSignedOut(page.refusal) ? undefined : page.refusal;
      return;
    }
    // A case that moved on while this was read stands in two stages' lists, and counts once.
    for (const one of page.value.cases) seen.set(one.caseId, one);
    untrusted += page.value.untrusted.length;
    surveyProgress.value = seen.size;
    place = page.value.next;
    if (place) continue;
    last.value = { of, cases: [...seen.values()], untrusted, now: page.value.now, hasUnits: withUnits };
    surveyProgress.value = undefined;
    return;
  }
}
