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

/** Which program the office says that it runs. */
export type LoggedRelease = {
  readonly version: string;
  /** Digest of the sources, in hexadecimal digits (docs/specs/log.md). */
  readonly sources: string;
  readonly at: Instant;
};

/** What a log says last of each address, and of the program. */
export type Served = {
  readonly pages: ReadonlyMap<string, LoggedPage>;
  readonly release: LoggedRelease | undefined;
};

/** Reads every leaf of a log, each checked, and finds what was last said of each address and of the program. */
export async function findServedLeaves(tree: TileTree): Promise<Result<Served, TileRefusal>> {
  const pages = new Map<string, LoggedPage>();
  let release: LoggedRelease | undefined;
  for await (const read of readEntries(tree, { from: 0n, to: tree.size })) {
    if (!read.ok) return read;
    const said = parsePublicLeaf(read.value.entry);
    const program = releaseShape(said);
    if (program) release = { version: program.version, sources: program.sources, at: program.at };
    const leaf = pageShape(said);
    if (leaf === undefined) continue;
    const before = pages.get(leaf.path);
    const older = before === undefined ? new Set<Digest>() : new Set([...before.older, before.sha256]);
    const { path, sha256, at } = leaf;
    pages.set(path, { path, sha256, at, index: read.value.index, older });
  }
  return granted({ pages, release });
}

const releaseShape = fieldsOf({
  type: textLike(/^temwen\.release\/1$/),
  version: textLike(/^[0-9A-Za-z.+-]{1,40}$/),
  sources: textLike(/^[0-9a-f]{64}$/),
  at: parsed(parseInstant),
});

const pageShape = fieldsOf({
  type: textLike(/^temwen\.page\/1$/),
  path: textLike(/^\/[!-"$->@-~]{0,200}$/),
  sha256: parsed(parseDigest),
  at: parsed(parseInstant),
});

/** What a short public leaf says; undefined for every other: committed leaves never begin with a brace. */
function parsePublicLeaf(entry: Uint8Array): unknown {
  if (entry[0] !== 0x7b || entry.length > 1024) return undefined;
  const json = parseCanonical(entry);
  return json.ok ? json.value : undefined;
}
