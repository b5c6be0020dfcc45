import { Button, LongField } from "@temwen/ui";
import { type CaseId, matterKinds, parseId, parseMatterId } from "@temwen/vocabulary";
import { isAct, orderOf } from "../acts/act-names.ts";
import { ForgetWords } from "../acts/forget-words.tsx";
import { goTo, type Place, person, seated } from "../desk-state.ts";
import { draftName, draftOf, listDrafts } from "../drafts.ts";
import { keptDays, savedAt } from "../kept-drafts.ts";
import { matterWord } from "../matters/say-matter.ts";
import { caseName, hour, wordFor, words } from "../say.ts";

/**
 * What this person wrote and did not send, in one case or anywhere: where it belongs, since when it lies here, the words
 * themselves, and the way back to it. No line is needed to read and change them; only signing needs the case.
 */
export function Unsent({ caseId: only }: { readonly caseId?: CaseId }) {
  const w = words();
  const me = seated.value ?? "";
  const drafts = listDrafts(me).filter(({ about }) => only === undefined || about === only);
  if (drafts.length === 0) return null;
  return (
    <section class="unsent" aria-labelledby="unsent">
      <h2 id="unsent">{w.flagUnsent}</h2>
      {keptDays.value !== undefined && <p class="hint">{w.draftSealed({ n: keptDays.value })}</p>}
      <ul>
        {drafts.map(({ about, act }) => {
          const name = draftName(me, about, act);
          const at = savedAt.value.get(name);
          const to = placeOf(about);
          const canOpen = person.value !== undefined && only === undefined;
          return (
            <li key={name}>
              <span>
                <strong>{to?.at === "matters" ? matterWord("door", to.kind) : caseName(about)}</strong> · {tellAct(act)}
                {at && <span class="hint"> · {hour(at)}</span>}
              </span>
              <span class="row">
                {canOpen && to && <Button onClick={() => goTo(to)}>{w.open}</Button>}
                <ForgetWords says={w.draftErase} onForget={() => draftOf(name, {}).forget()} />
              </span>
              <Words name={name} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The words of one draft; what was only chosen has none. */
function Words({ name }: { readonly name: string }) {
  const w = words();
  const { value, change } = draftOf<{ readonly text?: unknown }>(name, {});
  if (typeof value.text !== "string") return null;
  return (
    <details>
      <summary>{w.draftRead}</summary>
      <LongField
        id={`words-${name.replaceAll(" ", "-")}`}
        rows={8}
        label={w.draftWords}
        dir="auto"
        value={value.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
    </details>
  );
}

/** A draft of a newer desk may be of an act that this one does not know. */
const tellAct = (act: string): string => (isAct(act) ? wordFor("order", orderOf(act)) : matterWord("order", act));

/** Where unsent words belong. */
function placeOf(about: string): Exclude<Place, { readonly at: "board" }> | undefined {
  const id = parseId("case", about);
  if (id.ok) return { at: "case", caseId: id.value };
  const matter = parseMatterId(about);
  if (matter.ok) return { at: "matter", matter: matter.value };
  const kind = matterKinds.find((one) => about === `new-${one}`);
  return kind && { at: "matters", kind };
}
