import { useSignal } from "@preact/signals";
import { Button, Choice, Choices, Field, LongField, Notice } from "@temwen/ui";
import { parseId } from "@temwen/vocabulary";
import type { ComponentChildren } from "preact";
import type { CaseView, LinkView } from "../../../keeper/src/views.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { isSignedOut, person } from "../desk-state.ts";
import { caseName, hour, staffName, tellRefusal, wordFor, words } from "../say.ts";

type LinksProps = { readonly view: CaseView; readonly onRead: () => Promise<void> };
type Linked = { readonly both: boolean; readonly refusal?: Refusal };

/** Other cases that this one belongs to. Each of the two says so in its own record. */
export function Links({ view, onRead }: LinksProps) {
  const w = words();
  const isOpen = useSignal(false);
  const isLawful = view.orders.some(({ order, refusal }) => order === "link-case" && refusal === undefined);
  // What two cases have in common is said by whoever can read both.
  if (!view.story || (view.links.length === 0 && !isLawful)) return null;
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
        <Saying
          id={`unlink-${link.other}`}
          submit={wordFor("order", "unlink-case")}
          onRead={onRead}
          onClose={() => (isOpen.value = false)}
          send={(text) => ask<Linked>("POST", `/api/cases/${view.caseId}/unlink`, { other: link.other, text })}
        />
      )}
    </li>
  );
}

function LinkForm({ view, onRead, onClose }: LinksProps & { readonly onClose: () => void }) {
  const w = words();
  const other = useSignal("");
  const reason = useSignal("");
  const isTried = useSignal(false);
  const isId = () => parseId("case", other.value.trim()).ok;
  return (
    <Saying
      id="link"
      submit={wordFor("order", "link-case")}
      onRead={onRead}
      onClose={onClose}
      isReady={() => {
        isTried.value = true;
        return isId() && reason.value !== "";
      }}
      send={(text) =>
        ask<Linked>("POST", `/api/cases/${view.caseId}/links`, {
          ...{ other: other.value.trim(), reason: reason.value, text },
        })
      }
    >
      <Field
        id="link-other"
        label={w.linkOther}
        hint={w.linkOtherHint}
        error={isTried.value && !isId() && w.linkOtherWrong}
        value={other.value}
        onInput={(event) => (other.value = event.currentTarget.value)}
      />
      <Choices id="link-reason" legend={w.reason} error={isTried.value && reason.value === "" && w.chooseReason}>
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
    </Saying>
  );
}

type SayingProps = {
  readonly id: string;
  readonly submit: string;
  readonly isReady?: () => boolean;
  readonly send: (text: string) => ReturnType<typeof ask<Linked>>;
  readonly onRead: () => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
};

/** Why, in words that are sealed in both cases; and what one of them would not take. */
function Saying({ id, submit, isReady = () => true, send, onRead, onClose, children }: SayingProps) {
  const w = words();
  const text = useSignal("");
  const isTried = useSignal(false);
  const isWorking = useSignal(false);
  const trouble = useSignal<string>("");
  const say = async (event: Event) => {
    event.preventDefault();
    isTried.value = true;
    if (!isReady() || text.value.trim() === "") return;
    isWorking.value = true;
    const answer = await send(text.value);
    isWorking.value = false;
    if (!answer.ok) trouble.value = isSignedOut(answer.refusal) ? "" : tellRefusal(answer.refusal);
    else if (answer.value.both) onClose();
    else trouble.value = `${w.linkOneSided} ${answer.value.refusal ? tellRefusal(answer.value.refusal) : ""}`;
    await onRead();
  };
  return (
    <form class="act-sheet" onSubmit={(event) => void say(event)} noValidate>
      {trouble.value !== "" && (
        <Notice kind="alarm">
          <p>{trouble.value}</p>
        </Notice>
      )}
      <fieldset class="act-fields" disabled={isWorking.value}>
        {children}
        <LongField
          id={`${id}-text`}
          label={w.linkWhy}
          hint={w.linkWhyHint}
          error={isTried.value && text.value.trim() === "" && w["refusal.empty"]}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </fieldset>
      <div class="row">
        <Button look="primary" type="submit" icon="lock" disabled={isWorking.value}>
          {isWorking.value ? w.working : submit}
        </Button>
        <Button look="plain" onClick={onClose}>
          {w.cancel}
        </Button>
      </div>
    </form>
  );
}
