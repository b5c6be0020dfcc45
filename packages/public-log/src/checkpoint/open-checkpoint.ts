import { granted, type Result, refused } from "@temwen/vocabulary";
import { parseNote } from "../note/signed-note.ts";
import { type NoteRefusal, type VerifiedNote, verifyNote } from "../note/verify-note.ts";
import type { Vkey } from "../note/vkey.ts";
import type { Primitives } from "../primitives.ts";
import { type Checkpoint, parseCheckpoint } from "./checkpoint-text.ts";

/** A checkpoint that keys which were named have signed. Whether these are enough, a policy says. */
export type OpenedCheckpoint = { readonly checkpoint: Checkpoint; readonly note: VerifiedNote };

export type CheckpointRefusal =
  | NoteRefusal
  | { readonly code: "malformed-note" }
  | { readonly code: "malformed-checkpoint" };

/** Reads a signed checkpoint and checks the signatures of known keys. */
export function openCheckpoint(
  bytes: Uint8Array,
  vkeys: readonly Vkey[],
  primitives: Primitives,
): Result<OpenedCheckpoint, CheckpointRefusal> {
  const note = parseNote(bytes);
  if (!note.ok) return refused({ code: note.refusal });
  const verified = verifyNote(note.value, vkeys, primitives);
  if (!verified.ok) return verified;
  const checkpoint = parseCheckpoint(verified.value.text);
  if (!checkpoint.ok) return refused({ code: checkpoint.refusal });
  return granted({ checkpoint: checkpoint.value, note: verified.value });
}
