import { readFile } from "node:fs/promises";
import { type Exit, exits } from "../exit.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { findDataFolder, makeDataFolder } from "./data-folder.ts";
import { createOffice, type Making } from "./make-office.ts";
import { readOfficeFiles } from "./office-files.ts";
import { parsePeople, readPack } from "./pack-files.ts";
import { whileMaking } from "./while-making.ts";

/** Makes an office in a data folder that has none. Passphrases are printed once and written nowhere. */
export async function init(
  options: { readonly data: string; readonly people: string; readonly pack: string },
  terminal: Terminal,
): Promise<Exit> {
  const folder = await findDataFolder(options.data);
  const people = parsePeople(await readFile(options.people, "utf8"));
  if (!people.ok) return sayRefusal(terminal, people.refusal);
  const pack = await readPack(options.pack);
  await makeDataFolder(folder);
  return whileMaking(folder, async () => {
    if (await readOfficeFiles(folder)) return sayRefusal(terminal, { code: "office-exists" });
    const handOver: Making["handOver"] = async (made) => printPassphrases(made, terminal);
    await createOffice(folder, pack, people.value, { onProgress: terminal.progress, handOver });
    terminal.progress("Hand each passphrase over on another way than its key file.");
    terminal.progress(
      `Then take ${folder.keys}/staff and ${folder.keys}/roots off this machine: no server needs them, and it must not hold them.`,
    );
    terminal.progress(`Give ${folder.keys}/roots.json to everybody who will check the directory.`);
    return exits.done;
  });
}

function printPassphrases(made: Parameters<Making["handOver"]>[0], terminal: Terminal): void {
  for (const { key, keyFile, passphrase } of made.roots) {
    terminal.entry({ root: key, keyFile, passphrase }, `root key  ${passphrase}  ${keyFile}`);
  }
  for (const { id, label, role, keyFile, passphrase } of made.people) {
    terminal.entry(
      { id, label, role, keyFile, passphrase },
      `${role.padEnd(18)} ${label.padEnd(32)} ${passphrase}  ${keyFile}`,
    );
  }
}
