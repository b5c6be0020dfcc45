import type { Asking } from "../acts/asked.ts";
import { wordFor, words } from "../say.ts";
import { DecidedWords } from "./decided-words.tsx";
import { openSitting } from "./sitting-now.ts";
import { Votes } from "./votes.tsx";

/** What stands above a vote, a close and a taking back: the decision itself, word for word, and the votes so far. */
export function Ballot({ view }: Pick<Asking, "view">) {
  const w = words();
  const sitting = openSitting(view);
  if (!sitting) return null;
  return (
    <section class="ballot" aria-labelledby="ballot">
      <h3 id="ballot">{w.sitting({ n: String(sitting.sitting), what: wordFor("decides", sitting.decides) })}</h3>
      <DecidedWords view={view} sitting={sitting} />
      <Votes view={view} sitting={sitting} />
    </section>
  );
}
