import { useSignal } from "@preact/signals";
import { Choice, Choices, FieldError, LongField } from "@temwen/ui";
import type { ActRequest } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { wordFor, words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";

/** Asks to see the person's name: with a reason that the record keeps in clear, and its words sealed. */
export function AskIdentity(props: ActProps) {
  const w = words();
  const name = draftName(person.value?.me.id ?? "", props.view.caseId, "ask-identity");
  const draft = draftOf<{ readonly reason: string; readonly text: string }>(name, { reason: "", text: "" });
  const isTried = useSignal(false);
  const { reason, text } = draft.value;
  const ready = (): ActRequest | undefined => {
    isTried.value = true;
    return reason !== "" && text.trim() !== "" ? { act: "ask-identity", reason, text } : undefined;
  };
  return (
    <ActSheet
      {...props}
      act="ask-identity"
      ready={ready}
      forget={draft.forget}
      isTouched={draft.isTouched}
      submit={w.actSign}
    >
      <p class="hint">{w.identityAskHint}</p>
      <Choices legend={w.reason}>
        {(person.value?.choices.identityReasons ?? []).map((id) => (
          <Choice
            key={id}
            name="reason"
            value={id}
            label={wordFor("identity", id)}
            checked={reason === id}
            onChange={() => draft.change({ reason: id })}
          />
        ))}
        <FieldError id="reason">{isTried.value && reason === "" && w.chooseReason}</FieldError>
      </Choices>
      <LongField
        id="act-text"
        label={w.actReason}
        hint={w.identityWordsHint}
        rows={5}
        value={text}
        error={isTried.value && text.trim() === "" ? w["refusal.empty"] : undefined}
        onInput={(event) => draft.change({ text: event.currentTarget.value })}
      />
    </ActSheet>
  );
}
