import { create, createButton } from "../page/dom.ts";

/** What a screen begins with; the keyboard and screen readers are moved to it. */
export function heading(sentence: string): HTMLElement {
  const head = create("h1", sentence);
  head.tabIndex = -1;
  return head;
}

/** The buttons of a screen, one below the other. */
export function buttons(...each: readonly HTMLElement[]): HTMLElement {
  const row = create("div", "", "acts");
  row.append(...each);
  return row;
}

/** A button with a name of its own in the page. */
export function button(id: string, sentence: string, act: () => void, look?: string): HTMLButtonElement {
  const made = createButton(sentence, act, look);
  made.id = id;
  return made;
}

/** What went wrong; read aloud when it appears. Nothing where nothing did. */
export function wrong(sentence: string): HTMLElement {
  const place = create("p", sentence, "error");
  place.setAttribute("role", "alert");
  place.hidden = sentence === "";
  return place;
}

/** Something that is going on, or has happened; read aloud when it is pleasant. */
export function status(sentence: string): HTMLElement {
  const place = create("p", sentence);
  place.setAttribute("role", "status");
  return place;
}

type Question<V extends string> = {
  readonly name: string;
  readonly legend: Node;
  readonly hint: string;
  readonly choices: readonly { readonly value: V; readonly label: string; readonly note?: string }[];
  readonly chosen: V | undefined;
  readonly choose: (value: V) => void;
};

/** A question with one answer. The whole line can be pressed. */
export function ask<V extends string>({ name, legend, hint, choices, chosen, choose }: Question<V>): HTMLElement {
  const group = create("fieldset", "", "choices");
  const title = create("legend");
  title.append(legend);
  group.append(title, create("p", hint, "hint"));
  for (const { value, label, note } of choices) {
    const line = create("label", "", "choice");
    const input = create("input") as HTMLInputElement;
    Object.assign(input, { type: "radio", name, value, checked: value === chosen });
    input.addEventListener("change", () => choose(value));
    line.append(input, create("span", label), ...(note ? [create("span", note, "hint")] : []));
    group.append(line);
  }
  return group;
}

/** Names on the left, what holds of them on the right. */
export function facts(rows: readonly (readonly [name: string, said: string])[]): HTMLElement {
  const list = create("dl", "", "facts");
  for (const [name, said] of rows) {
    const row = create("div");
    row.append(create("dt", name), create("dd", said));
    list.append(row);
  }
  return list;
}

/** Sentences below one another. */
export function list(...sentences: readonly string[]): HTMLElement {
  const all = create("ul");
  all.style.paddingLeft = "1.2rem";
  all.append(...sentences.map((sentence) => create("li", sentence)));
  return all;
}

type Writing = { readonly id: string; readonly label: HTMLElement; readonly hint: string; readonly text: string };

/** A question that is answered in words; told of each change. */
export function writing({ id, label, hint, text }: Writing, typed: (text: string) => void): readonly Node[] {
  const area = create("textarea") as HTMLTextAreaElement;
  Object.assign(area, { id, rows: 5, autocomplete: "off", value: text });
  const said = create("p", hint, "hint");
  said.id = `${id}-hint`;
  label.id = `${id}-label`;
  area.setAttribute("aria-labelledby", label.id);
  area.setAttribute("aria-describedby", said.id);
  area.addEventListener("input", () => typed(area.value));
  const field = create("div", "", "field");
  field.append(area);
  return [label, said, field];
}
