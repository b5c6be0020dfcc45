import type { MatterStep } from "../../../keeper/src/matters/matter-views.ts";
import { hour, staffName, words } from "../say.ts";
import { factText, matterWord, matterWords, toldFacts } from "./say-matter.ts";

/** What happened in a matter, in order, with the words that this person's key opens. */
export function MatterHistory({ steps }: { readonly steps: readonly MatterStep[] }) {
  const w = matterWords();
  return (
    <section aria-labelledby="matter-history">
      <h2 id="matter-history">{w.history}</h2>
      <ol class="matter-steps">
        {steps.map((step) => (
          <li key={step.index}>
            <p>
              <strong>{matterWord("step", step.type)}</strong>{" "}
              <span class="hint">
                {hour(step.at)} · {step.by === "clock" ? words().byClock : staffName(step.by)}
              </span>
            </p>
            {(step.index === 0 ? [] : toldFacts(step)).map(([name, value]) => (
              <p key={name} class="hint">
                {matterWord("field", name)}: {factText(name, value)}
              </p>
            ))}
            {step.words !== undefined && <p class="matter-words">{step.words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
