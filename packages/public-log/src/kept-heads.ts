import { parseDecimal } from "./decimals.ts";
import type { ReadTile } from "./tiles/read-tiles.ts";

/** Where checkpoints lie that a log showed once. Ours, and no part of C2SP tlog-tiles (docs/specs/log.md). */
export type KeptHeads = {
  /** The names in a folder, in any order; none where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly readFile: ReadTile;
};

/** So many sizes share a folder, that none grows with the years. */
const sizesEach = 65_536n;

/** Where the checkpoint of a tree of this size is kept, below the log's folder. */
export const keptHeadPath = (size: bigint): string => `heads/${size / sizesEach}/${size}`;

/** Where the newest kept checkpoint of a tree of at most this size is asked for, below the log's address. */
export const headAddress = (atMost: bigint): string => `heads/${atMost}`;

/** The size that such an address asks for; null where it is another address. */
export function parseHeadAddress(path: string): bigint | null {
  const size = path.startsWith("heads/") ? parseDecimal(path.slice("heads/".length)) : null;
  return size?.ok ? size.value : null;
}

/** The newest kept checkpoint of a tree of at most this size; null where none is kept. Judged by nobody yet. */
export async function findKeptHead({ list, readFile }: KeptHeads, atMost: bigint): Promise<Uint8Array | null> {
  for (const part of downFrom(await list("heads"), atMost / sizesEach)) {
    for (const size of downFrom(await list(`heads/${part}`), atMost)) {
      const bytes = await readFile(keptHeadPath(size));
      if (bytes !== null) return bytes;
    }
  }
  return null;
}

/** The numbers among these names that are not above one, the largest first. */
const downFrom = (names: readonly string[], most: bigint): readonly bigint[] =>
  names
    .flatMap((name) => {
      const number = parseDecimal(name);
      return number.ok && number.value <= most ? [number.value] : [];
    })
    .sort((a, b) => (a < b ? 1 : -1));
