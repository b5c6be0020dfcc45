import { statfs } from "node:fs/promises";

/** Bytes that are free for this process on the disk under a folder. Rejects when the folder cannot be asked. */
export async function readFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
