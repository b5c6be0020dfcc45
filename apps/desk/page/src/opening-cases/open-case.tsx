import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import type { CaseId } from "@temwen/vocabulary";
import { type FrameState, SheetFrame, tellWhenLong } from "../acts/sheet-frame.tsx";
import { ask, type Refusal } from "../desk-line.ts";
import { goTo, isSignedOut, language, person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { caseName, words } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";
import { OpenCaseFields } from "./open-case-fields.tsx";
import { emptyOpening, type Opening, saysOf, whatIsMissing } from "./opening-written.ts";

/** The office begins a case that nobody brought: what happened, about whom, and how it knows. */
export function OpenCase() {
  const w = words();
  const draft = draftOf<Opening>(draftName(person.value?.me.id ?? "", "new-case", "open-case"), emptyOpening);
  const isTried = useSignal(false);
  const state = useSignal<FrameState>({ at: "writing" });
  const trouble = useSignal<Refusal | undefined>(undefined);
  const opened = useSignal<CaseId | undefined>(undefined);
  const written = draft.value;
  const missing = isTried.value ? whatIsMissing(written) : {};

  const send = async () => {
    state.value = { at: "working", isLong: false };
    trouble.value = undefined;
    const { text, reference } = written;
    const done = tellWhenLong(() => (state.value = { at: "working", isLong: true }));
    const request = { says: saysOf(written), text, language: language.value, reference };
    const answer = await ask<{ readonly case: CaseId }>("POST", "/api/open-case", request);
    done();
    if (answer.ok) {
      draft.forget();
      opened.value = answer.value.case;
      return;
    }
    state.value = { at: "stopped" };
    if (!isSignedOut(answer.refusal)) trouble.value = answer.refusal;
  };
  const trySending = () => {
    isTried.value = true;
    const [first] = Object.keys(whatIsMissing(written));
    if (first === undefined) state.value = { at: "asking" };
    else document.querySelector<HTMLElement>(`#open-${first} input, #open-${first}`)?.focus();
  };
  if (opened.value)
    return (
      <section class="queue">
        <Notice kind="done" role="status">
          <p>{w.openCaseDone({ case: caseName(opened.value) })}</p>
        </Notice>
        <Button look="primary" onClick={() => goTo({ at: "queue" })}>
          {w.back}
        </Button>
      </section>
    );
  return (
    <section class="queue">
      <SheetFrame
        title={w.openCase}
        submit={w.actSign}
        state={state.value}
        canSend
        draft={draft}
        twice={{ question: w.openCaseAsk, consequence: w.openCaseLose }}
        onTry={trySending}
        onSure={() => void send()}
        onBack={() => (state.value = { at: "writing" })}
        onClose={() => goTo({ at: "queue" })}
        notices={<TroubleNotice refusal={trouble.value} onRead={async () => undefined} />}
      >
        <p class="hint">{w.openCaseLead}</p>
        <Notice icon="people">
          <p>{w.openCaseKeys}</p>
        </Notice>
        <OpenCaseFields written={written} missing={missing} onWrite={draft.change} />
      </SheetFrame>
    </section>
  );
}
