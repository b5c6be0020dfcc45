import { earliestQuorumTime } from "@temwen/complain/freshness";
import type { Trust } from "@temwen/office";
import { type LogPolicy, quorumTime } from "@temwen/public-log/policy";
import { opensTo, readCommittedLeaf } from "@temwen/sealing/leaf";
import type { ComplaintReceived } from "@temwen/sealing/parcel";
import { granted, type Instant, instantToMillis, parseBase64, type Result, refused } from "@temwen/vocabulary";
import type { Terminal } from "../../terminal.ts";
import { type Head, openHead } from "../open-head.ts";
import type { LogPlace } from "../place/log-place.ts";
import { readLog } from "../read-log.ts";
import type { Finding } from "../speak.ts";
import { checkProof, checkSameLog } from "../verify/check-proof.ts";
import type { Certificate, Opening } from "./certificate.ts";
import { dueAfter, type FiledClock, findClock } from "./due.ts";
import { findAnswer } from "./judge-opening.ts";
import { readFiling } from "./record-parts.ts";
import { type Scanned, type Stop, scanLog } from "./scan.ts";

/** What a reader holds a certificate against. */
export type BreachQuestion = {
  readonly place: LogPlace;
  readonly policy: LogPolicy;
  readonly trust: Trust | null;
  /** Openings that others brought, beside the certificate's own. */
  readonly openings: readonly Opening[];
};

/** A clock that passed: no answer stood in the log when witnesses saw it behind the due hour. Hours are witnesses' alone. */
export type Breach = {
  readonly filed: ComplaintReceived;
  readonly clock: string;
  /** The log's name. */
  readonly origin: string;
  /** Where the filing stands. */
  readonly index: bigint;
  readonly receivedBy: bigint;
  readonly due: Instant;
  readonly unansweredAt: bigint;
  /** Leaves that were looked at. */
  readonly scanned: bigint;
  /** Leaves with the stop label, in time, that nobody opened to an answer. */
  readonly unopened: readonly bigint[];
  /** Leaves with the stop label behind the checkpoint: late, if they are answers. */
  readonly later: readonly bigint[];
};

/** Whether an office let a clock pass, by docs/specs/breach.md. What reading throws goes through. */
export async function judgeBreach(
  certificate: Certificate,
  question: BreachQuestion,
  terminal: Terminal,
): Promise<Result<Breach, Finding>> {
  const { policy, place } = question;
  const claim = readClaim(certificate, policy);
  if (!claim.ok) return claim;
  const { after, before, filed, filedClock } = claim.value;
  const log = await readLog(place, policy);
  if (!log.ok) return log;
  const { head, tree } = log.value;
  for (const { checkpoint } of [before, after]) {
    const same = await checkSameLog(place, head.checkpoint, checkpoint);
    if (!same.ok) return same;
  }
  const stop = parseBase64(filed.stops[certificate.clock]);
  if (!stop.ok) return refused({ code: "unknown-clock" });
  const scanned = await scanLog(tree, { stop: stop.value, policy: filed.policy }, terminal);
  if (!scanned.ok) return scanned;
  const { size } = after.checkpoint;
  const { policy: published, stops } = scanned.value;
  if (published === null || published.index >= size) return refused({ code: "policy-not-published" });
  const inTime = stops.filter(({ index }) => index < size);
  const openings = [...certificate.openings, ...question.openings];
  const answered = answerAmong(inTime, openings, { filed, filedClock, scanned: scanned.value, trust: question.trust });
  if (answered) return refused({ code: "answered", ...answered });
  return granted({
    ...claim.value,
    clock: certificate.clock,
    origin: head.checkpoint.origin,
    scanned: tree.size,
    unopened: inTime.map(({ index }) => index),
    later: stops.flatMap(({ index }) => (index < size ? [] : [index])),
  });
}

type Claim = Pick<Breach, "filed" | "index" | "receivedBy" | "due" | "unansweredAt"> & {
  readonly before: Head;
  readonly after: Head;
  readonly filedClock: FiledClock;
};

/** What a certificate says by itself, before the log is read. */
export function readClaim(certificate: Certificate, policy: LogPolicy): Result<Claim, Finding> {
  const { record, salt, leaf, proof } = certificate;
  const filed = readFiling(record);
  if (!filed) return refused({ code: "not-a-filing" });
  const seen = readCommittedLeaf(leaf);
  if (!seen || !opensTo(seen, { salt, record })) return refused({ code: "record-not-opened" });
  const proved = checkProof({ proof, leaf }, policy);
  if (!proved.ok) return proved;
  const filedClock = findClock(certificate.policy, filed, certificate.clock);
  if (!filedClock.ok) return filedClock;
  const after = openHead(certificate.after, policy);
  if (!after.ok) return after;
  const before = proved.value.head;
  const receivedBy = earliestQuorumTime(policy, before.cosigned);
  const unansweredAt = quorumTime(policy, after.value.cosigned);
  if (receivedBy === null || unansweredAt === null) return refused({ code: "no-witness-time" });
  const due = dueAfter(filedClock.value, receivedBy);
  if (Number(unansweredAt) * 1000 < instantToMillis(due)) return refused({ code: "not-due", due });
  if (after.value.checkpoint.size < before.checkpoint.size) return refused({ code: "checkpoints-reversed" });
  const { index } = proved.value.proof;
  const heads = { before, after: after.value, filedClock: filedClock.value };
  return granted({ filed, index, receivedBy, due, unansweredAt, ...heads });
}

type Answering = {
  readonly filed: ComplaintReceived;
  readonly filedClock: FiledClock;
  readonly scanned: Scanned;
  readonly trust: Trust | null;
};

/** The first stop that somebody opened to an answer. */
function answerAmong(
  stops: readonly Stop[],
  openings: readonly Opening[],
  { filed, filedClock, scanned, trust }: Answering,
): { readonly index: bigint; readonly at: Instant } | undefined {
  for (const { index, leaf } of stops) {
    for (const opening of openings.filter((one) => one.index === index)) {
      const about = { leaf, filed, clock: filedClock.clock, directories: scanned.directories, trust };
      const at = findAnswer(opening, about);
      if (at !== undefined) return { index, at };
    }
  }
  return undefined;
}
