import { byId, inputOf, show, tell } from "../page/dom.ts";
import type { Screens } from "../page/screens.ts";
import { bytesOf } from "../page/sealing.ts";
import { keepSaid, say } from "../page/words.ts";
import { clearAnswers, roomForWords, wordsTyped } from "./draft.ts";
import type { Showing } from "./showing.ts";

/** One question a screen, in this order. */
export const questions = ["words", "show", "force", "child", "wish", "help", "contact"] as const;

/** Below this many bytes the room that is left is told, gently. */
const nearTheEnd = 3000;

/** Makes the questions go forward, back and past; an answer changed from the read-back returns there. */
export function startQuestions(screens: Screens, showing: Showing): { readonly onShown: (screen: string) => void } {
  let returnsToCheck = false;

  const forward = (): void => {
    const at = indexOf(screens.current());
    const isSilent = wordsTyped().trim() === "" && showing.shown().length === 0;
    // Who would rather speak passes the words, and comes back to them when there is no voice either.
    if (at === 1 && isSilent) screens.go("words");
    if (at === 1 ? isSilent : at === 0 && !areWordsUsable(isSilent)) return;
    const next = questions[at + 1];
    screens.go(returnsToCheck || next === undefined ? "check" : next);
  };
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (indexOf(screens.current()) >= 0) forward();
  });
  for (const skip of document.querySelectorAll("[data-skip]")) {
    skip.addEventListener("click", () => {
      clearAnswers(byId(screens.current()));
      if (screens.current() === "show") showing.forget();
      forward();
    });
  }
  for (const back of document.querySelectorAll("[data-back]")) back.addEventListener("click", screens.back);
  byId("speak").addEventListener("click", () => screens.go("show"));
  byId("text").addEventListener("input", () => {
    sayRoom();
    tell("words-wrong", "");
  });
  keepSaid(sayRoom);
  keepSaid(() => sayStep(screens.current()));

  return {
    onShown: (screen) => {
      if (screen === "check") returnsToCheck = true;
      if (screen === "opening") returnsToCheck = false;
      sayStep(screen);
    },
  };
}

const indexOf = (screen: string): number => (questions as readonly string[]).indexOf(screen);

function sayStep(screen: string): void {
  const at = indexOf(screen);
  show("progress", at >= 0);
  byId("step").textContent = say("step", { n: at + 1, total: questions.length });
  document.querySelectorAll(".steps li").forEach((mark, i) => {
    mark.className = i <= at ? "past" : "";
  });
}

function areWordsUsable(isSilent: boolean): boolean {
  const wrong = isSilent ? say("empty") : sayOver();
  tell("words-wrong", wrong);
  inputOf("text").setAttribute("aria-invalid", String(wrong !== ""));
  if (wrong !== "") byId("text").focus();
  return wrong === "";
}

const roomLeft = (): number => roomForWords - bytesOf(wordsTyped());

/** By how much the words are too long; nothing while they are not. */
function sayOver(): string {
  const left = roomLeft();
  return left < 0 ? say("over", { n: -left }) : "";
}

function sayRoom(): void {
  const left = roomLeft();
  tell("room", left > nearTheEnd ? "" : sayOver() || say("room", { n: left }));
}
