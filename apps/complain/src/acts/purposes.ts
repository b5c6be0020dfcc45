import { type ConsentChoice, consentChoices } from "@temwen/vocabulary";
import type { ActsKey } from "./say.ts";

type Purpose = "help" | "examine" | "ask" | "court";
type Answer = "yes" | "no" | "asked";

/** What each choice means, purpose by purpose (docs/specs/casework.md, what the person allows). */
const meanings: Readonly<Record<ConsentChoice, Readonly<Record<Purpose, Answer>>>> = {
  "help-only": { help: "yes", examine: "no", ask: "no", court: "no" },
  "keep-words": { help: "asked", examine: "no", ask: "no", court: "no" },
  "investigate-without-me": { help: "asked", examine: "yes", ask: "no", court: "no" },
  "investigate-with-me": { help: "asked", examine: "yes", ask: "yes", court: "no" },
  court: { help: "asked", examine: "yes", ask: "yes", court: "yes" },
};

const sentences: { readonly [P in Purpose]: { readonly [A in Answer]?: ActsKey } } = {
  help: { yes: "helpYes", asked: "helpAsked" },
  examine: { yes: "examineYes", no: "examineNo" },
  ask: { yes: "askYes", no: "askNo" },
  court: { yes: "courtYes", no: "courtNo" },
};

/** Every purpose by its name, and the sentence that says what holds of it. */
export function meaningOf(choice: ConsentChoice): readonly (readonly [name: ActsKey, said: ActsKey])[] {
  const meaning = meanings[choice];
  return (["help", "examine", "ask", "court"] as const).map((purpose) => {
    const said = sentences[purpose][meaning[purpose]];
    if (!said) throw new Error(`${purpose} has no sentence for ${meaning[purpose]}`);
    return [purpose, said];
  });
}

/** Whether the second allows less than the first. */
export const isLess = (now: ConsentChoice, next: ConsentChoice): boolean =>
  consentChoices.indexOf(next) < consentChoices.indexOf(now);

/** Whether anybody may investigate. */
export const isExamined = (choice: ConsentChoice): boolean => meanings[choice].examine === "yes";
