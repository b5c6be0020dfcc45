import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { isAbsent } from "./error-codes.ts";

/**
 * Where keys of staff or roots still lie in an office's folder. `temwen init` puts them there to be handed over; a server needs
 * none of them, and whoever takes the machine has them with the passphrases that they guess.
 */
export async function findKeysLeft({ keys }: DataFolder): Promise<readonly string[]> {
  const places = [join(keys, "staff"), join(keys, "roots")];
  const held = await Promise.all(places.map(async (place) => (await namesIn(place)).length > 0));
  return places.filter((_, i) => held[i]);
}

async function namesIn(place: string): Promise<readonly string[]> {
  return readdir(place).catch((error) => {
    if (isAbsent(error)) return [];
    throw error;
  });
}
