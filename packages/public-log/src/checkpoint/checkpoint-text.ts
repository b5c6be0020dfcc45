import { granted, type Result, refused } from "@temwen/vocabulary";
import { parseDecimal } from "../decimals.ts";
import { formatHash, type Hash, parseHash } from "../tree/hashing.ts";

/** What a log says of itself at one size (C2SP tlog-checkpoint). */
export type Checkpoint = {
  /** Which log; not empty. */
  readonly origin: string;
  readonly size: bigint;
  readonly root: Hash;
  /** Further lines, each not empty. ML-DSA signatures do not cover them; ours has none. */
  readonly extensions: readonly string[];
};

/** Reads the text of a note as a checkpoint. */
export function parseCheckpoint(text: string): Result<Checkpoint, "malformed-checkpoint"> {
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.includes("")) return refused("malformed-checkpoint");
  const [origin, sizeLine, rootLine, ...extensions] = lines;
  if (origin === undefined || sizeLine === undefined || rootLine === undefined) return refused("malformed-checkpoint");
  const size = parseDecimal(sizeLine);
  const root = parseHash(rootLine);
  if (!size.ok || !root.ok) return refused("malformed-checkpoint");
  return granted({ origin, size: size.value, root: root.value, extensions });
}

/** The text of a checkpoint, which is what a note signs. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, size.toString(), formatHash(root), ...extensions, ""].join("\n");
}
