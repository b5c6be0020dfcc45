import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncFolder } from "../sync-folder.ts";

/** The public files of the log: tiles, and the checkpoint that names them. */
export type TileFolder = {
  /** A file by its path below the log's address; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** The names in a folder; none where there is none. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** When it returns, all of them survive a power cut. A file that stood there is another one at once, never half of each. */
  readonly write: (files: readonly { readonly path: string; readonly bytes: Uint8Array }[]) => Promise<void>;
  readonly remove: (paths: readonly string[]) => Promise<void>;
};

/** Opens the folder; it need not be there yet. */
export function openTileFolder(folder: string): TileFolder {
  const known = new Set<string>();
  const makeFolder = async (place: string): Promise<void> => {
    if (known.has(place)) return;
    const made = await mkdir(place, { recursive: true });
    // A new folder is lost with its parent's entry for it.
    for (let at = place; made !== undefined && at.length >= made.length; at = dirname(at))
      await syncFolder(dirname(at));
    known.add(place);
  };
  return {
    read: (path) =>
      readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
        throw error;
      }),
    list: (path) =>
      readdir(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
        throw error;
      }),
    write: async (files) => {
      const places = files.map(({ path, bytes }) => ({ place: join(folder, path), bytes }));
      const folders = [...new Set(places.map(({ place }) => dirname(place)))];
      for (const one of folders) await makeFolder(one);
      await Promise.all(places.map(({ place, bytes }) => writeWhole(place, bytes)));
      await Promise.all(folders.map(syncFolder));
    },
    remove: async (paths) => {
      await Promise.all(paths.map((path) => rm(join(folder, path), { force: true })));
    },
  };
}

async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  const aside = `${place}.${randomBytes(6).toString("hex")}.part`;
  const handle = await open(aside, "wx", 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } catch (error) {
    await handle.close();
    await rm(aside, { force: true });
    throw error;
  }
  await handle.close();
  await rename(aside, place);
}
