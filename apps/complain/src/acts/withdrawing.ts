import { type PressureAnswer, pressureAnswers } from "@temwen/vocabulary";
import { create } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { SendAct } from "../reply/person-acts.ts";
import { confirmScreen, doneScreen } from "./confirming.ts";
import { ask, button, buttons, heading, list, writing, wrong } from "./draw.ts";
import type { Flow, Screen } from "./flow.ts";
import type { Room } from "./room.ts";
import { sayAct } from "./say.ts";
import { withdraw } from "./withdrawal.ts";

/**
 * Asks to withdraw. Before it, whether somebody presses the person to: the answer travels sealed, as a message that looks
 * like every other, whatever it is. No later screen shows it, for whoever presses may be looking.
 */
export function openWithdrawing(room: Room, flow: Flow, send: SendAct): void {
  let pressed: PressureAnswer | undefined;
  let text = "";
  let trouble = "";

  const already: Screen = () => [
    heading(sayAct("stop")),
    create("p", sayAct("stopAlready")),
    buttons(button("act-back", sayAct("toMessages"), flow.back, "primary")),
  ];
  const askPressed: Screen = () => [
    ask({
      name: "pressed",
      legend: heading(sayAct("pressed")),
      hint: sayAct("pressedHint"),
      choices: pressureAnswers.map((value) => ({ value, label: sayAct(`pressed-${value}`) })),
      chosen: pressed,
      choose: (value) => {
        pressed = value;
      },
    }),
    wrong(trouble),
    buttons(button("act-next", say("next"), readOn, "primary"), button("act-back", say("back"), flow.back)),
  ];
  const readOn = (): void => {
    trouble = pressed ? "" : sayAct("chooseFirst");
    if (!pressed) flow.draw();
    else flow.go(pressed === "yes" ? askMore : confirm);
  };
  const askMore: Screen = () => [
    ...writing(
      { id: "more-words", label: heading(sayAct("pressedMore")), hint: sayAct("pressedMoreHint"), text },
      (typed) => {
        text = typed;
      },
    ),
    buttons(
      button("act-next", say("next"), () => flow.go(confirm), "primary"),
      button("act-back", say("back"), flow.back),
    ),
  ];
  const confirm = confirmScreen({
    room,
    flow,
    drawn: drawConsequences,
    yes: () => sayAct("confirmStop"),
    look: "alarm",
    act: () => withdraw(room, send, { pressed: pressed ?? "unsaid", text: pressed === "yes" ? text : "" }),
    done: doneScreen(flow, () => [sayAct("stopAsked"), create("p", sayAct("stopAskedHint"))]),
  });
  const isAsked = room.entries().some((entry) => entry.kind === "step" && entry.step === "withdrawn");
  flow.go(isAsked ? already : askPressed);
}

const drawConsequences = (): readonly Node[] => [
  heading(sayAct("stopQuestion")),
  create("h2", sayAct("will")),
  list(sayAct("will-read"), sayAct("will-write"), sayAct("will-open")),
  create("h2", sayAct("willNot")),
  list(sayAct("willNot-end"), sayAct("willNot-erase"), sayAct("willNot-forget")),
];
