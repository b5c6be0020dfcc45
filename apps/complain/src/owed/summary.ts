import { readSections } from "@temwen/casework/sections";
import { ask, button, buttons, facts, heading, wrong } from "../acts/draw.ts";
import type { Flow, Screen } from "../acts/flow.ts";
import type { Room } from "../acts/room.ts";
import { create } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { SendAct } from "../reply/person-acts.ts";
import { confirmScreen, doneScreen } from "./confirming.ts";
import { dayOfHour } from "./days.ts";
import { factsIn } from "./facts-in.ts";
import { writeOwn } from "./own-acts.ts";
import { sayOwed, sayWord } from "./say.ts";
import {
  answerTo,
  isAsPromised,
  lastHourOf,
  newestSummary,
  type SummaryAnswer,
  type SummaryShown,
} from "./summary-shown.ts";

/** The summary that would be published, word for word, and what the person says of it. */
export function openSummary(room: Room, flow: Flow, send: SendAct): void {
  let answer: SummaryAnswer | undefined;
  let trouble = "";
  const shown = newestSummary(room.entries());

  const read: Screen = () => [
    heading(sayOwed("summary")),
    ...(shown ? drawSummary(shown, answerTo(shown, factsIn(room))) : []),
    ...(shown && isAsPromised(shown) ? [choose(), wrong(trouble)] : []),
    buttons(
      ...(shown && isAsPromised(shown) ? [button("act-next", say("next"), readOn, "primary")] : []),
      button("act-back", sayOwed("toMessages"), flow.back),
    ),
  ];
  const choose = (): HTMLElement =>
    ask<SummaryAnswer>({
      name: "answer",
      legend: create("h2", sayOwed("summaryAsk")),
      hint: sayOwed("summaryAskHint"),
      choices: (["objects", "agrees"] as const).map((value) => ({ value, label: sayWord("answer", value) })),
      chosen: answer,
      choose: (value) => {
        answer = value;
      },
    });
  const readOn = (): void => {
    trouble = answer ? "" : sayOwed("chooseFirst");
    if (answer && shown) flow.go(readBack(shown, answer));
    else flow.draw();
  };
  const readBack = ({ number }: SummaryShown, said: SummaryAnswer): Screen =>
    confirmScreen({
      room,
      flow,
      drawn: () => [
        heading(sayOwed("summaryAsk")),
        create("p", sayWord("answer", said), "lead"),
        create("p", saidThen(said)),
      ],
      yes: () => sayOwed("confirmAnswer"),
      act: () =>
        send(`${number} ${said}`, () => writeOwn(room, { type: "case.summary-answered/1", number, answer: said })),
      done: doneScreen(flow, () => [sayOwed("answered"), create("p", saidThen(said))]),
    });
  flow.go(read);
}

const saidThen = (said: SummaryAnswer): string => sayOwed(said === "objects" ? "answeredObjects" : "answeredAgrees");

function drawSummary(shown: SummaryShown, answer: SummaryAnswer | undefined): readonly Node[] {
  if (!isAsPromised(shown)) {
    const alarm = create("p", sayOwed("summaryDiffers"), "error");
    alarm.setAttribute("role", "alert");
    return [alarm];
  }
  return [
    create("p", sayOwed("summaryHint", { date: dayOfHour(lastHourOf(shown)) }), "hint"),
    ...drawWords(shown.text ?? ""),
    ...(answer ? [facts([[sayOwed("answerIs"), sayWord("answer", answer)]])] : []),
  ];
}

/** Every word that would be published, the reasons under a line of their own. */
function drawWords(text: string): readonly Node[] {
  const { before, sections } = readSections(text);
  return [
    create("p", before, "said"),
    ...sections.flatMap(({ name, text: words }) => [
      create("h2", name === "published" ? sayOwed("reasonAlong") : `§ ${name}`),
      create("p", words, "said"),
    ]),
  ];
}
