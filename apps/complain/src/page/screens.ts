import { byId, moveTo } from "./dom.ts";
import { isEmptied } from "./leaving.ts";

type Place = { readonly screen: string; readonly depth: number };

/** One screen at a time, with the browser's own back button going one question back. */
export function createScreens(names: readonly string[], onShown: (name: string) => void) {
  let current = names[0] ?? "";
  let isHeld = false;

  const display = (name: string): void => {
    current = name;
    for (const other of names) byId(other).hidden = other !== name;
    onShown(name);
    moveTo(byId(name));
  };
  const depth = (): number => (history.state as Place | null)?.depth ?? 0;
  const go = (name: string): void => {
    history.pushState({ screen: name, depth: depth() + 1 } satisfies Place, "");
    display(name);
  };

  history.replaceState({ screen: current, depth: 0 } satisfies Place, "");
  window.addEventListener("popstate", (event) => {
    if (isEmptied()) return;
    const place = event.state as Place | null;
    if (isHeld) go(current);
    else display(place && names.includes(place.screen) ? place.screen : (names[0] ?? ""));
  });

  return {
    current: () => current,
    go,
    /** Shows another screen in the place of this one: back does not return to this one. */
    replace: (name: string): void => {
      history.replaceState({ screen: name, depth: depth() } satisfies Place, "");
      display(name);
    },
    back: () => history.back(),
    /** While held, back stays where it is: words are on their way, or a receipt is on screen. */
    hold: (held: boolean): void => {
      isHeld = held;
    },
  };
}

export type Screens = ReturnType<typeof createScreens>;
