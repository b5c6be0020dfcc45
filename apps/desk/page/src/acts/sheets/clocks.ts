import { laterWords } from "@temwen/casework";
import type { Instant } from "@temwen/vocabulary";
import type { CaseView } from "../../../../keeper/src/views.ts";
import type { Asked } from "../asked.ts";
import { textIn } from "../asked.ts";
import { choice } from "../asks/choose.tsx";
import { hour } from "../asks/when.tsx";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

/** What may be given more time now. */
const extendable = ({ clocks }: CaseView) => clocks.filter(({ latest }) => latest !== undefined);

/** The hour that is put off is that of the clock chosen: nobody has to copy it. */
const dueOfClock: Asked<Instant> = {
  starts: () => ({}),
  show: () => null,
  read: ({ view, written }) => extendable(view).find(({ id }) => id === textIn(written, "clock"))?.due,
  tell: () => undefined,
};

/** What is owed by an hour, and what is done about the hour. */
export const clockSheets: SheetsOf<"extend-clock" | "explain-delay" | "report-progress" | "review-retaliation"> = {
  "extend-clock": {
    group: "case",
    icon: "clock",
    asks: {
      clock: choice({ label: "ask.clock", ids: (view) => extendable(view).map(({ id }) => id), called: "clock" }),
      due: dueOfClock,
      until: hour({ label: "ask.moreUntil", hint: "ask.untilHint", inDays: 30 }),
    },
    isOffered: (view) => extendable(view).length > 0,
    text: { label: "explanation", hint: "explanationHint" },
    twice: { question: "extendAsk", consequence: "extendLose" },
  },
  "explain-delay": { group: "case", icon: "message", asks: {} },
  "report-progress": {
    group: "inquiry",
    icon: "pen",
    asks: {},
    text: { label: "text.progress", hint: "explanationHint" },
  },
  "review-retaliation": {
    group: "protection",
    icon: "search",
    asks: { finds: choice({ label: "ask.finds", ids: laterWords.finds, called: wordKinds.finds }) },
    isOffered: ({ timeline }) => timeline.some(({ type }) => type.startsWith("case.retaliation-reported/")),
    text: { label: "explanation", hint: "explanationHint" },
  },
};
