import { readEntries, type TileRefusal, type TileTree } from "@temwen/public-log/tiles";
import {
  type Digest,
  fieldsOf,
  granted,
  type Instant,
  parseCanonical,
  parseDigest,
  parsed,
  parseInstant,
  type Result,
  textLike,
} from "@temwen/vocabulary";

/** What the log says of one address of the site. */
export type LoggedPage = {
  readonly path: string;
  readonly sha256: Digest;
  /** What the office says; times in leaves prove nothing. */
  readonly at: Instant;
  /** Where the leaf stands. */
  readonly index: bigint;
  /** What stood there before. */
  readonly older: ReadonlySet<Digest>;
};

/** Reads every leaf of a log, each checked, and finds what was last said of each address. */
export async function findPageLeaves(tree: TileTree): Promise<Result<ReadonlyMap<string, LoggedPage>, TileRefusal>> {
  const pages = new Map<string, LoggedPage>();
  for await (const read of readEntries(tree, { from: 0n, to: tree.size })) {
    if (!read.ok) return read;
    const leaf = parsePageLeaf(read.value.entry);
    if (leaf === undefined) continue;
    const before = pages.get(leaf.path);
    const older = before === undefined ? new Set<Digest>() : new Set([...before.older, before.sha256]);
    const { path, sha256, at } = leaf;
    pages.set(path, { path, sha256, at, index: read.value.index, older });
  }
  return granted(pages);
}

const pageShape = fieldsOf({
  type: textLike(/^temwen\.page\/1$/),
  path: textLike(/^\/[!-"$->@-~]{0,200}$/),
  sha256: parsed(parseDigest),
  at: parsed(parseInstant),
});

/** A leaf of a page, or undefined for every other kind: committed leaves never begin with a brace. */
function parsePageLeaf(entry: Uint8Array) {
  if (entry[0] !== 0x7b || entry.length > 1024) return undefined;
  const json = parseCanonical(entry);
  return json.ok ? pageShape(json.value) : undefined;
}
