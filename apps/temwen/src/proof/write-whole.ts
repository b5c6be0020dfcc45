import { rename, writeFile } from "node:fs/promises";

/** Writes a file that is there whole or not at all. Nobody else of the machine needs to know which complaint is whose. */
export async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${place}.part`, bytes, { mode: 0o600, flush: true });
  await rename(`${place}.part`, place);
}
