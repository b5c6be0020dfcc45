import { Timeline } from "@temwen/ui";
import type { CaseView, TimelineEntry } from "../../../keeper/src/views.ts";
import { Masked } from "../masking/masked.tsx";
import { hour, staffName, wordFor, words } from "../say.ts";
import { tellFacts } from "./tell-facts.ts";

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
  const facts = tellFacts(entry, evidence);
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
