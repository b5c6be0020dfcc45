import assert from "node:assert/strict";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { utf8 } from "@temwen/vocabulary";
import { findDataFolder } from "../running/data-folder.ts";
import { putFile } from "./put-files.ts";

// A word in the name of the folder says nothing about what lies in it.
const home = await mkdtemp(join(tmpdir(), "temwen-demo-office-"));
after(() => rm(home, { recursive: true, force: true }));

async function* bytes(): AsyncIterable<Uint8Array> {
  yield utf8("{}");
}

test("whom to believe is put back for everybody to read, and every secret for its owner alone", async () => {
  const folder = await findDataFolder(home);
  const modes: string[] = [];
  for (const path of ["keys/roots.json", "keys/directory-1.json", "keys/clock.key", "demo/people.json"]) {
    await putFile(folder, path, bytes());
    modes.push(((await stat(join(home, path))).mode & 0o777).toString(8));
  }
  assert.deepEqual(modes, ["644", "644", "600", "600"]);
});
