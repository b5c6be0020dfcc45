import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import type { CaseId } from "@temwen/vocabulary";
import { useEffect } from "preact/hooks";
import type { CaseView, Identity as Named } from "../../../keeper/src/views.ts";
import type { Act } from "../acts/act-names.ts";
import { ActRoom } from "../acts/act-room.tsx";
import { Access } from "../case/access.tsx";
import { Alarms } from "../case/alarms.tsx";
import { CaseHead } from "../case/case-head.tsx";
import { Consents } from "../case/consents.tsx";
import { ErasureNotice } from "../case/erasure.tsx";
import { Evidence } from "../case/evidence.tsx";
import { History } from "../case/history.tsx";
import { Identity } from "../case/identity.tsx";
import { Inquiry } from "../case/inquiry/inquiry.tsx";
import { Links } from "../case/links.tsx";
import { Messages } from "../case/messages.tsx";
import { OpeningNotice } from "../case/opening.tsx";
import { Owed } from "../case/owed.tsx";
import { Protection } from "../case/protection.tsx";
import { Referrals } from "../case/referrals.tsx";
import { Safety } from "../case/safety.tsx";
import { Story } from "../case/story.tsx";
import { Support } from "../case/support.tsx";
import { ask, type Refusal } from "../desk-line.ts";
import { goTo, isSignedOut, person } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { jumpTo, useKeys } from "../keys/shortcuts.ts";
import { showsAll } from "../masking/masked.tsx";
import { PanelDoor } from "../panel/panel-door.tsx";
import { Redress } from "../panel/redress.tsx";
import { caseName, hour, nameWithRole, tellRefusal, words, zonePlace } from "../say.ts";
import { Unsent } from "./unsent.tsx";

/** One case: what is known, who may know it, and what may be done now. */
export function CaseRoom({ caseId }: { readonly caseId: CaseId }) {
  const w = words();
  const view = useSignal<CaseView | undefined>(undefined);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const open = useSignal<Act | undefined>(undefined);
  // On this screen and nowhere else: gone when the case is left.
  const identity = useSignal<Named | undefined>(undefined);

  const read = async () => {
    const answer = await ask<CaseView>("GET", `/api/cases/${caseId}`);
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    if (answer.ok) view.value = answer.value;
  };
  useEffect(() => {
    showsAll.value = false;
    void read();
  }, []);

  /** From the middle of the case: the form is where the acts are. */
  const openAct = (act: Act) => {
    open.value = act;
    document.getElementById("acts")?.scrollIntoView();
  };

  useKeys({
    r: () => void read(),
    b: () => goTo({ at: "queue" }),
    s: () => jumpTo("story"),
    e: () => jumpTo("evidence"),
    m: () => jumpTo("messages"),
    i: () => jumpTo("inquiry"),
    f: () => jumpTo("fairness"),
    h: () => jumpTo("history"),
    a: () => jumpTo("do"),
    p: () => view.value?.panel && goTo({ at: "hearing", caseId }),
    c: () => (showsAll.value = !showsAll.value),
  });

  const shown = view.value;
  const me = person.value?.me;
  return (
    <article class="case">
      <div class="case-top">
        <Button look="plain" icon="back" onClick={() => goTo({ at: "queue" })}>
          {w.back}
        </Button>
        <Button look="plain" icon="print" onClick={() => print()}>
          {w.print}
        </Button>
      </div>
      <Heading>{w.caseTitle({ name: caseName(caseId) })}</Heading>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
          <div class="row">
            <Button onClick={() => void read()}>{w.lookAgain}</Button>
          </div>
        </Notice>
      )}
      {!shown && trouble.value && <Unsent caseId={caseId} />}
      {!shown && !trouble.value && <p class="hint">{w.caseOpening}</p>}
      {shown && (
        <>
          <p class="paper-only">
            {w.printed({ case: caseId, who: me ? nameWithRole(me) : "", date: hour(shown.now) })}{" "}
            {w.hoursOf({ place: zonePlace() ?? "" })}
          </p>
          <Alarms alarms={shown.alarms} />
          <ErasureNotice view={shown} />
          <OpeningNotice view={shown} />
          <CaseHead view={shown} />
          <PanelDoor view={shown} />
          <div class="case-body">
            <div class="case-main">
              <Safety view={shown} identity={identity.value} />
              <Story view={shown} />
              <Support view={shown} />
              <Protection view={shown} />
              <Consents view={shown} />
              <Owed owed={shown.owed} />
              <Inquiry view={shown} onOpen={openAct} />
              <Identity
                view={shown}
                identity={identity.value}
                onOpen={(named) => (identity.value = named)}
                onRead={read}
              />
              <Evidence view={shown} onRead={read} />
              <Links view={shown} onRead={read} />
              <Redress view={shown} />
              <Messages view={shown} />
              <Referrals view={shown} onOpen={openAct} onRead={read} />
              <History view={shown} />
              <Access view={shown} />
            </div>
            <aside class="case-acts" id="acts">
              <ActRoom view={shown} open={open.value} onOpen={(act) => (open.value = act)} onRead={read} />
            </aside>
          </div>
        </>
      )}
    </article>
  );
}
