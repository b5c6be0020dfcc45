import { create, fillWith } from "../page/dom.ts";
import { drawFate, type Fate } from "./fates.ts";
import type { EvidenceKey, Say } from "./say.ts";

type View = {
  readonly fates: readonly Fate[];
  readonly trouble: EvidenceKey | undefined;
  readonly hint: string;
  readonly acts: readonly HTMLButtonElement[];
};

type Speaking = {
  readonly say: Say;
  /** Of the sentence that says how far it is. */
  readonly id: string;
  /** What a piece is called, by its place. */
  readonly label: (piece: number) => string;
};

/** Makes the screen in this place on which one sees how far each piece is; the returned draws it. */
export function createBringingScreen(place: HTMLElement, { say, id, label }: Speaking): (view: View) => void {
  const list = create("ol", "", "doing");
  const state = create("p");
  state.id = id;
  state.setAttribute("role", "status");
  const row = create("div", "", "acts");
  const head = create("h2");
  const about = create("p", "", "hint");
  fillWith(place, head, about, list, state, row);
  return ({ fates, trouble, hint, acts }) => {
    const there = fates.filter(({ at }) => at === "there").length;
    head.textContent = say("bringing");
    about.textContent = hint;
    fillWith(list, ...fates.map((fate, i) => drawFate(say, label(i), fate)));
    const counted = there === fates.length ? say("allThere") : say("someThere", { n: there, total: fates.length });
    const sentence = `${counted} ${trouble ? say(trouble) : ""}`.trim();
    // Only what is new is read aloud.
    if (state.textContent !== sentence) state.textContent = sentence;
    if (row.textContent !== acts.map(({ textContent }) => textContent).join("")) fillWith(row, ...acts);
  };
}
