import { createButton, fillWith } from "../page/dom.ts";
import { createBringingScreen } from "./bringing-screen.ts";
import { endingOf, type Fate, isOpen, sayWhy } from "./fates.ts";
import type { Host } from "./host.ts";
import { daysKept } from "./kept.ts";
import type { EvidenceKey, Say } from "./say.ts";
import type { Shelf } from "./shelf.ts";
import type { Taken } from "./turn.ts";

/** Takes one sealed piece to the office; what of it is there stays there, so it may be called again. */
export type Carry = (onArrived: (arrived: number, of: number) => void, signal: AbortSignal) => Promise<Taken>;

type Work = {
  readonly say: Say;
  readonly host: Host;
  /** What the piece is called, by its place. */
  readonly label: (piece: number) => string;
  readonly carriers: readonly Carry[];
  /** Where the pieces may wait on this phone. */
  readonly shelf: Shelf;
  /** Nothing is sent before somebody says so; and who says otherwise has the pieces erased here. */
  readonly whenErased?: () => void;
};

export type Bringing = {
  readonly stop: () => void;
  /** Whether a piece may still arrive, also when it was stopped and somebody may go on, and lies nowhere but in this page. */
  readonly wouldLose: () => boolean;
};

/** Behind the courier's own patience, in milliseconds. */
const pause = 5000;

/**
 * Brings the pieces one after the other for as long as the page is open: over cut lines it waits and goes on where it
 * was. The words go before; whatever becomes of a piece, they are safe. What was allowed to wait on the phone is erased
 * there as it arrives.
 */
export function startBringing(place: HTMLElement, { say, host, label, carriers, shelf, whenErased }: Work): Bringing {
  const fates: Fate[] = carriers.map(() => ({ at: "waiting" }));
  let trouble: EvidenceKey | undefined;
  let line = new AbortController();
  let isKeeping = false;

  const id = whenErased ? "left-state" : "evidence-state";
  const show = createBringingScreen(place, { say, id, label });
  const draw = (): void =>
    show(isAnyOpen() ? { fates, trouble, hint: sayHint(), acts: offers() } : { fates, trouble, hint: "", acts: [] });
  const isAnyOpen = (): boolean => fates.some(isOpen);
  const mayAsk = (): boolean => host.mayKeep === true && "caches" in globalThis && !shelf.isKept() && !isKeeping;
  const sayHint = (): string => {
    if (whenErased) return say("leftHere");
    if (shelf.isKept()) return say("bringingKept", { n: daysKept });
    return mayAsk() ? `${say("bringingHint")} ${say("keepHint")}` : say("bringingHint");
  };
  const offers = (): readonly HTMLButtonElement[] => {
    const act = !line.signal.aborted
      ? createButton(say("stopSending"), stop)
      : createButton(say("goOn"), run, "primary");
    return [
      act,
      ...(mayAsk() ? [createButton(say("keepFiles"), keep)] : []),
      ...(whenErased ? [createButton(say("eraseFiles"), erase)] : []),
    ];
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
  const stop = (): void => end(shelf.isKept() ? "stoppedKept" : "stopped");
  const keep = async (): Promise<void> => {
    isKeeping = true;
    draw();
    const isKept = await shelf.keep([...carriers.keys()], () => place.isConnected);
    isKeeping = false;
    if (!isKept) trouble = "keepFull";
    draw();
  };
  const erase = async (): Promise<void> => {
    line.abort();
    await shelf.empty();
    whenErased?.();
  };

  /** Until it has arrived, was refused for good, or somebody stopped it. */
  const carry = async (piece: number, take: Carry, { signal }: AbortController): Promise<void> => {
    while (!signal.aborted) {
      const taken = await take((arrived, of) => {
        if (signal.aborted) return;
        trouble = undefined;
        settle(piece, { at: "sending", percent: Math.floor((100 * arrived) / of) });
      }, signal);
      const ending = taken.ok ? ({ at: "there" } as const) : endingOf(taken.refusal);
      // Erased first: who sees that it arrived finds nothing of it on the phone.
      if (ending) await shelf.drop(piece);
      if (signal.aborted && !taken.ok) return;
      if (!taken.ok && taken.refusal.code === "no-space") return end("noSpace");
      if (!taken.ok) trouble = sayWhy(taken.refusal);
      settle(piece, ending ?? { at: "waiting" });
      if (ending) return;
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
  if (whenErased) line.abort();
  host.whenSwitched(draw);
  if (!whenErased) void run();
  return {
    stop: () => {
      line.abort();
      fillWith(place);
    },
    wouldLose: () => isAnyOpen() && !shelf.isKept(),
  };
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
