import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { tellRefusal, words } from "../say.ts";
import { CustodyCheck } from "./custody-check.tsx";
import { hasWords } from "./has-words.ts";
import { Piece } from "./piece.tsx";
import { TakeEvidence } from "./take-evidence.tsx";

type EvidenceProps = {
  readonly view: CaseView;
  /** Reads the case anew: a look is an act of it. */
  readonly onRead: () => Promise<void>;
};

/** What was sent with the story. Nothing is opened, shown or heard until somebody asks. */
export function Evidence({ view, onRead }: EvidenceProps) {
  const w = words();
  // What was sent is told in the story: who cannot open it does not know.
  if (!hasWords(view)) return null;
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{w.evidence}</h2>
      {view.evidence.length === 0 && <p class="hint">{w.evidenceNone}</p>}
      {view.evidence.length > 0 && (
        <>
          <p class="hint">{w.evidenceCustody}</p>
          <ul class="evidence">
            {view.evidence.map((note) => (
              <Piece
                key={note.part}
                view={view}
                note={note}
                address={`/api/cases/${view.caseId}/evidence/${note.part}`}
                onRead={onRead}
              />
            ))}
          </ul>
        </>
      )}
      {view.evidence.some(({ waitsHere }) => waitsHere) && <Bring view={view} onRead={onRead} />}
      <TakeEvidence view={view} onRead={onRead} />
      {view.evidence.length > 0 && <CustodyCheck view={view} />}
    </section>
  );
}

/** What a broken line left on this computer is sent on when somebody asks. */
function Bring({ view, onRead }: EvidenceProps) {
  const w = words();
  const isWorking = useSignal(false);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const bring = async () => {
    isWorking.value = true;
    const answer = await ask("POST", `/api/cases/${view.caseId}/bring`);
    isWorking.value = false;
    trouble.value = answer.ok ? undefined : answer.refusal;
    await onRead();
  };
  return (
    <Notice kind="alarm">
      <p>{trouble.value ? tellRefusal(trouble.value) : w.evidenceWaits}</p>
      <div class="row">
        <Button disabled={isWorking.value} onClick={() => void bring()}>
          {isWorking.value ? w.working : w.evidenceBring}
        </Button>
      </div>
    </Notice>
  );
}
