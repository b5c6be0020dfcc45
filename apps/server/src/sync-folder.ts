import { open } from "node:fs/promises";

/** Without this a name may be gone after a power cut, or a renamed file stand under its old one. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
