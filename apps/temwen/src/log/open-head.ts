import { type Checkpoint, parseCheckpoint } from "@temwen/public-log/checkpoint";
import { parseNote } from "@temwen/public-log/note";
import { type Cosigned, judgeCheckpoint, type LogPolicy } from "@temwen/public-log/policy";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { primitives } from "./primitives.ts";
import type { Finding } from "./speak.ts";

/** The head of a log as far as it is believed. */
export type Head = {
  readonly checkpoint: Checkpoint;
  /** The signed checkpoint, byte for byte. */
  readonly bytes: Uint8Array;
  /** `not-checked` where no policy was given: the head then says only what whoever serves it says. */
  readonly signatures: "quorum" | "not-checked";
  readonly cosigned: readonly Cosigned[];
  /** Names of witnesses whose kind of signature could not be computed here. */
  readonly unjudged: readonly string[];
};

/** Reads a signed checkpoint, and judges it where there is a policy. */
export function openHead(bytes: Uint8Array, policy: LogPolicy | null): Result<Head, Finding> {
  if (policy !== null) {
    const trusted = judgeCheckpoint(bytes, policy, primitives);
    if (!trusted.ok) return refused(trusted.refusal);
    const { checkpoint, cosigned, unjudged } = trusted.value;
    return granted({ checkpoint, bytes, signatures: "quorum", cosigned, unjudged });
  }
  const note = parseNote(bytes);
  if (!note.ok) return refused({ code: note.refusal });
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return refused({ code: checkpoint.refusal });
  return granted({ checkpoint: checkpoint.value, bytes, signatures: "not-checked", cosigned: [], unjudged: [] });
}
