import type { FilingReceipt } from "@temwen/courier";
import {
  fieldsOf,
  granted,
  oneOf,
  parseBase64,
  parsed,
  parseInstant,
  type Result,
  refused,
  textUpTo,
  utf8,
  utf8ToText,
} from "@temwen/vocabulary";

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
const promiseFields = fieldsOf({
  body: fieldsOf({
    type: oneOf("temwen.promise/1"),
    office: textUpTo(64),
    leaf: textUpTo(44),
    by: parsed(parseInstant),
  }),
  vouching: fieldsOf({ key: textUpTo(44), signature: textUpTo(88) }),
});

/**
 * What a file or a pasted text is. A leaf as it lies in the log begins with 1 or with `{`; text may also be a leaf in base64, or a
 * promise `{"body", "vouching"}` as it came with a filing's answer.
 */
export function parseLeafInHand(bytes: Uint8Array): Result<LeafInHand, { readonly code: "malformed-leaf" }> {
  if (bytes.length === 0 || bytes.length > longestLeaf) return refused({ code: "malformed-leaf" });
  if (bytes[0] === 1) return granted({ kind: "leaf", leaf: bytes });
  const read = utf8ToText(bytes);
  const text = read.ok ? read.value.trim() : "";
  if (text.startsWith("{")) return parsePromise(text) ?? granted({ kind: "leaf", leaf: utf8(text) });
  const leaf = parseBase64(text.replace(/\s/g, ""));
  return leaf.ok && leaf.value.length > 0
    ? granted({ kind: "leaf", leaf: leaf.value })
    : refused({ code: "malformed-leaf" });
}

/** Undefined where it is no promise at all: then it is a public leaf. */
function parsePromise(text: string): Result<LeafInHand, { readonly code: "malformed-leaf" }> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused({ code: "malformed-leaf" });
  }
  const promise = promiseFields(value);
  if (!promise) return undefined;
  const leafHash = parseBase64(promise.body.leaf);
  return leafHash.ok && leafHash.value.length === 32
    ? granted({ kind: "promise", leafHash: leafHash.value, promise })
    : refused({ code: "malformed-leaf" });
}
