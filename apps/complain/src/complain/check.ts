import { byId, create, fillWith } from "../page/dom.ts";
import { say } from "../page/words.ts";
import { chosen, line, wordsTyped } from "./draft.ts";

/** What was said in one place of a question, below the sentence that asked for it; the question itself needs none. */
type Said = readonly [text: string, asked?: string];

/** Reads everything back before it is sent, with a way to change each answer. */
export function showAnswers(goTo: (question: string) => void, shown: string): void {
  const answer = (question: string, parts: readonly Said[], ifSkipped = say("skipped")): HTMLElement => {
    const edit = create("button", say("edit"), "button plain") as HTMLButtonElement;
    edit.type = "button";
    edit.append(create("span", ` ${say(question)}`, "aloud"));
    edit.addEventListener("click", () => goTo(question));
    const said = parts.filter(([text]) => text !== "").map(showPart);
    const all = create("div");
    fillWith(all, ...(said.length > 0 ? said : [create("p", ifSkipped, "hint")]));
    const place = create("dd");
    place.append(all, edit);
    const row = create("div");
    row.append(create("dt", say(question)), place);
    return row;
  };
  fillWith(
    byId("answers"),
    answer("words", [[wordsTyped()], [line("place"), "place"]]),
    answer("show", [[shown]]),
    answer("force", [[labelOf("force")]]),
    answer("child", [[labelOf("child")]]),
    answer("wish", [[labelOf("wish")]], say("wishSkipped")),
    answer("help", [[labelOf("need")], [line("help-words"), "helpWords"]]),
    answer("contact", [
      [line("name"), "contactName"],
      [line("way"), "contactWay"],
      [line("safe"), "contactSafe"],
    ]),
  );
}

function showPart([text, asked]: Said): HTMLElement {
  const part = create("p");
  // "(if you want)" was for answering, not for reading back.
  if (asked) part.append(create("span", say(asked).replace(/ \(.*\)$/, ""), "hint"));
  part.append(create("span", text));
  return part;
}

/** The labels of what was chosen, as the person saw them. */
function labelOf(name: string): string {
  if (chosen(name) === undefined) return "";
  const labels = document.querySelectorAll(`[name="${name}"]:checked + span`);
  return [...labels].map((label) => label.textContent).join("\n");
}
