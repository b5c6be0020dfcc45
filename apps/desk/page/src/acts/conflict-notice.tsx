import { Facts, Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { Acts } from "../case/history.tsx";
import { person } from "../desk-state.ts";
import { Said } from "../said.tsx";
import { wordFor, words } from "../say.ts";
import { orderOf } from "./act-names.ts";
import { chosenFacts } from "./chosen-facts.ts";
import type { Conflict } from "./send-act.ts";

/** Both versions side by side: what others did and wrote meanwhile, and what this person chose, wrote and was about to sign. */
export function ConflictNotice({ conflict, view }: { readonly conflict: Conflict; readonly view: CaseView }) {
  const w = words();
  const { since, request } = conflict;
  const chosen = chosenFacts(request, view);
  const isMine = since.some(({ by }) => by === person.value?.me.id);
  // The case was read again since: there the same acts stand with the words that went with them.
  const read = since.map((entry) => view.timeline.find(({ index }) => index === entry.index) ?? entry);
  return (
    <Notice kind="alarm">
      <h3>{w.conflictHead}</h3>
      <div class="versions">
        <section aria-label={w.conflictTheirs}>
          <h4>{w.conflictTheirs}</h4>
          <Acts entries={read} withWords />
        </section>
        <section aria-label={w.conflictMine}>
          <h4>{w.conflictMine}</h4>
          <p>{wordFor("order", orderOf(request.act))}</p>
          {chosen.length > 0 && <Facts facts={chosen} />}
          {"text" in request && request.text !== "" && <Said text={request.text} quiet />}
        </section>
      </div>
      {isMine && <p>{w.conflictOwn}</p>}
      <p>{w.conflictYours}</p>
    </Notice>
  );
}
