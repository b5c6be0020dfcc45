import { signal } from "@preact/signals";
import type { Instant } from "@temwen/vocabulary";
import type { DraftAbout, DraftsView, KeptDraft } from "../../keeper/src/views.ts";
import { ask } from "./desk-line.ts";
import { draftName, restoreDrafts, whenDraftsChange } from "./drafts.ts";

/** How long this desk keeps unsent words after their last change, in days; undefined where it keeps none. */
export const keptDays = signal<number | undefined>(undefined);
/** By a draft's name: when the machine took it last. */
export const savedAt = signal<ReadonlyMap<string, Instant>>(new Map());

/** What the keeper has not been told yet, newest words only. */
const untold = new Map<string, object>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** A pause in typing; each save seals anew. */
const pause = 700;

/** From now on what is typed is kept on this machine, shortly after it was typed and when the page is left. */
export function keepWhatIsTyped(): void {
  whenDraftsChange((name, value) => {
    if (keptDays.value === undefined) return;
    if (value) {
      untold.set(name, value);
      clearTimeout(timer);
      timer = setTimeout(() => void tellKeeper(), pause);
      return;
    }
    untold.delete(name);
    savedAt.value = new Map([...savedAt.value].filter(([other]) => other !== name));
    void ask("POST", "/api/drafts/forget", placeOf(name));
  });
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void tellKeeper());
  addEventListener("pagehide", () => void tellKeeper());
}

/** Whether there are words that only this page has. */
export const isPageAlone = (): boolean => keptDays.value === undefined || untold.size > 0;

/** Fetches what this person left unsent on this machine. */
export async function fetchKept(staff: string): Promise<void> {
  const answer = await ask<DraftsView>("GET", "/api/drafts");
  if (!answer.ok) return;
  const { keeps, days, drafts } = answer.value;
  keptDays.value = keeps ? days : undefined;
  const named = drafts.map((draft) => ({ ...draft, name: draftName(staff, draft.about, draft.act) }));
  savedAt.value = new Map(named.map(({ name, savedAt: at }) => [name, at]));
  restoreDrafts(named.map(({ name, value }) => [name, value]));
}

/** Erases all of this person's unsent words from this machine. */
export async function eraseKept(): Promise<void> {
  untold.clear();
  clearTimeout(timer);
  savedAt.value = new Map();
  await ask("POST", "/api/drafts/forget", { all: true });
}

/** Hands over what was not handed over yet. What the keeper did not take is handed over again with the next change. */
export async function tellKeeper(): Promise<void> {
  clearTimeout(timer);
  for (const [name, value] of [...untold]) {
    const answer = await ask<{ readonly savedAt: Instant }>("POST", "/api/drafts/keep", { ...placeOf(name), value });
    if (!answer.ok || untold.get(name) !== value) continue;
    untold.delete(name);
    savedAt.value = new Map(savedAt.value).set(name, answer.value.savedAt);
  }
}

function placeOf(name: string): Pick<KeptDraft, "about" | "act"> {
  const [, about, act = ""] = name.split(" ");
  // Names are made by `draftName` and by nobody else.
  return { about: about as DraftAbout, act };
}
