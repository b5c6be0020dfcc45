import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseRetention } from "@temwen/mission-pack";
import { type Exit, exits } from "../exit.ts";
import { programFolder } from "../running/pack-files.ts";
import type { Terminal } from "../terminal.ts";

/** Prints the retention table of a pack, one trace a line. */
export async function showRetention(pack: string, terminal: Terminal): Promise<Exit> {
  const place = join(programFolder, "packs", pack, "retention.json");
  const table = parseRetention(JSON.parse(await readFile(place, "utf8")));
  if (!table.ok) throw new Error(`${place} cannot be read`);
  for (const trace of table.value) {
    terminal.entry(trace, `${trace.what}\n  ${trace.where}; ${trace.kept}; removed by: ${trace.removedBy}`);
  }
  return exits.done;
}
