import type { CaseFact } from "@temwen/casework/person";
import { type Instant, instantToMillis, millisToInstant, utf8 } from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
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

type Answer = "objects" | "agrees";
type Shown = {
  readonly number: number;
  readonly digest: string;
  readonly at: Instant;
  readonly text: string | undefined;
};

/** Days that a person has to object (docs/specs/inquiry.md). */
const objectionDays = 14;

/** The summary that would be published, word for word, and what the person says of it. */
export function openSummary(room: Room, flow: Flow, send: SendAct): void {
  let answer: Answer | undefined;
  let trouble = "";
  const shown = newestSummary(room);

  const read: Screen = () => [
    heading(sayOwed("summary")),
    ...(shown ? drawSummary(shown, answerTo(shown, room)) : []),
    ...(shown && isAsPromised(shown) ? [choose(), wrong(trouble)] : []),
    buttons(
      ...(shown && isAsPromised(shown) ? [button("act-next", say("next"), readOn, "primary")] : []),
      button("act-back", sayOwed("toMessages"), flow.back),
    ),
  ];
  const choose = (): HTMLElement =>
    ask<Answer>({
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
  const readBack = ({ number }: Shown, said: Answer): Screen =>
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

const saidThen = (said: Answer): string => sayOwed(said === "objects" ? "answeredObjects" : "answeredAgrees");

function drawSummary(shown: Shown, answer: Answer | undefined): readonly Node[] {
  if (!isAsPromised(shown)) {
    const alarm = create("p", sayOwed("summaryDiffers"), "error");
    alarm.setAttribute("role", "alert");
    return [alarm];
  }
  const until = millisToInstant(instantToMillis(shown.at) + objectionDays * 86_400_000);
  return [
    create("p", sayOwed("summaryHint", { date: dayOfHour(until) }), "hint"),
    create("p", shown.text, "said"),
    ...(answer ? [facts([[sayOwed("answerIs"), sayWord("answer", answer)]])] : []),
  ];
}

/** The office signed which words it would publish: others are said to be others, and nothing is answered to them. */
const isAsPromised = ({ text, digest }: Shown): boolean => text !== undefined && digestOfBytes(utf8(text)) === digest;

function newestSummary({ entries }: Room): Shown | undefined {
  const all = entries();
  const last = all.filter((entry) => "fact" in entry && entry.fact.type === "case.summary-shown/1").pop();
  if (!last || !("fact" in last) || last.fact.type !== "case.summary-shown/1") return undefined;
  // The message that goes with it stands right behind it in the record.
  const message = all.find((entry) => entry.kind === "office" && entry.index === last.index + 1);
  const text = message?.kind === "office" ? message.text : undefined;
  return { number: last.fact.number, digest: last.fact.summary, at: last.at, text };
}

function answerTo({ number }: Shown, room: Room): Answer | undefined {
  const said = factsIn(room).filter(
    (fact): fact is Extract<CaseFact, { readonly type: "case.summary-answered/1" }> =>
      fact.type === "case.summary-answered/1" && fact.number === number,
  );
  return said.pop()?.answer;
}
