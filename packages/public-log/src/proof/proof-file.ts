import { bytesToBase64, granted, joinBytes, parseBase64, type Result, refused, utf8 } from "@temwen/vocabulary";
import { parseDecimal } from "../decimals.ts";
import { parseHashLines, splitAtEmptyLine } from "../lines.ts";
import { formatHash, type Hash } from "../tree/hashing.ts";

/** A `.tlog-proof` file (C2SP tlog-proof): that a leaf is in a log, for who has the leaf and a policy. */
export type LogProof = {
  readonly index: bigint;
  /** The leaf's sibling first. */
  readonly hashes: readonly Hash[];
  /** The signed checkpoint as it was published, byte for byte. */
  readonly checkpoint: Uint8Array;
  /** Words on the side that nothing signs; never to be believed. */
  readonly extra: Uint8Array | null;
};

const firstLine = "c2sp.org/tlog-proof@v1";
/** A checkpoint has at most 262 144 bytes, the hashes 2 880; the rest is for words on the side. */
const mostBytes = 1_048_576;
/** A tree of 2^64 leaves is that high. */
const mostHashes = 64;

/** Reads a proof's form. What it proves, `verifyLogProof` says. */
export function parseLogProof(bytes: Uint8Array): Result<LogProof, "malformed-proof"> {
  const parts = bytes.length <= mostBytes ? splitAtEmptyLine(bytes) : null;
  const [first, ...lines] = parts?.lines ?? [];
  if (parts === null || first !== firstLine) return refused("malformed-proof");
  const extraLine = lines[0]?.startsWith("extra ") ? lines.shift() : undefined;
  const extra = extraLine === undefined ? null : parseBase64(extraLine.slice("extra ".length));
  const [indexLine = "", ...hashLines] = lines;
  const index = indexLine.startsWith("index ") ? parseDecimal(indexLine.slice("index ".length)) : null;
  const hashes = parseHashLines(hashLines, mostHashes);
  if (extra?.ok === false || !index?.ok || !hashes.ok) return refused("malformed-proof");
  return granted({ index: index.value, hashes: hashes.value, checkpoint: parts.rest, extra: extra?.value ?? null });
}

/** The bytes of a proof file. */
export function formatLogProof({ index, hashes, checkpoint, extra }: LogProof): Uint8Array {
  const lines = [
    firstLine,
    ...(extra === null ? [] : [`extra ${bytesToBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(formatHash),
    "",
    "",
  ];
  return joinBytes(utf8(lines.join("\n")), checkpoint);
}
