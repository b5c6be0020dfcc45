import { readFile } from "node:fs/promises";
import { type Pack, parseForums, parsePack } from "@temwen/mission-pack";

/** The mission that the pages are built for: whom `/help` names stands in the page itself, and not on a server. */
export async function readMission(): Promise<Pack> {
  const place = new URL("../../../packs/haiti/pack.json", import.meta.url);
  const pack = parsePack(JSON.parse(await readFile(place, "utf8")));
  if (!pack.ok) throw new Error(`the mission pack cannot be read: ${JSON.stringify(pack.refusal)}`);
  return pack.value;
}

/** The forums of the mission by their proper names, for whoever reads to whom they gave their consent. */
export async function readForumNames(pack: Pack): Promise<{ readonly [id: string]: string }> {
  const place = new URL("../../../packs/haiti/forums.json", import.meta.url);
  const forums = parseForums(JSON.parse(await readFile(place, "utf8")), pack);
  if (!forums.ok) throw new Error(`the forums cannot be read: ${JSON.stringify(forums.refusal)}`);
  return Object.fromEntries(forums.value.map(({ id, name }) => [id, name]));
}
