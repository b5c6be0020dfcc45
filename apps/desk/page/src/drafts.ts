import { signal } from "@preact/signals";

// Unsent words live in this page's memory and nowhere else: not in the browser's storage, not at the keeper, not on the server.
const drafts = signal<ReadonlyMap<string, unknown>>(new Map());

/** One form's unsent words. `T` is the form's own; nobody else reads them under that name. */
export type Draft<T> = {
  readonly value: T;
  readonly isTouched: boolean;
  readonly change: (part: Partial<T>) => void;
  readonly forget: () => void;
};

export const draftName = (staff: string, caseId: string, act: string): string => `${staff} ${caseId} ${act}`;

/** The draft of that name, or what the form starts with. */
export function draftOf<T extends object>(name: string, start: T): Draft<T> {
  const kept = drafts.value.get(name) as T | undefined;
  const value = kept ?? start;
  return {
    value,
    isTouched: kept !== undefined,
    change: (part) => {
      const before = (drafts.value.get(name) as T | undefined) ?? start;
      drafts.value = new Map(drafts.value).set(name, { ...before, ...part });
    },
    forget: () => {
      const rest = new Map(drafts.value);
      rest.delete(name);
      drafts.value = rest;
    },
  };
}

export const isKept = (name: string): boolean => drafts.value.has(name);

/** Whether somebody has unsent words, in one case or anywhere. */
export function hasDrafts(staff: string, caseId = ""): boolean {
  const prefix = caseId === "" ? `${staff} ` : `${staff} ${caseId} `;
  return [...drafts.value.keys()].some((name) => name.startsWith(prefix));
}

/** Keeps one person's unsent words when they sign in again, and forgets everybody else's. */
export function keepDraftsOf(staff: string): void {
  drafts.value = new Map([...drafts.value].filter(([name]) => name.startsWith(`${staff} `)));
}

export function forgetDrafts(): void {
  drafts.value = new Map();
}

/** The browser asks before the page goes while words are unsent. */
export function warnBeforeLosing(): void {
  addEventListener("beforeunload", (event) => {
    if (drafts.value.size > 0) event.preventDefault();
  });
}
