import { create, createButton, fillWith } from "../page/dom.ts";
import type { Item } from "./collection.ts";
import { sayCopy, sayName } from "./describe.ts";
import { type Say, saySize } from "./say.ts";

const previews = new WeakMap<Item, string>();

/** Lets a small picture go: as long as it has an address, the browser holds its bytes. */
export const dropPreview = (item: Item): void => URL.revokeObjectURL(previews.get(item) ?? "");

/** Draws what was chosen: a small picture, name, size, what becomes of it, and a way to take it back. */
export function drawList(place: HTMLElement, say: Say, items: readonly Item[], remove: (item: Item) => void): void {
  if (items.length === 0) {
    fillWith(place);
    return;
  }
  const rows = create("ul", "", "stack");
  rows.style.listStyle = "none";
  rows.append(...items.map((item) => row(say, item, remove)));
  // Said while they can still decide what to send, and where to be meanwhile.
  fillWith(place, create("h2", say("list")), rows, create("p", say("stayOpen"), "hint"));
}

function row(say: Say, item: Item, remove: (item: Item) => void): HTMLElement {
  const line = create("li");
  Object.assign(line.style, {
    display: "grid",
    gap: "var(--s2)",
    borderTop: "1px solid var(--line)",
    paddingTop: "var(--s3)",
  });
  const name = sayName(say, item);
  const title = create("b", `${name} · ${saySize(say, item.bytes.length)}`);
  title.style.overflowWrap = "anywhere";
  const said = sayCopy(say, item);
  const button = createButton(say("remove"), () => remove(item));
  button.append(create("span", ` ${name}`, "aloud"));
  button.style.justifySelf = "start";
  line.append(...preview(item), title, ...(said ? [create("p", said, "hint")] : []), button);
  return line;
}

/** The picture itself, small, where the browser can draw it: one picture looks like another by its name. */
function preview(item: Item): readonly HTMLElement[] {
  const { copy } = item;
  if (!copy || copy.kind === "mp4") return [];
  const address = previews.get(item) ?? URL.createObjectURL(new Blob([copy.bytes.slice()], { type: copy.mime }));
  previews.set(item, address);
  const image = create("img") as HTMLImageElement;
  image.alt = "";
  image.src = address;
  Object.assign(image.style, { maxHeight: "6rem", maxWidth: "100%" });
  return [image];
}
