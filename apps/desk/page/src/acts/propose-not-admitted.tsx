import { useSignal } from "@preact/signals";
import { Choice, Choices, FieldError, LongField, Notice } from "@temwen/ui";
import type { ActRequest } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { wordFor, words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";

type Proposal = { readonly reason: string; readonly text: string };

/** One person proposes, another decides. The explanation is for the one who decides. */
export function ProposeNotAdmitted(props: ActProps) {
  const w = words();
  const draft = draftOf<Proposal>(draftName(person.value?.me.id ?? "", props.view.caseId, "propose-not-admitted"), {
    reason: "",
    text: "",
  });
  const isTried = useSignal(false);
  const { reason, text } = draft.value;
  const ready = (): ActRequest | undefined => {
    isTried.value = true;
    return reason !== "" && text.trim() !== "" ? { act: "propose-not-admitted", reason, text } : undefined;
  };
  return (
    <ActSheet
      {...props}
      act="propose-not-admitted"
      ready={ready}
      forget={draft.forget}
      isTouched={draft.isTouched}
      submit={w.actSign}
    >
      <Notice icon="people">
        <p>{w.actTwoPeople}</p>
      </Notice>
      <Choices legend={w.reason}>
        {(person.value?.choices.nonAdmissionReasons ?? []).map((id) => (
          <Choice
            key={id}
            name="reason"
            value={id}
            label={wordFor("reason", id)}
            checked={reason === id}
            onChange={() => draft.change({ reason: id })}
          />
        ))}
        <FieldError id="reason">{isTried.value && reason === "" && w.chooseReason}</FieldError>
      </Choices>
      <LongField
        id="act-text"
        label={w.explanation}
        hint={w.explanationHint}
        error={isTried.value && text.trim() === "" && w["refusal.empty"]}
        value={text}
        onInput={(event) => draft.change({ text: event.currentTarget.value })}
      />
    </ActSheet>
  );
}
