import { tell } from "../page/dom.ts";
import { isEmptied } from "../page/leaving.ts";
import { isAnythingWaiting, onSentElsewhere, sendWaiting } from "../page/waiting.ts";
import { keepSaid, say } from "../page/words.ts";
import { spellProof } from "./received.ts";

/** How long after a try that found no line the next is made, in milliseconds; the phone's own word of a line comes earlier. */
export const pauseBetween = 10_000;

/** What is said of the message that waits; each is also the name of its sentence. */
type State = "" | "waiting" | "waitSent" | "waitGone" | "waitRefused";

/**
 * Sends what waits on this phone, now and whenever the phone says that there is a line, for as long as the page is open;
 * says on every screen how that stands. Looks, and leaves nothing behind, where nobody allowed anything to wait.
 * `showProof` returns whether the proof number found its place beside the receipt.
 */
export function startOutbox(showProof: (proofNumber: string) => boolean) {
  let state: State = "";
  let proof = "";
  let isSending = false;

  const become = (next: State): void => {
    state = next;
    if (state !== "" && !isEmptied()) tell("waiting", say(state) + (proof && ` ${say("proof")}: ${spellProof(proof)}`));
  };
  const arrived = (proofNumber: string): void => {
    if (isEmptied()) return;
    // Never above a receipt: whoever writes down one number must not write down this one.
    proof = showProof(proofNumber) ? "" : proofNumber;
    become("waitSent");
  };
  const send = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    try {
      // Nothing waits, nor did: the rule. Where something did, another tab or the worker may have sent it.
      if (!((await isAnythingWaiting()) || state === "waiting")) return;
      proof = "";
      // Said once, and not read aloud again at every try.
      if (state !== "waiting") become("waiting");
      const { sent, left, refused } = await sendWaiting();
      for (const number of sent) arrived(number);
      if (refused > 0) become("waitRefused");
      else if (left === 0 && state === "waiting") become("waitGone");
    } finally {
      isSending = false;
    }
  };

  onSentElsewhere(arrived);
  window.addEventListener("online", () => void send());
  setInterval(() => void send(), pauseBetween);
  keepSaid(() => become(state));
  void send();
  return { send };
}
