import { useSignal } from "@preact/signals";
import { Button, EmptyState, Notice } from "@temwen/ui";
import type { CaseId } from "@temwen/vocabulary";
import { useEffect } from "preact/hooks";
import type { CaseView } from "../../../keeper/src/views.ts";
import type { Act } from "../acts/act-names.ts";
import { ActRoom } from "../acts/act-room.tsx";
import { Alarms } from "../case/alarms.tsx";
import { CaseHead } from "../case/case-head.tsx";
import { Fairness } from "../case/fairness/fairness.tsx";
import { Safety } from "../case/safety.tsx";
import { Story } from "../case/story.tsx";
import { ask, type Refusal } from "../desk-line.ts";
import { goTo, isSignedOut, person } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { jumpTo, useKeys } from "../keys/shortcuts.ts";
import { showsAll } from "../masking/masked.tsx";
import { Allegations } from "../panel/allegations.tsx";
import { BothSides } from "../panel/both-sides.tsx";
import { Redress } from "../panel/redress.tsx";
import { ReviewNotice } from "../panel/review-notice.tsx";
import { SittingCard } from "../panel/sitting-card.tsx";
import { TakesNoPart } from "../panel/takes-no-part.tsx";
import { caseName, hour, nameWithRole, tellRefusal, words, zonePlace } from "../say.ts";

/** Where the panel decides: what was recommended, what both sides said, each decision with its votes, and what came of it. */
export function HearingRoom({ caseId }: { readonly caseId: CaseId }) {
  const w = words();
  const view = useSignal<CaseView | undefined>(undefined);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const open = useSignal<Act | undefined>(undefined);
  const read = async () => {
    const answer = await ask<CaseView>("GET", `/api/cases/${caseId}`);
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    if (answer.ok) view.value = answer.value;
  };
  useEffect(() => {
    showsAll.value = false;
    void read();
  }, []);
  useKeys({
    r: () => void read(),
    b: () => goTo({ at: "case", caseId }),
    s: () => jumpTo("story"),
    a: () => jumpTo("do"),
    c: () => (showsAll.value = !showsAll.value),
  });
  const shown = view.value;
  const me = person.value?.me;
  return (
    <article class="case hearing">
      <div class="case-top">
        <Button look="plain" icon="back" onClick={() => goTo({ at: "case", caseId })}>
          {w.toCase}
        </Button>
        <Button look="plain" icon="print" onClick={() => print()}>
          {w.print}
        </Button>
      </div>
      <Heading>{w.hearingTitle({ name: caseName(caseId) })}</Heading>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
          <div class="row">
            <Button onClick={() => void read()}>{w.lookAgain}</Button>
          </div>
        </Notice>
      )}
      {!shown && !trouble.value && <p class="hint">{w.caseOpening}</p>}
      {shown && (
        <>
          <p class="paper-only">
            {w.printed({ case: caseId, who: me ? nameWithRole(me) : "", date: hour(shown.now) })}{" "}
            {w.hoursOf({ place: zonePlace() ?? "" })}
          </p>
          <Alarms alarms={shown.alarms} />
          <CaseHead view={shown} />
          {shown.panel ? (
            <div class="case-body">
              <div class="case-main">
                <BeforeThePanel view={shown} onOpen={(act) => (open.value = act)} />
              </div>
              <aside class="case-acts" id="acts">
                <ActRoom view={shown} open={open.value} onOpen={(act) => (open.value = act)} onRead={read} />
              </aside>
            </div>
          ) : (
            <EmptyState title={w.hearingNone} />
          )}
        </>
      )}
    </article>
  );
}

/** What is voted on stands first; below it all that it rests on. */
function BeforeThePanel({ view, onOpen }: { readonly view: CaseView; readonly onOpen: (act: Act) => void }) {
  const w = words();
  const sittings = (view.panel?.sittings ?? []).toReversed();
  return (
    <>
      <Safety view={view} identity={undefined} />
      <ReviewNotice view={view} />
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
