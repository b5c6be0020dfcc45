import { signal } from "@preact/signals";

// Unsent words live in this page's memory; `kept-drafts.ts` hands them to the keeper, which seals them to this person's key
// on this machine. They never lie in the browser's storage, nor on the server.
const drafts = signal<ReadonlyMap<string, unknown>>(new Map());

/** One form's unsent words. `T` is the form's own; nobody else reads them under that name. */
export type Draft<T> = {
  readonly value: T;
  readonly isTouched: boolean;
  readonly change: (part: Partial<T>) => void;
  readonly forget: () => void;
};

/** Told of every change, by name; without a value when it was forgotten. */
type Listener = (name: string, value: object | undefined) => void;
let listener: Listener = () => undefined;
export const whenDraftsChange = (heard: Listener): void => {
  listener = heard;
};

export const draftName = (staff: string, about: string, act: string): string => `${staff} ${about} ${act}`;

/** The draft of that name, or what the form starts with. */
export function draftOf<T extends object>(name: string, start: T): Draft<T> {
  const kept = drafts.value.get(name) as T | undefined;
  const value = kept ?? start;
  return {
    value,
    isTouched: kept !== undefined,
    change: (part) => {
      const before = (drafts.value.get(name) as T | undefined) ?? start;
      const after = { ...before, ...part };
      drafts.value = new Map(drafts.value).set(name, after);
      listener(name, after);
    },
    forget: () => {
      const rest = new Map(drafts.value);
      rest.delete(name);
      drafts.value = rest;
      listener(name, undefined);
    },
  };
}

/** Puts back what lay on this machine; what stands in the page already is newer. */
export function restoreDrafts(kept: readonly (readonly [name: string, value: object])[]): void {
  drafts.value = new Map([...kept, ...drafts.value]);
}

export const isKept = (name: string): boolean => drafts.value.has(name);

/** Whether somebody has unsent words, in one case or matter, or anywhere. */
export const hasDrafts = (staff: string, about = ""): boolean =>
  listDrafts(staff).some((draft) => about === "" || draft.about === about);

/** Everything that somebody has not sent. */
export const listDrafts = (staff: string): readonly { readonly about: string; readonly act: string }[] =>
  [...drafts.value.keys()].flatMap((name) => {
    const [whose, about = "", act = ""] = name.split(" ");
    return whose === staff ? [{ about, act }] : [];
  });

/** Keeps one person's unsent words when they sign in again, and forgets everybody else's. */
export function keepDraftsOf(staff: string): void {
  drafts.value = new Map([...drafts.value].filter(([name]) => name.startsWith(`${staff} `)));
}

/** Forgets them in this page; what lies on the machine is `eraseKept`'s. */
export function forgetDrafts(): void {
  drafts.value = new Map();
}

/** The browser asks before the page goes while words are in it alone. */
export function warnBeforeLosing(isAlone: () => boolean): void {
  addEventListener("beforeunload", (event) => {
    if (drafts.value.size > 0 && isAlone()) event.preventDefault();
  });
}
