import type { Directory } from "@temwen/office";
import { nameIn } from "@temwen/words/names";
import { byId, create } from "../page/dom.ts";
import { keepSaid, languageInUse } from "../page/words.ts";

/** Offers the forces that the directory names, before *I do not know*. */
export function offerForces(forces: Directory["forces"]): void {
  const list = byId("forces");
  const unknown = list.querySelector(".choice");
  for (const { id, names } of forces) {
    const choice = create("label", "", "choice");
    const input = document.createElement("input");
    input.type = "radio";
    input.name = "force";
    input.value = id;
    const name = create("span");
    keepSaid(() => {
      name.textContent = nameIn(names, languageInUse());
    });
    choice.append(input, name);
    list.insertBefore(choice, unknown);
  }
}
