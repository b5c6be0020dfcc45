import { setImmediate as nextTurn } from "node:timers/promises";
import { briefCase, evolveCase, runningClocks } from "@temwen/casework";
import { periodOf } from "@temwen/mission-pack";
import { type Directory, isVouchedFor, recordBytes } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { FilingOutcome, TheRecord } from "@temwen/record";
import { committedLeaf, proofNumberOf, stopLabel } from "@temwen/sealing/leaf";
import type { ComplaintReceived } from "@temwen/sealing/parcel";
import { type Digest, granted, type Instant, parseBase64, type Result, refused } from "@temwen/vocabulary";
import { digestOf, hmacOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import type { SignedPromise } from "../public-log/promise.ts";
import type { ReadParcel } from "./read-parcel.ts";

export type FilingRefusal =
  | { readonly code: "no-office" }
  | { readonly code: "another-office" }
  | { readonly code: "unknown-epoch" }
  | { readonly code: "another-policy" }
  | { readonly code: "signature-invalid" }
  | { readonly code: "wrong-label-key" }
  | { readonly code: "another-digest" }
  | { readonly code: "no-space" }
  | { readonly code: "cannot-tell" };

/** What the sender is told. */
export type Filed = {
  readonly case: string;
  readonly at: Instant;
  readonly proofNumber: string;
  /** Where the office publishes a log: its word that this will stand in it. */
  readonly promise?: SignedPromise;
};

/** The same answer each time, and whether anything was stored for it. */
export type Filing = { readonly filed: Filed; readonly isNew: boolean };

/**
 * Files a complaint whose parts were read before. The same signed bytes sent twice are one complaint and get the
 * same answer; other bytes under a known case id are refused.
 */
export async function fileComplaint(parcel: ReadParcel, office: OfficeContext): Promise<Result<Filing, FilingRefusal>> {
  const state = await office.registry.read();
  if (!state) return refused({ code: "no-office" });
  const { manifest } = parcel;
  // Any directory the roots ever signed is good: a complaint sealed offline is never lost to a date.
  const directory = state.byEpoch.get(manifest.event.epoch)?.directory;
  if (!directory) return refused({ code: "unknown-epoch" });
  const vouched = checkManifest(parcel, directory);
  if (!vouched.ok) return vouched;

  const written = writeDown(parcel, vouched.value, office.now(), office);
  const filing = office.record.fileComplaint(describeFiling(parcel, vouched.value, written, office));
  const promise = promiseMeanwhile(written, office);
  // It is signed before it is known whether the filing stands, and given only if it does.
  const [outcome, promised] = await Promise.all([filing, promise]);
  return answerFiling(manifest.event, outcome, (at) => {
    if (at === written.at) return { leaf: written.leaf, promise: promised };
    const { leaf } = writeDown(parcel, vouched.value, at, office);
    return { leaf, promise: office.promise?.(leaf, at) };
  });
}

/** Signs once the parcel is on its way to the database, which takes ten times as long. */
async function promiseMeanwhile({ leaf, at }: Written, { promise }: OfficeContext): Promise<SignedPromise | undefined> {
  await nextTurn();
  return promise?.(leaf, at);
}

type Vouched = {
  readonly labelKey: Uint8Array;
  readonly salt: Uint8Array;
  readonly mailbox: Digest;
};

function checkManifest({ manifest, body }: ReadParcel, directory: Directory): Result<Vouched, FilingRefusal> {
  const { event, vouching } = manifest;
  if (event.office !== directory.office) return refused({ code: "another-office" });
  if (event.policy !== directory.policy.digest) return refused({ code: "another-policy" });
  const isOwn = vouching.key === event.receiptKey;
  if (!isOwn || !isVouchedFor(body, vouching, verifyOnNode)) {
    return refused({ code: "signature-invalid" });
  }
  const labelKey = parseBase64(manifest.labelKey);
  const salt = parseBase64(manifest.salt);
  const mailbox = parseBase64(manifest.mailbox);
  if (!labelKey.ok || !salt.ok || !mailbox.ok) return refused({ code: "wrong-label-key" });
  if (!commitsTo(event, labelKey.value, directory)) return refused({ code: "wrong-label-key" });
  return granted({ labelKey: labelKey.value, salt: salt.value, mailbox: digestOf(mailbox.value) });
}

/** The stop labels are what makes silence provable: a wrong one would be a proof that never works. */
function commitsTo(event: ComplaintReceived, labelKey: Uint8Array, directory: Directory): boolean {
  const { clocks } = directory.policy;
  return (
    digestOf(labelKey) === event.labelKey &&
    Object.keys(event.stops).length === clocks.length &&
    clocks.every((clock) => event.stops[clock] === stopLabel(labelKey, clock, hmacOf))
  );
}

type ToFile = Parameters<TheRecord["fileComplaint"]>[0];

type Written = { readonly at: Instant; readonly record: Uint8Array; readonly leaf: Uint8Array };

/** The canonical record of a parcel that came at an hour, and its leaf. */
function writeDown(
  { body, manifest }: ReadParcel,
  { labelKey, salt }: Vouched,
  at: Instant,
  { pack }: OfficeContext,
): Written {
  const record = recordBytes({ at, body, index: 0, vouchings: [manifest.vouching] });
  const period = periodOf(at, pack.zone);
  return { at, record, leaf: committedLeaf({ period, labelKey, index: 0, salt, record }, hmacOf) };
}

function describeFiling(
  parcel: ReadParcel,
  { labelKey, salt, mailbox }: Vouched,
  { at, record, leaf }: Written,
  { pack }: OfficeContext,
): ToFile {
  const { body } = parcel;
  const { event, vouching } = parcel.manifest;
  const opened = evolveCase({ stage: "unknown" }, { fact: event, at });
  if (opened.stage === "unknown") throw new Error("a received case is known");
  return {
    caseId: event.case,
    event: { type: event.type, at, body, vouchings: [vouching], digest: digestOf(record) },
    parts: parcel.parts,
    erasable: { labelKey, salt },
    mailbox,
    receiptKey: event.receiptKey,
    summary: briefCase(opened, runningClocks(opened, pack)),
    proofNumber: proofNumberOf(leaf),
    announced: parcel.announced,
  };
}

/** `promiseFor` gives the leaf of the hour at which it was filed, and the word for it where a log is published. */
function answerFiling(
  event: ComplaintReceived,
  outcome: FilingOutcome,
  promiseFor: (at: Instant) => { readonly leaf: Uint8Array; readonly promise: SignedPromise | undefined },
): Result<Filing, FilingRefusal> {
  switch (outcome.outcome) {
    case "filed":
    case "already-filed": {
      const { at, proofNumber } = outcome;
      const { leaf, promise } = promiseFor(at);
      // Sent again with another salt, it has another leaf, and that will never stand anywhere.
      const isSame = proofNumberOf(leaf) === proofNumber;
      const filed = { case: event.case, at, proofNumber, ...(promise && isSame && { promise }) };
      return granted({ filed, isNew: outcome.outcome === "filed" });
    }
    case "another-digest":
    case "no-space":
      return refused({ code: outcome.outcome });
    case "unknown":
      return refused({ code: "cannot-tell" });
  }
}
