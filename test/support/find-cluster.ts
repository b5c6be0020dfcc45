import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where an office's database lies: in its folder, or, as root, wherever the note in the folder says. */
export async function findCluster(data: string): Promise<string> {
  const note = await readFile(join(data, "postgres/cluster-is-at"), "utf8").catch(() => undefined);
  return note?.trim() ?? join(data, "postgres/cluster");
}
