import type { ToldPressure } from "@temwen/complain/withdrawal";
import { pressureAnswers, utf8ToText } from "@temwen/vocabulary";
import type { Language } from "@temwen/words";
import { actsWords } from "@temwen/words/pages";
import { choose } from "../command-words.ts";
import { UsageError } from "../exit.ts";
import { type Ask, readInput, type Terminal } from "../terminal.ts";

/**
 * Who can be asked whether somebody presses them. Throws `UsageError` where nobody can: withdrawing is what people are
 * pressed to do, so the question is never passed over (docs/specs/parcel.md), and a guess would be put into their mouth.
 */
export function findAsker(read: { readonly receipt: string; readonly send?: string }, { ask }: Terminal): Ask {
  const isInputRead = read.receipt === "-" || read.send === "-";
  if (ask && !isInputRead) return ask;
  throw new UsageError(
    "before a withdrawal the person is asked whether somebody forces them to stop: run it at a terminal, or say " +
      "--pressed FILE|-, with yes, no or unsaid in the first line and what they want to add below it",
  );
}

/** Reads the answer from a file or standard input. Throws `UsageError` where it is none. */
export async function readPressure(terminal: Terminal, place: string): Promise<ToldPressure> {
  const read = utf8ToText(await readInput(terminal, place));
  if (!read.ok) throw new UsageError("the file of --pressed is not UTF-8");
  const [first = "", ...more] = read.value.split("\n");
  return {
    pressed: choose(first.trim(), pressureAnswers, "the first line of --pressed"),
    text: more.join("\n").trim(),
  };
}

/** Asks as the page does, and tells what a withdrawal does and does not; undefined when the person breaks off. */
export async function askPressure(ask: Ask, language: Language): Promise<ToldPressure | undefined> {
  const words = actsWords[language];
  const pressed = await chooseFrom(
    ask,
    [words.pressed, words.pressedHint],
    pressureAnswers.map((value) => ({ value, label: words[`pressed-${value}`] })),
    words.chooseFirst,
  );
  if (!pressed) return undefined;
  const text = pressed === "yes" ? await ask(`${words.pressedMore}\n${words.pressedMoreHint}`) : "";
  if (text === undefined) return undefined;
  const consequences = [
    words.stopQuestion,
    ...["", words.will, words["will-read"], words["will-write"], words["will-open"]],
    ...["", words.willNot, words["willNot-end"], words["willNot-erase"], words["willNot-forget"]],
  ];
  const choices = [
    { value: true, label: words.confirmStop },
    { value: false, label: words.toMessages },
  ];
  const isSure = await chooseFrom(ask, consequences, choices, words.chooseFirst);
  return isSure ? { pressed, text: text.trim() } : undefined;
}

/** Numbers the choices and asks again until one of the numbers is typed; undefined when the person breaks off. */
async function chooseFrom<T>(
  ask: Ask,
  question: readonly string[],
  choices: readonly { readonly value: T; readonly label: string }[],
  again: string,
): Promise<T | undefined> {
  const lines = [...question, "", ...choices.map(({ label }, i) => `  ${i + 1}  ${label}`)];
  let typed = await ask(lines.join("\n"));
  while (typed !== undefined) {
    const chosen = choices[Number(typed.trim()) - 1];
    if (chosen) return chosen.value;
    typed = await ask([...lines, "", again].join("\n"));
  }
  return undefined;
}
