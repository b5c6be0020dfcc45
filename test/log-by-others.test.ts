// Our logs, in the hands of a program that shares nothing with ours but the standards: 130 lines of Python.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { findOnPath } from "../tools/ensure-browser.ts";
import { testLogSigner, testOrigin, writeLogFolder } from "./support/written-log.ts";

const checker = fileURLToPath(new URL("support/check-log.py", import.meta.url));
const there = { skip: findOnPath("python3") === null ? "python3 is not on this machine" : false };
const key = Buffer.from(testLogSigner().vkey.publicKey).toString("hex");

const check = (folder: string): Promise<string> =>
  new Promise((resolve) => {
    execFile("python3", [checker, folder, testOrigin, key], (_, stdout, stderr) =>
      resolve(`${stdout}${stderr}`.trim()),
    );
  });

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-log-"));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const size of [0, 1, 255, 256, 257, 70_000]) {
  test(`a log of ${size} leaves that we wrote is whole and signed for a program that is not ours`, there, async () => {
    await withFolder(async (folder) => {
      const root = await writeLogFolder(folder, size);
      assert.equal(await check(folder), `${size} ${root}`);
    });
  });
}

test("that program names a tile, an entry and a checkpoint that were changed", there, async () => {
  await withFolder(async (folder) => {
    const root = await writeLogFolder(folder, 600, 100);
    const changed: [string, number, string][] = [
      ["tile/0/001", 99, "wrong: tile/0/001"],
      ["tile/1/000.p/2", 5, "wrong: tile/1/000.p/2"],
      ["tile/entries/000", 60, "wrong: tile/0/000"],
      ["checkpoint", 30, "the log did not sign this checkpoint"],
    ];
    for (const [path, at, said] of changed) {
      const bytes = await readFile(join(folder, path));
      await writeFile(
        join(folder, path),
        bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)),
      );
      assert.equal(await check(folder), said);
      await writeFile(join(folder, path), bytes);
    }
    await rm(join(folder, "tile/0/002.p/88"));
    assert.equal(await check(folder), "missing: tile/0/002.p/88");
    await writeLogFolder(folder, 600, 600);
    assert.equal(await check(folder), `600 ${root}`);
  });
});
