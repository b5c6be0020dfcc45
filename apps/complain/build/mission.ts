import { readFile } from "node:fs/promises";
import { type Pack, parsePack } from "@temwen/mission-pack";

/** The mission that the pages are built for: whom `/help` names stands in the page itself, and not on a server. */
export async function readMission(): Promise<Pack> {
  const place = new URL("../../../packs/haiti/pack.json", import.meta.url);
  const pack = parsePack(JSON.parse(await readFile(place, "utf8")));
  if (!pack.ok) throw new Error(`the mission pack cannot be read: ${JSON.stringify(pack.refusal)}`);
  return pack.value;
}
