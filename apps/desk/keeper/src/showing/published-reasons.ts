import { publishedIn } from "@temwen/casework";
import { digestOf } from "@temwen/sealing/open";
import { type Digest, utf8 } from "@temwen/vocabulary";
import type { CaseView } from "../views.ts";
import type { PublishedReason } from "./owed-view.ts";

type Opened = Pick<CaseView, "panel" | "timeline" | "messages">;

/** Every reason that counts now, with its words: of the findings that were decided last, and of what was recorded last of each measure. */
export function listReasons(view: Opened): readonly PublishedReason[] {
  const { sittings = [], measures = [] } = view.panel ?? {};
  const found = sittings.findLast(({ decides, ended }) => decides === "findings" && ended?.how === "decided");
  const ofFindings = (found?.published ?? []).map((digest) => reasonOf("findings", found?.sitting ?? 0, digest, view));
  const ofMeasures = measures.flatMap(({ number, deliveries }) =>
    (deliveries.at(-1)?.published ?? []).map((digest) => reasonOf("measure", number, digest, view)),
  );
  return [...ofFindings, ...ofMeasures];
}

/** The reason of an open sitting, as whoever closes it tells the person. */
export function listReasonsOfSitting(view: Opened, sitting: number): readonly PublishedReason[] {
  const open = view.panel?.sittings.find((one) => one.sitting === sitting && !one.ended);
  return (open?.published ?? []).map((digest) => reasonOf("findings", sitting, digest, view));
}

function reasonOf(of: PublishedReason["of"], number: number, digest: Digest, view: Opened): PublishedReason {
  const text = wordsOf(digest, view);
  return { of, number, digest, ...(text !== undefined && { text }) };
}

/** The words of a digest, among all that this desk opened: only these may be published, so nothing else is looked for. */
export function wordsOf(digest: Digest, { timeline, messages }: Opened): string | undefined {
  const texts = [...timeline, ...messages].flatMap(({ text }) => text ?? []);
  const candidates = texts.flatMap((text) => [text, ...publishedIn(text)]);
  return candidates.find((text) => digestOf(utf8(text)) === digest || digestOf(utf8(text.trim())) === digest);
}
