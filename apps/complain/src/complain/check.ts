import { byId, create, fillWith } from "../page/dom.ts";
import { say } from "../page/words.ts";
import { chosen, line, wordsTyped } from "./draft.ts";

/** Reads everything back before it is sent, with a way to change each answer. */
export function showAnswers(goTo: (question: string) => void): void {
  const skipped = say("skipped");
  const answer = (question: string, text: string, ifSkipped = skipped): HTMLElement => {
    const row = create("div");
    const edit = create("button", say("edit"), "button plain") as HTMLButtonElement;
    edit.type = "button";
    edit.append(create("span", ` ${say(question)}`, "aloud"));
    edit.addEventListener("click", () => goTo(question));
    const said = create("dd");
    said.append(create("span", text || ifSkipped, text ? "" : "hint"), edit);
    row.append(create("dt", say(question)), said);
    return row;
  };
  const lines = (...parts: readonly string[]): string => parts.filter(Boolean).join("\n");
  fillWith(
    byId("answers"),
    answer("words", lines(wordsTyped(), line("place"))),
    answer("force", labelOf("force")),
    answer("child", labelOf("child")),
    answer("wish", labelOf("wish"), say("wishSkipped")),
    answer("help", lines(labelOf("need"), line("help-words"))),
    answer("contact", lines(line("name"), line("way"), line("safe"))),
  );
}

/** The labels of what was chosen, as the person saw them. */
function labelOf(name: string): string {
  if (chosen(name) === undefined) return "";
  const labels = document.querySelectorAll(`[name="${name}"]:checked + span`);
  return [...labels].map((label) => label.textContent).join("\n");
}
