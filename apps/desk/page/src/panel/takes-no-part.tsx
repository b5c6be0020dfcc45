import type { CaseView } from "../../../keeper/src/views.ts";
import { staffName, wordFor, words } from "../say.ts";

/** Who of the panel takes no part in this case, and why: a vote of theirs would not count. */
export function TakesNoPart({ view }: { readonly view: CaseView }) {
  const w = words();
  const out = (view.panel?.members ?? []).filter(({ standing }) => standing !== "may" && standing !== "not-let-in");
  if (out.length === 0) return null;
  return (
    <section aria-labelledby="no-part">
      <h3 id="no-part">{w.othersHead}</h3>
      <ul>
        {out.map(({ id, standing }) => (
          <li key={id}>
            {staffName(id)}: {wordFor("standing", standing)}
          </li>
        ))}
      </ul>
    </section>
  );
}
