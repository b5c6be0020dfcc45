import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { proveLeaf, type WitnessedLog } from "@temwen/complain/witnessed-log";
import type { HandedOver } from "@temwen/desk";
import { recordBytes } from "@temwen/office";
import { opensTo, readCommittedLeaf } from "@temwen/sealing/leaf";
import { bytesToBase64, granted, type Result, refused } from "@temwen/vocabulary";
import { UnreachableFault } from "../log/place/fetch-bounded.ts";
import type { Finding } from "../log/speak.ts";
import { findServedLog } from "../proof/served-log.ts";
import type { Terminal } from "../terminal.ts";

/** A leaf of an event with its proof, and what opens it. */
export type EventProof = {
  readonly event: number;
  readonly part: number;
  readonly index: string;
  readonly salt: string;
  readonly leaf: Uint8Array;
  readonly proof: Uint8Array;
};

/** What the public log proves of a case; `waiting` are events that are not in it yet, `noLog` says why there is none to ask. */
export type EventProofs = {
  readonly proofs: readonly EventProof[];
  readonly waiting: readonly number[];
  readonly policy?: Uint8Array;
  readonly noLog?: string;
};

export type ProveOptions = {
  readonly server: string;
  readonly policy?: string;
  /** Waits until every event is in the log. */
  readonly wait: boolean;
};

const everyMillis = 2_000;

/**
 * Proofs for every event of a case that is handed over, each leaf opened against the record. A log that cannot be had, or that no
 * quorum vouches for, is none; one that holds something else than the record is refused.
 */
export async function proveEvents(
  handed: Pick<HandedOver, "events" | "readLeaves">,
  { server, policy, wait }: ProveOptions,
  terminal: Terminal,
): Promise<Result<EventProofs, Finding>> {
  const none = (noLog: string): Result<EventProofs, never> =>
    granted({ proofs: [], waiting: handed.events.map(({ index }) => index), noLog });
  try {
    const served = await findServedLog(server, policy, terminal);
    if (!served.ok) return none(served.refusal.code);
    const judgedBy = policy === undefined ? await askPolicy(server) : new Uint8Array(await readFile(policy));
    if (wait) terminal.progress("waiting until every step is in the public log; Ctrl-C stops, and nothing is written");
    for (;;) {
      const log = await served.value.open();
      if (!log.ok && !wait) return none(log.refusal.code);
      if (log.ok) {
        const found = await proveAll(handed, log.value);
        if (!found.ok) return found;
        if (!wait || found.value.waiting.length === 0) {
          return granted({ ...found.value, ...(judgedBy && { policy: judgedBy }) });
        }
      }
      await pause(everyMillis);
    }
  } catch (error) {
    if (!(error instanceof UnreachableFault)) throw error;
    return none("unreachable");
  }
}

async function proveAll(
  { events, readLeaves }: Pick<HandedOver, "events" | "readLeaves">,
  log: WitnessedLog,
): Promise<Result<EventProofs, Finding>> {
  const leaves = await readLeaves();
  if (!leaves.ok) return leaves;
  const proofs: EventProof[] = [];
  for (const { event, part, index, salt } of leaves.value) {
    const record = events[event];
    // What happened since the case was read is not handed over.
    if (!record || index >= log.tree.size) continue;
    const proved = await proveLeaf(log, index);
    if (!proved.ok) return proved;
    const seen = readCommittedLeaf(proved.value.leaf);
    if (!seen || !opensTo(seen, { salt, record: recordBytes(record) })) {
      return refused({ code: "another-leaf", event, index });
    }
    const { leaf, proof } = proved.value;
    proofs.push({ event, part, index: String(index), salt: bytesToBase64(salt), leaf, proof });
  }
  const proved = new Set(proofs.filter(({ part }) => part === 0).map(({ event }) => event));
  return granted({ proofs, waiting: events.map(({ index }) => index).filter((index) => !proved.has(index)) });
}

/** The proofs of some steps, by their indexes: of a step that stays in the office none goes out. */
export const onlyOf = ({ proofs, waiting, ...more }: EventProofs, going: ReadonlySet<number>): EventProofs => ({
  ...more,
  proofs: proofs.filter(({ event }) => going.has(event)),
  waiting: waiting.filter((index) => going.has(index)),
});

/** The server's own policy, byte for byte; whoever checks should bring another. */
async function askPolicy(server: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(`${server}/log/policy`, { redirect: "error" }).catch(() => undefined);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}
