import { granted, type Result, refused, utf8 } from "@temwen/vocabulary";
import type { SignedNote } from "../note/signed-note.ts";
import { verifyNote } from "../note/verify-note.ts";
import { isSameKeyHint, type Vkey } from "../note/vkey.ts";
import type { Primitives } from "../primitives.ts";
import { verifyConsistency } from "../tree/consistency.ts";
import { type Hash, type Hasher, type Sha256, sameHash } from "../tree/hashing.ts";
import type { AddCheckpoint } from "./add-checkpoint.ts";

/** What a witness keeps of a log: the last tree that it cosigned. Lost, it is never made up: a new name and key instead. */
export type WitnessState = { readonly size: bigint; readonly root: Hash };

export type CosignatureQuestion = {
  readonly request: AddCheckpoint;
  /** The keys by which the witness knows the log of that origin; null where it knows no such log. */
  readonly logKeys: readonly Vkey[] | null;
  /** Null where it never cosigned that log. */
  readonly last: WitnessState | null;
  readonly primitives: Primitives;
};

/**
 * A yes. In this order, or two heads of one size could be cosigned: store `next` if `last` is still what is stored, durably;
 * then sign `note.text` with the present time, and answer the line.
 */
export type Cosignable = {
  readonly next: WitnessState;
  /** The checkpoint with the log's own signatures only, for the witness's monitoring address. */
  readonly note: SignedNote;
};

export type WitnessRefusal =
  | { readonly code: "malformed-request" }
  | { readonly code: "unknown-log" }
  | { readonly code: "log-not-proved" }
  /** `size` is what the witness last cosigned, 0 for never; the answer's body is that and a line feed. */
  | { readonly code: "size-conflict"; readonly size: bigint }
  | { readonly code: "not-consistent" };

/** The HTTP status that C2SP tlog-witness gives each refusal; a yes is 200. */
export const witnessStatus: Readonly<Record<WitnessRefusal["code"], number>> = {
  "malformed-request": 400,
  "unknown-log": 404,
  "log-not-proved": 403,
  "size-conflict": 409,
  "not-consistent": 422,
};

/** Whether a witness may cosign. The checks stand in the standard's order: what is answered tells where the log went wrong. */
export function decideCosignature(question: CosignatureQuestion): Result<Cosignable, WitnessRefusal> {
  const { request, logKeys, last, primitives } = question;
  if (logKeys === null) return refused({ code: "unknown-log" });
  const note = verifyNote(request.note, logKeys, primitives);
  if (!note.ok) return refused({ code: "log-not-proved" });
  const size = last?.size ?? 0n;
  if (request.oldSize !== size) return refused({ code: "size-conflict", size });
  if (!isContinuation(primitives.hasher, request, last)) return refused({ code: "not-consistent" });
  const { checkpoint } = request;
  const keys = note.value.verified.map(({ vkey }) => vkey);
  const signatures = keys.flatMap((key) => request.note.signatures.find((line) => isSameKeyHint(line, key)) ?? []);
  return granted({
    next: { size: checkpoint.size, root: checkpoint.root },
    note: { text: request.note.text, signatures },
  });
}

function isContinuation(
  hasher: Hasher,
  { oldSize, proof, checkpoint }: AddCheckpoint,
  last: WitnessState | null,
): boolean {
  const { size, root } = checkpoint;
  if (size === 0n && !sameHash(root, hasher.emptyRoot)) return false;
  if (oldSize === 0n || last === null) return proof.length === 0;
  return verifyConsistency(hasher, { oldSize, oldRoot: last.root, size, root, proof }).ok;
}

/** Where a witness shows the last checkpoint of a log, below its monitoring address. */
export function monitoringPath(sha256: Sha256, origin: string): string {
  const digest = sha256(utf8(origin));
  return `${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}/checkpoint`;
}
