import { useSignal } from "@preact/signals";
import { LongField } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import type { ActRequest } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { ReasonChoices } from "../reason-choices.tsx";
import { words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";
import { BeyondConsent } from "./beyond-consent.tsx";

type ReasonedOrder = Extract<ActRequest, { readonly act: "ask-identity" | "propose-not-admitted" }>;

/** An order that needs a reason, which the record keeps in clear, and its words, which are sealed. */
export function ReasonedAct(
  props: ActProps & {
    readonly act: ReasonedOrder["act"];
    readonly kind: "identity" | "reason";
    readonly reasons: readonly string[];
    readonly label: string;
    readonly hint: string;
    readonly children: ComponentChildren;
  },
) {
  const { act, kind, reasons, label, hint, children, ...sheet } = props;
  const w = words();
  const name = draftName(person.value?.me.id ?? "", props.view.caseId, act);
  const draft = draftOf<{ readonly reason: string; readonly text: string }>(name, { reason: "", text: "" });
  const isTried = useSignal(false);
  const { reason, text } = draft.value;
  const ready = (): ActRequest | undefined => {
    isTried.value = true;
    return reason !== "" && text.trim() !== "" ? { act, reason, text } : undefined;
  };
  return (
    <ActSheet {...sheet} act={act} ready={ready} forget={draft.forget} isTouched={draft.isTouched} submit={w.actSign}>
      {children}
      <ReasonChoices
        kind={kind}
        reasons={reasons}
        chosen={reason}
        isMissing={isTried.value && reason === ""}
        onChoose={(id) => draft.change({ reason: id })}
      />
      {kind === "identity" && <BeyondConsent view={sheet.view} uses={[{ use: "name", reason }]} />}
      <LongField
        id="act-text"
        label={label}
        hint={hint}
        error={isTried.value && text.trim() === "" && w["refusal.empty"]}
        value={text}
        onInput={(event) => draft.change({ text: event.currentTarget.value })}
      />
    </ActSheet>
  );
}
