import type { SealedPiece } from "./host.ts";
import { dropPiece, type KeptPiece, keepPiece } from "./kept.ts";

/** The pieces of one sending that wait on this phone, by their place in it. */
export type Shelf = {
  readonly isKept: () => boolean;
  /** Puts down the pieces in these places, all or none. `isWanted` is asked between two: a page that was emptied writes no more. */
  readonly keep: (places: readonly number[], isWanted: () => boolean) => Promise<boolean>;
  /** One has arrived, or never will: it is erased here, and not put down any more. */
  readonly drop: (place: number) => Promise<void>;
  readonly empty: () => Promise<void>;
  /** When nothing is being put down any more. */
  readonly settled: () => Promise<unknown>;
};

/** A shelf for pieces that are in memory; nothing lies on it yet. */
export function createShelf(pieces: readonly SealedPiece[]): Shelf {
  return openShelf([], async (place) => {
    const piece = pieces[place];
    return piece && keepPiece(piece, new Date());
  });
}

/** The shelf on which these lie since an earlier opening of the page. */
export const shelfOf = (kept: readonly KeptPiece[]): Shelf => openShelf(kept, async (place) => kept[place]);

function openShelf(found: readonly KeptPiece[], putDown: (place: number) => Promise<KeptPiece | undefined>): Shelf {
  const lying = new Map(found.entries());
  const done = new Set<number>();
  let isKept = found.length > 0;
  let underWay: Promise<unknown> = Promise.resolve();

  const erase = async (place: number): Promise<void> => {
    const kept = lying.get(place);
    lying.delete(place);
    if (kept) await dropPiece(kept);
  };
  const empty = async (): Promise<void> => {
    isKept = false;
    for (const place of [...lying.keys()]) await erase(place);
  };
  const keepAll = async (places: readonly number[], isWanted: () => boolean): Promise<boolean> => {
    for (const place of places) {
      if (done.has(place)) continue;
      const kept = isWanted() ? await putDown(place) : undefined;
      if (kept) lying.set(place, kept);
      if (!kept || !isWanted()) {
        await empty();
        return false;
      }
      // It was done while it was being put down.
      if (done.has(place)) await erase(place);
    }
    isKept = true;
    return true;
  };

  return {
    isKept: () => isKept,
    keep: (places, isWanted) => {
      const keeping = keepAll(places, isWanted);
      underWay = keeping;
      return keeping;
    },
    drop: (place) => {
      done.add(place);
      return erase(place);
    },
    empty,
    settled: () => underWay,
  };
}
