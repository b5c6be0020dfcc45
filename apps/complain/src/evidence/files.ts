import { largestEvidence } from "@temwen/sealing/inspect";
import { create, createButton, fillWith } from "../page/dom.ts";
import { countBytes, type Item } from "./collection.ts";
import type { Host } from "./host.ts";
import { readChosen } from "./read-file.ts";
import type { EvidenceKey, Say, Values } from "./say.ts";

type Choosing = {
  readonly say: Say;
  readonly host: Host;
  readonly add: (item: Item) => boolean;
  readonly items: () => readonly Item[];
};

/** Lets people take a picture or choose files, and says what of them cannot be taken. */
export function startFiles(place: HTMLElement, { say, host, add, items }: Choosing): void {
  const state = create("p", "", "hint");
  const wrong = create("p", "", "error");
  state.setAttribute("role", "status");
  wrong.setAttribute("role", "alert");
  let troubles: readonly (readonly [EvidenceKey, Values])[] = [];
  const sayTroubles = (): void => {
    wrong.textContent = troubles.map(([key, values]) => say(key, values)).join(" ");
    wrong.hidden = troubles.length === 0;
  };

  const take = async (file: File): Promise<void> => {
    const refuse = (key: EvidenceKey, values: Values = {}): void => {
      troubles = [...troubles, [key, { name: file.name, ...values }]];
    };
    if (countBytes(items()) + file.size > largestEvidence) return refuse("tooLarge", { n: largestEvidence / 2 ** 20 });
    const read = await readChosen(file);
    if (!read.ok) refuse(read.refusal.code);
    else if (!add(read.value)) refuse("noRoom");
  };
  const takeAll = async (files: readonly File[]): Promise<void> => {
    troubles = [];
    for (const file of files) {
      state.textContent = say("preparing", { name: file.name });
      await take(file);
    }
    state.textContent = "";
    sayTroubles();
  };

  const camera = createInput(takeAll);
  camera.accept = "image/*,video/*";
  camera.setAttribute("capture", "environment");
  const chooser = createInput(takeAll);
  chooser.multiple = true;
  const hint = create("p", "", "hint");
  const takeButton = createButton("", () => camera.click());
  const chooseButton = createButton("", () => chooser.click());
  takeButton.id = "evidence-take";
  chooseButton.id = "evidence-choose";
  fillWith(place, takeButton, hint, chooseButton, camera, chooser, state, wrong);
  host.whenSwitched(() => {
    takeButton.textContent = say("take");
    chooseButton.textContent = say("choose");
    hint.textContent = say("takeHint");
    sayTroubles();
  });
}

/** Not on screen: a button opens it, which looks and speaks like every other button of the page. */
function createInput(taken: (files: readonly File[]) => void): HTMLInputElement {
  const input = create("input") as HTMLInputElement;
  input.type = "file";
  input.hidden = true;
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    // The same file may be chosen again after it was taken back.
    input.value = "";
    taken(files);
  });
  return input;
}
