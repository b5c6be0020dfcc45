import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import type { CaseView, EvidenceView } from "../../../keeper/src/views.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";
import { tellRefusal, words } from "../say.ts";

type MakeProps = {
  readonly view: CaseView;
  readonly note: EvidenceView;
  readonly address: string;
  readonly onRead: () => Promise<void>;
};

/** Makes the working copy of a piece that came without one; it is then a piece of its own beside the original. */
export function MakeCopy({ view, note, address, onRead }: MakeProps) {
  const w = words();
  const isWorking = useSignal(false);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const hasCopy = note.copyOf !== undefined || view.evidence.some(({ copyOf }) => copyOf === note.part);
  const isLawful = view.orders.some(({ order, refusal }) => order === "take-evidence" && refusal === undefined);
  if (hasCopy || !note.arrived || !isLawful) return null;
  const make = async () => {
    isWorking.value = true;
    const answer = await ask<object>("POST", `${address}/copy`, { expected: view.version });
    isWorking.value = false;
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    await onRead();
  };
  return (
    <>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      <div class="row">
        <Button look="plain" disabled={isWorking.value} onClick={() => void make()}>
          {isWorking.value ? w.working : w.copyMake}
        </Button>
      </div>
    </>
  );
}
