import { useSignal } from "@preact/signals";
import { Button, Doing, LongField, Notice } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import { words } from "../say.ts";

type CaseFormProps = {
  readonly id: string;
  readonly head?: string;
  readonly submit: string;
  /** What has to be said in words, which are sealed. */
  readonly why: { readonly label: string; readonly hint: string };
  /** Whether everything else is answered. */
  readonly isReady?: () => boolean;
  /** Does it; gives back what went wrong, in words, or nothing. */
  readonly send: (text: string) => Promise<string | undefined>;
  readonly onRead: () => Promise<void>;
  readonly onClose: () => void;
  /** What is asked besides; `isTried` once somebody pressed the button. */
  readonly children?: (isTried: boolean) => ComponentChildren;
};

/** A form in the middle of a case: what is asked, why in words, then the wait, and what it came to. */
export function CaseForm({ id, head, submit, why, isReady, send, onRead, onClose, children }: CaseFormProps) {
  const w = words();
  const text = useSignal("");
  const isTried = useSignal(false);
  const isWorking = useSignal(false);
  const trouble = useSignal<string | undefined>(undefined);
  const say = async (event: Event) => {
    event.preventDefault();
    isTried.value = true;
    if (isReady?.() === false || text.value.trim() === "") return;
    isWorking.value = true;
    trouble.value = await send(text.value);
    isWorking.value = false;
    if (trouble.value === undefined) onClose();
    await onRead();
  };
  return (
    <form class="act-sheet" onSubmit={(event) => void say(event)} noValidate>
      {head && <h3>{head}</h3>}
      {trouble.value && (
        <Notice kind="alarm">
          <p>{trouble.value}</p>
        </Notice>
      )}
      <fieldset class="act-fields" disabled={isWorking.value}>
        {children?.(isTried.value)}
        <LongField
          id={`${id}-text`}
          label={why.label}
          hint={why.hint}
          dir="auto"
          error={isTried.value && text.value.trim() === "" && w["refusal.empty"]}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </fieldset>
      {isWorking.value ? (
        <Doing stages={[{ state: "now", text: w.sealing }]} />
      ) : (
        <div class="row">
          <Button look="primary" type="submit" icon="lock">
            {submit}
          </Button>
          <Button look="plain" onClick={onClose}>
            {w.cancel}
          </Button>
        </div>
      )}
    </form>
  );
}
