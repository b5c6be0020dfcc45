import { fillWith, moveTo } from "../page/dom.ts";
import { isEmptied } from "../page/leaving.ts";

/** Draws one screen; called again when the language changes, so what was answered stands elsewhere. */
export type Screen = () => readonly Node[];

/** Screens one behind the other, with the browser's own back button going one back, and from the first out of them. */
export type Flow = {
  readonly go: (screen: Screen) => void;
  /** Shows the last screen, in the place of this one: what was answered on the way is not shown again, back leaves. */
  readonly finish: (screen: Screen) => void;
  readonly draw: () => void;
  readonly back: () => void;
  /** Leaves all screens at once. */
  readonly leave: () => void;
  /** While held, back stays where it is: something is on its way. */
  readonly hold: (isHeld: boolean) => void;
};

const depth = (): number => (history.state as { readonly depth?: number } | null)?.depth ?? 0;

/** Opens a flow in this place; `closed` is called once, when its last screen is left. */
export function openFlow(place: HTMLElement, closed: () => void): Flow {
  const ground = depth();
  let screens: readonly Screen[] = [];
  let isHeld = false;
  let isOver = false;

  const draw = (): void => fillWith(place, ...(screens[screens.length - 1]?.() ?? []));
  const display = (): void => {
    draw();
    moveTo(place);
  };
  const deeper = (): void => history.pushState({ depth: depth() + 1 }, "");
  const onPop = (): void => {
    if (isEmptied()) return;
    const wanted = depth() - ground;
    if (isHeld || wanted > screens.length) {
      // What is on its way stays on screen; and nothing lies ahead of the last screen.
      history.go(screens.length - wanted);
      return;
    }
    if (wanted === screens.length) return;
    screens = screens.slice(0, wanted);
    if (isOver && wanted > 0) {
      history.go(-wanted);
      return;
    }
    if (wanted > 0) {
      display();
      return;
    }
    window.removeEventListener("popstate", onPop);
    fillWith(place);
    closed();
  };
  window.addEventListener("popstate", onPop);

  return {
    go: (screen) => {
      screens = [...screens, screen];
      deeper();
      display();
    },
    finish: (screen) => {
      isOver = true;
      screens = [...screens.slice(0, -1), screen];
      display();
    },
    draw,
    back: () => history.back(),
    leave: () => history.go(-screens.length),
    hold: (held) => {
      isHeld = held;
    },
  };
}
