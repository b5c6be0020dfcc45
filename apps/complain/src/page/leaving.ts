import { byId, create, fillWith } from "./dom.ts";

let isWiped = false;
let wouldLose = (): boolean => false;

/** Asks before the page closes over something that cannot be had again. */
export function askBeforeLosing(isAtRisk: () => boolean): void {
  wouldLose = isAtRisk;
  window.addEventListener("beforeunload", (event) => {
    if (!wouldLose()) return;
    event.preventDefault();
    // What browsers before 2023 listen to instead.
    event.returnValue = "";
  });
}

/** Empties the page: words, receipt, everything. */
function wipe(): void {
  isWiped = true;
  wouldLose = () => false;
  document.title = " ";
  fillWith(document.body);
}

/** Whether the page was emptied: nothing is to be shown on it any more. */
export const isEmptied = (): boolean => isWiped;

/**
 * The way out, always on screen: wipes the page, steps back over the entries this page made in the browser's
 * history, and puts a neutral address in the place of this one.
 */
export function leaveQuickly(event: Event): void {
  event.preventDefault();
  emptyAndGo(Promise.resolve());
}

/** The same, behind a piece of work that somebody who looks over a shoulder sees nothing of: the page is empty already. */
export function emptyAndGo(work: Promise<unknown>): void {
  const to = byId<HTMLAnchorElement>("leave").href;
  const steps: number = history.state?.depth ?? 0;
  wipe();
  fillWith(document.body, create("p"));
  const go = (): void => location.replace(to);
  const stepBack = (): void => {
    if (steps === 0) {
      go();
      return;
    }
    window.addEventListener("popstate", go);
    // Some browsers swallow the event when the entry is gone already.
    setTimeout(go, 400);
    history.go(-steps);
  };
  work.then(stepBack, stepBack);
}
