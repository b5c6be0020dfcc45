import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type DataFolder, DataFolderFault } from "./data-folder.ts";
import { giveBackNote, takeNote } from "./process-note.ts";

const longest = 60_000;
const lookEvery = 100;

/** One process at a time makes an office: two at once would leave the keys of one beside the directory of the other. */
export async function whileMaking<T>(folder: DataFolder, step: () => Promise<T>): Promise<T> {
  const note = join(folder.keys, "being-made");
  for (let waited = 0; (await takeNote(note)) !== undefined; waited += lookEvery) {
    if (waited > longest) {
      throw new DataFolderFault("being-made", `another process makes an office here; if none does, remove ${note}`);
    }
    await pause(lookEvery);
  }
  try {
    return await step();
  } finally {
    await giveBackNote(note);
  }
}
