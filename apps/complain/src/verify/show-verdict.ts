import { byId, create, fillWith, show } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { Said } from "./say-verdict.ts";

/** A file to keep, offered below a verdict. */
export type Kept = { readonly name: string; readonly label: string; readonly bytes: Uint8Array };

/** Says that work is under way in a place, and takes the verdict before it away. */
export function showDoing(place: string): void {
  for (const outcome of ["yes", "no"]) show(`${place}-${outcome}`, false);
  byId(`${place}-doing`).textContent = say("working");
  show(`${place}-doing`);
}

/** Shows a verdict, and moves there whoever reads, hears or types. */
export function showVerdict(place: string, { isGood, lines }: Said, kept: readonly Kept[] = []): void {
  show(`${place}-doing`, false);
  const notice = byId(`${place}-${isGood ? "yes" : "no"}`);
  const body = notice.querySelector("div");
  if (!body) throw new Error(`the page has no place for a verdict in ${place}`);
  const [first = "", ...rest] = lines;
  fillWith(body, create("strong", first), ...rest.map((line) => create("p", line)), ...kept.map(offerFile));
  notice.hidden = false;
  notice.focus();
}

/** A file that was made here, and is written by the browser where the person says. */
function offerFile({ name, label, bytes }: Kept): HTMLElement {
  const link = create("a", label, "button quiet") as HTMLAnchorElement;
  link.href = URL.createObjectURL(new Blob([Uint8Array.from(bytes)]));
  link.download = name;
  return link;
}
