import { staffStatementShape } from "@temwen/casework";
import type { Clock } from "@temwen/mission-pack";
import { recordBytes, type Trust } from "@temwen/office";
import type { LogRows, OpenableLeaf, TheRecord } from "@temwen/record";
import { readCommittedLeaf } from "@temwen/sealing/leaf";
import { foldRegistry } from "@temwen/server";
import {
  type CaseId,
  granted,
  type Instant,
  parseBase64,
  parseId,
  type Result,
  refused,
  sameBytes,
} from "@temwen/vocabulary";
import type { Opening } from "../log/breach/certificate.ts";
import { findAnswer } from "../log/breach/judge-opening.ts";
import { readFiling, readRecord } from "../log/breach/record-parts.ts";

/** Which leaf is meant: by its place, as a verdict names it, or by the case and the clock that a certificate names. */
export type WantedAnswer = { readonly leaf: bigint } | { readonly case: CaseId; readonly clock: string };

/** A leaf of the office's own log, opened to the act that stopped a clock. */
export type OwnAnswer = {
  readonly opening: Opening;
  readonly case: CaseId;
  readonly clock: string;
  /** When staff signed it. */
  readonly at: Instant;
};

export type AnswerRefusal =
  | { readonly code: "no-such-leaf"; readonly size: bigint }
  /** The case was erased: what would open its leaves is gone. */
  | { readonly code: "case-erased" }
  /** No act of staff that stops a clock; what else it is, is nobody's business. */
  | { readonly code: "not-an-answer" };

type Own = {
  readonly record: Pick<TheRecord, "readStream"> & { readonly log: LogRows };
  readonly trust: Trust;
  readonly clocks: readonly Clock[];
};

/** Opens one leaf with which the office answered, after judging it as a reader of a certificate will. */
export async function findOwnAnswer(own: Own, wanted: WantedAnswer): Promise<Result<OwnAnswer, AnswerRefusal>> {
  const { size } = await own.record.log.readHead();
  if ("leaf" in wanted) {
    return wanted.leaf < size ? openLeaf(own, wanted.leaf) : refused({ code: "no-such-leaf", size });
  }
  let why: AnswerRefusal = { code: "not-an-answer" };
  for (const { index, part } of await own.record.log.readOf(wanted.case)) {
    if (part === 0) continue;
    const opened = await openLeaf(own, index);
    if (opened.ok && opened.value.clock === wanted.clock) return opened;
    if (!opened.ok) why = opened.refusal;
  }
  return refused(why);
}

async function openLeaf({ record, trust, clocks }: Own, index: bigint): Promise<Result<OwnAnswer, AnswerRefusal>> {
  const [row] = await record.log.readOpenable(index, index + 1n);
  const caseId = parseId("case", row?.of?.event.stream);
  if (!row?.of || !caseId.ok) return refused({ code: "not-an-answer" });
  if (!row.salt) return refused({ code: "case-erased" });
  const [first] = await record.readStream(caseId.value);
  const filed = first && readFiling(recordBytes(first));
  const bytes = recordBytes(row.of.event);
  const directory = await readDirectory({ record, trust }, bytes);
  const clock = filed && clockOf(row, filed.stops, clocks);
  if (!filed || !clock || !directory) return refused({ code: "not-an-answer" });
  const opening: Opening = { index, salt: row.salt, record: bytes, directory };
  const at = findAnswer(opening, { leaf: row.leaf, filed, clock, directories: new Set(), trust });
  if (at === undefined) return refused({ code: "not-an-answer" });
  return granted({ opening, case: caseId.value, clock: clock.id, at });
}

/** The clock whose stop label a leaf bears. */
function clockOf(
  { leaf }: OpenableLeaf,
  stops: { readonly [clock: string]: string },
  clocks: readonly Clock[],
): Clock | undefined {
  const label = readCommittedLeaf(leaf)?.label;
  return clocks.find(({ id }) => {
    const stop = parseBase64(stops[id]);
    return label !== undefined && stop.ok && sameBytes(label, stop.value);
  });
}

/** The signed directory of the epoch that an act of staff names. */
async function readDirectory({ record, trust }: Pick<Own, "record" | "trust">, act: Uint8Array) {
  const statement = staffStatementShape(readRecord(act)?.body);
  const registry = foldRegistry(await record.readStream(trust.office), trust);
  return statement && registry?.byEpoch.get(statement.epoch)?.signed;
}
