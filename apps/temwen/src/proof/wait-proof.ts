import { setTimeout as pause } from "node:timers/promises";
import { readOwnPromise } from "@temwen/complain/own-filing";
import { type LeafProof, proveLeaf } from "@temwen/complain/witnessed-log";
import type { FilingReceipt, MailboxCourier } from "@temwen/courier";
import { verifyOnNode } from "@temwen/office/signing-node";
import { formatHash } from "@temwen/public-log/tree";
import type { Manifest } from "@temwen/sealing/parcel";
import { granted, instantToMillis, type Result, refused } from "@temwen/vocabulary";
import { UnreachableFault } from "../log/place/fetch-bounded.ts";
import { primitives } from "../log/primitives.ts";
import { type Finding, secondsToText } from "../log/speak.ts";
import type { BelievedOffice } from "../person/find-office.ts";
import type { Terminal } from "../terminal.ts";
import { findServedLog, type ServedLog } from "./served-log.ts";
import { codeBehindHour } from "./unproved.ts";
import { writeKept } from "./write-kept.ts";
import { type ProofFiles, writeProof } from "./write-proof.ts";

/** A proof that a complaint was received, with when witnesses say they saw it. */
export type WaitedProof = ProofFiles & {
  readonly index: bigint;
  readonly cosigned: readonly { readonly name: string; readonly at: string }[];
};

export type WaitOptions = {
  readonly server: string;
  readonly manifest: Manifest;
  readonly filed: FilingReceipt;
  readonly office: BelievedOffice;
  readonly courier: MailboxCourier;
  readonly policy?: string;
  readonly folder: string;
  /** Ends the waiting: `stopped`. */
  readonly signal: AbortSignal;
};

const everyMillis = 2_000;
const sayEvery = 15;

/** What may pass by itself, and is waited for. */
const waitings: { readonly [code: string]: string } = {
  "not-yet": "waiting until it is in the public log",
  "quorum-missing": "waiting until enough witnesses have cosigned the public log",
  unreachable: "waiting until the office can be reached again",
};

/**
 * Checks what the office promised at filing, and waits until it is kept. What the promise says of hours is counted from the
 * office's own clock, so that this machine's may be wrong. Throws what the file system throws.
 */
export async function waitForProof(
  { server, manifest, filed, office, courier, policy, folder, signal }: WaitOptions,
  terminal: Terminal,
): Promise<Result<WaitedProof, Finding>> {
  const promise = readOwnPromise({ manifest, filing: filed, directory: office.directory }, verifyOnNode);
  if (!promise.ok) return promise;
  const { leafHash: leaf, by, kept } = promise.value;
  terminal.progress(`the office promised: in the public log by ${by}`);
  const log = await orStopped(
    signal,
    reached(() => findServedLog(server, policy, terminal)),
  );
  if (!log.ok) return log;
  const until = performance.now() + instantToMillis(by) - instantToMillis(filed.at);
  let said = "";
  for (let round = 0; ; round += 1) {
    const found = await orStopped(
      signal,
      reached(() => look(log.value, courier, manifest.mailbox, leaf)),
    );
    if (found.ok) {
      const files = await writeProof(folder, found.value.proof);
      await writeKept(folder, { ...kept, proof: found.value.proof.proof });
      const cosigned = found.value.cosigned.map(({ name, time }) => ({ name, at: secondsToText(time) }));
      return granted({ ...files, index: found.value.proof.index, cosigned });
    }
    const { code } = found.refusal;
    const why = waitings[code];
    if (why === undefined) return found;
    if (performance.now() > until) return refused({ code: codeBehindHour(code), by });
    if (code !== said || round % sayEvery === 0) terminal.progress(`${why}; Ctrl-C stops only the waiting`);
    said = code;
    await pause(everyMillis, undefined, { signal }).catch(() => undefined);
  }
}

/** What a step gives, or `stopped` as soon as somebody does not want to wait for it. */
function orStopped<T>(signal: AbortSignal, step: Promise<Result<T, Finding>>): Promise<Result<T, Finding>> {
  const stopped = new Promise<Result<T, Finding>>((resolve) => {
    const end = (): void => resolve(refused({ code: "stopped" }));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
  return Promise.race([stopped, step]);
}

type Found = {
  readonly proof: LeafProof;
  readonly cosigned: readonly { readonly name: string; readonly time: bigint }[];
};

async function look(
  log: ServedLog,
  courier: MailboxCourier,
  mailbox: string,
  leaf: string,
): Promise<Result<Found, Finding>> {
  const address = await courier.findAddress(mailbox);
  if (!address.ok) return refused({ code: isPassing(address.refusal.code) ? "unreachable" : address.refusal.code });
  const index = address.value.leaf?.index;
  if (index === undefined) return refused({ code: "not-yet" });
  const opened = await log.open();
  // A log that is written at this moment has no head yet, or shows the one before.
  if (!opened.ok) return opened.refusal.code === "no-checkpoint" ? refused({ code: "not-yet" }) : opened;
  if (index >= opened.value.tree.size) return refused({ code: "not-yet" });
  const proof = await proveLeaf(opened.value, index);
  if (!proof.ok) return proof;
  if (formatHash(primitives.hasher.leaf(proof.value.leaf)) !== leaf) return refused({ code: "another-leaf", index });
  return granted({ proof: proof.value, cosigned: opened.value.trusted.cosigned });
}

const isPassing = (code: string): boolean => code === "unreachable" || code === "cannot-tell";

/** A line that breaks while one waits may come back. */
async function reached<T>(step: () => Promise<Result<T, Finding>>): Promise<Result<T, Finding>> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof UnreachableFault)) throw error;
    return refused({ code: "unreachable" });
  }
}
