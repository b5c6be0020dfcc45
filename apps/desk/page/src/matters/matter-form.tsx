import { useSignal } from "@preact/signals";
import { type MatterForm as Form, formOfMatter, type MatterOrder } from "@temwen/casework/matters";
import { Button, Doing, LongField, Notice } from "@temwen/ui";
import type { MatterId, MatterKind, StaffId } from "@temwen/vocabulary";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { MatterView } from "../../../keeper/src/matters/matter-views.ts";
import { type Answer, ask, type Refusal } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";
import { words } from "../say.ts";
import { LetIn } from "./let-in.tsx";
import { MatterField, type Written } from "./matter-field.tsx";
import { matterWords, orderName, whyNot } from "./say-matter.ts";

type FormProps = {
  readonly order: MatterOrder["type"];
  /** The matter that the act goes on with; none while it is opened. */
  readonly about: { readonly kind: MatterKind; readonly view?: MatterView };
  /** With the matter that was acted in; without it where somebody changed their mind. */
  readonly onClose: (done?: MatterId) => void;
};

type Done = { readonly matter: MatterId; readonly version: number };

/** The form of an act in a matter: what it says, field by field as the rules ask for it, and the words sealed with it. */
export function MatterForm({ order, about, onClose }: FormProps) {
  const w = matterWords();
  const form = formOfMatter(order) as Form;
  const written = useSignal<Written>({});
  const words_ = useSignal("");
  // Whoever goes on keeps reading, unless somebody says otherwise.
  const goOn = form.drawsKey ? (about.view?.mayKeepKey ?? []).map(({ id }) => id) : [];
  const letIn = useSignal<readonly StaffId[]>(goOn);
  const isTried = useSignal(false);
  const isWorking = useSignal(false);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  useLayoutEffect(() => {
    if (trouble.value) heading.current?.focus();
  }, [trouble.value]);
  const names = Object.keys(form.says);
  const isReady =
    names.every((name) => form.says[name]?.(written.value[name]) !== undefined) &&
    (!form.words || words_.value.trim() !== "") &&
    (!form.letsIn || letIn.value.length > 0);

  const send = async (event: Event) => {
    event.preventDefault();
    isTried.value = true;
    if (!isReady || isWorking.value) return;
    isWorking.value = true;
    trouble.value = undefined;
    const says = Object.fromEntries(names.map((name) => [name, written.value[name]]));
    const request = { act: order, says, text: words_.value, letIn: letIn.value };
    const { kind, view } = about;
    const answer: Answer<Done> = view
      ? await ask<Done>("POST", `/api/matters/${view.matter}/acts`, { request, expected: view.version })
      : await ask<Done>("POST", "/api/matters/open", { kind, request });
    isWorking.value = false;
    if (answer.ok) return onClose(answer.value.matter);
    if (!isSignedOut(answer.refusal)) trouble.value = answer.refusal;
  };
  return (
    <form class="act-sheet" onSubmit={(event) => void send(event)} noValidate>
      <h2 tabIndex={-1} ref={heading}>
        {orderName(order)}
      </h2>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{whyNot(trouble.value)}</p>
        </Notice>
      )}
      <fieldset class="act-fields" disabled={isWorking.value}>
        {names.map((name) => (
          <MatterField
            key={name}
            order={order}
            name={name}
            value={written.value[name]}
            isWrong={isTried.value && form.says[name]?.(written.value[name]) === undefined}
            onWrite={(value) => (written.value = { ...written.value, [name]: value })}
          />
        ))}
        {form.letsIn && (
          <LetIn
            kind={about.kind}
            view={about.view}
            isNewKey={form.drawsKey}
            forces={written.value.forces}
            chosen={letIn.value}
            isMissing={isTried.value && letIn.value.length === 0}
            onChoose={(ids) => (letIn.value = ids)}
          />
        )}
        {form.words && (
          <LongField
            id="matter-words"
            label={w.words}
            hint={w.wordsHint}
            error={isTried.value && words_.value.trim() === "" && w.needed}
            value={words_.value}
            onInput={(event) => (words_.value = event.currentTarget.value)}
          />
        )}
      </fieldset>
      {isWorking.value ? (
        <Doing stages={[{ state: "now", text: words().sealing }]} />
      ) : (
        <div class="row">
          <Button look="primary" type="submit" icon="pen">
            {w.sign}
          </Button>
          <Button look="plain" onClick={() => onClose()}>
            {w.cancel}
          </Button>
        </div>
      )}
    </form>
  );
}
