import { createReadStream } from "node:fs";
import { access, constants, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Readable } from "node:stream";
import { type Digest, parseDigest } from "@temwen/vocabulary";
import { syncFolder } from "../sync-folder.ts";

/**
 * Where whole pieces of evidence stand, under the digest of their sealed bytes. Pieces that grow lie elsewhere, on the
 * server's disk: only what was checked comes here.
 */
export type Shelf = {
  /**
   * Puts the file of a whole piece there; the file may be gone afterwards. When it returns, the piece was seen to stand
   * there. Throws `ShelfFault`, and the file is still there then.
   */
  readonly put: (digest: Digest, size: number, file: string) => Promise<void>;
  /**
   * Whether bytes of this size can be had under the digest, of a piece that was put there once. Throws `ShelfFault` when
   * nobody can tell.
   */
  readonly has: (digest: Digest, size: number) => Promise<boolean>;
  /**
   * Whether the piece itself stands there, of one about which nobody noted that it was put: what is not known to be honest
   * gives back every byte of it. Throws `ShelfFault` when nobody can tell.
   */
  readonly holds: (digest: Digest, size: number) => Promise<boolean>;
  /**
   * Takes away what stands under the digest; nothing happens where nothing does. When it returns, nothing was seen to
   * stand there any more. Throws `ShelfFault`.
   */
  readonly remove: (digest: Digest) => Promise<void>;
  /** Undefined where nothing stands. Throws `ShelfFault` when nobody can tell. */
  readonly open: (
    digest: Digest,
  ) => Promise<{ readonly size: number; readonly stream: ReadableStream<Uint8Array> } | undefined>;
  /** Every digest that something stands under, in no order. Throws `ShelfFault` when nobody can tell. */
  readonly list: () => AsyncIterable<Digest>;
  /** Throws when nothing could be put there now. */
  readonly ping: () => Promise<void>;
};

/** A place for evidence that does not answer, does not let us in, or does not keep what it took. */
export class ShelfFault extends Error {
  readonly code:
    | "evidence-store-unreachable"
    | "evidence-store-refuses"
    | "evidence-store-loses"
    | "evidence-store-keeps";

  constructor(code: ShelfFault["code"], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ShelfFault";
    this.code = code;
  }
}

/** The name of a piece below a shelf: the same on a disk and in a bucket, so that one can be copied into the other. */
export const nameOnShelf = (digest: Digest): string => `${digest.slice(0, 2)}/${digest}`;

/** Reads such a name; undefined for whatever else lies there. */
export function parseNameOnShelf(name: string): Digest | undefined {
  const digest = parseDigest(name.slice(3));
  return digest.ok && name === nameOnShelf(digest.value) ? digest.value : undefined;
}

/** A folder as a shelf. The files that are put must lie on the same disk. */
export function openDiskShelf(folder: string): Shelf {
  const placeOf = (digest: Digest): string => join(folder, nameOnShelf(digest));
  const hasWhole = async (digest: Digest, size: number): Promise<boolean> => (await readSize(placeOf(digest))) === size;
  return {
    put: async (digest, _size, file) => {
      const place = placeOf(digest);
      if (!(await isThere(dirname(place)))) {
        await mkdir(dirname(place), { recursive: true });
        await syncFolder(folder);
      }
      await rename(file, place);
      await syncFolder(dirname(place));
    },
    remove: async (digest) => {
      const place = placeOf(digest);
      if (!(await isThere(place))) return;
      await rm(place, { force: true });
      await syncFolder(dirname(place));
    },
    has: hasWhole,
    // Only what was checked is ever renamed into its place.
    holds: hasWhole,
    open: async (digest) => {
      const place = placeOf(digest);
      const size = await readSize(place);
      if (size === undefined) return undefined;
      return { size, stream: Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array> };
    },
    list: async function* () {
      for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
        const digest = parseNameOnShelf(relative(folder, join(entry.parentPath, entry.name)));
        if (digest !== undefined && entry.isFile()) yield digest;
      }
    },
    ping: () => access(folder, constants.R_OK | constants.W_OK | constants.X_OK),
  };
}

/** How many bytes a file has; undefined where there is none. */
export const readSize = (place: string): Promise<number | undefined> =>
  stat(place).then(
    ({ size }) => size,
    () => undefined,
  );

const isThere = async (place: string): Promise<boolean> => (await readSize(place)) !== undefined;
