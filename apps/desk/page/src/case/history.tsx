import { Timeline } from "@temwen/ui";
import type { StaffId } from "@temwen/vocabulary";
import type { CaseView, TimelineEntry } from "../../../keeper/src/views.ts";
import { wordKinds } from "../acts/word-kinds.ts";
import { person } from "../desk-state.ts";
import { Masked } from "../masking/masked.tsx";
import { caseName, hour, staffName, wordFor, words } from "../say.ts";
import { pieceNumber } from "./piece-name.ts";
import { tellAssessed } from "./story.tsx";

/** As many acts as are read at one glance; of a longer case the earlier ones are folded away. */
const shownAtOnce = 25;

/** Every act of the record, oldest first. */
export function History({ view }: { readonly view: CaseView }) {
  const w = words();
  const earlier = view.timeline.slice(0, Math.max(0, view.timeline.length - shownAtOnce));
  return (
    <section aria-labelledby="history">
      <h2 id="history">{w.timeline}</h2>
      {earlier.length > 0 && (
        <details class="earlier">
          <summary>{w.earlierEntries({ n: earlier.length })}</summary>
          <Acts entries={earlier} evidence={view.evidence} />
        </details>
      )}
      <Acts entries={view.timeline.slice(earlier.length)} evidence={view.evidence} />
      <p class="hint">
        {w.caseNumber}: <span class="number">{view.caseId}</span>
      </p>
    </section>
  );
}

/** Acts as lines; also what happened since, when two people acted at once, and then with the words that went with them. */
export function Acts({
  entries,
  evidence = [],
  withWords = false,
}: {
  readonly entries: readonly TimelineEntry[];
  /** Tells which piece is a working copy, so that it has one name on the whole screen. */
  readonly evidence?: CaseView["evidence"];
  readonly withWords?: boolean;
}) {
  return (
    <Timeline
      entries={entries.map((entry) => ({
        key: String(entry.index),
        kind: kindOf(entry),
        what: wordFor("event", entry.type),
        when: <Circumstances entry={entry} evidence={evidence} />,
        ...((withWords || saidNowhereElse.includes(entry.type)) &&
          entry.text !== undefined && { said: <Masked text={entry.text} /> }),
      }))}
    />
  );
}

/** Reasons that colleagues gave in words, and that no other place of the case shows any more. */
const saidNowhereElse: readonly string[] = ["case.kept-open/1", "case.identity-refused/1"];

/** By whom and when; below it what the record says of it in clear. */
type Told = { readonly entry: TimelineEntry; readonly evidence: CaseView["evidence"] };

function Circumstances({ entry, evidence }: Told) {
  const facts = factsOf(entry, evidence);
  return (
    <>
      {doerOf(entry)} · {hour(entry.at)}
      {facts.length > 0 && (
        <>
          <br />
          {facts.join(" · ")}
        </>
      )}
    </>
  );
}

function kindOf({ by, type }: TimelineEntry): "office" | "person" | "system" | "alarm" {
  if (type === "case.clock-missed/1") return "alarm";
  if (by === "clock") return "system";
  return by === "person" ? "person" : "office";
}

/** Who did it, in words. */
export function doerOf({ by }: TimelineEntry): string {
  const w = words();
  if (by === "clock") return w.by({ who: w.byClock });
  return by === "person" ? w.byPerson : w.by({ who: staffName(by) });
}

/** In the order in which an assessment is made; the record keeps them by the alphabet. */
const factOrder = [
  "choice",
  "reason",
  "rights",
  "class",
  "forces",
  "department",
  "month",
  "child",
  "clock",
  "piece",
  "source",
  "track",
  "right",
  "respondent",
  "kind",
  "subject",
  "of",
  "interpreter",
  "repeats",
  "holder",
  "request",
  "answer",
  "how",
  "because",
  "represented",
  "level",
  "service",
  "offered",
  "other",
  "to",
  "askedBy",
  "approvedBy",
  "decides",
  "vote",
  "outcome",
  "delivered",
  "decidedBy",
];

/** The clear facts a reader can use, in words; digests and keys are for the audit. */
function factsOf({ facts }: TimelineEntry, evidence: CaseView["evidence"]): readonly string[] {
  return factOrder.flatMap((name) => {
    const value = facts[name];
    if (value === undefined) return [];
    switch (name) {
      case "rights":
      case "class":
      case "forces":
      case "department":
      case "month":
        return [tellAssessed(name, value)];
      case "child":
        return [`${words().child}: ${wordFor("child", value)}`];
      case "source":
        return [wordFor("source", value)];
      case "other":
        return [words().caseTitle({ name: caseName(value) })];
      case "choice":
        return [wordFor("consent", value)];
      case "clock":
        return [wordFor("clock", value)];
      case "reason":
        return [tellReason(value)];
      case "right":
        return [wordFor("right", value)];
      case "respondent":
      case "subject":
      case "request":
        return [`${words()[`numbered.${name}`]} ${value}`];
      case "repeats":
        return value === "first" ? [] : [wordFor("repeats", value)];
      case "track":
      case "kind":
      case "of":
      case "interpreter":
      case "holder":
      case "answer":
      case "how":
      case "represented":
      case "level":
      case "service":
      case "offered":
        return [wordFor(wordKinds[name], value)];
      case "because":
        return [tellReason(value)];
      case "piece":
        return value.split(", ").map((part) => tellPiece(part, evidence));
      case "to":
      case "askedBy":
      case "approvedBy":
        return isColleague(value) ? [staffName(value)] : [];
      case "decides":
      case "vote":
      case "delivered":
        return [wordFor(name, value)];
      case "outcome":
        return value === "none" ? [] : [wordFor("outcome", value)];
      case "decidedBy":
        return [wordFor("decider", value)];
      default:
        return [];
    }
  });
}

function tellPiece(part: string, evidence: CaseView["evidence"]): string {
  const original = evidence.find((piece) => piece.part === part)?.copyOf;
  const n = pieceNumber(original ?? part);
  return original === undefined ? words().piece({ n }) : words().pieceCopy({ n });
}

const reasons = [
  ...["reason", "recusal", "access", "identity", "export", "erasure", "because", "openingBecause", "stopBecause"],
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
