import { useSignal } from "@preact/signals";
import { Choice, Choices, LongField } from "@temwen/ui";
import type { ActRequest } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { wordFor, words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";
import { whatIsWrong } from "./message-acts.tsx";

/**
 * How great the danger is, and how to reach the person without making it greater: what colleagues need who may not see the
 * name. The words are sealed to those who read the case, and stand in its safety banner.
 */
export function AssessSafety(props: ActProps) {
  const w = words();
  const name = draftName(person.value?.me.id ?? "", props.view.caseId, "assess-safety");
  const draft = draftOf<{ readonly level: string; readonly text: string }>(name, { level: "", text: "" });
  const isTried = useSignal(false);
  const { level, text } = draft.value;
  const wrong = whatIsWrong(text);
  const ready = (): ActRequest | undefined => {
    isTried.value = true;
    return level === "" || wrong !== undefined ? undefined : { act: "assess-safety", level, text };
  };
  return (
    <ActSheet
      {...props}
      act="assess-safety"
      ready={ready}
      forget={draft.forget}
      isTouched={draft.isTouched}
      submit={w.actSign}
    >
      <Choices id="danger" legend={w.dangerLevel} error={isTried.value && level === "" && w.chooseOne}>
        {(person.value?.choices.dangerLevels ?? []).map((one) => (
          <Choice
            key={one}
            name="danger"
            value={one}
            label={wordFor("level", one)}
            checked={level === one}
            onChange={() => draft.change({ level: one })}
          />
        ))}
      </Choices>
      <LongField
        id="act-text"
        label={w.safetyPlanLabel}
        hint={w.safetyPlanHint}
        error={isTried.value && wrong}
        value={text}
        onInput={(event) => draft.change({ text: event.currentTarget.value })}
      />
    </ActSheet>
  );
}
