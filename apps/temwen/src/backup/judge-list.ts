import { verifyStream } from "@temwen/desk";
import { type Directory, type Trust, verifySuspension } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { RecordedEvent } from "@temwen/record";
import { foldRegistry, type RegistryState } from "@temwen/server";
import { type CaseId, type Instant, parseId, type StaffId } from "@temwen/vocabulary";
import { BackupFault } from "./backup-fault.ts";
import { checkChain } from "./check-chain.ts";
import type { ErasureList } from "./erasure-list.ts";

/** What a list proved: the office's stream, and each case that was erased as two people wanted. */
export type JudgedList = {
  readonly at: Instant;
  readonly office: readonly RecordedEvent[];
  readonly directories: readonly Directory[];
  readonly cases: ReadonlyMap<CaseId, readonly RecordedEvent[]>;
};

/**
 * Believes nothing of a list but what is signed: every directory by the roots, every step by whom the law let take it, as
 * a desk checks it. Anybody can seal a file to a recipient that is no secret. Throws `BackupFault`.
 */
export async function judgeList(list: ErasureList, trust: Trust, heed: () => void): Promise<JudgedList> {
  if (list.office !== trust.office) {
    throw new BackupFault("another-office", "this list of erasures is of another office; nothing was restored");
  }
  const all = [...list.streams.values()].flat().toSorted((a, b) => a.position - b.position);
  await checkChain(async (position, limit) => all.slice(position, position + limit), trust, heed).catch(refuse);
  const office = list.streams.get(trust.office) ?? [];
  const state = readOffice(office, trust);
  const cases = new Map<CaseId, readonly RecordedEvent[]>();
  for (const [stream, events] of list.streams) {
    if (stream === trust.office) continue;
    const caseId = parseId("case", stream);
    heed();
    if (!caseId.ok || !(await wasErased(caseId.value, events, state))) throw notProved();
    cases.set(caseId.value, events);
  }
  const directories = [...state.byEpoch.values()].map(({ directory }) => directory);
  return { at: list.at, office, directories, cases };
}

async function wasErased(caseId: CaseId, events: readonly RecordedEvent[], state: RegistryState): Promise<boolean> {
  const suspended = readSuspensions(state);
  const verified = await verifyStream(caseId, events, state.standing, {
    readStanding: async () => ({ ok: true, value: state.standing }),
    verify: verifyOnNode,
    findEpoch: async (epoch) => state.byEpoch.get(epoch)?.directory,
    isSuspended: (staff, epoch, at) => {
      const since = epoch === state.standing.directory.epoch ? suspended.get(staff) : undefined;
      return since !== undefined && at >= since;
    },
  });
  // Filed with an older directory is how every older complaint looks.
  const alarms = verified?.alarms.filter(({ code }) => code !== "sealed-with-old-directory") ?? [];
  return verified?.theCase.stage === "erased" && alarms.length === 0;
}

function readSuspensions({ suspensions, standing }: RegistryState): ReadonlyMap<StaffId, Instant> {
  const since = new Map<StaffId, Instant>();
  for (const signed of suspensions) {
    const found = verifySuspension(signed, standing.directory, verifyOnNode, new Set(since.keys()));
    if (found.ok && !since.has(found.value.staff)) since.set(found.value.staff, found.value.at);
  }
  return since;
}

function readOffice(events: readonly RecordedEvent[], trust: Trust): RegistryState {
  try {
    const state = foldRegistry(events, trust);
    if (state) return state;
  } catch {
    // Said below: it is the same to whoever holds the file.
  }
  throw notProved();
}

function refuse(cause: unknown): never {
  throw cause instanceof BackupFault && cause.code === "record-contradicts-itself" ? notProved() : cause;
}

const notProved = (): BackupFault =>
  new BackupFault("list-not-proved", "this list of erasures is not what the office signed; nothing was restored");
