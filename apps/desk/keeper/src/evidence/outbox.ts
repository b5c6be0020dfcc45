import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Digest } from "@temwen/vocabulary";

/** A sealed piece on its way to the office. Its key lies in the note that was announced: it cannot be sealed again. */
export type OutgoingPiece = { readonly digest: Digest; readonly sealed: Uint8Array };

/** Where sealed pieces wait until the office has them. Nobody can read them here, and no name beside them says of which case they are. */
export type Outbox = {
  readonly keep: (pieces: readonly OutgoingPiece[]) => Promise<void>;
  readonly find: (digest: Digest) => Promise<Uint8Array | undefined>;
  readonly drop: (digests: readonly Digest[]) => Promise<void>;
};

/** A folder of this machine as the outbox: what waits there outlives the desk. */
export function openOutbox(folder: string): Outbox {
  const placeOf = (digest: Digest): string => join(folder, `${digest}.sealed`);
  return {
    keep: async (pieces) => {
      if (pieces.length === 0) return;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const { digest, sealed } of pieces) {
        // Under its own name only when it is whole: what was cut short would be refused for ever.
        await writeFile(`${placeOf(digest)}.part`, sealed, { mode: 0o600, flush: true });
        await rename(`${placeOf(digest)}.part`, placeOf(digest));
      }
    },
    find: (digest) =>
      readFile(placeOf(digest)).then(
        (bytes) => new Uint8Array(bytes),
        (error: NodeJS.ErrnoException) => {
          if (error.code === "ENOENT") return undefined;
          throw error;
        },
      ),
    drop: async (digests) => {
      for (const digest of digests) await rm(placeOf(digest), { force: true });
    },
  };
}

/** For a desk that was given no folder: what has not arrived is gone when it closes. */
export function createPassingOutbox(): Outbox {
  const kept = new Map<Digest, Uint8Array>();
  return {
    keep: async (pieces) => {
      for (const { digest, sealed } of pieces) kept.set(digest, sealed);
    },
    find: async (digest) => kept.get(digest),
    drop: async (digests) => {
      for (const digest of digests) kept.delete(digest);
    },
  };
}
