import type { CallRefusal } from "@temwen/courier";
import { sendEvidence } from "@temwen/courier/evidence";
import type { Result } from "@temwen/vocabulary";
import type { SealedPiece } from "./host.ts";

/**
 * Takes one sealed piece to the office; what of it is there stays there, so it may be called again. Drops what it carries when it is
 * told to. It does not wait and try again: whoever brings it does, and says so.
 */
export const sendPiece = (
  piece: SealedPiece,
  onArrived: (arrived: number, of: number) => void,
  signal: AbortSignal,
): Promise<Result<true, CallRefusal>> => sendEvidence({ base: "", waits: [], signal }, piece, onArrived);
