import { type Instant, neverHere, type Result } from "@temwen/vocabulary";
import { findLanguage, hourText, languageFacts } from "@temwen/words";
import { create, createButton } from "../page/dom.ts";
import { languageInUse } from "../page/words.ts";
import type { LeafProof } from "../proving/witnessed-log.ts";
import { drawSquares, mostInSquares } from "../qr/main.ts";
import type { StepMark } from "../steps/judge-steps.ts";
import type { LogTrouble, SeenLog } from "../steps/open-log.ts";
import { saveProof } from "../steps/save-proof.ts";
import { sayStep } from "../steps/say.ts";
import { sayProof } from "./say.ts";

/** The zone in which the mission's days begin; written here when the annex is built. */
declare const missionZone: string;

/** What was found at the log: how it was seen, and what it says of the complaint. */
export type FoundProof = { readonly seen: SeenLog; readonly mark: StepMark };

type Drawn = readonly HTMLElement[];

/** What stands there while the log is asked. */
export const drawWaiting = (isPromised: boolean): Drawn => [...drawUnpromised(isPromised), said(sayStep("looking"))];

/** What the log says of the complaint. */
export function drawProof(isPromised: boolean, found: Result<FoundProof, LogTrouble>): Drawn {
  if (!found.ok) return [...drawUnpromised(isPromised), drawTrouble(found.refusal)];
  const { mark, seen } = found.value;
  switch (mark.mark) {
    case "included":
      return [
        said(seen.seenAt ? sayStep("included", { hour: hourOf(seen.seenAt) }) : sayStep("includedAlone")),
        ...(seen.witnesses.length > 0
          ? [create("p", sayProof("seenBy", { names: seen.witnesses.join(", ") }), "hint")]
          : []),
        ...drawKeeping(mark.proof),
      ];
    case "waits":
      return [...drawUnpromised(isPromised), said(sayProof("waits"))];
    case "missing":
      return [
        create("p", sayStep("missing"), "error"),
        create("p", sayStep("missingSince", { hour: hourOf(mark.until) })),
      ];
    case "another":
      return [create("p", sayStep("another"), "error"), create("p", sayStep("askPartner"))];
    default:
      return neverHere(mark);
  }
}

/** Beside the receipt the page says what was promised (`complain/promised.ts`); here, where nothing was. */
const drawUnpromised = (isPromised: boolean): Drawn =>
  isPromised ? [] : [create("p", sayProof("promiseNone"), "error")];

/** The proof as a file, and as squares for another phone's camera. */
function drawKeeping({ leaf, index, proof }: LeafProof): Drawn {
  const squares = create("div");
  const show = createButton(
    sayProof("squares"),
    () => {
      show.hidden = true;
      if (proof.length > mostInSquares) {
        squares.append(create("p", sayProof("squaresTooLong"), "error"));
        return;
      }
      const drawing = drawSquares(new TextDecoder().decode(proof), "L");
      // A proof has ten times as many cells as a receipt: each gets what the screen can give.
      drawing.style.width = "100%";
      squares.append(drawing, create("p", sayProof("squaresHint"), "hint"));
    },
    "plain",
  );
  return [
    createButton(sayStep("save"), () => saveProof({ leaf, index, proof }), "plain"),
    show,
    squares,
    create("p", sayStep("saveHint"), "hint"),
  ];
}

function drawTrouble({ code }: LogTrouble): HTMLElement {
  if (code === "log-unreachable") return said(sayProof("unreachable"));
  return create("p", sayStep(code), "error");
}

function said(sentence: string): HTMLElement {
  const place = create("p", sentence);
  place.setAttribute("role", "status");
  return place;
}

const hourOf = (at: Instant): string => hourText(languageFacts[findLanguage(languageInUse()) ?? "ht"], at, missionZone);
