import { laterWords } from "@temwen/casework";
import type { SubjectView } from "../../../../keeper/src/showing/inquiry-view.ts";
import { person } from "../../desk-state.ts";
import { forceName, wordFor, words } from "../../say.ts";
import { type Asked, type Asking, textIn } from "../asked.ts";
import { choice, several } from "../asks/choose.tsx";
import { either, known } from "../asks/known.tsx";
import { numbered } from "../asks/of-case.ts";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

/** With whom, where the case knows them already. */
const knownSubject = ({ view, written }: Asking): SubjectView | undefined =>
  view.inquiry?.subjects[Number(textIn(written, "subject")) - 1];

const part = choice({ label: "ask.of", ids: laterWords.of, called: wordKinds.of });
/** Whom the case knows stays who they were. */
export const partOf: Asked<(typeof laterWords.of)[number]> = either(part, (at) => {
  const same = laterWords.of.find((id) => id === knownSubject(at)?.of);
  return same === undefined ? part : known(() => same, { label: "ask.of", called: (id) => wordFor("subject", id) });
});

const plainly = choice({ label: "ask.interpreter", ids: laterWords.interpreter, called: wordKinds.interpreter });
/** Who interpreted; whoever was not named for it before cannot be chosen, and it says so. */
export const interpreterOf: Asked<(typeof laterWords.interpreter)[number]> = either(plainly, (at) => {
  const named = knownSubject(at)?.companions.findLast(({ as }) => as === "interpreter")?.chosenBy;
  const isClosed = (id: string): boolean => id !== "none" && named !== (id === "own" ? "person" : "office");
  const note = (id: string): string | undefined => (isClosed(id) ? words().nameFirst : undefined);
  return choice({
    ...{ label: "ask.interpreter", ids: laterWords.interpreter, called: wordKinds.interpreter },
    ...{ isClosed, note },
  });
});

const as = choice({ label: "ask.as", ids: laterWords.as, called: wordKinds.as });

const anySex = choice({ label: "ask.sex", ids: laterWords.sex, called: wordKinds.sex });
/** Of a companion whom the office finds, the wish stands beside what it leaves. */
const sex: Asked<(typeof laterWords.sex)[number]> = either(anySex, (at) => {
  if (textIn(at.written, "chosenBy") !== "office") return anySex;
  const wish = knownSubject(at)?.wishes.find((one) => one.as === textIn(at.written, "as"))?.wishes;
  const isClosed = (id: string): boolean => wish !== "either" && wish !== id;
  const note = (id: string): string | undefined => {
    if (wish === undefined) return words()["why.wish-not-asked"];
    return wish === id ? `${words()["ask.wishes"]}: ${wordFor("wishes", wish)}` : undefined;
  };
  return choice({ ...{ label: "ask.sex", ids: laterWords.sex, called: wordKinds.sex }, ...{ isClosed, note } });
});

const ties = several({
  ...{ label: "ask.ties", hint: "ask.tiesHint", called: forceName, least: 0 },
  ids: () => (person.value?.choices.forces ?? []).map(({ id }) => id).filter((id) => id !== "unknown"),
  note: (id, view) => (view.forces.includes(id) ? words().tieBars : undefined),
});

const whom = { subject: numbered("subject", "ask.with", { orNew: true }), of: partOf };

/** Who interprets for somebody, and who stands by them. */
export const companionSheets: SheetsOf<"record-companion-wish" | "name-companion"> = {
  "record-companion-wish": {
    group: "protection",
    icon: "people",
    asks: { ...whom, as, wishes: choice({ label: "ask.wishes", ids: laterWords.wishes, called: wordKinds.wishes }) },
  },
  "name-companion": {
    group: "protection",
    icon: "people",
    asks: {
      ...whom,
      as,
      chosenBy: choice({ label: "ask.chosenBy", ids: laterWords.chosenBy, called: wordKinds.chosenBy }),
      sex,
      ties,
    },
    text: { label: "text.companion", hint: "text.companionHint" },
  },
};
