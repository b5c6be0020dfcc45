import { rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { rootHome } from "./binaries.ts";
import { complaintToFault, EmbeddedFault } from "./faults.ts";
import { isHeld } from "./holders.ts";
import { findCluster } from "./place.ts";

/**
 * Removes a database for good, also where its cluster lies apart from its folder. Refused while somebody uses it.
 * For trials and tests: nothing in an office ever calls this.
 */
export async function removeEmbedded(options: { readonly folder: string }): Promise<void> {
  const folder = resolve(options.folder);
  if (await isHeld(folder)) throw new EmbeddedFault("in-use", `the database in ${folder} is in use`);
  const cluster = await findCluster(folder);
  try {
    if (cluster.startsWith(join(rootHome, "clusters/"))) await rm(dirname(cluster), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    throw complaintToFault(error, folder, "folder-not-writable");
  }
}
