import { Button } from "@temwen/ui";
import { parseId } from "@temwen/vocabulary";
import { type Act, orderOf } from "../acts/act-names.ts";
import { goTo, person } from "../desk-state.ts";
import { draftName, draftOf, listDrafts } from "../drafts.ts";
import { keptDays, savedAt } from "../kept-drafts.ts";
import { caseName, hour, wordFor, words } from "../say.ts";

/** What this person wrote and did not send: where it belongs, since when it lies here, and the way back to it. */
export function Unsent() {
  const w = words();
  const me = person.value?.me.id ?? "";
  const drafts = listDrafts(me);
  if (drafts.length === 0) return null;
  return (
    <section class="unsent" aria-labelledby="unsent">
      <h2 id="unsent">{w.flagUnsent}</h2>
      {keptDays.value !== undefined && <p class="hint">{w.draftSealed({ n: keptDays.value })}</p>}
      <ul>
        {drafts.map(({ caseId, act }) => {
          const name = draftName(me, caseId, act);
          const at = savedAt.value.get(name);
          const id = parseId("case", caseId);
          return (
            <li key={name}>
              <span>
                <strong>{caseName(caseId)}</strong> · {tellAct(act)}
                {at && <span class="hint"> · {hour(at)}</span>}
              </span>
              <span class="row">
                {id.ok && <Button onClick={() => goTo({ at: "case", caseId: id.value })}>{w.open}</Button>}
                <Button look="plain" onClick={() => draftOf(name, {}).forget()}>
                  {w.draftErase}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A draft of a newer desk may be of an act that this one does not know. */
const tellAct = (act: string): string => (Object.hasOwn(orderOf, act) ? wordFor("order", orderOf[act as Act]) : act);
