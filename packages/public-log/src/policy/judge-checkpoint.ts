import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Checkpoint } from "../checkpoint/checkpoint-text.ts";
import { type CheckpointRefusal, openCheckpoint } from "../checkpoint/open-checkpoint.ts";
import type { VerifiedSignature } from "../note/verify-note.ts";
import { isSameKeyHint, type Vkey } from "../note/vkey.ts";
import type { Primitives } from "../primitives.ts";
import type { LogPolicy } from "./policy-file.ts";

/** A checkpoint that is enough for a policy. */
export type TrustedCheckpoint = {
  readonly checkpoint: Checkpoint;
  readonly log: Vkey;
  /** Every witness of the policy whose cosignature holds, by the policy's name for it. */
  readonly cosigned: readonly Cosigned[];
  /** Names of witnesses whose kind of signature could not be computed here; they do not count. */
  readonly unjudged: readonly string[];
};

/** When a witness says that it saw this as the largest of the log: seconds since 1970, by its own clock. */
export type Cosigned = { readonly name: string; readonly time: bigint };

export type TrustRefusal =
  | CheckpointRefusal
  /** None of the policy's logs signed it. */
  | { readonly code: "log-signature-missing" }
  /** Signed by a log of the policy that is called otherwise. */
  | { readonly code: "origin-differs"; readonly origin: string }
  | { readonly code: "quorum-missing"; readonly cosigned: readonly Cosigned[]; readonly unjudged: readonly string[] };

/** Whether a signed checkpoint is enough for a policy: a log of it signed, and its quorum of witnesses cosigned. */
export function judgeCheckpoint(
  bytes: Uint8Array,
  policy: LogPolicy,
  primitives: Primitives,
): Result<TrustedCheckpoint, TrustRefusal> {
  const vkeys = [...policy.logs, ...policy.witnesses].map(({ vkey }) => vkey);
  const opened = openCheckpoint(bytes, vkeys, primitives);
  if (!opened.ok) return opened;
  const { checkpoint, note } = opened.value;
  const signedByLogs = note.verified.filter(({ vkey }) => policy.logs.some((log) => log.vkey === vkey));
  if (signedByLogs.length === 0) return refused({ code: "log-signature-missing" });
  const log = signedByLogs.find(({ vkey }) => vkey.name === checkpoint.origin)?.vkey;
  if (log === undefined) return refused({ code: "origin-differs", origin: checkpoint.origin });
  const cosigned = findCosigned(policy, note.verified);
  const unjudged = policy.witnesses
    .filter(({ vkey }) => note.unjudged.some((line) => isSameKeyHint(line, vkey)))
    .map(({ name }) => name);
  const names = new Set(cosigned.map(({ name }) => name));
  if (!isQuorum(policy, names)) return refused({ code: "quorum-missing", cosigned, unjudged });
  return granted({ checkpoint, log, cosigned, unjudged });
}

/** Whether witnesses, by the policy's names, are enough for it. */
export function isQuorum(policy: LogPolicy, cosigned: ReadonlySet<string>): boolean {
  const witnessed = new Set(cosigned);
  // A group names only what was defined before it, so one walk is enough.
  for (const { name, threshold, members } of policy.groups) {
    if (members.filter((member) => witnessed.has(member)).length >= threshold) witnessed.add(name);
  }
  return policy.quorum === null || witnessed.has(policy.quorum);
}

/** The end of the year 9999, behind which instants are not written, nor compared as text. */
const latestTime = 253_402_300_799n;

/**
 * A time of 0 says nothing of when, nor that nothing larger was seen: no witness's word. Neither is one of an hour that no calendar
 * reaches, which could be shown to nobody.
 */
function findCosigned(policy: LogPolicy, verified: readonly VerifiedSignature[]): readonly Cosigned[] {
  return policy.witnesses.flatMap(({ name, vkey }) => {
    const time = verified.find((signature) => signature.vkey === vkey)?.time ?? 0n;
    return time > 0n && time <= latestTime ? [{ name, time }] : [];
  });
}
