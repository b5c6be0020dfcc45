// What `/complain` loads when somebody wants the proof that their words arrived.
import { granted, millisToInstant, type Result } from "@temwen/vocabulary";
import { fillWith } from "../page/dom.ts";
import type { OwnFiling } from "../proving/own-filing.ts";
import { judgeSteps, type StepMark } from "../steps/judge-steps.ts";
import { type LogTrouble, openSeenLog, reaching } from "../steps/open-log.ts";
import { drawProof, drawWaiting, type FoundProof } from "./draw-proof.ts";
import { findOwnCase } from "./find-own-case.ts";

/** Hours within which a step is to stand in the log; written here when the annex is built. */
declare const promiseHours: number;

/** How long before the log is asked again, in milliseconds: a log grows by a rhythm, and asking costs a bad line something. */
const pauseMillis = 10_000;

let asking = 0;

/**
 * Looks for the complaint in the public log until it stands there, shown in `place`; `onProof` is given the proof. Ends when the place
 * is emptied or leaves the page, or when it is asked again.
 */
export async function showProof(
  own: OwnFiling,
  place: HTMLElement,
  onProof: (proof: Uint8Array) => void,
): Promise<void> {
  const turn = ++asking;
  const isPromised = own.filing.promise !== undefined;
  let waiting = drawWaiting(isPromised);
  fillWith(place, ...waiting);
  for (;;) {
    const found = await reaching(() => look(own));
    const isShown = waiting.some((one) => one.isConnected && place.contains(one));
    if (turn !== asking || !isShown) return;
    waiting = drawProof(isPromised, found);
    if (found.ok && found.value.mark.mark === "included") onProof(found.value.mark.proof.proof);
    fillWith(place, ...waiting);
    const isOver = found.ok ? found.value.mark.mark !== "waits" : found.refusal.code !== "log-unreachable";
    if (isOver) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMillis));
  }
}

async function look(own: OwnFiling): Promise<Result<FoundProof, LogTrouble>> {
  const seen = await openSeenLog();
  if (!seen.ok) return seen;
  const now = millisToInstant(Date.now());
  const labelKey = Uint8Array.from(atob(own.manifest.labelKey), (one) => one.charCodeAt(0));
  let mark: StepMark | undefined;
  // Two leaves may bear one number: the one that is ours counts.
  for (const kept of await findOwnCase(own)) {
    const judged = await judgeSteps(kept, { seen: seen.value, labelKey, promiseHours, now });
    const found = judged.marks.get(0);
    if (found && mark?.mark !== "included") mark = found;
  }
  if (!mark) throw new Error("a filing has one step");
  return granted({ seen: seen.value, mark });
}
