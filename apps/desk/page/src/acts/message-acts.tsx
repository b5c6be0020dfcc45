import { useSignal } from "@preact/signals";
import { LongField } from "@temwen/ui";
import { findLanguage } from "@temwen/words";
import type { ActRequest, CaseView } from "../../../keeper/src/views.ts";
import { language, person } from "../desk-state.ts";
import { type Draft, draftName, draftOf } from "../drafts.ts";
import { words } from "../say.ts";
import type { Act } from "./act-names.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";
import { MessageField, whatIsWrong } from "./message-field.tsx";
import { patternOf } from "./patterns.ts";

type Written = { readonly text: string };

/** The first answer: from a plain pattern that must be adapted. */
export function Acknowledge(props: ActProps) {
  const spoken = findLanguage(props.view.story?.language);
  return (
    <MessageAct
      {...props}
      act="acknowledge"
      start={patternOf("acknowledge", spoken, language.value)}
      hint={spoken === undefined ? words().templateNone : words().templateHint}
      request={(text) => ({ act: "acknowledge", text })}
    />
  );
}

export function Reply(props: ActProps) {
  return <MessageAct {...props} act="reply" start="" request={(text) => ({ act: "reply", text })} />;
}

/** Closing a complaint: a second person's decision, told to the person with its reasons. */
export function Confirm(props: ActProps) {
  const w = words();
  const spoken = findLanguage(props.view.story?.language);
  return (
    <MessageAct
      {...props}
      act="confirm"
      start={patternOf("confirm", spoken, language.value)}
      hint={spoken === undefined ? w.templateNone : w.templateHint}
      request={(text) => ({ act: "confirm", text })}
      twice={{ question: w.confirmAsk, consequence: w.confirmLose }}
    />
  );
}

/** The panel disagrees with the proposal. */
export function KeepOpen(props: ActProps) {
  return <ExplainedAct {...props} act="keep-open" label={words().keepOpenLabel} />;
}

/** A no to a colleague's question to see the name: the question is over, and may be asked anew. */
export function RefuseIdentity(props: ActProps) {
  return <ExplainedAct {...props} act="refuse-identity" label={words().explanation} />;
}

/** An act whose reasons are for colleagues, so nobody is warned about the receipt. */
function ExplainedAct({
  act,
  label,
  ...props
}: ActProps & { readonly act: "keep-open" | "refuse-identity"; readonly label: string }) {
  const w = words();
  const draft = useWritten(props.view, act, "");
  const wrong = useSignal<string | undefined>(undefined);
  const ready = (): ActRequest | undefined => {
    wrong.value = whatIsWrong(draft.value.text);
    return wrong.value === undefined ? { act, text: draft.value.text } : undefined;
  };
  return (
    <ActSheet {...props} act={act} ready={ready} forget={draft.forget} isTouched={draft.isTouched} submit={w.actSign}>
      <LongField
        id="act-text"
        label={label}
        hint={act === "keep-open" ? w.explanationHint : w.identityWordsHint}
        error={wrong.value}
        value={draft.value.text}
        onInput={(event) => draft.change({ text: event.currentTarget.value })}
      />
    </ActSheet>
  );
}

type MessageProps = ActProps & {
  readonly act: Act;
  readonly start: string;
  readonly hint?: string;
  readonly request: (text: string) => ActRequest;
  readonly twice?: { readonly question: string; readonly consequence: string };
};

/** Anything the person will read. */
export function MessageAct({ act, start, hint, request, ...props }: MessageProps) {
  const w = words();
  const draft = useWritten(props.view, act, start);
  const wrong = useSignal<string | undefined>(undefined);
  const isTelling = props.view.opened === undefined;
  const ready = (): ActRequest | undefined => {
    if (!isTelling) return request("");
    wrong.value = whatIsWrong(draft.value.text);
    if (wrong.value === undefined) return request(draft.value.text);
    document.getElementById("act-text")?.focus();
    return undefined;
  };
  return (
    <ActSheet
      {...props}
      act={act}
      ready={ready}
      forget={draft.forget}
      isTouched={draft.isTouched}
      submit={isTelling ? w.messageSend : w.actSign}
    >
      <MessageField
        id="act-text"
        view={props.view}
        hint={hint}
        rows={12}
        error={wrong.value}
        value={draft.value.text}
        onWrite={(text) => draft.change({ text })}
      />
    </ActSheet>
  );
}

export function useWritten(view: CaseView, act: Act, start: string): Draft<Written> {
  return draftOf<Written>(draftName(person.value?.me.id ?? "", view.caseId, act), { text: start });
}
