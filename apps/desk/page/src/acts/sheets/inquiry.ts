import { laterWords, missionClasses, rights } from "@temwen/casework";
import { privateCompany } from "@temwen/office";
import type { RespondentView } from "../../../../keeper/src/showing/inquiry-view.ts";
import { person } from "../../desk-state.ts";
import { forceName, wordFor } from "../../say.ts";
import { type Asking, textIn } from "../asked.ts";
import { choice, several } from "../asks/choose.tsx";
import { either, known } from "../asks/known.tsx";
import { nextOf, numbered } from "../asks/of-case.ts";
import { unitBeside } from "../asks/unit.tsx";
import { day } from "../asks/when.tsx";
import { forceNote } from "../force-note.ts";
import { ConsentToExamine } from "../opening/consent-to-examine.tsx";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";
import { interpreterOf, partOf } from "./companions.ts";

/** The respondent chosen, where the case knows them. */
const knownRespondent = ({ view, written }: Asking): RespondentView | undefined =>
  view.inquiry?.respondents[Number(textIn(written, "respondent")) - 1];

const knownSubject = ({ view, written }: Asking) => view.inquiry?.subjects[Number(textIn(written, "subject")) - 1];

const forceIds = (): readonly string[] => (person.value?.choices.forces ?? []).map(({ id }) => id);
const forcesOfCompany = known(() => [privateCompany], {
  label: "forces",
  called: (all: readonly string[]) => all.map(forceName).join(", "),
});

const kind = choice({ label: "ask.kind", ids: laterWords.kind, called: wordKinds.kind });
const oneForce = choice({ label: "forces", ids: forceIds, called: forceName, note: forceNote });
const forcesOfOne = { ...oneForce, read: (at: Asking) => listOfOne(oneForce.read(at)) };
const listOfOne = (force: string | undefined): readonly string[] | undefined => (force === undefined ? force : [force]);
const manyForces = several({
  label: "forces",
  ids: () => forceIds().filter((id) => id !== "unknown"),
  called: forceName,
  note: forceNote,
  least: 2,
});

const again = choice({
  label: "ask.repeats",
  hint: "ask.repeatsHint",
  ids: laterWords.repeats.filter((id) => id !== "first"),
  called: wordKinds.repeats,
});

/** What whoever took the case does to find out. */
export const inquirySheets: SheetsOf<
  "plan-inquiry" | "state-allegation" | "record-interview" | "request-evidence" | "record-answer"
> = {
  "plan-inquiry": {
    group: "inquiry",
    icon: "pen",
    asks: {},
    opening: ConsentToExamine,
    text: { label: "text.plan", hint: "text.planHint" },
  },
  "state-allegation": {
    group: "inquiry",
    icon: "pen",
    asks: {
      number: known(({ view }) => nextOf("allegation", view)),
      right: choice({ label: "right", ids: rights, called: "right" }),
      class: choice({ label: "classLabel", ids: missionClasses, called: "class" }),
      respondent: numbered("respondent", "ask.respondent", { orNew: true }),
      // A respondent whom the case knows stays who they were.
      kind: either(kind, (at) => {
        const there = knownRespondent(at);
        const same = kindNamed(there?.kind);
        return same === undefined
          ? kind
          : known(() => same, { label: "ask.kind", called: (id) => wordFor("respondent", id) });
      }),
      forces: either<readonly string[]>(forcesOfOne, (at) => {
        const there = knownRespondent(at);
        if (there)
          return known(() => there.forces, { label: "forces", called: (all) => all.map(forceName).join(", ") });
        if (textIn(at.written, "kind") === "company") return forcesOfCompany;
        return textIn(at.written, "kind") === "several-forces" ? manyForces : forcesOfOne;
      }),
    },
    opening: ConsentToExamine,
    text: { label: "text.allegation", hint: "explanationHint", beside: unitBeside },
  },
  "record-interview": {
    group: "inquiry",
    icon: "people",
    asks: {
      subject: numbered("subject", "ask.subject", { orNew: true }),
      of: partOf,
      language: choice({ label: "ask.language", ids: laterWords.language, called: wordKinds.language }),
      interpreter: interpreterOf,
      repeats: either<(typeof laterWords.repeats)[number]>(again, (at) =>
        (knownSubject(at)?.interviews.length ?? 0) === 0 ? known(() => "first") : again,
      ),
    },
    opening: ConsentToExamine,
    text: { label: "text.interview", hint: "text.interviewHint" },
  },
  "request-evidence": {
    group: "inquiry",
    icon: "search",
    asks: {
      number: known(({ view }) => nextOf("request", view)),
      holder: choice({ label: "ask.holder", ids: laterWords.holder, called: wordKinds.holder }),
      due: day({ label: "ask.due", inDays: 14 }),
    },
    opening: ConsentToExamine,
    text: { label: "text.request", hint: "explanationHint" },
  },
  "record-answer": {
    group: "inquiry",
    icon: "check",
    asks: {
      request: numbered("request", "ask.request", { orNew: false }),
      answer: choice({ label: "ask.answer", ids: laterWords.answer, called: wordKinds.answer }),
    },
    isOffered: ({ inquiry }) => (inquiry?.requests.length ?? 0) > 0,
    text: { label: "text.answer", hint: "explanationHint" },
  },
};

const kindNamed = (id: string | undefined) => laterWords.kind.find((one) => one === id);
