import { type ConsentChoice, consentChoices } from "@temwen/vocabulary";
import { create } from "../page/dom.ts";
import { say } from "../page/words.ts";
import { nameOfChoice } from "../reply/entries.ts";
import { type SendAct, writeConsent } from "../reply/person-acts.ts";
import { confirmScreen, doneScreen } from "./confirming.ts";
import { ask, button, buttons, facts, heading, wrong } from "./draw.ts";
import type { Flow, Screen } from "./flow.ts";
import { isExamined, isLess, meaningOf } from "./purposes.ts";
import type { Room } from "./room.ts";
import { sayAct, sayNo } from "./say.ts";

/** What the office may do, and a way to say it anew: it is read back before it is sent. */
export function openConsent(room: Room, flow: Flow, send: SendAct): void {
  let next: ConsentChoice | undefined;
  let trouble = "";

  const now: Screen = () => [
    ...drawNow(choiceOf(room)),
    buttons(
      button("act-change", sayAct("change"), () => flow.go(choose), "primary"),
      button("act-back", sayAct("toMessages"), flow.back),
    ),
  ];
  const choose: Screen = () => [
    askWhatNow(next ?? choiceOf(room), (value) => {
      next = value;
    }),
    wrong(trouble),
    buttons(button("act-next", say("next"), readOn, "primary"), button("act-back", say("back"), flow.back)),
  ];
  const readOn = (): void => {
    const isNews = next !== undefined && next !== choiceOf(room);
    trouble = isNews ? "" : sayTrouble(next ?? choiceOf(room));
    if (isNews && next) flow.go(readBack(next));
    else flow.draw();
  };
  const readBack = (choice: ConsentChoice): Screen =>
    confirmScreen({
      room,
      flow,
      drawn: () => drawNext(choice, choiceOf(room)),
      yes: () => sayAct("confirmChange"),
      act: () => send(choice, () => writeConsent(room.courier, room.office, room.keys, choice)),
      done: doneScreen(flow, () => [sayAct("changed"), create("p", sayAct("changedHint"))]),
    });
  flow.go(now);
}

/** What the person signed last. What was chosen at filing lies in the sealed words, which the receipt does not open. */
function choiceOf({ entries }: Room): ConsentChoice | undefined {
  const said = [...entries()].reverse().find(({ kind }) => kind === "choice");
  return said?.kind === "choice" ? said.choice : undefined;
}

const sayTrouble = (choice: ConsentChoice | undefined): string =>
  choice ? sayNo("consent-unchanged") : sayAct("chooseFirst");

function drawNow(choice: ConsentChoice | undefined): readonly Node[] {
  const head = heading(sayAct("consent"));
  if (!choice) return [head, create("p", sayAct("nowSealed"))];
  return [head, create("p", sayAct("now", { choice: say(nameOfChoice(choice)) }), "lead"), meaning(choice)];
}

const askWhatNow = (chosen: ConsentChoice | undefined, choose: (choice: ConsentChoice) => void): HTMLElement =>
  ask({
    name: "next",
    legend: heading(sayAct("whatNow")),
    hint: sayAct("whatNowHint"),
    choices: consentChoices.map((value) => ({
      value,
      label: capital(say(nameOfChoice(value))),
      note: sayAct(`note-${value}`),
    })),
    chosen,
    choose,
  });

/** What the office will read; and, where less is allowed than before, what that cannot undo. */
function drawNext(choice: ConsentChoice, before: ConsentChoice | undefined): readonly Node[] {
  const undone = isExamined(choice) ? sayAct("keepRead") : `${sayAct("keepRead")} ${sayAct("noMore")}`;
  return [
    heading(sayAct("fromNow")),
    create("p", `${capital(say(nameOfChoice(choice)))}.`, "lead"),
    meaning(choice),
    ...(isLess(before ?? "court", choice) ? [create("p", undone)] : []),
  ];
}

const meaning = (choice: ConsentChoice): HTMLElement =>
  facts(meaningOf(choice).map(([name, said]) => [sayAct(name), sayAct(said)] as const));

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
