import type { StaffId } from "@temwen/vocabulary";
import type { ShownFact } from "../../../keeper/src/showing/shown-facts.ts";
import type { CaseView, TimelineEntry } from "../../../keeper/src/views.ts";
import { wordKinds } from "../acts/word-kinds.ts";
import { person } from "../desk-state.ts";
import { caseName, forumName, staffName, wordFor, words } from "../say.ts";
import { pieceNumber } from "./piece-name.ts";
import { tellAssessed } from "./story.tsx";

type Teller = (value: string, evidence: CaseView["evidence"]) => string | readonly string[] | undefined;

/** The clear facts of an act in words, in the order in which the keeper reads them. */
export function tellFacts({ facts }: TimelineEntry, evidence: CaseView["evidence"]): readonly string[] {
  return (Object.entries(facts) as [ShownFact, string][]).flatMap(
    ([name, value]) => tellers[name](value, evidence) ?? [],
  );
}

const called =
  (kind: string): Teller =>
  (value) =>
    wordFor(kind, value);
/** Of these nothing is told where they say that there is none. */
const unless =
  (nothing: string, tell: Teller): Teller =>
  (value, evidence) =>
    value === nothing ? undefined : tell(value, evidence);
const assessed =
  (name: string): Teller =>
  (value) =>
    tellAssessed(name, value);
const numbered =
  (name: "respondent" | "subject" | "request"): Teller =>
  (value) =>
    `${words()[`numbered.${name}`]} ${value}`;
const who: Teller = (value) => (isColleague(value) ? staffName(value) : undefined);
/** Said by the act's own name, or elsewhere on the screen. */
const silent: Teller = () => undefined;

const tellers: { readonly [F in ShownFact]: Teller } = {
  choice: called("consent"),
  reason: (value) => tellReason(value),
  rights: assessed("rights"),
  class: assessed("class"),
  forces: assessed("forces"),
  department: assessed("department"),
  month: assessed("month"),
  child: (value) => `${words().child}: ${wordFor("child", value)}`,
  clock: called("clock"),
  piece: (value, evidence) => value.split(", ").map((part) => tellPiece(part, evidence)),
  source: called("source"),
  track: called(wordKinds.track),
  right: called("right"),
  respondent: numbered("respondent"),
  subject: numbered("subject"),
  request: numbered("request"),
  kind: called(wordKinds.kind),
  of: called(wordKinds.of),
  as: called(wordKinds.as),
  wishes: called(wordKinds.wishes),
  chosenBy: called(wordKinds.chosenBy),
  sex: called(wordKinds.sex),
  interpreter: called(wordKinds.interpreter),
  repeats: unless("first", called(wordKinds.repeats)),
  holder: called(wordKinds.holder),
  answer: called(wordKinds.answer),
  how: called(wordKinds.how),
  because: (value) => tellReason(value),
  represented: called(wordKinds.represented),
  level: called(wordKinds.level),
  service: called(wordKinds.service),
  offered: called(wordKinds.offered),
  other: (value) => words().caseTitle({ name: caseName(value) }),
  to: who,
  askedBy: who,
  approvedBy: who,
  decides: called("decides"),
  vote: called(wordKinds.vote),
  outcome: unless("none", called(wordKinds.outcome)),
  delivered: called(wordKinds.delivered),
  decidedBy: called(wordKinds.decidedBy),
  recipient: unless("none", forumName),
  ...{ language: silent, number: silent, sequence: silent, due: silent, replaces: silent, about: silent },
  ...{ keys: silent, key: silent, proposedBy: silent, sitting: silent, measure: silent },
};

function tellPiece(part: string, evidence: CaseView["evidence"]): string {
  const original = evidence.find((piece) => piece.part === part)?.copyOf;
  const n = pieceNumber(original ?? part);
  return original === undefined ? words().piece({ n }) : words().pieceCopy({ n });
}

const reasons = [
  ...[
    "reason",
    "recusal",
    "access",
    "identity",
    "export",
    "erasure",
    "because",
    "openingBecause",
    "stopBecause",
    "origin",
  ],
] as const;

/** A reason in words, whatever it is the reason of. */
function tellReason(id: string): string {
  for (const kind of reasons) {
    const said = wordFor(kind, id);
    if (said !== id) return said;
  }
  return id;
}

const isColleague = (id: string): id is StaffId =>
  person.value?.me.id === id || (person.value?.choices.colleagues.some((colleague) => colleague.id === id) ?? false);
