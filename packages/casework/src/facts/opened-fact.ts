import { hybridRecipient } from "@temwen/office";
import {
  type CaseId,
  type Digest,
  fieldsOf,
  type Instant,
  listOf,
  type MatterId,
  type OfficeId,
  oneOf,
  parseDigest,
  parsed,
  parseId,
  parseInstant,
  parseMatterId,
  type Shape,
  type StaffId,
  tableOf,
  textLike,
  wholeUpTo,
} from "@temwen/vocabulary";
import { consentRecipient } from "../acts/consent-acts.ts";
import { type HandedOverBasis, handedOverBases, type OpenedBecause, openedBecause } from "../words/opened-words.ts";

/** What whoever opens a case says in clear, by number and word; the story of it is sealed. */
export type OpeningSaid = {
  readonly because: OpenedBecause;
  /** Whom it is about, as far as whoever opens it knows; `unknown` is one. Ties are judged by it from the first event on. */
  readonly forces: readonly string[];
  /** The recommendation or visit that it comes of; empty for every other source. */
  readonly matter: readonly MatterId[];
  /** The body that hands it over, as a consent spells a recipient; `none` for every other source. */
  readonly from: string;
  readonly basis: HandedOverBasis;
};

/**
 * The first fact of a case that the office opened itself: in the place of `case.received/1`, signed by whoever opened it
 * instead of by a person. Source: docs/specs/opened-cases.md.
 */
export type OpenedFact = OpeningSaid & {
  readonly type: "case.opened/1";
  readonly case: CaseId;
  readonly office: OfficeId;
  readonly epoch: number;
  readonly by: StaffId;
  readonly at: Instant;
  readonly policy: Digest;
  /** SHA-256 of the label key. */
  readonly labelKey: Digest;
  readonly stops: { readonly [clock: string]: string };
  readonly bucket: number;
  readonly storyRecipient: string;
  readonly parts: { readonly [name: string]: { readonly digest: Digest; readonly size: number } };
};

const digest = parsed(parseDigest);

/** How what is said in clear is read. */
export const openingSaid = {
  because: oneOf(...openedBecause),
  forces: listOf(textLike(/^[a-z][a-z0-9-]{1,23}$/), 16),
  matter: listOf(parsed(parseMatterId), 1),
  from: consentRecipient,
  basis: oneOf(...handedOverBases),
} as const;

/** Reads what is said in clear. */
export const openingSaidShape: Shape<OpeningSaid> = fieldsOf(openingSaid);

/** The sealed parts of a case that the office opened: as a filing's, but for those of a person. */
export const openedParts: readonly string[] = [
  "story",
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `grant-${n}`),
  ...[1, 2, 3, 4, 5].map((n) => `share-${n}`),
];

/** Reads the body of a `case.opened/1`. */
export const openedShape: Shape<OpenedFact> = fieldsOf({
  type: oneOf("case.opened/1"),
  ...openingSaid,
  case: parsed((value) => parseId("case", value)),
  office: parsed((value) => parseId("office", value)),
  epoch: wholeUpTo(1e9),
  by: parsed((value) => parseId("staff", value)),
  at: parsed(parseInstant),
  policy: digest,
  labelKey: digest,
  stops: tableOf(/^[a-z][a-z-]{1,31}$/, textLike(/^[A-Za-z0-9+/]{43}=$/), 32),
  bucket: (value) => ([4, 8, 16, 32] as const).find((kib) => kib === value),
  storyRecipient: hybridRecipient,
  parts: tableOf(/^(story|grant-[1-8]|share-[1-5])$/, fieldsOf({ digest, size: wholeUpTo(1e6) }), 14),
});
