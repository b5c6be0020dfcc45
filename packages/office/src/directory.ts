import {
  type Digest,
  fieldsOf,
  type Instant,
  listOf,
  type OfficeId,
  oneOf,
  onlyTrue,
  parseDigest,
  parsed,
  parseId,
  parseInstant,
  type Shape,
  type StaffId,
  textLike,
  textUpTo,
  truth,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type Role, roles } from "./roles.ts";

/** A person of the office, under a pseudonym. Names stay on paper. */
export type StaffMember = {
  readonly id: StaffId;
  readonly role: Role;
  /** "reserve": sits or holds only for whoever of the first bench cannot, or reviews what was decided. */
  readonly bench: "first" | "reserve";
  /** age recipient, post-quantum hybrid (`age1pq1…`). */
  readonly recipient: string;
  /** Ed25519 public key, base64. */
  readonly signingKey: string;
  /** Ids of forces this person is tied to; coarse by design. */
  readonly ties: readonly string[];
  readonly expires: Instant;
  /** Only on members of the panel: of Haitian civil society. A directory before this word knew nobody of it. */
  readonly civilSociety?: true;
  /** Only on escrow holders: what the composition rule needs, and no more. */
  readonly holder?: { readonly civilSociety: boolean; readonly abroad: boolean; readonly institution: string };
};

/** A force a complaint may name. */
export type Force = {
  readonly id: string;
  readonly names: { readonly ht: string; readonly fr: string; readonly en: string };
  /** Whether it is of the mission or the host State's police. A directory before this word did not say. */
  readonly kind?: "contributing" | "host";
};

/** The office as its root keys sign it: one event of the office's stream (docs/specs/directory.md). */
export type Directory = {
  readonly type: "office.directory-signed/1";
  readonly office: OfficeId;
  readonly epoch: number;
  /** Digest of the directory before this one; absent on the first. */
  readonly previous?: Digest;
  readonly at: Instant;
  readonly roots: readonly string[];
  readonly threshold: number;
  /** Base64, 16 bytes: the salt of every receipt of this office (docs/specs/receipt.md). */
  readonly receiptSalt: string;
  /** Key of the server that signs clock events, and nothing else. */
  readonly clockKey: string;
  readonly policy: { readonly digest: Digest; readonly clocks: readonly string[] };
  readonly forces: readonly Force[];
  readonly staff: readonly StaffMember[];
};

const key32 = textLike(/^[A-Za-z0-9+/]{43}=$/);
/** "unknown" is what a person says who does not know, and any private company has one word: no force may be called so. */
const forceId = textLike(/^(?!unknown$|private-company$)[a-z][a-z0-9-]{1,23}$/);
const tie = textLike(/^(?!unknown$)[a-z][a-z0-9-]{1,23}$/);

/** An age recipient of the post-quantum hybrid kind: 1216 bytes in bech32. */
export const hybridRecipient: Shape<string> = textLike(/^age1pq1[02-9ac-hj-np-z]{1952}$/);

const staffMember = fieldsOf(
  {
    id: parsed((value) => parseId("staff", value)),
    role: oneOf(...roles),
    bench: oneOf("first", "reserve"),
    recipient: hybridRecipient,
    signingKey: key32,
    ties: listOf(tie, 16),
    expires: parsed(parseInstant),
  },
  {
    civilSociety: onlyTrue,
    holder: fieldsOf({ civilSociety: truth, abroad: truth, institution: textLike(/^[a-z0-9-]{1,24}$/) }),
  },
) satisfies Shape<StaffMember>;

/** Reads a directory's body; says nothing about its signatures or its composition. */
export const directoryShape: Shape<Directory> = fieldsOf(
  {
    type: oneOf("office.directory-signed/1"),
    office: parsed((value) => parseId("office", value)),
    epoch: wholeUpTo(1e9),
    at: parsed(parseInstant),
    roots: listOf(key32, 16),
    threshold: wholeUpTo(16),
    receiptSalt: textLike(/^[A-Za-z0-9+/]{22}==$/),
    clockKey: key32,
    policy: fieldsOf({ digest: parsed(parseDigest), clocks: listOf(textLike(/^[a-z][a-z-]{1,31}$/), 32) }),
    forces: listOf(
      fieldsOf(
        { id: forceId, names: fieldsOf({ ht: textUpTo(80), fr: textUpTo(80), en: textUpTo(80) }) },
        { kind: oneOf("contributing", "host") },
      ),
      64,
    ),
    staff: listOf(staffMember, 400),
  },
  { previous: parsed(parseDigest) },
);
