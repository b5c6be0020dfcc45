import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import type { CaseView, EvidenceView } from "../../../keeper/src/views.ts";
import { BeyondConsent } from "../acts/beyond-consent.tsx";
import { askBytes, type Refusal } from "../desk-line.ts";
import { isSignedOut, person } from "../desk-state.ts";
import { ReasonChoices } from "../reason-choices.tsx";
import { tellRefusal, words } from "../say.ts";
import { saveFile } from "./save-file.ts";

type SaveProps = {
  readonly view: CaseView;
  readonly note: EvidenceView;
  readonly address: string;
  readonly onRead: () => Promise<void>;
};

/** Takes a piece out of the seal: with a warning, a reason, and a line in the record. */
export function SavePiece({ view, note, address, onRead }: SaveProps) {
  const w = words();
  const isAsking = useSignal(false);
  const isTried = useSignal(false);
  const isWorking = useSignal(false);
  const reason = useSignal("");
  const trouble = useSignal<Refusal | undefined>(undefined);
  if (!isAsking.value) {
    return (
      <Button look="plain" onClick={() => (isAsking.value = true)}>
        {w.evidenceSave}
      </Button>
    );
  }
  const save = async () => {
    isTried.value = true;
    if (reason.value === "") return;
    isWorking.value = true;
    const answer = await askBytes(address, { for: "file", reason: reason.value });
    isWorking.value = false;
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    if (!answer.ok) return;
    saveFile(answer.value, note.name);
    isAsking.value = false;
    await onRead();
  };
  return (
    <fieldset class="confirm save-piece">
      <legend>{w.exportAsk}</legend>
      <p>{w.evidenceSaveNote}</p>
      <p>{w.exportRisk}</p>
      <ReasonChoices
        kind="export"
        id={`export-${note.part}`}
        reasons={person.value?.choices.exportReasons ?? []}
        chosen={reason.value}
        isMissing={isTried.value && reason.value === ""}
        onChoose={(id) => {
          reason.value = id;
        }}
      />
      <BeyondConsent view={view} uses={[{ use: "file", reason: reason.value }]} />
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      <div class="row">
        <Button onClick={() => (isAsking.value = false)}>{w.cancel}</Button>
        <Button look="alarm" disabled={isWorking.value} onClick={() => void save()}>
          {isWorking.value ? w.working : w.exportYes}
        </Button>
      </div>
    </fieldset>
  );
}
