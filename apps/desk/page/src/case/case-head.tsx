import { ClockBadge } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { mission } from "../desk-state.ts";
import { day, hour, timeLeft, wordFor, words } from "../say.ts";

/** Where the case stands and what is due, in one glance. */
export function CaseHead({ view }: { readonly view: CaseView }) {
  const w = words();
  return (
    <header class="case-head">
      <p class="standing">
        <strong>{wordFor("stage", view.stage)}</strong>
        <span>{view.stage === "received" ? day(view.receivedAt) : w.receivedOn({ date: day(view.receivedAt) })}</span>
        {view.story && (
          <span>
            {wordFor("language", view.story.language)}, {wordFor("channel", view.story.channel)}
          </span>
        )}
        <button type="button" class="link to-acts" onClick={goToActs}>
          {w.acts}
        </button>
      </p>
      <ul class="clocks">
        {view.clocks.map((clock) => (
          <ClockLine key={clock.id} clock={clock} view={view} />
        ))}
      </ul>
    </header>
  );
}

function ClockLine({ clock, view }: { readonly clock: CaseView["clocks"][number]; readonly view: CaseView }) {
  const w = words();
  const left = timeLeft(clock.due, view.now);
  const origin = mission.value?.clocks.find(({ id }) => id === clock.id);
  return (
    <li>
      <span class="clock-name">{wordFor("clock", clock.id)}</span>
      <ClockBadge state={left.state}>{left.text}</ClockBadge>
      <span class="hint">{w.dueOn({ date: hour(clock.due) })}</span>
      {origin && (
        <span class="hint">{origin.basis === "found" ? w.basisFound({ source: origin.source }) : w.basisDefault}</span>
      )}
    </li>
  );
}

/** On a narrow screen the acts stand far below the story. */
function goToActs(): void {
  document.getElementById("acts")?.scrollIntoView();
  document.querySelector<HTMLElement>("#acts h2")?.focus();
}
