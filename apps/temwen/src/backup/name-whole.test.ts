import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { nameWhole } from "./name-whole.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-name-"));
after(() => rm(home, { recursive: true, force: true }));
const place = (name: string): string => join(home, name);

/** What FAT and many shares answer. */
const noLinks = (): Promise<never> => Promise.reject(Object.assign(new Error("no links here"), { code: "EPERM" }));

for (const [disk, link] of [
  ["a disk", undefined],
  ["a disk without hard links", noLinks],
] as const) {
  test(`a finished backup gets its name on ${disk}, and replaces no other`, async () => {
    await writeFile(place("part"), "whole");
    await nameWhole(place("part"), place("out"), link);
    assert.equal(await readFile(place("out"), "utf8"), "whole");
    await rm(place("part"), { force: true });
    await writeFile(place("part"), "another");
    await assert.rejects(nameWhole(place("part"), place("out"), link), { code: "EEXIST" });
    assert.equal(await readFile(place("out"), "utf8"), "whole");
    for (const name of await readdir(home)) await rm(place(name));
  });
}
