import { type CaseId, type Digest, granted, type Result, refused, wholeUpTo } from "@temwen/vocabulary";
import { type CallRefusal, isPassing, type LineOptions, openLine, patience, waitFor } from "./line.ts";

/** Told how many of the bytes have arrived. */
export type OnArrived = (arrived: number, of: number) => void;

/**
 * So many bytes a request: on 100 kbit/s some twenty seconds, after which progress is shown. A line that is stuck under way is given
 * up after five minutes; a larger piece would hold longer.
 */
const pieceSize = 256 * 1024;
const tus = { "tus-resumable": "1.0.0" };

/**
 * Sends one sealed file bit by bit (tus 1.0.0): asks how much is there, and sends what is not. As long as something of it
 * arrives between two breaks of the line it goes on; the waits are for a line on which nothing arrives. Safe to repeat.
 */
export async function sendEvidence(
  options: LineOptions,
  evidence: { readonly caseId: CaseId; readonly digest: Digest; readonly sealed: Uint8Array },
  onArrived: OnArrived = () => undefined,
): Promise<Result<true, CallRefusal>> {
  // Each request once: what was sent before is asked for, not sent again.
  const line = openLine({ ...options, waits: [] });
  const waits = options.waits ?? patience;
  const path = `/api/evidence/${evidence.caseId}/${evidence.digest}`;
  const whole = new Blob([new Uint8Array(evidence.sealed)]);
  let arrived = 0;
  for (let failures = 0; ; ) {
    const asked = readOffset(named(await line.send("HEAD", path, undefined, tus)), whole.size);
    if (asked.ok && asked.value > arrived) failures = 0;
    let last = asked;
    while (last.ok) {
      arrived = last.value;
      onArrived(arrived, whole.size);
      if (arrived === whole.size) return granted(true);
      const piece = whole.slice(arrived, arrived + pieceSize);
      const headers = { ...tus, "upload-offset": String(arrived), "content-type": "application/offset+octet-stream" };
      last = readOffset(await line.send("PATCH", path, piece, headers), whole.size);
      if (last.ok && last.value > arrived) failures = 0;
    }
    if (isFinal(last.refusal)) return last;
    const pause = waits[failures];
    if (pause === undefined) return last;
    failures++;
    options.onRetry?.(failures);
    await (options.wait ?? waitFor)(pause);
  }
}

/** An answer to HEAD has no body that could say its code; one says 404 for one reason only. */
function named(answer: Result<Response, CallRefusal>): Result<Response, CallRefusal> {
  const isUnknown = !answer.ok && "status" in answer.refusal && answer.refusal.status === 404;
  return isUnknown ? refused({ code: "not-announced", status: 404 }) : answer;
}

function readOffset(answer: Result<Response, CallRefusal>, size: number): Result<number, CallRefusal> {
  if (!answer.ok) return answer;
  const spelled = answer.value.headers.get("upload-offset") ?? "";
  const offset = /^\d{1,15}$/.test(spelled) ? wholeUpTo(size)(Number(spelled)) : undefined;
  return offset === undefined ? refused({ code: "cannot-tell" }) : granted(offset);
}

/** What of sending evidence another try does not change. Behind another offset the sender goes on, once it has asked for it. */
export const isFinal = (refusal: CallRefusal): boolean =>
  "status" in refusal && !isPassing(refusal.status) && refusal.code !== "wrong-offset";
