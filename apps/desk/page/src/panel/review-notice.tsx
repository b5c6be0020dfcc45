import { isFree } from "@temwen/casework";
import { Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { hour, words } from "../say.ts";

/** Fewer of the reserve cannot decide: as many as a quorum. */
const least = 3;

/** That the person asked others to look again, and whether they can. */
export function ReviewNotice({ view }: { readonly view: CaseView }) {
  const w = words();
  const review = view.panel?.review;
  if (!review) return null;
  const seated = view.seats.filter(({ isSeated }) => isSeated);
  const letIn = seated.filter(({ standing }) => standing === "may");
  const free = seated.filter(isFree);
  const isDecided = review.decidedAt !== undefined;
  const isLacking = !isDecided && (free.length < least || !free.some(({ civilSociety }) => civilSociety));
  return (
    <Notice icon="people">
      <p>
        <strong>{w.reviewHead}.</strong> {w.reviewAsked({ date: hour(review.askedAt) })} {review.late && w.reviewLate}
      </p>
      <p>{review.decidedAt === undefined ? w.reviewWaits : w.reviewDecided({ date: hour(review.decidedAt) })}</p>
      {!isDecided && letIn.length < least && <p>{w.letInFewer}</p>}
      {isLacking && (
        <p>
          <strong>{w.reserveLacks({ n: free.length })}</strong>
        </p>
      )}
    </Notice>
  );
}
