import { staffStatementShape } from "@temwen/casework";
import type { Clock } from "@temwen/mission-pack";
import { type Directory, directoryShape, type SignedBody, type Trust, verifyDirectory } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { opensTo, readCommittedLeaf } from "@temwen/sealing/leaf";
import type { ComplaintReceived } from "@temwen/sealing/parcel";
import { bytesToDigest, type Digest, type Instant, parseCanonical } from "@temwen/vocabulary";
import { primitives } from "../primitives.ts";
import type { Opening } from "./certificate.ts";
import { isSignedBy, readRecord } from "./record-parts.ts";

/** What an opening is held against. */
export type OpeningQuestion = {
  /** The leaf that stands at the opening's index. */
  readonly leaf: Uint8Array;
  readonly filed: ComplaintReceived;
  readonly clock: Clock;
  /** Digests of the directories that the log holds. */
  readonly directories: ReadonlySet<Digest>;
  /** The roots that the reader knows; null where the log's word must do. */
  readonly trust: Trust | null;
};

/** The hour that staff signed, where the leaf opens to an event of theirs that stops the clock; undefined for junk. */
export function findAnswer(opening: Opening, question: OpeningQuestion): Instant | undefined {
  const { leaf, filed, clock } = question;
  const seen = readCommittedLeaf(leaf);
  if (!seen || !opensTo(seen, opening)) return undefined;
  const record = readRecord(opening.record);
  const statement = record && staffStatementShape(record.body);
  if (!record || !statement || statement.case !== filed.case || statement.office !== filed.office) return undefined;
  if (statement.index !== record.index || !(stoppers[clock.stopsOn] ?? []).includes(statement.type)) return undefined;
  const directory = readDirectory(opening.directory, question);
  const member = directory?.staff.find(({ id }) => id === statement.by);
  const isStaffs = directory?.epoch === statement.epoch && member !== undefined;
  return isStaffs && isSignedBy(record, member.signingKey) ? statement.at : undefined;
}

/** The events by which the facts of docs/specs/deadlines.md begin to hold. */
const stoppers: { readonly [fact: string]: readonly string[] } = {
  "case.acknowledged": ["case.acknowledged/1"],
  "case.assessed": ["case.assessed/1", "case.assessed/2", "case.assessed/3"],
  "case.outcome-told": ["case.not-admitted/1", "case.found/1", "case.closed/1"],
  "case.reviewed": ["case.review-decided/1"],
  "case.non-admission-decided": ["case.not-admitted/1", "case.kept-open/1"],
};

/** Signed by roots that are known; or, where none are, by its own, and named in the log by its digest. */
function readDirectory(
  signed: SignedBody,
  { directories, filed, trust }: Pick<OpeningQuestion, "directories" | "filed" | "trust">,
): Directory | undefined {
  const value = parseCanonical(signed.body);
  const said = value.ok ? directoryShape(value.value) : undefined;
  if (!said) return undefined;
  if (trust === null && !directories.has(bytesToDigest(primitives.hasher.sha256(signed.body)))) return undefined;
  const by = trust ?? { office: filed.office, roots: said.roots, threshold: 3 };
  const verified = verifyDirectory(signed, { ...by, minimumEpoch: 0 }, verifyOnNode);
  return verified.ok && verified.value.office === filed.office ? verified.value : undefined;
}
