import { parseCheckpoint } from "@temwen/public-log/checkpoint";
import { parseNote } from "@temwen/public-log/note";
import { openTileTree, proveConsistency } from "@temwen/public-log/tiles";
import { formatAddCheckpoint } from "@temwen/public-log/witness";
import type { LogPlace } from "../place/log-place.ts";
import { primitives } from "../primitives.ts";
import type { Cosigning } from "./cosigning.ts";

/**
 * Asks a log for its checkpoint and judges it as if it had been sent; the proof is made from the log's own files. Says what
 * came of it in a word. Throws where the log cannot be reached.
 */
export async function pullCheckpoint(place: LogPlace, cosigning: Cosigning): Promise<string> {
  const bytes = await place.readFile("checkpoint");
  const note = bytes === null ? null : parseNote(bytes);
  const checkpoint = note?.ok ? parseCheckpoint(note.value.text) : null;
  if (bytes === null || !checkpoint?.ok) return "malformed-checkpoint";
  const { origin, size, root } = checkpoint.value;
  const oldSize = await cosigning.sizeOf(origin);
  if (oldSize > size) return "log-went-back";
  const proof = await findProof(place, { size, root }, oldSize);
  if (typeof proof === "string") return proof;
  const answer = await cosigning.addCheckpoint(formatAddCheckpoint({ oldSize, proof, checkpoint: bytes }));
  return answer.status === 200 ? "cosigned" : new TextDecoder().decode(answer.body).trim();
}

async function findProof(
  place: LogPlace,
  { size, root }: { readonly size: bigint; readonly root: Uint8Array },
  oldSize: bigint,
) {
  if (oldSize === 0n || oldSize === size) return [];
  const tree = await openTileTree({ hasher: primitives.hasher, readTile: place.readFile, size, root });
  if (!tree.ok) return tree.refusal.code;
  const proof = await proveConsistency(tree.value, oldSize);
  return proof.ok ? proof.value : proof.refusal.code;
}
