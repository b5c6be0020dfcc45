import { link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "../running/error-codes.ts";
import { syncFolder } from "../running/sync-folder.ts";

/** What disks answer that know no second name for a file: FAT, many shares. */
const withoutLinks = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];

/**
 * Gives a whole file its name, on the disk when this returns; the file may stand under its old name too. Throws `EEXIST`,
 * and replaces nothing, where the name is taken.
 */
export async function nameWhole(aside: string, out: string, addName: typeof link = link): Promise<void> {
  await addName(aside, out).catch(async (error) => {
    if (!withoutLinks.includes(codeOf(error))) throw error;
    await renameToNew(aside, out);
  });
  await syncFolder(dirname(out));
}

/** The name is taken first, by an empty file: of two at once one finds it taken. */
async function renameToNew(aside: string, out: string): Promise<void> {
  await (await open(out, "wx", 0o600)).close();
  await rename(aside, out).catch(async (error) => {
    await rm(out, { force: true });
    throw error;
  });
}
