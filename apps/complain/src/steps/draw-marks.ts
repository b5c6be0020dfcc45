import { type Instant, neverHere } from "@temwen/vocabulary";
import { hourText } from "@temwen/words/dates";
import { create, createButton } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { LeafProof } from "../proving/witnessed-log.ts";
import type { StepMark } from "./judge-steps.ts";
import { saveProof } from "./save-proof.ts";
import { sayStep } from "./say.ts";

/** The zone in which the mission's days begin; written here when the annex is built. */
declare const missionZone: string;

/** An hour in the mission's zone. */
export const hourOf = (at: Instant): string =>
  hourText({ months: say("months").split(" "), dates: { day: say("day"), month: "" } }, at, missionZone);

/** As quiet as the line above it: what was asked for is the mark, not the file. */
function keepButton(proof: LeafProof): HTMLElement {
  const button = createButton(sayStep("save"), () => saveProof(proof), "plain");
  Object.assign(button.style, { paddingInline: "0", fontSize: "var(--small)" });
  return button;
}

/** What stands under a step; `seenAt` is when witnesses saw the log. */
export function drawMark(found: StepMark, seenAt: Instant | undefined): HTMLElement {
  const place = create("div");
  place.dataset.mark = found.mark;
  place.style.marginTop = "var(--s2)";
  switch (found.mark) {
    case "included":
      place.append(
        create("p", seenAt ? sayStep("included", { hour: hourOf(seenAt) }) : sayStep("includedAlone"), "hint"),
        keepButton(found.proof),
      );
      return place;
    case "waits":
      place.append(create("p", sayStep("waits", { hour: hourOf(found.until) }), "hint"));
      return place;
    case "missing":
      place.append(
        create("p", sayStep("missing"), "error"),
        create(
          "p",
          sayStep(found.isByPhone ? "missingByPhone" : "missingSince", { hour: hourOf(found.until) }),
          "hint",
        ),
      );
      return place;
    case "another":
      place.append(create("p", sayStep("another"), "error"));
      return place;
    default:
      return neverHere(found);
  }
}
