import { button, buttons, facts, heading } from "../acts/draw.ts";
import type { Flow } from "../acts/flow.ts";
import type { Room } from "../acts/room.ts";
import { create } from "../page/dom.ts";
import type { SendAct } from "../reply/person-acts.ts";
import { confirmScreen, doneScreen } from "./confirming.ts";
import { consentsIn, type Recorded } from "./consents.ts";
import { dayOf } from "./days.ts";
import { factsIn } from "./facts-in.ts";
import { writeOwn } from "./own-acts.ts";
import { sayOwed, sayWord } from "./say.ts";

/** The forums of the mission's pack by their proper names; written here when the annex is built. */
declare const forumNames: { readonly [id: string]: string };

/** What the office wrote down that the person allows, purpose by purpose; each yes can be taken back, by a signature of the person. */
export function openAllowed(room: Room, flow: Flow, send: SendAct): void {
  flow.go(() => [
    heading(sayOwed("allowed")),
    create("p", sayOwed("allowedHint"), "hint"),
    ...consentsIn(factsIn(room)).flatMap((said, place) => [
      create("h2", sayWord("purpose", said.purpose)),
      drawConsent(said),
      ...(said.given === "yes"
        ? [
            buttons(
              button(`take-back-${place + 1}`, sayOwed("takeBack"), () => flow.go(askBack(said, room, flow, send))),
            ),
          ]
        : []),
    ]),
    buttons(button("act-back", sayOwed("toMessages"), flow.back, "primary")),
  ]);
}

function askBack(said: Recorded, room: Room, flow: Flow, send: SendAct) {
  const { purpose, recipient } = said;
  return confirmScreen({
    room,
    flow,
    drawn: () => [
      heading(sayOwed("takeBackQuestion")),
      create("h2", sayWord("purpose", purpose)),
      drawConsent(said),
      create("p", sayOwed("takeBackHint")),
    ],
    yes: () => sayOwed("confirmTakeBack"),
    act: () =>
      send(`${purpose} ${recipient}`, () => writeOwn(room, { type: "case.consent-withdrawn/1", purpose, recipient })),
    done: doneScreen(flow, () => [sayOwed("tookBack"), create("p", sayOwed("tookBackHint"))]),
  });
}

function drawConsent({ given, recipient, including, until: [end] }: Recorded): HTMLElement {
  const along = including.map((one) => sayWord("with", one)).join(", ");
  return facts([
    [sayOwed("given"), sayWord("given", given)],
    ...(recipient === "none" ? [] : [[sayOwed("to"), forumNames[recipient] ?? recipient] as const]),
    ...(given === "yes" ? [[sayOwed("including"), along || sayOwed("with-nothing")] as const] : []),
    ...(given === "yes" && end !== undefined ? [[sayOwed("dueBy"), dayOf(end)] as const] : []),
  ]);
}
