import type { FilingReceipt } from "@temwen/courier";
import { type Directory, isVouchedFor, type VerifySignature } from "@temwen/office";
import { canonicalBytes, granted, type Instant, type Result, refused } from "@temwen/vocabulary";

/** Why an office's word is none. */
export type PromiseRefusal =
  | { readonly code: "no-promise" }
  | { readonly code: "promise-malformed" }
  | { readonly code: "promise-not-signed" }
  /** It promises something else than what was filed. */
  | { readonly code: "promise-of-another-leaf" };

/**
 * What an office promised at filing: that one of these leaves stands in its log by an hour. `leaves` are hashes in base64,
 * computed by whoever filed.
 */
export function readPromise(
  promise: FilingReceipt["promise"],
  { office, clockKey }: Pick<Directory, "office" | "clockKey">,
  leaves: readonly string[],
  verify: VerifySignature,
): Result<{ readonly leaf: string; readonly by: Instant }, PromiseRefusal> {
  if (!promise) return refused({ code: "no-promise" });
  const { body, vouching } = promise;
  if (body.type !== "temwen.promise/1" || body.office !== office) return refused({ code: "promise-malformed" });
  if (vouching.key !== clockKey || !isVouchedFor(canonicalBytes(body), vouching, verify)) {
    return refused({ code: "promise-not-signed" });
  }
  return leaves.includes(body.leaf)
    ? granted({ leaf: body.leaf, by: body.by })
    : refused({ code: "promise-of-another-leaf" });
}
