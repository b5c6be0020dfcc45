import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type DataFolder, DataFolderFault } from "./data-folder.ts";

const program = fileURLToPath(new URL("../main.ts", import.meta.url));

/**
 * Root that starts an office in an ordinary user's folder goes on as that user: what root wrote there, the user could
 * never read again, and handing files over by name afterwards would let that user point root at other files.
 * A folder that is root's or not there yet changes nothing. Throws `DataFolderFault`.
 */
export async function becomeOwner({ path, postgres }: DataFolder): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const owner = await ownerOf(path);
  if (owner === undefined || owner.uid === 0) return;
  const cluster = await ownerOf(`${postgres}/cluster`);
  // A database that root made for its own account stays with root: nobody else may start it.
  if (cluster !== undefined && cluster.uid !== owner.uid) return;
  const tried = spawnSync("/bin/sh", ["-c", 'test -r "$1" && test -x "$2"', "sh", program, process.execPath], {
    uid: owner.uid,
    gid: owner.gid,
    cwd: "/",
  });
  if (tried.status !== 0) {
    throw new DataFolderFault(
      "others-folder",
      `the data folder ${path} belongs to the user ${owner.uid}, who cannot read this program: ` +
        "put the program where they can, or say another --data",
    );
  }
  process.setgroups?.([owner.gid]);
  process.setgid?.(owner.gid);
  process.setuid?.(owner.uid);
  if (!canStandHere()) process.chdir(path);
}

const ownerOf = (place: string): Promise<{ readonly uid: number; readonly gid: number } | undefined> =>
  stat(place).catch(() => undefined);

/** Programs that are started from a folder they may not look into end before they began. */
function canStandHere(): boolean {
  try {
    accessSync(".", constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
