import { Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { hour, staffName, wordFor, words } from "../say.ts";

/** That somebody wants this case gone, or two people do and when; or that it is. */
export function ErasureNotice({ view: { erasure, stage } }: { readonly view: CaseView }) {
  const w = words();
  if (stage === "erased") {
    return (
      <Notice>
        <p>{w.erasureRan}</p>
      </Notice>
    );
  }
  if (!erasure) return null;
  const reason = wordFor("erasure", erasure.reason);
  return (
    <Notice kind="alarm">
      <p>
        <strong>
          {erasure.step === "confirmed"
            ? w.erasureRuns({ date: hour(erasure.due) })
            : w.erasureWanted({ who: staffName(erasure.proposedBy) })}
        </strong>
      </p>
      <p>
        {reason}.{" "}
        {erasure.step === "confirmed"
          ? w.erasureBoth({ who: staffName(erasure.proposedBy), by: staffName(erasure.confirmedBy) })
          : w.actWaiting}
      </p>
    </Notice>
  );
}
