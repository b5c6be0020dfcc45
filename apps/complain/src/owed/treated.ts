import { type TreatmentAnswer, type TreatmentQuestion, treatmentAnswers, treatmentQuestions } from "@temwen/vocabulary";
import { ask, button, buttons, heading, writing, wrong } from "../acts/draw.ts";
import type { Flow, Screen } from "../acts/flow.ts";
import type { Room } from "../acts/room.ts";
import { create } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { SendAct } from "../reply/person-acts.ts";
import { confirmScreen, doneScreen } from "./confirming.ts";
import { writeTreatment } from "./own-acts.ts";
import { sayOwed, sayWord } from "./say.ts";

/** How the office treated a person, asked when their case has ended. No later screen shows what was said. */
export function openTreated(room: Room, flow: Flow, send: SendAct): void {
  const said = new Map<TreatmentQuestion, TreatmentAnswer>();
  let text = "";
  let trouble = "";

  const questions: Screen = () => [
    heading(sayOwed("treated")),
    create("p", sayOwed("treatedHint"), "hint"),
    ...treatmentQuestions.map((question) =>
      ask({
        name: question,
        legend: create("h2", sayWord("asked", question)),
        hint: "",
        choices: treatmentAnswers.map((value) => ({ value, label: sayWord("told", value) })),
        chosen: said.get(question),
        choose: (value) => said.set(question, value),
      }),
    ),
    ...writing(
      { id: "more-words", label: create("h2", sayOwed("treatedMore")), hint: sayOwed("treatedMoreHint"), text },
      (typed) => {
        text = typed;
      },
    ),
    wrong(trouble),
    buttons(button("act-next", say("next"), readOn, "primary"), button("act-back", sayOwed("toMessages"), flow.back)),
  ];
  const readOn = (): void => {
    trouble = treatmentQuestions.every((question) => said.has(question)) ? "" : sayOwed("answerAll");
    if (trouble) flow.draw();
    else flow.go(confirm);
  };
  const confirm = confirmScreen({
    room,
    flow,
    drawn: () => [heading(sayOwed("sendTreated")), create("p", sayOwed("sendTreatedHint"))],
    yes: () => sayOwed("confirmTreated"),
    act: () => send(`${[...said].join(" ")} ${text}`, () => writeTreatment(room, { answers: answersIn(said), text })),
    done: doneScreen(flow, () => [sayOwed("thanks")]),
  });
  flow.go(questions);
}

function answersIn(said: ReadonlyMap<TreatmentQuestion, TreatmentAnswer>) {
  const to = (question: TreatmentQuestion): TreatmentAnswer => said.get(question) ?? "unsaid";
  return { heard: to("heard"), respected: to("respected"), told: to("told"), safe: to("safe") };
}
