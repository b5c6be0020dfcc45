import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder } from "../running/sync-folder.ts";

/** Puts a file in the place of another, whole or not at all; it is on the disk when this returns. One writer at a time. */
export async function writeDurably(place: string, bytes: Uint8Array | string, mode: 0o600 | 0o644): Promise<void> {
  const draft = `${place}.new`;
  const handle = await open(draft, "w", mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, place);
  await syncFolder(dirname(place));
}
