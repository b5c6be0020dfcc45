import { recordBytes } from "@temwen/office";
import type { OpenableLeaf } from "@temwen/record";
import { coverRecord, opensTo, readCommittedLeaf } from "@temwen/sealing/leaf";
import { bytesToDigest, parseCanonical } from "@temwen/vocabulary";
import { hmacOf } from "../log/audit/hmac-node.ts";
import { primitives } from "../log/primitives.ts";

/**
 * Whether a leaf fits what the database says it stands for: an event, by commitment or digest, or cover. Where nothing is left that
 * opens it, because the case was erased or the leaf came back from a copy, it cannot be told from one that fits.
 */
export function isOfItsEvent({ leaf, of, salt }: OpenableLeaf): boolean {
  const seen = readCommittedLeaf(leaf);
  if (seen) {
    const record = of ? recordBytes(of.event) : coverRecord;
    return salt === undefined || opensTo(seen, { salt, record }, hmacOf);
  }
  if (!of) return true;
  // A public leaf names its event's body; those beside it are named by that.
  const named = of.part === 0 ? digestOf(of.event.body) : policyOf(of.event.body);
  return named === (of.part === 0 ? memberOf(leaf, "sha256") : digestOf(leaf));
}

const digestOf = (bytes: Uint8Array): string => bytesToDigest(primitives.hasher.sha256(bytes));

function memberOf(bytes: Uint8Array, name: string): unknown {
  const value = parseCanonical(bytes);
  const held = value.ok ? value.value : null;
  return typeof held === "object" && held !== null ? (held as { readonly [member: string]: unknown })[name] : undefined;
}

/** The digest of the deadlines that a directory names. */
function policyOf(body: Uint8Array): unknown {
  const policy = memberOf(body, "policy");
  return typeof policy === "object" && policy !== null ? (policy as { readonly digest?: unknown }).digest : undefined;
}
