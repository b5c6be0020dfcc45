import { readEntries, type TileTree } from "@temwen/public-log/tiles";
import { readCommittedLeaf } from "@temwen/sealing/leaf";
import {
  bytesToDigest,
  type Digest,
  granted,
  parseCanonical,
  parseDigest,
  type Result,
  sameBytes,
} from "@temwen/vocabulary";
import type { Terminal } from "../../terminal.ts";
import { primitives } from "../primitives.ts";
import type { Finding } from "../speak.ts";

/** A leaf that bears the label that was looked for. */
export type Stop = { readonly index: bigint; readonly leaf: Uint8Array };

/** What a log holds that bears on one clock of one case. */
export type Scanned = {
  readonly stops: readonly Stop[];
  /** The deadline policy and where it stands; null where it does not. */
  readonly policy: { readonly index: bigint; readonly bytes: Uint8Array } | null;
  readonly directories: ReadonlySet<Digest>;
  /** Where the filing's own leaf stands, where one was looked for; null where it does not. */
  readonly filing: bigint | null;
};

const sayEvery = 65_536n;

/** Reads every leaf of a log, each checked, for a stop label, the deadline policy with a digest, the directories, and a filing. */
export async function scanLog(
  tree: TileTree,
  { stop, policy, filing }: { readonly stop: Uint8Array; readonly policy: Digest; readonly filing?: Uint8Array },
  terminal: Terminal,
): Promise<Result<Scanned, Finding>> {
  const stops: Stop[] = [];
  const directories = new Set<Digest>();
  let found: Scanned["policy"] = null;
  let filedAt: bigint | null = null;
  for await (const read of readEntries(tree, { from: 0n, to: tree.size })) {
    if (!read.ok) return read;
    const { index, entry } = read.value;
    if (index % sayEvery === 0n && index > 0n) terminal.progress(`${index} of ${tree.size} leaves looked at`);
    const seen = readCommittedLeaf(entry);
    if (seen) {
      // The leaf lies in a tile that is let go.
      if (filing && filedAt === null && sameBytes(entry, filing)) filedAt = index;
      if (sameBytes(seen.label, stop)) stops.push({ index, leaf: Uint8Array.from(entry) });
      continue;
    }
    if (found === null && digestOf(entry) === policy) found = { index, bytes: Uint8Array.from(entry) };
    const digest = readDirectoryLeaf(entry);
    if (digest) directories.add(digest);
  }
  return granted({ stops, policy: found, directories, filing: filedAt });
}

const digestOf = (bytes: Uint8Array): Digest => bytesToDigest(primitives.hasher.sha256(bytes));

function readDirectoryLeaf(entry: Uint8Array): Digest | undefined {
  if (entry[0] !== 0x7b || entry.length > 4096) return undefined;
  const value = parseCanonical(entry);
  if (!value.ok || typeof value.value !== "object" || value.value === null) return undefined;
  const { type, sha256 } = value.value as { readonly type?: unknown; readonly sha256?: unknown };
  const digest = parseDigest(sha256);
  return type === "temwen.directory/1" && digest.ok ? digest.value : undefined;
}
