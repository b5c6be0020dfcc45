import { tilePath, tileWidth } from "@temwen/public-log/tiles";
import type { LogPlace } from "../place/log-place.ts";

const hashBytes = 32;
const digits = 1_000_000_000_000n;

/** The proof numbers of a log's leaves, in memory: eight bytes a leaf. */
export type ProofNumbers = {
  /** Reads what came since. */
  readonly extend: (place: LogPlace, size: bigint) => Promise<void>;
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
    extend: async (place, size) => {
      while (BigInt(count) < size) {
        const n = BigInt(Math.floor(count / tileWidth));
        const bytes = await readLeafHashes(place, n, size);
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        for (let at = (count % tileWidth) * hashBytes; at < bytes.length; at += hashBytes) {
          if (count === numbers.length) numbers = doubled(numbers);
          // Below 2^53: a double holds it whole.
          numbers[count] = Number(view.getBigUint64(at) % digits);
          count += 1;
        }
      }
    },
    find: (proofNumber) => {
      const wanted = Number(proofNumber);
      const found: number[] = [];
      for (let i = numbers.indexOf(wanted); i >= 0 && i < count; i = numbers.indexOf(wanted, i + 1)) found.push(i);
      return found;
    },
  };
}

async function readLeafHashes(place: LogPlace, n: bigint, size: bigint): Promise<Uint8Array> {
  const behind = size - n * 256n;
  const width = behind < 256n ? Number(behind) : tileWidth;
  const bytes =
    (await place.readFile(tilePath({ level: 0, n, width }))) ??
    (await place.readFile(tilePath({ level: 0, n, width: tileWidth })));
  if (bytes === null || bytes.length < width * hashBytes) throw new Error("a tile of the log is missing or cut short");
  return bytes.subarray(0, width * hashBytes);
}

function doubled(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
