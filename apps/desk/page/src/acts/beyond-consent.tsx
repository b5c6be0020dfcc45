import { type ConsentUse, goesBeyond } from "@temwen/casework";
import { Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { wordFor, words } from "../say.ts";

/** Warns, before anything is signed, of an act that would use more than the person allows. */
export function BeyondConsent({
  view,
  uses,
}: {
  readonly view: Pick<CaseView, "consent" | "story">;
  readonly uses: readonly ConsentUse[];
}) {
  const w = words();
  const given = view.consent ?? view.story?.consent;
  if (given === undefined || !uses.some((use) => goesBeyond(given, use))) return null;
  return (
    <Notice kind="alarm">
      <p>
        <strong>{w.beyondConsent}</strong>
      </p>
      <p>{w.beyondConsentSays({ choice: wordFor("consent", given) })}</p>
    </Notice>
  );
}
