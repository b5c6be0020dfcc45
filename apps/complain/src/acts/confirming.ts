import type { Result } from "@temwen/vocabulary";
import { say } from "../page/words.ts";
import { button, buttons, heading, status, wrong } from "./draw.ts";
import type { Flow, Screen } from "./flow.ts";
import type { Room } from "./room.ts";
import { sayAct, sayNo } from "./say.ts";

type Confirming = {
  readonly room: Room;
  readonly flow: Flow;
  /** What is read back. */
  readonly drawn: () => readonly Node[];
  readonly yes: () => string;
  readonly look?: "primary" | "alarm";
  readonly act: () => Promise<Result<true, { readonly code: string }>>;
  readonly done: Screen;
};

/** The last screen before something is signed: what is about to be said, and a yes. Nothing is signed before it. */
export function confirmScreen({ room, flow, drawn, yes, look = "primary", act, done }: Confirming): Screen {
  let trouble = "";
  let isSending = false;

  const confirm = async (): Promise<void> => {
    trouble = "";
    isSending = true;
    flow.hold(true);
    flow.draw();
    const sent = await act();
    if (sent.ok) await room.readAgain();
    isSending = false;
    flow.hold(false);
    if (sent.ok) flow.finish(done);
    else {
      trouble = sayNo(sent.refusal.code);
      flow.draw();
    }
  };

  return () => {
    const confirmed = button("act-confirm", yes(), () => void confirm(), look);
    const back = button("act-back", say("back"), flow.back);
    confirmed.disabled = isSending;
    back.disabled = isSending;
    return [...drawn(), wrong(trouble), status(isSending ? sayAct("sending") : ""), buttons(confirmed, back)];
  };
}

/** It has happened: what that means, and the way back to the messages. */
export const doneScreen =
  (flow: Flow, drawn: () => readonly [heading: string, ...said: Node[]]): Screen =>
  () => {
    const [sentence, ...said] = drawn();
    return [heading(sentence), ...said, buttons(button("act-done", sayAct("toMessages"), flow.leave, "primary"))];
  };
