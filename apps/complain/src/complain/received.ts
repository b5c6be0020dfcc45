import { type Receipt, spellReceipt } from "@temwen/sealing/receipt";
import { loadAnnex } from "../page/annexes.ts";
import { byId, fillWith, groupDigits, inputOf, onClick, show, showDigits, tell } from "../page/dom.ts";
import { copyToClipboard } from "../page/traces.ts";
import { say, sayRefusal } from "../page/words.ts";
import type { OwnFiling } from "../proving/own-filing.ts";
import { showPromise } from "./promised.ts";

type Squares = typeof import("../qr/main.ts");
type Proofs = typeof import("../proof/main.ts");

/** Finishing, and what would be lost by it beside the receipt. */
type Finishing = { readonly isBringing: () => boolean; readonly finish: () => void };

/** The receipt, shown once: write it down, copy, print, photograph, try it, leave. */
export function showReceived(receipt: Receipt, { isBringing, finish }: Finishing): void {
  showDigits(byId("digits"), receipt);
  byId("where").textContent = `${location.host}/reply`;

  onClick("copy", () => {
    copyToClipboard(spellReceipt(receipt)).then(
      () => show("copied"),
      () => selectDigits(),
    );
  });
  onClick("print", () => {
    // Some browsers print the title above the sheet.
    document.title = say("receipt");
    window.print();
  });
  onClick("qr", async () => {
    const loaded = await loadAnnex<Squares>("qr");
    tell("qr-said", loaded.ok ? say("qrHint") : sayRefusal(loaded.refusal.code));
    show("qr", !loaded.ok);
    if (loaded.ok && byId("digits").firstChild) fillWith(byId("qr-place"), loaded.value.drawReceipt(receipt));
  });
  inputOf("rehearsal").addEventListener("input", (event) => {
    const digits = groupDigits(event.target as HTMLInputElement);
    const isRight = digits === receipt;
    tell("rehearsed", isRight ? say("rehearsed") : "");
    // Silent until all the digits are there: half a number is not a mistake.
    tell("rehearsed-not", isRight || digits.length < 24 ? "" : say("rehearsedNot"));
  });
  onClick("finish", () => {
    show("finish-ask");
    show("finish-loses", isBringing());
    show("finish", false);
    byId("finish-no").focus();
  });
  onClick("finish-no", () => {
    show("finish-ask", false);
    show("finish");
    byId("finish").focus();
  });
  onClick("finish-yes", finish);
}

/** Says whether the office has the words by now; only then is there a proof number. */
export function sayArrived(hasArrived: boolean, proofNumber = ""): void {
  show("arrived", hasArrived);
  show("not-yet", !hasArrived);
  show("proof-place", proofNumber !== "");
  byId("proof").textContent = spellProof(proofNumber);
}

/** Says what the office promised, and offers to look for the proof; without a filing (`undefined`) nothing of either is here any more. */
export function offerProof(own: OwnFiling | undefined): void {
  let found: Uint8Array | undefined;
  showPromise(own, () => found);
  show("proof-show", own !== undefined);
  byId("proof-show").onclick = own
    ? async () => {
        const loaded = await loadAnnex<Proofs>("proof");
        tell("proof-wrong", loaded.ok ? "" : sayRefusal(loaded.refusal.code));
        show("proof-show", !loaded.ok);
        if (!loaded.ok) return;
        await loaded.value.showProof(own, byId("proof-shown"), (proof) => {
          found = proof;
        });
      }
    : null;
}

/** Four digits at a time. */
export const spellProof = (proofNumber: string): string => proofNumber.replace(/(\d{4})(?=\d)/g, "$1 ");

/** Where copying is not allowed, the digits are at least marked for the person's own copying. */
function selectDigits(): void {
  getSelection()?.selectAllChildren(byId("digits"));
}
