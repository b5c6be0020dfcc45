import { isFinal } from "@temwen/courier";
import { neverHere } from "@temwen/vocabulary";
import { create, createButton, fillWith, stageLook } from "../page/dom.ts";
import type { Carry, Host } from "./host.ts";
import type { EvidenceKey, Say } from "./say.ts";

type Work = {
  readonly say: Say;
  readonly host: Host;
  /** What the piece is called, by its place. */
  readonly label: (piece: number) => string;
  readonly carriers: readonly Carry[];
};

export type Bringing = {
  readonly stop: () => void;
  /** Whether a piece may still arrive, also when it was stopped and somebody may go on. */
  readonly isUnderWay: () => boolean;
};

type Fate = { readonly at: "waiting" | "there" | "not-there" } | { readonly at: "sending"; readonly percent: number };

/** Behind the courier's own patience, in milliseconds. */
const pause = 5000;

/**
 * Brings the pieces one after the other for as long as the page is open: over cut lines it waits and goes on where it
 * was. The words have arrived before; whatever becomes of a piece, they are safe.
 */
export function startBringing(place: HTMLElement, { say, host, label, carriers }: Work): Bringing {
  const fates: Fate[] = carriers.map(() => ({ at: "waiting" }));
  let trouble: EvidenceKey | undefined;
  let line = new AbortController();

  const list = create("ol", "", "doing");
  const state = create("p");
  state.id = "evidence-state";
  state.setAttribute("role", "status");
  const acts = create("div", "", "row");
  const head = create("h2");
  const hint = create("p", "", "hint");
  fillWith(place, head, hint, list, state, acts);

  const isRunning = (): boolean => !line.signal.aborted;
  const draw = (): void => {
    const there = fates.filter(({ at }) => at === "there").length;
    const isDone = there === fates.length;
    head.textContent = say("bringing");
    hint.textContent = isDone ? "" : say("bringingHint");
    fillWith(list, ...fates.map((fate, i) => row(say, label(i), fate)));
    const counted = isDone ? say("allThere") : say("someThere", { n: there, total: fates.length });
    const sentence = `${counted} ${trouble ? say(trouble) : ""}`.trim();
    // Only what is new is read aloud.
    if (state.textContent !== sentence) state.textContent = sentence;
    const act = isRunning() ? createButton(say("stopSending"), stop) : createButton(say("goOn"), run, "primary");
    const wanted = isDone || fates.every(({ at }) => at === "there" || at === "not-there") ? [] : [act];
    if (acts.textContent !== wanted.map(({ textContent }) => textContent).join("")) fillWith(acts, ...wanted);
  };
  const settle = (piece: number, fate: Fate): void => {
    fates[piece] = fate;
    draw();
  };
  const end = (why: EvidenceKey): void => {
    line.abort();
    trouble = why;
    fates.forEach((fate, i) => {
      if (fate.at === "sending") fates[i] = { at: "waiting" };
    });
    draw();
  };
  const stop = (): void => end("stopped");

  /** Until it has arrived, was refused for good, or somebody stopped it. */
  const carry = async (piece: number, take: Carry, { signal }: AbortController): Promise<void> => {
    while (!signal.aborted) {
      const taken = await take((arrived, of) => {
        if (signal.aborted) return;
        trouble = undefined;
        settle(piece, { at: "sending", percent: Math.floor((100 * arrived) / of) });
      }, signal);
      if (signal.aborted) return;
      if (taken.ok) return settle(piece, { at: "there" });
      if (taken.refusal.code === "no-space") return end("noSpace");
      if (isFinal(taken.refusal)) {
        trouble = "notTaken";
        return settle(piece, { at: "not-there" });
      }
      trouble = "lineCut";
      draw();
      await lineBack();
    }
  };
  const run = async (): Promise<void> => {
    const mine = new AbortController();
    line = mine;
    trouble = undefined;
    for (const [piece, take] of carriers.entries()) {
      if (fates[piece]?.at === "waiting" && !mine.signal.aborted) {
        settle(piece, { at: "sending", percent: 0 });
        await carry(piece, take, mine);
      }
    }
    draw();
  };
  host.whenSwitched(() => draw());
  void run();
  return {
    stop: () => {
      line.abort();
      fillWith(place);
    },
    isUnderWay: () => fates.some(({ at }) => at === "waiting" || at === "sending"),
  };
}

function row(say: Say, name: string, fate: Fate): HTMLElement {
  const order = { waiting: 2, sending: 1, there: 0, "not-there": 2 } as const;
  const line = create("li", "", stageLook(order[fate.at], 1));
  const words = create("span", `${name}: ${sayFate(say, fate)}`);
  words.style.overflowWrap = "anywhere";
  line.append(words);
  return line;
}

function sayFate(say: Say, fate: Fate): string {
  switch (fate.at) {
    case "waiting":
      return say("waiting");
    case "sending":
      return `${fate.percent} %`;
    case "there":
      return say("there");
    case "not-there":
      return say("notThere");
    default:
      return neverHere(fate);
  }
}

/** A while, or the moment at which the phone says that it has a line again. */
const lineBack = (): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      removeEventListener("online", go);
      resolve();
    };
    addEventListener("online", go);
    setTimeout(go, pause);
  });
