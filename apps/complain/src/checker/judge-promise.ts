import { createMailboxCourier } from "@temwen/courier";
import { verifyInBrowser } from "@temwen/office/signing-web";
import type { Cosigned, LogPolicy } from "@temwen/public-log/policy";
import { instantToMillis } from "@temwen/vocabulary";
import { fetchOffice } from "../page/office.ts";
import { earliestQuorumTime } from "../proving/freshness.ts";
import type { LeafInHand } from "../proving/leaf-in-hand.ts";
import { readPromise } from "../proving/promise.ts";

type Promised = Extract<LeafInHand, { readonly kind: "promise" }>["promise"];

/** What a promise is worth that names the proved line. */
export type PromiseSeen = {
  /** `unknown` where the office's list of keys does not come or is not believed. */
  readonly signature: "signed" | "not-signed" | "unknown";
  /** `kept` where witnesses saw the line by then; a proof of a later head says nothing of that. */
  readonly hour: "kept" | "unsure";
};

/** Judges signature and hour of a promise; the line itself is proved already. */
export async function judgePromise(
  promise: Promised,
  cosigned: readonly Cosigned[],
  policy: LogPolicy,
): Promise<PromiseSeen> {
  const seen = earliestQuorumTime(policy, cosigned);
  const isKept = seen !== null && Number(seen) * 1000 <= instantToMillis(promise.body.by);
  return { signature: await judgeSignature(promise), hour: isKept ? "kept" : "unsure" };
}

async function judgeSignature(promise: Promised): Promise<PromiseSeen["signature"]> {
  const office = await fetchOffice(createMailboxCourier({ base: "" }));
  if (!office.ok) return "unknown";
  const read = readPromise(promise, office.value.directory, [promise.body.leaf], verifyInBrowser);
  return read.ok ? "signed" : "not-signed";
}
