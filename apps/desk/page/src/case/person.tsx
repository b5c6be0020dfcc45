import { Facts } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { Said, SaidLine } from "../said.tsx";
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
      {support.words && <Said text={support.words} quiet {...(view.story && { lang: view.story.language })} />}
    </section>
  );
}

/** Who the person is, once two people have joined their halves; until then, who could. */
export function Identity({ view }: { readonly view: CaseView }) {
  const w = words();
  const { identity } = view;
  const facts = identity
    ? [
        { key: "name", name: w.name, text: identity.name },
        { key: "contact", name: w.contact, text: identity.contact },
        { key: "safe", name: w.safeContact, text: identity.safeContact },
      ].filter(({ text }) => text !== undefined && text !== "")
    : [];
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{w.identity}</h2>
      {!identity && (
        <>
          <p>{w.identitySealed}</p>
          <p class="hint">{view.holdsIdentityHalf ? w.identityHalf : w.identityNoHalf}</p>
        </>
      )}
      {identity && facts.length === 0 && <p class="hint">{w.identityNone}</p>}
      {facts.length > 0 && (
        <Facts facts={facts.map(({ key, name, text }) => ({ key, name, value: <SaidLine text={text ?? ""} /> }))} />
      )}
    </section>
  );
}
