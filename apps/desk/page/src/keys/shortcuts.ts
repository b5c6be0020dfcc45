import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** Where a key works. */
export type KeyPlace = "everywhere" | "queue" | "case" | "act";

/** Every shortcut of the desk, in the order in which the list shows them: its keys, and the word that says what it does. */
export const shortcuts = [
  { at: "everywhere", keys: ["?"], says: "keyList" },
  { at: "everywhere", keys: ["r"], says: "keyRead" },
  { at: "queue", keys: ["j", "↓"], says: "keyDown" },
  { at: "queue", keys: ["k", "↑"], says: "keyUp" },
  { at: "queue", keys: ["Enter"], says: "keyOpen" },
  { at: "case", keys: ["b"], says: "keyBack" },
  { at: "case", keys: ["s"], says: "keyStory" },
  { at: "case", keys: ["e"], says: "keyEvidence" },
  { at: "case", keys: ["m"], says: "keyMessages" },
  { at: "case", keys: ["i"], says: "keyInquiry" },
  { at: "case", keys: ["f"], says: "keyFairness" },
  { at: "case", keys: ["h"], says: "keyHistory" },
  { at: "case", keys: ["a"], says: "keyActs" },
  { at: "case", keys: ["p"], says: "keyPanel" },
  { at: "case", keys: ["c"], says: "keyCover" },
  { at: "act", keys: ["Ctrl", "Enter"], says: "keySign" },
] as const satisfies readonly { readonly at: KeyPlace; readonly keys: readonly string[]; readonly says: string }[];

export const isListOpen = signal(false);

// Whoever speaks to their computer, or whose hands tremble, sets off single letters by accident (WCAG 2.1.4).
const storedName = "temwen-single-keys";
/** Whether single letters do anything; `?` always does, for it is the way to switch the others on again. */
export const singleKeys = signal(true);

export function readSingleKeys(): void {
  singleKeys.value = sessionStorage.getItem(storedName) !== "off";
}

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on;
  sessionStorage.setItem(storedName, on ? "on" : "off");
}

/** Does these while the component is on screen, by single letters; never while somebody is typing. */
export function useKeys(does: Readonly<Record<string, () => void>>): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!act || isTyping(event) || (!singleKeys.value && event.key !== "?")) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

/** Goes to a heading, with the focus. */
export function jumpTo(id: string): void {
  const heading = document.getElementById(id);
  if (!heading) return;
  // What is folded away cannot be read from there.
  for (let fold = heading.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}

function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isField =
    target instanceof HTMLElement && target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
  return ctrlKey || metaKey || altKey || isField;
}
