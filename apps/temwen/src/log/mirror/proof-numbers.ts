import { readCheckedHashes, type TileRefusal, type TileTree, tileWidth } from "@temwen/public-log/tiles";
import { granted, type Result } from "@temwen/vocabulary";

const digits = 1_000_000_000_000n;

/** The proof numbers of a log's leaves, in memory: eight bytes a leaf. */
export type ProofNumbers = {
  /**
   * Reads what came since, each tile held against the head first: a number out of a wrong tile would be a wrong answer, and
   * "not included" the worst one. Of a tile that is not right nothing is taken, nor of those before it.
   */
  readonly extend: (tree: TileTree) => Promise<Result<"extended", TileRefusal>>;
  /** The indexes of the leaves with a number; two leaves may share one. */
  readonly find: (proofNumber: string) => readonly number[];
};

/** A proof number as people read it out: 12 digits (docs/specs/leaf.md). Spaces between them are let through. */
export function parseProofNumber(text: string): string | null {
  const bare = text.replace(/[ -]/g, "");
  return /^\d{12}$/.test(bare) ? bare : null;
}

/** No numbers yet. */
export function createProofNumbers(): ProofNumbers {
  let numbers = new Float64Array(1024);
  let count = 0;
  return {
    extend: async (tree) => {
      let reached = count;
      while (BigInt(reached) < tree.size) {
        const hashes = await readCheckedHashes(tree, BigInt(Math.floor(reached / tileWidth)));
        if (!hashes.ok) return hashes;
        for (const hash of hashes.value.slice(reached % tileWidth)) {
          if (reached === numbers.length) numbers = doubled(numbers);
          numbers[reached] = numberOf(hash);
          reached += 1;
        }
      }
      count = reached;
      return granted("extended");
    },
    find: (proofNumber) => {
      const wanted = Number(proofNumber);
      const found: number[] = [];
      for (let i = numbers.indexOf(wanted); i >= 0 && i < count; i = numbers.indexOf(wanted, i + 1)) found.push(i);
      return found;
    },
  };
}

/** Below 2^53: a double holds it whole. */
const numberOf = (hash: Uint8Array): number =>
  Number(new DataView(hash.buffer, hash.byteOffset, hash.length).getBigUint64(0) % digits);

function doubled(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
