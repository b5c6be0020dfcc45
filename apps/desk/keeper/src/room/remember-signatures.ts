import { createHash } from "node:crypto";
import type { VerifySignature } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";

/** As many as a desk sees in a day of long cases; each is a line of text in memory. */
const most = 100_000;

/**
 * The house's verdict on a signature, which is reckoned once for the same key, words and signature: a case is read anew
 * before each act, and reckoning hundreds of signatures again takes a desk longer than all the rest. What did not hold is not kept.
 */
export function rememberSignatures(verify: VerifySignature = verifyOnNode): VerifySignature {
  const held = new Set<string>();
  return (key, message, signature) => {
    const name = createHash("sha256")
      .update(JSON.stringify([key, signature]))
      .update(message)
      .digest("base64");
    if (held.has(name)) return true;
    const isGood = verify(key, message, signature);
    if (isGood && held.size >= most) held.clear();
    if (isGood) held.add(name);
    return isGood;
  };
}
