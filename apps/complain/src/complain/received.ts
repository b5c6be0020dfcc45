import type { FilingReceipt } from "@temwen/courier";
import { type Receipt, spellReceipt } from "@temwen/sealing/receipt";
import { byId, groupDigits, inputOf, onClick, show, showDigits, tell } from "../page/dom.ts";
import { say } from "../page/words.ts";

/** The receipt, shown once: write it down, copy, print, try it, leave. Returns whether it was typed back correctly. */
export function showReceived(receipt: Receipt, filing: FilingReceipt, finish: () => void): void {
  showDigits(byId("digits"), receipt);
  byId("where").textContent = `${location.host}/reply`;
  byId("proof").textContent = filing.proofNumber.replace(/(\d{4})(?=\d)/g, "$1 ");

  onClick("copy", () => {
    navigator.clipboard?.writeText(spellReceipt(receipt)).then(
      () => show("copied"),
      () => selectDigits(),
    );
  });
  onClick("print", () => {
    // Some browsers print the title above the sheet.
    document.title = say("receipt");
    window.print();
  });
  inputOf("rehearsal").addEventListener("input", (event) => {
    const digits = groupDigits(event.target as HTMLInputElement);
    const isRight = digits === receipt;
    byId("rehearsed").className = isRight ? "right" : "error";
    // Silent until all the digits are there: half a number is not a mistake.
    tell("rehearsed", digits.length < 24 ? "" : say(isRight ? "rehearsed" : "rehearsedNot"));
  });
  onClick("finish", () => {
    show("finish-ask");
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

/** Where copying is not allowed, the digits are at least marked for the person's own copying. */
function selectDigits(): void {
  getSelection()?.selectAllChildren(byId("digits"));
}
