import type { Hash, Hasher } from "../tree/hashing.ts";

/** The hashes of a tile, and above them every hash of two that are both there: row 0 is the tile, row 8 of a full one its root. */
export type Pyramid = readonly (readonly Hash[])[];

/** The rows above a tile's hashes. What a proof needs of a checked tile is then there, and nothing is hashed twice. */
export function buildPyramid(hasher: Hasher, hashes: readonly Hash[]): Pyramid {
  const rows: (readonly Hash[])[] = [hashes];
  for (let row = hashes; row.length > 1; ) {
    const above: Hash[] = [];
    for (let i = 0; i + 1 < row.length; i += 2) {
      const [left, right] = [row[i], row[i + 1]];
      if (left !== undefined && right !== undefined) above.push(hasher.node(left, right));
    }
    rows.push(above);
    row = above;
  }
  return rows;
}

/** The roots of the perfect subtrees that the tile's hashes make up, the largest first; none for a row of none. */
export function peaksOf(pyramid: Pyramid): readonly Hash[] {
  // A row of odd length ends with a hash that no row above holds.
  return pyramid.flatMap((row) => (row.length % 2 === 1 ? row.slice(-1) : [])).reverse();
}
