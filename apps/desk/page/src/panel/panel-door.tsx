import { Button } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { goTo } from "../desk-state.ts";
import { words } from "../say.ts";
import { ReviewNotice } from "./review-notice.tsx";
import { WithoutKey } from "./without-key.tsx";

/** The way into the hearing room, once something of a case is or was before the panel. */
export function PanelDoor({ view, onRead }: { readonly view: CaseView; readonly onRead: () => Promise<void> }) {
  const w = words();
  if (!view.panel) return null;
  return (
    <div class="panel-door">
      <ReviewNotice view={view} />
      <WithoutKey view={view} onRead={onRead} />
      <Button icon="people" onClick={() => goTo({ at: "hearing", caseId: view.caseId })}>
        {w.toHearing}
      </Button>
    </div>
  );
}
