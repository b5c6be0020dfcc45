import {
  fieldsOf,
  granted,
  oneOf,
  parseBase64,
  parseCanonical,
  parsed,
  parseInstant,
  type Result,
  refused,
  textUpTo,
} from "@temwen/vocabulary";
import type { KeptFiling } from "./kept-filing.ts";

/** A promise as it came with a filing's answer; whose word it is, `readPromise` says. */
export const promiseShape = fieldsOf({
  body: fieldsOf({
    type: oneOf("temwen.promise/1"),
    office: textUpTo(64),
    leaf: textUpTo(44),
    by: parsed(parseInstant),
  }),
  vouching: fieldsOf({ key: textUpTo(44), signature: textUpTo(88) }),
});

/** A filing has some kilobytes, and a proof of a log as long as can be at most 64 hashes and 64 lines of signatures. */
const mostBytes = 262_144;
const bytes = parsed(parseBase64);
const keptShape = fieldsOf(
  { type: oneOf("temwen.kept/1"), record: bytes, salt: bytes, leaf: bytes },
  { promise: promiseShape, proof: bytes },
);

/** Reads the form of what a person kept. Nothing in it is believed before it was held against the log. */
export function parseKeptFiling(file: Uint8Array): Result<KeptFiling, { readonly code: "malformed-kept" }> {
  const value = file.length <= mostBytes ? parseCanonical(file) : null;
  const read = value?.ok ? keptShape(value.value) : undefined;
  if (!read) return refused({ code: "malformed-kept" });
  const { type: _, ...kept } = read;
  return granted(kept);
}
