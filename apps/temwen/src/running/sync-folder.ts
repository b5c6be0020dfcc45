import { open } from "node:fs/promises";

/** Without this a new name may be gone after a power cut, or a renamed file stand under its old one. */
export async function syncFolder(place: string): Promise<void> {
  const handle = await open(place, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
