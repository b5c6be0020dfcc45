/** The element of this id; the markup is ours, so its absence is a bug. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element as E;
}

export const inputOf = (id: string): HTMLInputElement => byId<HTMLInputElement>(id);

/** Shows or hides, by the attribute that screen readers obey too. */
export function show(id: string, isShown = true): void {
  byId(id).hidden = !isShown;
}

export function onClick(id: string, act: (event: Event) => void): void {
  byId(id).addEventListener("click", act);
}

/** A new element with text in it. Text only: nothing on these pages is ever parsed as markup. */
export function create(tag: string, text = "", className = ""): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** A button that says this and does that. */
export function createButton(sentence: string, act: () => void, look = "quiet"): HTMLButtonElement {
  const button = create("button", sentence, `button ${look}`) as HTMLButtonElement;
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

/** Puts children where others were. */
export function fillWith(parent: Element, ...children: readonly Node[]): void {
  parent.textContent = "";
  for (const child of children) parent.appendChild(child);
}

/** Writes one sentence into a place that is hidden while it has none. */
export function tell(id: string, sentence: string): void {
  const place = byId(id);
  place.hidden = sentence === "";
  (place.querySelector(":scope > span, :scope > p") ?? place).textContent = sentence;
}

/** Where a stage stands beside the one that runs now: what it looks like. */
export function stageLook(at: number, now: number): "past" | "now" | "later" {
  if (at === now) return "now";
  return at < now ? "past" : "later";
}

/** Moves the reader's eye, ear and keyboard to the heading of what has just appeared. */
export function moveTo(section: Element): void {
  window.scrollTo(0, 0);
  section.querySelector<HTMLElement>("h1:not([hidden])")?.focus();
}

/** Lets the browser draw before the next piece of long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Digits shown in groups of four, each read aloud digit by digit. */
export function showDigits(list: Element, digits: string): void {
  const groups = digits.match(/\d{4}/g) ?? [];
  fillWith(
    list,
    ...groups.map((group) => {
      const shown = create("span", group);
      shown.setAttribute("aria-hidden", "true");
      const line = create("li");
      line.append(shown, create("span", [...group].join(" "), "aloud"));
      return line;
    }),
  );
}

/** Groups digits by four while they are typed; returns the digits alone. */
export function groupDigits(input: HTMLInputElement): string {
  const digits = input.value.replace(/\D/g, "");
  const grouped = digits.replace(/(\d{4})(?=\d)/g, "$1 ");
  // Only at the end of the line: elsewhere the cursor would jump under the finger.
  if (input.selectionStart === input.value.length && grouped !== input.value) input.value = grouped;
  return digits;
}
