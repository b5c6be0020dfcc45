import { isVouchedFor } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { coverRecord, type LeafSeen, opensTo } from "@temwen/sealing/leaf";
import {
  canonicalBytes,
  fieldsOf,
  type Json,
  listOf,
  parseCanonical,
  parsed,
  parseId,
  parseInstant,
  parseMatterId,
  type Shape,
  textLike,
  textUpTo,
  utf8,
  wholeUpTo,
} from "@temwen/vocabulary";
import { hmacOf } from "./hmac-node.ts";
import type { Opening } from "./openings-file.ts";

/** An event as its record says it, for counting. */
export type CountedEvent = {
  /** The case and the place in it: no two events of an office have the same. */
  readonly id: string;
  readonly type: string;
  readonly part: number;
  readonly record: string;
  /** The stop labels of record 0, each with its clock. */
  readonly stops: readonly (readonly [clock: string, label: string])[];
};

/** What a leaf turned out to be, or why its opening proves nothing. */
export type LeafVerdict =
  | { readonly is: "event"; readonly event: CountedEvent }
  | { readonly is: "cover" | "erased" | "lost" }
  | { readonly is: "wrong"; readonly code: "opening-wrong" | "record-malformed" | "record-not-signed" };

/** Holds an opening against its leaf. Whose keys signed a record is not judged: the directory is not at hand. */
export function judgeOpening(leaf: LeafSeen, opening: Opening): LeafVerdict {
  switch (opening.kind) {
    case "erased":
    case "lost":
      return { is: opening.kind };
    case "cover":
      return opensTo(leaf, { salt: opening.salt, record: coverRecord }, hmacOf)
        ? { is: "cover" }
        : { is: "wrong", code: "opening-wrong" };
    case "event":
      return judgeEvent(leaf, opening);
  }
}

function judgeEvent(leaf: LeafSeen, { salt, record, part }: Opening & { readonly kind: "event" }): LeafVerdict {
  const bytes = utf8(record);
  if (!opensTo(leaf, { salt, record: bytes }, hmacOf)) return { is: "wrong", code: "opening-wrong" };
  const read = parseCanonical(bytes);
  const said = read.ok ? recordShape(read.value) : undefined;
  const about = said && aboutShape(pick(said.body, ["case", "matter", "type"]));
  if (!said || !about) return { is: "wrong", code: "record-malformed" };
  const body = canonicalBytes(said.body);
  const isSigned = said.vouchings.length > 0 && said.vouchings.every((one) => isVouchedFor(body, one, verifyOnNode));
  if (!isSigned) return { is: "wrong", code: "record-not-signed" };
  const event = { id: `${about.stream}/${said.index}`, type: about.type, part, record, stops: stopsOf(said.body) };
  return { is: "event", event };
}

const recordShape = fieldsOf({
  at: parsed(parseInstant),
  body: (value: unknown): { readonly [member: string]: Json } | undefined =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as { readonly [member: string]: Json })
      : undefined,
  index: wholeUpTo(1e6),
  vouchings: listOf(fieldsOf({ key: textUpTo(100), signature: textUpTo(200) }), 16),
});
/** Which stream a record stands in: a case's, or that of a matter beside the cases (docs/specs/streams.md). */
const aboutShape: Shape<{ readonly stream: string; readonly type: string }> = (value) => {
  const ofCase = caseShape(value);
  if (ofCase) return { stream: ofCase.case, type: ofCase.type };
  const ofMatter = matterShape(value);
  return ofMatter && { stream: ofMatter.matter, type: ofMatter.type };
};
const caseShape = fieldsOf({
  case: parsed((value) => parseId("case", value)),
  type: textLike(/^case\.[a-z][a-z0-9-]{1,60}\/\d{1,3}$/),
});
const matterShape = fieldsOf({
  matter: parsed(parseMatterId),
  type: textLike(/^(matter|recommendation|visit|paternity)\.[a-z][a-z0-9-]{1,60}\/\d{1,3}$/),
});

const pick = (body: { readonly [member: string]: Json }, members: readonly string[]) =>
  Object.fromEntries(members.flatMap((member) => (body[member] === undefined ? [] : [[member, body[member]]])));

function stopsOf({ type, stops }: { readonly [member: string]: Json }): CountedEvent["stops"] {
  const isFirst = type === "case.received/1" || type === "case.opened/1";
  if (!isFirst || typeof stops !== "object" || stops === null || Array.isArray(stops)) return [];
  return Object.entries(stops).flatMap(([clock, label]) =>
    typeof label === "string" ? [[clock, label] as const] : [],
  );
}
