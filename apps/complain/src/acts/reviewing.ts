import { create } from "../page/dom.ts";
import { type SendAct, sendReview } from "../reply/person-acts.ts";
import { confirmScreen, doneScreen } from "./confirming.ts";
import { heading } from "./draw.ts";
import type { Flow } from "./flow.ts";
import type { Room } from "./room.ts";
import { sayAct } from "./say.ts";

/** Asks that other people look again at how the case ended. Why, the person may say in a message like every other. */
export function openReview(room: Room, flow: Flow, send: SendAct): void {
  const { courier, office, keys } = room;
  flow.go(
    confirmScreen({
      room,
      flow,
      // The number of days has no source: whoever reads it must not take it for law.
      drawn: () => [
        heading(sayAct("reviewQuestion")),
        create("p", sayAct("reviewHint")),
        create("p", sayAct("reviewDays")),
      ],
      yes: () => sayAct("confirmReview"),
      act: () => sendReview(courier, office, keys, send),
      done: doneScreen(flow, () => [sayAct("reviewSent"), create("p", sayAct("reviewSentHint"))]),
    }),
  );
}
