import type { Result } from "@temwen/vocabulary";
import { say } from "../page/words.ts";
import { button, buttons, heading, status, wrong } from "./draw.ts";
import type { Flow, Screen } from "./flow.ts";
import type { Room } from "./room.ts";

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

/** What these screens say of themselves, in the words of the annex that shows them. */
type Saying = {
  readonly saySending: () => string;
  readonly sayToMessages: () => string;
  readonly sayNo: (code: string) => string;
};

/** The last screen before something is signed, and the one behind it. */
export const createLastScreens = ({ saySending, sayToMessages, sayNo }: Saying) => ({
  /** What is about to be said, and a yes. Nothing is signed before it. */
  confirmScreen({ room, flow, drawn, yes, look = "primary", act, done }: Confirming): Screen {
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
      return [...drawn(), wrong(trouble), status(isSending ? saySending() : ""), buttons(confirmed, back)];
    };
  },
  /** It has happened: what that means, and the way back to the messages. */
  doneScreen:
    (flow: Flow, drawn: () => readonly [heading: string, ...said: Node[]]): Screen =>
    () => {
      const [sentence, ...said] = drawn();
      return [heading(sentence), ...said, buttons(button("act-done", sayToMessages(), flow.leave, "primary"))];
    },
});
