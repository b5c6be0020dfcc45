import { signal } from "@preact/signals";
import type { Instant, StaffId } from "@temwen/vocabulary";
import type { SurveyedCase, SurveyPage, SurveyPlace } from "../../../keeper/src/survey/survey-views.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { isSignedOut, person } from "../desk-state.ts";

/** What the boards count: the cases that one person may read, and how far reading has come. */
export type Survey = {
  readonly of: StaffId;
  readonly cases: readonly SurveyedCase[];
  /** Cases whose history does not hold together. */
  readonly untrusted: number;
  readonly now: Instant;
  readonly isWhole: boolean;
};

/** The last one of this tab; it counts only for whoever it was read for. */
const last = signal<Survey | undefined>(undefined);
/** Why reading stopped. */
export const surveyTrouble = signal<Refusal | undefined>(undefined);

/** The survey of whoever is signed in. */
export const surveyNow = (): Survey | undefined => (last.value?.of === person.value?.me.id ? last.value : undefined);

/** Reads all of it, some cases at a time; a newer reading takes the place of one under way. */
export async function readSurvey(): Promise<void> {
  const of = person.value?.me.id;
  if (of === undefined) return;
  surveyTrouble.value = undefined;
  const seen = new Map<string, SurveyedCase>();
  let untrusted = 0;
  for (let place: SurveyPlace | undefined; ; ) {
    const before = last.value;
    const page = await ask<SurveyPage>("POST", "/api/survey", place === undefined ? {} : { place });
    if (last.value !== before || person.value?.me.id !== of) return;
    if (!page.ok) {
      if (!isSignedOut(page.refusal)) surveyTrouble.value = page.refusal;
      return;
    }
    // A case that moved on while this was read stands in two stages' lists, and counts once.
    for (const one of page.value.cases) seen.set(one.caseId, one);
    untrusted += page.value.untrusted.length;
    place = page.value.next;
    last.value = { of, cases: [...seen.values()], untrusted, now: page.value.now, isWhole: place === undefined };
    if (place === undefined) return;
  }
}
