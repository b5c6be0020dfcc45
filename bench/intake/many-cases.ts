import { randomBytes } from "node:crypto";
import {
  briefCase,
  evolveCase,
  type KnownCase,
  missionClasses,
  nonAdmissionReasons,
  rights,
  runningClocks,
} from "@temwen/casework";
import type { Pack } from "@temwen/mission-pack";
import type { Filing, TheRecord } from "@temwen/record";
import { storyBuckets } from "@temwen/sealing/inspect";
import type { ComplaintReceived } from "@temwen/sealing/parcel";
import {
  bytesToDigest,
  canonicalBytes,
  createId,
  type Instant,
  instantToMillis,
  millisToInstant,
  type StaffId,
} from "@temwen/vocabulary";

/** How many of a hundred cases stand at each stage; most of an office's cases are assessed and wait for what follows. */
const stageShares = [
  ["received", 15],
  ["acknowledged", 10],
  ["assessed", 45],
  ["non-admission-proposed", 5],
  ["not-admitted", 25],
] as const;

const filesInFlight = 256;

/** What cases are made of: the first event of a really sealed complaint, and the rules of a mission. */
export type Source = { readonly model: ComplaintReceived; readonly pack: Pack };

/**
 * Brings the record to `count` cases through its own door, with the summaries that the rules make. Their sealed parts
 * are a few bytes: the queue reads none. No clock is late, or the server would be busy saying so.
 */
export async function fillRecord(
  record: TheRecord,
  range: { readonly from: number; readonly count: number },
  source: Source,
): Promise<void> {
  const now = Date.now();
  let next = range.from;
  const fill = async (): Promise<void> => {
    for (let n = next++; n < range.count; n = next++) {
      const filed = await record.fileComplaint(describeFiling(createCase(n, now, source), source));
      if (filed.outcome !== "filed") throw new Error(`a case was not filed: ${filed.outcome}`);
    }
  };
  await Promise.all(Array.from({ length: filesInFlight }, fill));
}

/** Spread over the six days before now, so that not even the seven days of the first clock are over. */
function createCase(n: number, now: number, { model, pack }: Source): KnownCase {
  const receivedAt = millisToInstant(now - Math.floor(((n * 0.618034) % 1) * 6 * 86_400_000));
  const caseId = createId("case", randomBytes(16));
  const opened = evolveCase(
    { stage: "unknown" },
    { fact: { ...model, case: caseId, bucket: pick(storyBuckets, n) }, at: receivedAt },
  );
  if (opened.stage !== "received") throw new Error("a received case is received");
  const { stage: _, ...known } = opened;
  const core = { ...known, unanswered: n % 2 === 1, withdrawalAsked: n % 50 === 0 };
  const by = createId("staff", Buffer.alloc(16, 7)) as StaffId;
  const acknowledged = {
    acknowledgedAt: recently(n, now),
    acknowledgedBy: by,
    consent: "investigate-with-me" as const,
  };
  const assessed = {
    assessedAt: recently(n + 1, now),
    rights: [pick(rights, n), pick(rights, n + 3)],
    class: pick(missionClasses, n),
    forces: n % 4 === 0 ? [] : [pick(pack.forces, n).id],
    department: pick(pack.departments, n).id,
    month: receivedAt.slice(0, 7),
    child: "no" as const,
  };
  const proposed = { proposedAt: recently(n + 2, now), proposedBy: by, reason: pick(nonAdmissionReasons, n) };
  const stage = stageOf(n);
  switch (stage) {
    case "received":
      return { stage, ...core };
    case "acknowledged":
      return { stage, ...core, ...acknowledged };
    case "assessed":
      return { stage, ...core, ...acknowledged, ...assessed };
    case "non-admission-proposed":
      return { stage, ...core, ...acknowledged, ...assessed, ...proposed };
    case "not-admitted":
      return {
        stage,
        ...core,
        ...acknowledged,
        ...assessed,
        ...proposed,
        decidedAt: millisToInstant(now),
        decidedBy: by,
      };
  }
}

/** Within the last hours: the shortest clock gives a day. */
const recently = (n: number, now: number): Instant => millisToInstant(now - ((n * 7919) % 43_200_000));

function stageOf(n: number): (typeof stageShares)[number][0] {
  let place = (n * 37) % 100;
  for (const [stage, share] of stageShares) {
    if (place < share) return stage;
    place -= share;
  }
  throw new Error("the shares of the stages add up to a hundred");
}

function pick<T>(things: readonly T[], n: number): T {
  const picked = things[n % things.length];
  if (picked === undefined) throw new Error("there is nothing to pick from");
  return picked;
}

function describeFiling(theCase: KnownCase, { model, pack }: Source): Filing {
  const { caseId, receivedAt, receiptKey = "" } = theCase;
  const body = canonicalBytes({ ...model, case: caseId });
  const digest = () => bytesToDigest(randomBytes(32));
  return {
    caseId,
    event: { type: "case.received/1", at: receivedAt, body, vouchings: [], digest: digest() },
    parts: [{ name: "story", digest: digest(), bytes: randomBytes(32) }],
    erasable: { labelKey: randomBytes(32), salt: randomBytes(32) },
    mailbox: digest(),
    receiptKey,
    summary: briefCase(theCase, runningClocks(theCase, pack)),
    proofNumber: String(instantToMillis(receivedAt) % 1e12).padStart(12, "0"),
    announced: [],
  };
}
