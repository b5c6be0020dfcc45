import { useSignal } from "@preact/signals";
import { Notice } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import type { CaseView } from "../../../keeper/src/views.ts";
import { goTo } from "../desk-state.ts";
import { wordFor, words } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";
import { type Act, isLawful, orderOf, refusalOf } from "./act-names.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { type Request, type Sending, sendAct } from "./send-act.ts";
import { SheetFrame, tellWhenLong } from "./sheet-frame.tsx";
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
  const state = sending.value;

  const send = async (request: Request) => {
    sending.value = { at: "working", isLong: false };
    const done = tellWhenLong(() => (sending.value = { at: "working", isLong: true }));
    const next = await sendAct(view, request);
    done();
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
  const trySending = () => {
    const request = ready();
    if (!request) return;
    if (twice) sending.value = { at: "asking", request };
    else void send(request);
  };
  const canSend = isLawful(view, act);
  return (
    <SheetFrame
      title={wordFor("order", orderOf(act))}
      submit={submit}
      state={state.at === "conflict" || state.at === "refused" ? { at: "stopped" } : state}
      canSend={canSend}
      draft={{ isTouched, forget }}
      twice={twice}
      onTry={trySending}
      onSure={() => state.at === "asking" && void send(state.request)}
      onBack={() => (sending.value = { at: "writing" })}
      onClose={() => onClose(false)}
      notices={
        <>
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
        </>
      }
    >
      {children}
    </SheetFrame>
  );
}
