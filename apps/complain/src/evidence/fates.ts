import { type CallRefusal, isFinal } from "@temwen/courier";
import { neverHere } from "@temwen/vocabulary";
import { create, stageLook } from "../page/dom.ts";
import type { EvidenceKey, Say } from "./say.ts";
import type { TurnRefusal } from "./turn.ts";

type NotTaken = CallRefusal | TurnRefusal;

/** How it stands with a piece. `gone`: it lay on this phone, and does not any more. */
export type Fate =
  | { readonly at: "waiting" | "there" | "not-there" | "gone" }
  | { readonly at: "sending"; readonly percent: number };

/** Whether it may still arrive. */
export const isOpen = ({ at }: Fate): boolean => at === "waiting" || at === "sending";

/** A piece by its name, and how it stands with it. */
export function drawFate(say: Say, name: string, fate: Fate): HTMLElement {
  const order = { waiting: 2, sending: 1, there: 0, "not-there": 2, gone: 2 } as const;
  const line = create("li", "", stageLook(order[fate.at], 1));
  const words = create("span", `${name}: ${sayFate(say, fate)}`);
  words.style.overflowWrap = "anywhere";
  line.append(words);
  return line;
}

/** What became of a piece for good, where something did. */
export function endingOf(refusal: NotTaken): Fate | undefined {
  if (refusal.code === "gone") return { at: "gone" };
  return "status" in refusal && isFinal(refusal) && refusal.code !== "no-space" ? { at: "not-there" } : undefined;
}

/** Why the last try brought nothing. */
export function sayWhy(refusal: NotTaken): EvidenceKey {
  if ("status" in refusal) return isFinal(refusal) ? "notTaken" : "lineCut";
  switch (refusal.code) {
    case "sent-elsewhere":
      return "elsewhere";
    case "words-first":
      return "wordsFirst";
    case "gone":
      return "goneSaid";
    case "unreachable":
    case "cannot-tell":
      return "lineCut";
    default:
      return neverHere(refusal);
  }
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
    case "gone":
      return say("gone");
    default:
      return neverHere(fate);
  }
}
