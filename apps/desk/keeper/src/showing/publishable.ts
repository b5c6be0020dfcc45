import { type KnownCase, publicationOf, sectionOf } from "@temwen/casework";
import { digestOf } from "@temwen/sealing/open";
import { type Digest, granted, type Instant, type Result, refused, utf8 } from "@temwen/vocabulary";
import type { CaseView, KeeperRefusal } from "../views.ts";

/** A reason that was named to be published: of what the panel found, or of a measure that came to nothing. */
export type PublishedReason = {
  readonly of: "findings" | "measure";
  /** Of the sitting, or the measure. */
  readonly number: number;
  readonly digest: Digest;
  /** Absent where this person's keys do not open it. */
  readonly text?: string;
};

/** All that may be published of a case, word for word. */
export type Publishable = {
  readonly summary: { readonly number: number; readonly digest: Digest; readonly text: string };
  readonly reasons: readonly PublishedReason[];
};

/**
 * What may be published of a case, for whoever publishes it: the one way by which words of a ruling leave the desk for the public. It
 * asks the law first, for the reasons too: they say what was ruled (docs/specs/inquiry.md, "Before anything is published").
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
  const text = wordsOf(digest, view);
  if (text === undefined) return refused({ code: "not-granted" });
  return granted({ summary: { number, digest, text }, reasons: listReasons(view) });
}

function listReasons(view: CaseView): readonly PublishedReason[] {
  const { sittings = [], measures = [] } = view.panel ?? {};
  const found = sittings.findLast(({ decides, ended }) => decides === "findings" && ended?.how === "decided");
  const ofFindings = (found?.published ?? []).map((digest) => reasonOf("findings", found?.sitting ?? 0, digest, view));
  const ofMeasures = measures.flatMap(({ number, deliveries }) =>
    (deliveries.at(-1)?.published ?? []).map((digest) => reasonOf("measure", number, digest, view)),
  );
  return [...ofFindings, ...ofMeasures];
}

function reasonOf(of: PublishedReason["of"], number: number, digest: Digest, view: CaseView): PublishedReason {
  const text = wordsOf(digest, view);
  return { of, number, digest, ...(text !== undefined && { text }) };
}

/** The words of a digest, among all that this desk opened: only these may be published, so nothing else is looked for. */
function wordsOf(digest: Digest, { timeline, messages }: CaseView): string | undefined {
  const texts = [...timeline, ...messages].flatMap(({ text }) => text ?? []);
  const candidates = texts.flatMap((text) => [text, sectionOf(text, "published") ?? []].flat());
  return candidates.find((text) => digestOf(utf8(text)) === digest || digestOf(utf8(text.trim())) === digest);
}
