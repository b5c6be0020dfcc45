import { useSignal } from "@preact/signals";
import { EmptyState } from "@temwen/ui";
import type { CaseId } from "@temwen/vocabulary";
import type { CaseView } from "../../../keeper/src/views.ts";
import type { Act } from "../acts/act-names.ts";
import { AttributionNotice } from "../case/attribution.tsx";
import { CaseHead } from "../case/case-head.tsx";
import { Fairness } from "../case/fairness/fairness.tsx";
import { Safety } from "../case/safety.tsx";
import { Story } from "../case/story.tsx";
import { Allegations } from "../panel/allegations.tsx";
import { BothSides } from "../panel/both-sides.tsx";
import { Redress } from "../panel/redress.tsx";
import { ReviewNotice } from "../panel/review-notice.tsx";
import { SittingCard } from "../panel/sitting-card.tsx";
import { TakesNoPart } from "../panel/takes-no-part.tsx";
import { WithoutKey } from "../panel/without-key.tsx";
import { useReading } from "../reading.ts";
import { caseName, words } from "../say.ts";
import { CaseBody, CaseScreen, openActIn } from "./case-screen.tsx";

/** Where the panel decides: what was recommended, what both sides said, each decision with its votes, and what came of it. */
export function HearingRoom({ caseId }: { readonly caseId: CaseId }) {
  const w = words();
  const reading = useReading<CaseView>(`/api/cases/${caseId}`);
  const open = useSignal<Act | undefined>(undefined);
  return (
    <CaseScreen
      class="hearing"
      caseId={caseId}
      reading={reading}
      title={w.hearingTitle({ name: caseName(caseId) })}
      back={{ to: { at: "case", caseId }, text: w.toCase }}
      keys={{}}
      show={(shown) => (
        <>
          <CaseHead view={shown} />
          <AttributionNotice view={shown} />
          {shown.panel ? (
            <CaseBody view={shown} open={open} onRead={reading.read}>
              <BeforeThePanel view={shown} onRead={reading.read} onOpen={(act) => openActIn(open, act)} />
            </CaseBody>
          ) : (
            <EmptyState title={w.hearingNone} />
          )}
        </>
      )}
    />
  );
}

type BeforeProps = {
  readonly view: CaseView;
  readonly onRead: () => Promise<void>;
  readonly onOpen: (act: Act) => void;
};

/** What is voted on stands first; below it all that it rests on. */
function BeforeThePanel({ view, onRead, onOpen }: BeforeProps) {
  const w = words();
  const sittings = (view.panel?.sittings ?? []).toReversed();
  return (
    <>
      <Safety view={view} identity={undefined} />
      <ReviewNotice view={view} />
      <WithoutKey view={view} onRead={onRead} />
      <section aria-labelledby="sittings">
        <h2 id="sittings">{w.sittingsHead}</h2>
        {sittings.length === 0 && <p class="hint">{w.sittingsNone}</p>}
        {sittings.map((sitting) => (
          <SittingCard key={sitting.sitting} view={view} sitting={sitting} />
        ))}
        <TakesNoPart view={view} />
      </section>
      <Redress view={view} />
      {view.inquiry && <Fairness view={view} inquiry={view.inquiry} onOpen={onOpen} />}
      {view.inquiry && <Allegations inquiry={view.inquiry} />}
      <BothSides view={view} />
      <Story view={view} />
    </>
  );
}
