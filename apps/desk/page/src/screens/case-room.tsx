import { useSignal } from "@preact/signals";
import type { CaseId } from "@temwen/vocabulary";
import type { CaseView, Identity as Named } from "../../../keeper/src/views.ts";
import type { Act } from "../acts/act-names.ts";
import { Access } from "../case/access.tsx";
import { AttributionNotice } from "../case/attribution.tsx";
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
import { People } from "../case/people.tsx";
import { Protection } from "../case/protection.tsx";
import { Referrals } from "../case/referrals.tsx";
import { Safety } from "../case/safety.tsx";
import { Story } from "../case/story.tsx";
import { Support } from "../case/support.tsx";
import { TransferNotice } from "../case/transfer.tsx";
import { goTo } from "../desk-state.ts";
import { jumpTo } from "../keys/shortcuts.ts";
import { PanelDoor } from "../panel/panel-door.tsx";
import { Redress } from "../panel/redress.tsx";
import { useReading } from "../reading.ts";
import { caseName, words } from "../say.ts";
import { CaseBody, CaseScreen, openActIn } from "./case-screen.tsx";
import { Unsent } from "./unsent.tsx";

/** One case: what is known, who may know it, and what may be done now. */
export function CaseRoom({ caseId }: { readonly caseId: CaseId }) {
  const w = words();
  const reading = useReading<CaseView>(`/api/cases/${caseId}`);
  const { view, read } = reading;
  const open = useSignal<Act | undefined>(undefined);
  // On this screen and nowhere else: gone when the case is left.
  const identity = useSignal<Named | undefined>(undefined);
  const openAct = (act: Act) => openActIn(open, act);
  return (
    <CaseScreen
      caseId={caseId}
      reading={reading}
      title={w.caseTitle({ name: caseName(caseId) })}
      back={{ to: { at: "queue" }, text: w.back }}
      keys={{
        e: () => jumpTo("evidence"),
        m: () => jumpTo("messages"),
        i: () => jumpTo("inquiry"),
        f: () => jumpTo("fairness"),
        h: () => jumpTo("history"),
        p: () => view.value?.panel && goTo({ at: "hearing", caseId }),
      }}
      instead={<Unsent caseId={caseId} />}
      show={(shown) => (
        <>
          <ErasureNotice view={shown} />
          <OpeningNotice view={shown} />
          <TransferNotice view={shown} />
          <CaseHead view={shown} />
          <AttributionNotice view={shown} />
          <PanelDoor view={shown} onRead={read} />
          <CaseBody view={shown} open={open} onRead={read}>
            <Safety view={shown} identity={identity.value} />
            <Story view={shown} />
            <People view={shown} identity={identity.value} />
            <Support view={shown} />
            <Protection view={shown} />
            {!shown.opened && <Consents view={shown} />}
            <Owed owed={shown.owed} />
            <Inquiry view={shown} onOpen={openAct} />
            {!shown.opened && (
              <Identity
                view={shown}
                identity={identity.value}
                onOpen={(named) => (identity.value = named)}
                onRead={read}
              />
            )}
            <Evidence view={shown} onRead={read} />
            <Links view={shown} onRead={read} />
            <Redress view={shown} />
            {!shown.opened && <Messages view={shown} />}
            <Referrals view={shown} onOpen={openAct} onRead={read} />
            <History view={shown} />
            <Access view={shown} />
          </CaseBody>
        </>
      )}
    />
  );
}
