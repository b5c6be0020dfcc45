import { laterWords } from "@temwen/casework";
import type { Asked } from "../asked.ts";
import { choice } from "../asks/choose.tsx";
import { ReasonsAlong } from "../opening/reasons-along.tsx";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

/** Summaries are numbered by the case: nobody has to count them. */
const nextSummary: Asked<number> = {
  starts: () => ({}),
  show: () => null,
  read: ({ view }) => view.timeline.filter(({ type }) => type === "case.summary-shown/1").length + 1,
  tell: () => undefined,
};

const explained = { text: { label: "explanation", hint: "explanationHint" } } as const;

/** What is owed to the person: to stop, to be told first, to be heard anew, to read what is published. */
export const owedSheets: SheetsOf<
  | "check-pressure"
  | "accept-withdrawal"
  | "propose-going-on"
  | "confirm-going-on"
  | "propose-reopening"
  | "confirm-reopening"
  | "show-summary"
> = {
  "check-pressure": {
    group: "protection",
    icon: "shield",
    asks: {
      spoke: choice({ label: "ask.spoke", ids: laterWords.spoke, called: wordKinds.spoke }),
      level: choice({ label: "dangerLevel", ids: laterWords.level, called: wordKinds.level }),
      free: choice({ label: "ask.free", hint: "ask.freeHint", ids: laterWords.free, called: wordKinds.free }),
    },
    text: { label: "text.pressure", hint: "explanationHint" },
  },
  "accept-withdrawal": {
    group: "case",
    icon: "check",
    asks: {},
    twice: { question: "acceptAsk", consequence: "acceptLose" },
  },
  "propose-going-on": {
    group: "protection",
    icon: "alarm",
    asks: {
      goesOnFor: choice({
        label: "ask.goesOnFor",
        hint: "ask.goesOnForHint",
        ids: laterWords.goesOnFor,
        called: wordKinds.goesOnFor,
      }),
    },
  },
  "confirm-going-on": { group: "protection", icon: "check", asks: {}, ...explained },
  "propose-reopening": {
    group: "case",
    icon: "open",
    asks: { facts: choice({ label: "ask.facts", ids: laterWords.facts, called: wordKinds.facts }) },
    ...explained,
  },
  "confirm-reopening": { group: "case", icon: "check", asks: {} },
  "show-summary": {
    group: "panel",
    icon: "message",
    asks: { number: nextSummary },
    opening: ReasonsAlong,
    text: { label: "text.summary", hint: "text.summaryHint" },
  },
};
