import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { keptHeadPath } from "@temwen/public-log/kept-heads";
import { sameBytes } from "@temwen/vocabulary";
import { codeOf } from "../../running/error-codes.ts";
import { syncFolder } from "../../running/sync-folder.ts";
import type { Head } from "../open-head.ts";
import { openFolder } from "../place/folder.ts";
import type { LogPlace } from "../place/log-place.ts";
import type { Finding } from "../speak.ts";
import { writeDurably } from "../write-durably.ts";

/** A copy of a log in a folder. What stands in it is never written over. */
export type OwnCopy = LogPlace & {
  /** Puts a file where none stands; throws where another one does. */
  readonly keepFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Names a head whose files are all kept: from here on the copy is of that size. It stays beside later ones. */
  readonly keepHead: (head: Pick<Head, "checkpoint" | "bytes">) => Promise<void>;
  /** Clears partial tiles away, when the full one is kept. */
  readonly clearPartial: (fullPath: string) => Promise<void>;
};

/** Opens a folder for a copy, and makes it where there is none. */
export async function openOwnCopy(folder: string): Promise<OwnCopy> {
  await mkdir(folder, { recursive: true });
  const touched = new Set<string>();
  return {
    ...openFolder(folder),
    keepFile: async (path, bytes) => {
      const place = join(folder, path);
      await mkdir(dirname(place), { recursive: true });
      await putNew(place, bytes);
      touched.add(dirname(place));
    },
    keepHead: async ({ checkpoint, bytes }) => {
      // A head is named only when its files survive a power cut.
      for (const one of touched) await syncFolder(one);
      touched.clear();
      const kept = join(folder, keptHeadPath(checkpoint.size));
      await mkdir(dirname(kept), { recursive: true });
      await writeDurably(kept, bytes, 0o644);
      await writeDurably(join(folder, "checkpoint"), bytes, 0o644);
    },
    clearPartial: (fullPath) => rm(join(folder, `${fullPath}.p`), { recursive: true, force: true }),
  };
}

/** What is wrong with a file of the copy, so that nobody blames the log for it. */
export const sayDamaged = (own: OwnCopy, refusal: Finding): Finding => ({
  ...refusal,
  why: refusal.code,
  code: "copy-damaged",
  place: own.name,
});

async function putNew(place: string, bytes: Uint8Array): Promise<void> {
  const draft = `${place}.new`;
  const handle = await open(draft, "w", 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, place);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    // A run that was killed may have kept it already.
    if (!sameBytes(new Uint8Array(await readFile(place)), bytes)) throw new Error(`another file stands at ${place}`);
  } finally {
    await rm(draft, { force: true });
  }
}
