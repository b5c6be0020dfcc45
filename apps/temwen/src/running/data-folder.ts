import { access, constants, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../exit.ts";
import { codeOf, isAbsent } from "./error-codes.ts";
import { programFolder } from "./pack-files.ts";
import { readRestoreNote } from "./restore-note.ts";

/** The form of the data folder that this release writes. */
export const folderVersion = 1;

/** Where everything of one office lies. */
export type DataFolder = {
  readonly path: string;
  readonly postgres: string;
  readonly blobs: string;
  readonly keys: string;
  readonly demo: string;
};

/** A data folder that cannot be used, for a reason a person can mend. */
export class DataFolderFault extends Error {
  readonly code:
    | "not-writable"
    | "newer"
    | "not-ours"
    | "being-made"
    | "in-use"
    | "being-restored"
    | "half-restored"
    | "others-folder";

  constructor(code: DataFolderFault["code"], message: string) {
    super(message);
    this.name = "DataFolderFault";
    this.code = code;
  }
}

/**
 * Where an office's data lies: as said, else as the environment says, else beside the program. Throws `UsageError` where
 * nothing was said: a variable of a shell that is not set would put keys into whatever folder one stands in.
 */
export function placeOfData(said: string | undefined, around: { readonly data: string | undefined }): string {
  if (said === "") throw new UsageError("--data is empty: it wants a folder");
  return said ?? (around.data || join(programFolder, ".temwen"));
}

/** Names the places of a data folder, which need not be there yet, and writes nothing. Throws `DataFolderFault`. */
export async function findDataFolder(place: string): Promise<DataFolder> {
  const path = resolve(place);
  await access(path, constants.W_OK | constants.X_OK).catch((error) => {
    if (!isAbsent(error)) throw notWritable(path, error);
  });
  await readVersion(path);
  await refuseHalfRestored(path);
  return namePlaces(path);
}

/** The places of a data folder, whatever stands there. */
export function namePlaces(place: string): DataFolder {
  const path = resolve(place);
  return {
    path,
    postgres: join(path, "postgres"),
    blobs: join(path, "blobs"),
    keys: join(path, "keys"),
    demo: join(path, "demo"),
  };
}

/** Makes what is missing of a data folder. Throws `DataFolderFault`. */
export async function makeDataFolder({ path, blobs, keys }: DataFolder): Promise<void> {
  try {
    await makeFolders(path);
    await access(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw notWritable(path, error);
  }
  if ((await readVersion(path)) === undefined) await writeFile(join(path, "VERSION"), `${folderVersion}\n`);
  for (const place of [blobs, join(path, "log"), keys]) await mkdir(place, { recursive: true, mode: 0o700 });
}

async function refuseHalfRestored(path: string): Promise<void> {
  const note = await readRestoreNote(path);
  if (note === "at-work")
    throw new DataFolderFault("being-restored", `a backup is being restored into ${path} at this moment`);
  if (note === "none") return;
  throw new DataFolderFault(
    "half-restored",
    `a restore into ${path} was stopped before it was done: temwen restore --clear --data ${path}, then restore again`,
  );
}

const notWritable = (path: string, error: unknown): DataFolderFault =>
  new DataFolderFault("not-writable", `the data folder ${path} cannot be written (${codeOf(error)})`);

/** Step by step: `mkdir` with `recursive` never returns where a parent refuses everything (below /proc, for one). */
async function makeFolders(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = path; !(await isFolder(at)); at = dirname(at)) missing.unshift(at);
  for (const place of missing) {
    await mkdir(place, { mode: 0o755 }).catch(async (error) => {
      // Two starts at once: the other made it.
      if (!(await isFolder(place))) throw error;
    });
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The form that a folder says it has; undefined where nothing is yet. */
async function readVersion(path: string): Promise<number | undefined> {
  const place = join(path, "VERSION");
  const text = await readFile(place, "utf8").catch((error) => {
    // Whether a folder can be made here at all is said by whoever makes it.
    if (isAbsent(error)) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const version = Number(text.trim());
  if (!Number.isInteger(version))
    throw new DataFolderFault("not-ours", `${place} says "${text.trim().slice(0, 20)}"; expected a number`);
  if (version > folderVersion) {
    throw new DataFolderFault(
      "newer",
      `the data folder ${path} was written by a newer release (form ${version}; this release reads up to ${folderVersion})`,
    );
  }
  return version;
}
