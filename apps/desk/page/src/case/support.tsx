import type { CaseView } from "../../../keeper/src/views.ts";
import { Masked } from "../masking/masked.tsx";
import { Said } from "../said.tsx";
import { wordFor, words } from "../say.ts";

/** What help the person asked for. It never waits for a decision. */
export function Support({ view }: { readonly view: CaseView }) {
  const w = words();
  const { support } = view;
  if (!support) return null;
  const isAsked = support.needs.length > 0 || support.words;
  return (
    <section aria-labelledby="support">
      <h2 id="support">{w.support}</h2>
      {!isAsked && <p class="hint">{w.supportNone}</p>}
      {isAsked && <p>{support.needs.map((need) => wordFor("need", need)).join(", ")}</p>}
      {support.words && (
        <Said text={support.words} quiet {...(view.story && { lang: view.story.language })}>
          <Masked text={support.words} place={view.story?.place} />
        </Said>
      )}
    </section>
  );
}
