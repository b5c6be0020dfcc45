import type { CaseView, TimelineEntry } from "../../../keeper/src/views.ts";
import { Acts } from "../case/history.tsx";
import { words } from "../say.ts";

/** What each side was told, asked and answered, in the order in which it happened. */
const said: readonly TimelineEntry["type"][] = [
  "case.interview-recorded/1",
  "case.interview-recorded/2",
  "case.respondent-notified/1",
  "case.respondent-notified/2",
  "case.notice-deferred/1",
  "case.reply-recorded/1",
  "case.respondent-asked/1",
  "case.respondent-answered/1",
  "case.hearing-offered/1",
  "case.message-received/1",
];

/** Both sides' own words, as far as this person's keys open them. */
export function BothSides({ view }: { readonly view: CaseView }) {
  const w = words();
  const entries = view.timeline.filter(({ type }) => said.includes(type));
  return (
    <section aria-labelledby="sides">
      <h2 id="sides">{w.sidesHead}</h2>
      {entries.length === 0 ? <p class="hint">{w.sidesNone}</p> : <Acts entries={entries} withWords />}
    </section>
  );
}
