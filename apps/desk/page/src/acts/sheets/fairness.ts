import { isFree, laterWords } from "@temwen/casework";
import { person } from "../../desk-state.ts";
import { staffName } from "../../say.ts";
import { textIn } from "../asked.ts";
import { choice } from "../asks/choose.tsx";
import { findings } from "../asks/findings.tsx";
import { either, known } from "../asks/known.tsx";
import { nextOf, numbered } from "../asks/of-case.ts";
import { unitBeside } from "../asks/unit.tsx";
import { hour } from "../asks/when.tsx";
import { StandsAgainst } from "../opening/stands-against.tsx";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

const hasRespondent = ({ inquiry }: { readonly inquiry?: { readonly respondents: readonly unknown[] } }): boolean =>
  (inquiry?.respondents.length ?? 0) > 0;

const respondent = numbered("respondent", "ask.whichRespondent", { orNew: false });

const cause = choice({
  label: "ask.cause",
  ids: laterWords.cause.filter((id) => id !== "none"),
  called: wordKinds.cause,
});

/** Everybody who has a seat and may take it: whoever recommends does not choose who decides. */
const whoeverDecides = known(
  ({ view }) => {
    const serving = (person.value?.choices.colleagues ?? []).map(({ id }) => id);
    const seated = view.seats.filter((one) => one.isSeated && isFree(one));
    return seated.map(({ id }) => id).filter((id) => serving.includes(id));
  },
  { label: "ask.panel", called: (ids) => ids.map(staffName).join("; ") },
);

/** What both sides are owed before anything is found, and what whoever examined recommends. */
export const fairnessSheets: SheetsOf<
  | "notify-respondent"
  | "defer-notice"
  | "record-reply"
  | "record-respondent-ask"
  | "answer-respondent-ask"
  | "offer-hearing"
  | "recommend-findings"
> = {
  "notify-respondent": {
    group: "fairness",
    icon: "message",
    asks: {
      respondent,
      how: choice({ label: "ask.how", ids: laterWords.how, called: wordKinds.how }),
      // A day more than the rule asks for: it counts hours, and people count days.
      replyBy: hour({ label: "ask.replyBy", hint: "ask.replyByHint", inDays: 15 }),
    },
    isOffered: hasRespondent,
    // Who their unit is may have come out since the allegation was stated.
    text: { label: "text.notice", hint: "text.noticeHint", beside: unitBeside },
  },
  "defer-notice": {
    group: "fairness",
    icon: "clock",
    asks: {
      respondent,
      because: choice({ label: "ask.because", ids: laterWords.because, called: wordKinds.because }),
      until: hour({ label: "ask.until", inDays: 7 }),
    },
    isOffered: hasRespondent,
    text: { label: "explanation", hint: "explanationHint" },
  },
  "record-reply": {
    group: "fairness",
    icon: "message",
    asks: {
      respondent,
      represented: choice({ label: "ask.represented", ids: laterWords.represented, called: wordKinds.represented }),
      interpreter: choice({ label: "ask.interpreter", ids: laterWords.interpreter, called: wordKinds.interpreter }),
    },
    isOffered: hasRespondent,
    text: { label: "text.reply", hint: "explanationHint" },
  },
  "record-respondent-ask": {
    group: "fairness",
    icon: "message",
    asks: {
      number: known(({ view }) => nextOf("ask", view)),
      respondent,
      wants: choice({ label: "ask.wants", ids: laterWords.wants, called: wordKinds.wants }),
    },
    isOffered: hasRespondent,
    text: { label: "text.ask", hint: "explanationHint" },
  },
  "answer-respondent-ask": {
    group: "fairness",
    icon: "check",
    asks: {
      ask: numbered("ask", "ask.whichAsk", { orNew: false }),
      became: choice({ label: "ask.became", ids: laterWords.became, called: wordKinds.became }),
      cause: either(cause, (at) => (textIn(at.written, "became") === "done" ? known(() => "none") : cause)),
    },
    // Whoever took it down does not answer it.
    isOffered: ({ inquiry }) =>
      inquiry?.asks.some(({ answer, by }) => answer === undefined && by !== person.value?.me.id) === true,
    text: { label: "explanation", hint: "explanationHint" },
  },
  "offer-hearing": { group: "fairness", icon: "people", asks: {}, pattern: "offer-hearing" },
  "recommend-findings": {
    group: "fairness",
    icon: "check",
    opening: StandsAgainst,
    asks: { findings },
    text: { label: "text.findings", hint: "explanationHint" },
    lets: whoeverDecides,
    twice: { question: "recommendAsk", consequence: "recommendLose" },
  },
};
