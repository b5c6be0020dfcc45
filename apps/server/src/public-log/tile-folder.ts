import { randomBytes } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sameBytes } from "@temwen/vocabulary";
import { syncFolder } from "../sync-folder.ts";

/** The public files of the log: tiles, and the checkpoint that names them. */
export type TileFolder = {
  /** A file by its path below the log's address; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** The names in a folder; none where there is none. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** When it returns, all of them survive a power cut. A file that stood there is another one at once, never half of each. */
  readonly write: (files: readonly File[]) => Promise<void>;
  /**
   * The same for files that never change once they stand, like tiles: whoever saw one keeps it for ever. Returns the path of one
   * that stands there with other bytes, which it leaves as it is; undefined where all are as given.
   */
  readonly add: (files: readonly File[]) => Promise<string | undefined>;
  /** The bytes of a file; null where there is none. */
  readonly measure: (path: string) => Promise<number | null>;
  /** Files, and folders with all that is in them. */
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
  const putAll = async <Outcome>(files: readonly File[], put: Put<Outcome>): Promise<readonly Outcome[]> => {
    const folders = [...new Set(files.map(({ path }) => dirname(join(folder, path))))];
    for (const one of folders) await makeFolder(one);
    const putOne = ({ path, bytes }: File): Promise<Outcome> => writeWhole(join(folder, path), bytes, put);
    const outcomes = await Promise.all(
      files.map((file) =>
        putOne(file).catch(async (error: NodeJS.ErrnoException) => {
          if (error.code !== "ENOENT") throw error;
          // Another process cleared the folder away meanwhile.
          known.delete(dirname(join(folder, file.path)));
          await makeFolder(dirname(join(folder, file.path)));
          return putOne(file);
        }),
      ),
    );
    await Promise.all(folders.map(syncFolder));
    return outcomes;
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
      await putAll(files, rename);
    },
    add: async (files) => {
      const isAsGiven = await putAll(files, linkNew);
      return files.find((_, i) => isAsGiven[i] === false)?.path;
    },
    measure: (path) =>
      stat(join(folder, path)).then(
        ({ size }) => size,
        (error: NodeJS.ErrnoException) => {
          if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
          throw error;
        },
      ),
    remove: async (paths) => {
      await Promise.all(paths.map((path) => rm(join(folder, path), { force: true, recursive: true })));
    },
  };
}

type File = { readonly path: string; readonly bytes: Uint8Array };
/** Gives a file that was written whole beside its place its name; what it returns is handed on. */
type Put<Outcome> = (aside: string, place: string, bytes: Uint8Array) => Promise<Outcome>;

async function writeWhole<Outcome>(place: string, bytes: Uint8Array, put: Put<Outcome>): Promise<Outcome> {
  const aside = `${place}.${randomBytes(6).toString("hex")}.part`;
  try {
    const handle = await open(aside, "wx", 0o644);
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return await put(aside, place, bytes);
  } finally {
    await rm(aside, { force: true });
  }
}

/** Linked, which never replaces anything. False where the place is taken by another content. */
async function linkNew(aside: string, place: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await link(aside, place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return sameBytes(await readFile(place), bytes);
  }
}
