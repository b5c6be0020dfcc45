import { fill } from "@temwen/words/fill";
import { byId } from "./dom.ts";

let sentences: ReadonlyMap<string, string> = new Map(Object.entries(JSON.parse(byId("sentences").textContent ?? "{}")));
const whenSwitched: (() => void)[] = [];

/** The sentence of this key in the language in use: from the page's own markup, or from what came beside it. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(sentences.get(key) ?? document.querySelector(`[data-w="${key}"]`)?.textContent ?? "", values);
}

/** What to tell a person about a refusal; a code without a sentence is a fault of the system. */
export const sayRefusal = (code: string): string => sentences.get(code) ?? say("server-fault");

/** The language in use. */
export const languageInUse = (): string => document.documentElement.lang;

/** Runs now, and again after each change of language. */
export function keepSaid(write: () => void): void {
  write();
  whenSwitched.push(write);
}

/** Makes the language links change the words in place, so that nothing typed is lost. */
export function switchInPlace(address: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-language]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      switchTo(address, link).catch(() => {
        // No line, or an answer that is no catalogue: the old words stay, and the page says so.
        byId("language-stays").hidden = false;
      });
    });
  }
}

async function switchTo(address: string, link: HTMLAnchorElement): Promise<void> {
  const language = link.dataset.language ?? "";
  const answer = await fetch(`${address}/words/${language}.json`);
  const received = await answer.json();
  sentences = new Map(Object.entries(received.sentences));
  for (const place of document.querySelectorAll<HTMLElement>("[data-w]")) {
    const sentence = sentences.get(place.dataset.w ?? "");
    if (sentence !== undefined) place.textContent = sentence;
  }
  document.documentElement.lang = language;
  document.title = say("title");
  byId("unreviewed").hidden = received.reviewed;
  byId("language-stays").hidden = true;
  for (const other of document.querySelectorAll("[data-language]")) other.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  history.replaceState(history.state, "", link.href);
  for (const write of whenSwitched) write();
}
