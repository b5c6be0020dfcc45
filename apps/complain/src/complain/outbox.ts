import { tell } from "../page/dom.ts";
import { isEmptied } from "../page/leaving.ts";
import { type Arrival, isAnythingWaiting, onSentElsewhere, sendWaiting } from "../page/waiting.ts";
import { keepSaid, say } from "../page/words.ts";
import { spellProof } from "./received.ts";
import { workFor } from "./sending.ts";

/** How long after a try that found no line the next is made, in milliseconds; the phone's own word of a line comes earlier. */
export const pauseBetween = 10_000;

/** What is said of the message that waits; each is also the name of its sentence. */
type State = "" | "waiting" | "waitCrowded" | "waitSent" | "waitGone" | "waitRefused";

/**
 * Sends what waits on this phone, now and whenever the phone says that there is a line, for as long as the page is open;
 * says on every screen how that stands. Looks, and leaves nothing behind, where nobody allowed anything to wait.
 * `showProof` returns whether the proof number found its place beside the receipt of its own case.
 */
export function startOutbox(showProof: (arrival: Arrival) => boolean) {
  let state: State = "";
  let hasArrived = false;
  /** Of those that arrived and have no receipt on this screen. */
  const proofs: string[] = [];
  let isSending = false;

  const isWaiting = (): boolean => state === "waiting" || state === "waitCrowded";
  /** For what it waits; said once, and not read aloud again at every try. */
  const wait = (next: "waiting" | "waitCrowded"): void => {
    if (state !== next) become(next);
  };
  const become = (next: State): void => {
    state = next;
    if (state === "" || isEmptied()) return;
    const said = hasArrived ? [say("waitSent")] : [];
    if (proofs.length > 0) said.push(`${say("proof")}: ${proofs.join(", ")}.`);
    if (state !== "waitSent") said.push(say(state));
    tell("waiting", said.join(" "));
  };
  const place = (arrival: Arrival): void => {
    hasArrived = true;
    const proof = spellProof(arrival.proofNumber);
    if (!showProof(arrival) && !proofs.includes(proof)) proofs.push(proof);
  };
  const send = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    try {
      // Nothing waits, nor did: the rule. Where something did, another tab or the worker may have sent it.
      if (!((await isAnythingWaiting()) || isWaiting())) return;
      if (!isWaiting()) become("waiting");
      const { sent, left, crowded, refused } = await sendWaiting((refusal) => {
        wait("waitCrowded");
        return workFor(refusal, () => undefined);
      });
      if (isEmptied()) return;
      for (const arrival of sent) place(arrival);
      if (refused > 0) become("waitRefused");
      else if (left > 0) (sent.length > 0 ? become : wait)(crowded > 0 ? "waitCrowded" : "waiting");
      else if (sent.length > 0) become("waitSent");
      else if (isWaiting()) become("waitGone");
    } finally {
      isSending = false;
    }
  };

  onSentElsewhere(async (arrival) => {
    // What another tab sent says nothing of what this phone still keeps.
    const isLeft = await isAnythingWaiting();
    if (isEmptied()) return;
    place(arrival);
    become(isLeft ? "waiting" : "waitSent");
  });
  window.addEventListener("online", () => void send());
  setInterval(() => void send(), pauseBetween);
  keepSaid(() => become(state));
  void send();
  return { send };
}
