import type { CaseView } from "../../../keeper/src/views.ts";
import { day, wordFor, words } from "../say.ts";
import { Clocks } from "./clocks.tsx";

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
      <Clocks view={view} />
    </header>
  );
}

/** On a narrow screen the acts stand far below the story. */
export function goToActs(): void {
  document.getElementById("acts")?.scrollIntoView();
  document.querySelector<HTMLElement>("#acts h2")?.focus();
}
