import { useSignal } from "@preact/signals";
import { Button, Doing, Notice } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CaseView } from "../../../keeper/src/views.ts";
import { goTo } from "../desk-state.ts";
import { keptDays } from "../kept-drafts.ts";
import { wordFor, words } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";
import { type Act, isLawful, orderOf, refusalOf } from "./act-names.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { type Request, type Sending, sendAct } from "./send-act.ts";
import { tellWhyNot } from "./why-not.ts";

/** What every act's form is given. */
export type ActProps = {
  readonly view: CaseView;
  /** Reads the case anew. */
  readonly onRead: () => Promise<void>;
  readonly onClose: (wasDone: boolean) => void;
};

type SheetProps = ActProps & {
  readonly act: Act;
  /** The whole request, or why it is not ready; the form then shows what is missing. */
  readonly ready: () => Request | undefined;
  /** Forgets the draft. */
  readonly forget: () => void;
  readonly isTouched: boolean;
  readonly submit: string;
  /** Whoever signed it has no part in the case any more. */
  readonly isLast?: true | undefined;
  /** For what cannot be taken back: asked a second time. */
  readonly twice?: { readonly question: string; readonly consequence: string };
  readonly children: ComponentChildren;
};

/** The sheet around an act's form: signing, waiting, refusals and conflicts are the same for all of them. */
export function ActSheet({
  view,
  onRead,
  onClose,
  act,
  ready,
  forget,
  isTouched,
  submit,
  twice,
  isLast,
  children,
}: SheetProps) {
  const w = words();
  const sending = useSignal<Sending>({ at: "writing" });
  const heading = useRef<HTMLHeadingElement>(null);
  const sheet = useRef<HTMLFormElement>(null);
  const state = sending.value;
  // At once: a moment later somebody quick is writing already, and the letters would go to the heading.
  useLayoutEffect(() => heading.current?.focus(), []);
  useLayoutEffect(() => {
    // A question or a trouble must not appear where nobody looks.
    if (state.at === "asking") sheet.current?.querySelector<HTMLElement>(".confirm button")?.focus();
    if (state.at === "conflict" || state.at === "refused") heading.current?.focus();
  }, [state.at]);

  const send = async (request: Request) => {
    sending.value = { at: "working", isLong: false };
    const slow = setTimeout(() => (sending.value = { at: "working", isLong: true }), 6000);
    const next = await sendAct(view, request);
    clearTimeout(slow);
    if (next.at === "done") {
      forget();
      if (isLast) return goTo({ at: "queue" });
      await onRead();
      onClose(true);
      return;
    }
    sending.value = next;
    if (next.at === "conflict") await onRead();
  };
  const trySending = (event: Event) => {
    event.preventDefault();
    const request = ready();
    if (!request) return;
    if (twice) sending.value = { at: "asking", request };
    else void send(request);
  };
  const canSend = isLawful(view, act);
  return (
    <form
      class="act-sheet"
      ref={sheet}
      onSubmit={trySending}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.ctrlKey && state.at !== "working" && canSend) trySending(event);
      }}
      noValidate
    >
      <h2 id="do" tabIndex={-1} ref={heading}>
        {wordFor("order", orderOf(act))}
      </h2>
      {state.at === "conflict" && <ConflictNotice conflict={state} view={view} />}
      {state.at === "refused" && <TroubleNotice refusal={state.refusal} onRead={onRead} />}
      {!canSend && (
        <Notice kind="alarm">
          <p>
            {w.noLonger} {tellWhyNot(refusalOf(view, act))}
          </p>
        </Notice>
      )}
      {view.withdrawalAsked && act !== "reply" && (
        <Notice kind="alarm">
          <p>{w.withdrawalFirst}</p>
        </Notice>
      )}
      <fieldset class="act-fields" disabled={state.at === "working"}>
        {children}
      </fieldset>
      {state.at === "working" && (
        <Doing
          stages={[
            { state: "now", text: w.sealing },
            ...(state.isLong ? [{ state: "later" as const, text: w.sealingLong }] : []),
          ]}
        />
      )}
      {state.at === "asking" && twice && (
        <fieldset class="confirm">
          <legend>{twice.question}</legend>
          <p>{twice.consequence}</p>
          <div class="row">
            <Button onClick={() => (sending.value = { at: "writing" })}>{w.cancel}</Button>
            <Button look="alarm" onClick={() => void send(state.request)}>
              {submit}
            </Button>
          </div>
        </fieldset>
      )}
      {state.at !== "working" && state.at !== "asking" && (
        <div class="row">
          <Button look="primary" type="submit" icon="lock" disabled={!canSend}>
            {submit}
          </Button>
          <Button look="plain" onClick={() => onClose(false)}>
            {isTouched ? w.putAside : w.cancel}
          </Button>
        </div>
      )}
      <p class="hint">
        {isTouched ? tellKept() : w.actForever}{" "}
        {isTouched && state.at !== "working" && (
          <button type="button" class="link" onClick={forget}>
            {w.draftClear}
          </button>
        )}
      </p>
    </form>
  );
}

/** Where unsent words are meanwhile. */
function tellKept(): string {
  const days = keptDays.value;
  return days === undefined ? words().draftKept : words().draftSealed({ n: days });
}
