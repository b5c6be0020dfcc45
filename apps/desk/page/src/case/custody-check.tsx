import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import type { PieceCheck } from "../../../keeper/src/evidence/check-custody.ts";
import type { CaseView } from "../../../keeper/src/views.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";
import { tellRefusal, wordFor, words } from "../say.ts";
import { pieceNumber } from "./piece-name.ts";

/** Holds every piece that the office has against the record. Nothing is opened, and so nothing is written down. */
export function CustodyCheck({ view }: { readonly view: CaseView }) {
  const w = words();
  const checked = useSignal<readonly PieceCheck[] | undefined>(undefined);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const isWorking = useSignal(false);
  const check = async () => {
    isWorking.value = true;
    const answer = await ask<readonly PieceCheck[]>("POST", `/api/cases/${view.caseId}/custody`);
    isWorking.value = false;
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    checked.value = answer.ok ? answer.value : undefined;
  };
  const broken = checked.value?.filter(({ state }) => state === "differs" || state === "gone") ?? [];
  const whole = checked.value?.filter(({ state }) => state === "whole").length ?? 0;
  return (
    <>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      {broken.length > 0 && (
        <Notice kind="alarm">
          <ul>
            {broken.map(({ part, state }) => (
              <li key={part}>
                {w.piece({ n: pieceNumber(part) })}: {wordFor("held", state)}
              </li>
            ))}
          </ul>
          <p>{w.alarmsDo}</p>
        </Notice>
      )}
      {checked.value && broken.length === 0 && (
        <p class="hint" role="status">
          {w.custodyWhole({ n: whole })}
        </p>
      )}
      <div class="row">
        <Button look="plain" disabled={isWorking.value} onClick={() => void check()}>
          {isWorking.value ? w.working : w.custodyCheck}
        </Button>
      </div>
    </>
  );
}
