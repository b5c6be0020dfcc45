import { granted, joinBytes, type Result, refused, utf8 } from "@temwen/vocabulary";
import { type Checkpoint, parseCheckpoint } from "../checkpoint/checkpoint-text.ts";
import { parseDecimal } from "../decimals.ts";
import { parseHashLines, splitAtEmptyLine } from "../lines.ts";
import { parseNote, type SignedNote } from "../note/signed-note.ts";
import { formatHash, type Hash } from "../tree/hashing.ts";

/** What a log asks of a witness (C2SP tlog-witness, `add-checkpoint`): cosign this one, which continues that one. */
export type AddCheckpoint = {
  /** The size of the last checkpoint that the log knows to be cosigned; 0 for none. */
  readonly oldSize: bigint;
  readonly proof: readonly Hash[];
  readonly checkpoint: Checkpoint;
  readonly note: SignedNote;
};

const mostHashes = 63;

/** Reads a request's body. Which log it is, and whether all this is true, `decideCosignature` says. */
export function parseAddCheckpoint(body: Uint8Array): Result<AddCheckpoint, "malformed-request"> {
  const parts = splitAtEmptyLine(body);
  const note = parts === null ? null : parseNote(parts.rest);
  if (parts === null || !note?.ok) return refused("malformed-request");
  const [oldLine = "", ...proofLines] = parts.lines;
  const oldSize = oldLine.startsWith("old ") ? parseDecimal(oldLine.slice("old ".length)) : null;
  const proof = parseHashLines(proofLines, mostHashes);
  const checkpoint = parseCheckpoint(note.value.text);
  if (!oldSize?.ok || !proof.ok || !checkpoint.ok) return refused("malformed-request");
  if (oldSize.value > checkpoint.value.size) return refused("malformed-request");
  return granted({ oldSize: oldSize.value, proof: proof.value, checkpoint: checkpoint.value, note: note.value });
}

/** The body of a request; `checkpoint` is the signed one as bytes. */
export function formatAddCheckpoint(request: {
  readonly oldSize: bigint;
  readonly proof: readonly Hash[];
  readonly checkpoint: Uint8Array;
}): Uint8Array {
  const lines = [`old ${request.oldSize}`, ...request.proof.map(formatHash), "", ""];
  return joinBytes(utf8(lines.join("\n")), request.checkpoint);
}
