import type { CaseView } from "../../../keeper/src/views.ts";
import { words } from "../say.ts";
import { Piece } from "./piece.tsx";

type EvidenceProps = {
  readonly view: CaseView;
  /** Reads the case anew: a look is an act of it. */
  readonly onRead: () => Promise<void>;
};

/** What was sent with the story. Nothing is opened, shown or heard until somebody asks. */
export function Evidence({ view, onRead }: EvidenceProps) {
  const w = words();
  // What was sent is told in the story: who cannot open it does not know.
  if (!view.story) return null;
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
    </section>
  );
}
