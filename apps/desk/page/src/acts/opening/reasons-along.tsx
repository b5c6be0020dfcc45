import { WordsOf } from "../../panel/words-of.tsx";
import { words } from "../../say.ts";
import type { Asking } from "../asked.ts";

/** The reasons that go to the person with the summary, word for word: whoever signs it sees all that they will read. */
export function ReasonsAlong({ view }: Asking) {
  const w = words();
  const reasons = view.owed.reasons ?? [];
  if (reasons.length === 0) return null;
  return (
    <section class="along" aria-labelledby="reasons-along">
      <h3 id="reasons-along">{w.reasonsAlong}</h3>
      <p class="hint">{w.reasonsAlongHint}</p>
      {reasons.map(({ of, number, text }) => (
        <WordsOf key={`${of}-${number}`} text={text} isPublic />
      ))}
    </section>
  );
}
