import { bearsReason, type KnownCase, publicationOf } from "@temwen/casework";
import { type Digest, granted, type Instant, type Result, refused } from "@temwen/vocabulary";
import type { CaseView, KeeperRefusal } from "../views.ts";
import type { PublishedReason } from "./owed-view.ts";
import { listReasons, wordsOf } from "./published-reasons.ts";

/** All that may be published of a case, word for word, and what may not yet. */
export type Publishable = {
  readonly summary: { readonly number: number; readonly digest: Digest; readonly text: string };
  /** Each stands in the summary, as the person read it. */
  readonly reasons: readonly PublishedReason[];
  /** Named to be published, and not in the summary that the person was shown last: without words. */
  readonly withheld: readonly Omit<PublishedReason, "text">[];
};

/**
 * What may be published of a case, for whoever publishes it: the one way by which words of a ruling leave the desk for the public. It
 * asks the law first, and gives no word that was not in the summary (docs/specs/inquiry.md, "Before anything is published").
 */
export function findPublishable(view: CaseView, theCase: KnownCase, now: Instant): Result<Publishable, KeeperRefusal> {
  // A history that does not check could bear an agreement that nobody signed.
  if (view.alarms.length > 0) return refused({ code: "case-not-trusted" });
  const publication = publicationOf(theCase, now);
  if (!publication.may) {
    const { because: code, ...more } = publication;
    return refused({ code, ...more });
  }
  const { number, digest } = publication;
  // What was shown to the person is a message of the office, and nothing that colleagues wrote to each other.
  const messages = view.messages.filter(({ direction }) => direction === "from-office");
  const text = wordsOf(digest, { timeline: [], messages });
  if (text === undefined) return refused({ code: "not-granted" });
  const named = listReasons(view);
  const isShown = (reason: PublishedReason): boolean => reason.text !== undefined && bearsReason(text, reason.text);
  return granted({
    summary: { number, digest, text },
    reasons: named.filter(isShown),
    withheld: named.filter((reason) => !isShown(reason)).map(({ of, number, digest }) => ({ of, number, digest })),
  });
}
