import { Notice } from "@temwen/ui";
import type { SittingView } from "../../../keeper/src/panel/panel-views.ts";
import type { CaseView } from "../../../keeper/src/views.ts";
import { hour, staffName, wordFor, words } from "../say.ts";
import { DecidedWords } from "./decided-words.tsx";
import { findMismatch } from "./decision.ts";
import { Fingerprint } from "./fingerprint.tsx";
import { Votes } from "./votes.tsx";

/** One decision of the panel: what is voted on, by which mark, and how the votes stand. */
export function SittingCard({ view, sitting }: { readonly view: CaseView; readonly sitting: SittingView }) {
  const w = words();
  const mismatch = findMismatch(view.caseId, sitting);
  const id = `sitting-${sitting.sitting}`;
  return (
    <section class="sitting" aria-labelledby={id}>
      <h3 id={id}>{w.sitting({ n: String(sitting.sitting), what: wordFor("decides", sitting.decides) })}</h3>
      <p class="hint">
        {w.proposedBy({ who: staffName(sitting.proposedBy), date: hour(sitting.at) })}
        <br />
        {tellEnd(sitting)}
      </p>
      {mismatch && !sitting.ended && (
        <Notice kind="alarm">
          <p>{w[`mismatch.${mismatch}`]}</p>
        </Notice>
      )}
      <DecidedWords view={view} sitting={sitting} />
      {!mismatch && <Fingerprint digest={sitting.decision} />}
      <Votes view={view} sitting={sitting} />
    </section>
  );
}

function tellEnd({ ended }: SittingView): string {
  const w = words();
  if (!ended) return w.sittingOpen;
  const said = { who: staffName(ended.by), date: hour(ended.at) };
  if (ended.how === "not-carried") return w.sittingNotCarried(said);
  return ended.how === "decided" ? w.sittingDecided(said) : w.sittingBack(said);
}
