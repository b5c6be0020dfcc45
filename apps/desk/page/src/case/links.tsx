import { useSignal } from "@preact/signals";
import { Button, Choice, Choices, Field } from "@temwen/ui";
import { parseId } from "@temwen/vocabulary";
import type { CaseView, LinkView } from "../../../keeper/src/views.ts";
import { type Answer, ask, type Refusal } from "../desk-line.ts";
import { isSignedOut, person } from "../desk-state.ts";
import { caseName, hour, staffName, tellRefusal, wordFor, words } from "../say.ts";
import { CaseForm } from "./case-form.tsx";
import { hasWords } from "./has-words.ts";

type LinksProps = { readonly view: CaseView; readonly onRead: () => Promise<void> };
type Linked = { readonly both: boolean; readonly refusal?: Refusal };

/** Other cases that this one belongs to. Each of the two says so in its own record. */
export function Links({ view, onRead }: LinksProps) {
  const w = words();
  const isOpen = useSignal(false);
  const isLawful = view.orders.some(({ order, refusal }) => order === "link-case" && refusal === undefined);
  // What two cases have in common is said by whoever can read both.
  if (!hasWords(view) || (view.links.length === 0 && !isLawful)) return null;
  return (
    <section aria-labelledby="links">
      <h2 id="links">{w.links}</h2>
      {view.links.length === 0 && <p class="hint">{w.linksNone}</p>}
      <ul>
        {view.links.map((link) => (
          <LinkLine key={link.other} view={view} link={link} onRead={onRead} />
        ))}
      </ul>
      {isLawful && !isOpen.value && (
        <div class="row">
          <Button look="plain" onClick={() => (isOpen.value = true)}>
            {wordFor("order", "link-case")}
          </Button>
        </div>
      )}
      {isOpen.value && <LinkForm view={view} onRead={onRead} onClose={() => (isOpen.value = false)} />}
    </section>
  );
}

function LinkLine({ view, link, onRead }: LinksProps & { readonly link: LinkView }) {
  const w = words();
  const isOpen = useSignal(false);
  const isLawful = view.orders.some(({ order, refusal }) => order === "unlink-case" && refusal === undefined);
  return (
    <li>
      <p>
        <strong>{w.caseTitle({ name: caseName(link.other) })}</strong>: {wordFor("link", link.reason)}
      </p>
      <p class="hint">
        {staffName(link.by)}, {hour(link.at)} · <span class="number">{link.other}</span>
      </p>
      {link.team.length > 0 && <p class="hint">{w.linkApart({ who: link.team.map(staffName).join("; ") })}</p>}
      {isLawful && !isOpen.value && (
        <button type="button" class="link" onClick={() => (isOpen.value = true)}>
          {wordFor("order", "unlink-case")}
        </button>
      )}
      {isOpen.value && (
        <CaseForm
          id={`unlink-${link.other}`}
          submit={wordFor("order", "unlink-case")}
          why={{ label: w.linkWhy, hint: w.linkWhyHint }}
          onRead={onRead}
          onClose={() => (isOpen.value = false)}
          send={async (text) =>
            tellLinking(await ask<Linked>("POST", `/api/cases/${view.caseId}/unlink`, { other: link.other, text }))
          }
        />
      )}
    </li>
  );
}

function LinkForm({ view, onRead, onClose }: LinksProps & { readonly onClose: () => void }) {
  const w = words();
  const other = useSignal("");
  const reason = useSignal("");
  const isId = () => parseId("case", other.value.trim()).ok;
  return (
    <CaseForm
      id="link"
      submit={wordFor("order", "link-case")}
      why={{ label: w.linkWhy, hint: w.linkWhyHint }}
      onRead={onRead}
      onClose={onClose}
      isReady={() => isId() && reason.value !== ""}
      send={async (text) => {
        const said = { other: other.value.trim(), reason: reason.value, text };
        return tellLinking(await ask<Linked>("POST", `/api/cases/${view.caseId}/links`, said));
      }}
    >
      {(isTried) => (
        <>
          <Field
            id="link-other"
            label={w.linkOther}
            hint={w.linkOtherHint}
            error={isTried && !isId() && w.linkOtherWrong}
            value={other.value}
            onInput={(event) => (other.value = event.currentTarget.value)}
          />
          <Choices id="link-reason" legend={w.reason} error={isTried && reason.value === "" && w.chooseReason}>
            {(person.value?.choices.linkReasons ?? []).map((one) => (
              <Choice
                key={one}
                name="link-reason"
                value={one}
                label={wordFor("link", one)}
                checked={reason.value === one}
                onChange={() => (reason.value = one)}
              />
            ))}
          </Choices>
        </>
      )}
    </CaseForm>
  );
}

/** What went wrong, in words: also where one of the two cases took it and the other did not. */
function tellLinking(answer: Answer<Linked>): string | undefined {
  if (!answer.ok) return isSignedOut(answer.refusal) ? undefined : tellRefusal(answer.refusal);
  const { both, refusal } = answer.value;
  return both ? undefined : `${words().linkOneSided} ${refusal ? tellRefusal(refusal) : ""}`.trim();
}
