import { Button, Doing } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { keptDays } from "../kept-drafts.ts";
import { words } from "../say.ts";
import { ForgetWords } from "./forget-words.tsx";

/** Where a form stands between writing and done, as far as its frame goes. */
export type FrameState =
  | { readonly at: "writing" | "asking" | "stopped" }
  | { readonly at: "working"; readonly isLong: boolean };

type FrameProps = {
  readonly title: string;
  readonly submit: string;
  readonly state: FrameState;
  /** Whether signing leads anywhere now. */
  readonly canSend: boolean;
  readonly draft: { readonly isTouched: boolean; readonly forget: () => void };
  /** For what cannot be taken back: asked a second time. */
  readonly twice?: { readonly question: string; readonly consequence: string } | undefined;
  /** Somebody wants to sign. */
  readonly onTry: () => void;
  /** They want it still, asked a second time. */
  readonly onSure: () => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
  /** What went wrong, or is to be known before anything is signed. */
  readonly notices: ComponentChildren;
  readonly children: ComponentChildren;
};

/** The frame of every form that is signed: what went wrong, the fields, the wait, the second question, and where unsent words are. */
export function SheetFrame(props: FrameProps) {
  const { title, submit, state, canSend, draft, twice, onTry, onSure, onBack, onClose, notices, children } = props;
  const w = words();
  const heading = useRef<HTMLHeadingElement>(null);
  const sheet = useRef<HTMLFormElement>(null);
  // At once: a moment later somebody quick is writing already, and the letters would go to the heading.
  useLayoutEffect(() => heading.current?.focus(), []);
  useLayoutEffect(() => {
    // A question or a trouble must not appear where nobody looks.
    if (state.at === "asking") sheet.current?.querySelector<HTMLElement>(".confirm button")?.focus();
    if (state.at === "stopped") heading.current?.focus();
  }, [state.at]);
  const trySending = (event: Event) => {
    event.preventDefault();
    onTry();
  };
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
        {title}
      </h2>
      {notices}
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
            <Button onClick={onBack}>{w.cancel}</Button>
            <Button look="alarm" onClick={onSure}>
              {submit}
            </Button>
          </div>
        </fieldset>
      )}
      {(state.at === "writing" || state.at === "stopped") && (
        <div class="row">
          <Button look="primary" type="submit" icon="lock" disabled={!canSend}>
            {submit}
          </Button>
          <Button look="plain" onClick={onClose}>
            {draft.isTouched ? w.putAside : w.cancel}
          </Button>
        </div>
      )}
      <p class="hint">{draft.isTouched ? tellKept() : w.actForever}</p>
      {draft.isTouched && (state.at === "writing" || state.at === "stopped") && (
        <ForgetWords
          says={w.draftClear}
          onForget={() => {
            draft.forget();
            heading.current?.focus();
          }}
        />
      )}
    </form>
  );
}

/** Where unsent words are meanwhile. */
function tellKept(): string {
  const days = keptDays.value;
  return days === undefined ? words().draftKept : words().draftSealed({ n: days });
}

/** Says after six seconds that it takes long; gives back how to stop saying it. */
export function tellWhenLong(tell: () => void): () => void {
  const slow = setTimeout(tell, 6000);
  return () => clearTimeout(slow);
}
