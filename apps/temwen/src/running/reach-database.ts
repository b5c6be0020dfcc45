import { access } from "node:fs/promises";
import { startEmbedded } from "@temwen/record/embedded";
import type { Connection } from "@temwen/record/postgres";
import type { DataFolder } from "./data-folder.ts";

/** How to reach an office's database, and what lets go of it again. */
export type Database = { readonly connection: Connection; readonly letGo: () => Promise<void> };

/** There is no database, or not the one that belongs to the folder. */
export class NoDatabaseFault extends Error {
  readonly code = "no-record";

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "NoDatabaseFault";
  }
}

/** The database that `DATABASE_URL` names, or the folder's own, which is started where it does not run. */
export async function reachDatabase(
  folder: DataFolder,
  url: string | undefined,
  onProgress: (line: string) => void,
): Promise<Database> {
  if (url) return { connection: { url }, letGo: async () => undefined };
  const embedded = await startEmbedded({ folder: folder.postgres, log: onProgress });
  return { connection: { url: embedded.url }, letGo: embedded.stop };
}

/** Throws `NoDatabaseFault` where the folder has no database of its own and none was named: nothing is made here. */
export async function refuseNoDatabase(folder: DataFolder, url: string | undefined): Promise<void> {
  if (url) return;
  await access(folder.postgres).catch((cause) => {
    throw new NoDatabaseFault(
      `there is no database in ${folder.path}; if the office uses another, set DATABASE_URL`,
      cause,
    );
  });
}
