import type { Identity } from "age-encryption";
import { openSealed } from "./age-streams.ts";
import { damaged } from "./backup-fault.ts";
import { type EntryTail, readContainer } from "./container.ts";
import {
  type Closing,
  type EntryHead,
  type EntryPlace,
  type Opening,
  officeFiles,
  parseEntryName,
} from "./manifest.ts";
import type { Stop } from "./stop.ts";

/** What a backup was found to hold. */
export type Inventory = {
  readonly opening: Opening;
  readonly closing: Closing;
  readonly blobs: number;
  /** Of all entries together. */
  readonly bytes: number;
};

/** What is told while a backup is read; all of it is awaited. */
export type BackupReader = {
  readonly opened?: (opening: Opening) => Promise<void>;
  /** Must read the bytes to their end. */
  readonly entry: (
    place: EntryPlace,
    head: EntryHead,
    bytes: AsyncIterable<Uint8Array>,
    ended: Promise<EntryTail>,
  ) => Promise<void>;
};

/**
 * Reads a sealed backup to its end, comparing every digest. What it must hold has to be there, each entry once (evidence
 * apart, whose names are digests). Throws `BackupFault`.
 */
export async function readBackup(
  file: string,
  identities: readonly (string | Identity)[],
  stop: Stop,
  reader: BackupReader,
): Promise<Inventory> {
  let opening: Opening | undefined;
  const seen = new Set<string>();
  let blobs = 0;
  let bytes = 0;
  const closing = await readContainer(stop.untilAsked(openSealed(file, identities)), {
    opened: async (found) => {
      opening = found;
      await reader.opened?.(found);
    },
    entry: async ({ head, bytes: content }, ended) => {
      const place = parseEntryName(head.name);
      if (!place || seen.has(head.name)) throw damaged();
      if (place.kind === "blob") blobs += 1;
      else seen.add(head.name);
      await reader.entry(place, head, content, ended);
      bytes += (await ended).size;
    },
  });
  const needed = [...officeFiles.map((path) => `file/${path}`), "table/event", "table/filing"];
  if (!opening || !needed.every((name) => seen.has(name))) throw damaged();
  return { opening, closing, blobs, bytes };
}

/** Bytes of a roots file, many times over. */
const longestRoots = 64 * 1024;

/** What a whole backup holds, and whose office it says it is. */
export type Checked = Inventory & { readonly roots: string };

/** Reads a backup for nothing but to know that it is whole, and whose. Throws `BackupFault`. */
export async function checkBackup(
  file: string,
  identities: readonly (string | Identity)[],
  stop: Stop,
): Promise<Checked> {
  let roots = "";
  const inventory = await readBackup(file, identities, stop, {
    entry: async (place, _head, bytes) => {
      const isRoots = place.kind === "file" && place.path === "keys/roots.json";
      for await (const chunk of bytes) {
        if (!isRoots) continue;
        roots += Buffer.from(chunk).toString("latin1");
        // Whoever makes a file for a recipient that is no secret shall not fill our memory with it.
        if (roots.length > longestRoots) throw damaged();
      }
    },
  });
  return { ...inventory, roots };
}
