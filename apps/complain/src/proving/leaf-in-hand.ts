import type { FilingReceipt } from "@temwen/courier";
import { granted, parseBase64, type Result, refused, utf8, utf8ToText } from "@temwen/vocabulary";
import { parseKeptFiling, promiseShape } from "./read-kept.ts";

/** What a proof belongs to: the leaf itself, or the office's promise, which names the leaf's hash. */
export type LeafInHand =
  | { readonly kind: "leaf"; readonly leaf: Uint8Array }
  | {
      readonly kind: "promise";
      readonly leafHash: Uint8Array;
      readonly promise: NonNullable<FilingReceipt["promise"]>;
    };

/** A leaf is at most as long as an entry of a log may be (C2SP tlog-tiles). */
const longestLeaf = 65_535;
/**
 * What a file or a pasted text is. A leaf as it lies in the log begins with 1 or with `{`; text may also be a leaf in base64, or a
 * promise `{"body", "vouching"}` as it came with a filing's answer; a person's kept file (docs/specs/kept-filing.md) names its leaf.
 */
export function parseLeafInHand(bytes: Uint8Array): Result<LeafInHand, { readonly code: "malformed-leaf" }> {
  if (bytes.length === 0 || bytes.length > longestLeaf) return refused({ code: "malformed-leaf" });
  if (bytes[0] === 1) return granted({ kind: "leaf", leaf: bytes });
  const read = utf8ToText(bytes);
  const text = read.ok ? read.value.trim() : "";
  if (text.startsWith("{")) return parseKept(text) ?? parsePromise(text) ?? granted({ kind: "leaf", leaf: utf8(text) });
  const leaf = parseBase64(text.replace(/\s/g, ""));
  return leaf.ok && leaf.value.length > 0
    ? granted({ kind: "leaf", leaf: leaf.value })
    : refused({ code: "malformed-leaf" });
}

/** What a person kept, by the promise in it; without one by its leaf. Undefined where it is no such file. */
function parseKept(text: string): ReturnType<typeof parseLeafInHand> | undefined {
  const kept = parseKeptFiling(utf8(text));
  if (!kept.ok) return undefined;
  const { promise, leaf } = kept.value;
  return promise ? parsePromise(JSON.stringify(promise)) : granted({ kind: "leaf", leaf });
}

/** Undefined where it is no promise at all: then it is a public leaf. */
function parsePromise(text: string): Result<LeafInHand, { readonly code: "malformed-leaf" }> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused({ code: "malformed-leaf" });
  }
  const promise = promiseShape(value);
  if (!promise) return undefined;
  const leafHash = parseBase64(promise.body.leaf);
  return leafHash.ok && leafHash.value.length === 32
    ? granted({ kind: "promise", leafHash: leafHash.value, promise })
    : refused({ code: "malformed-leaf" });
}
