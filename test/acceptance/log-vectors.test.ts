// Every verdict of vectors that nobody of this project wrote is met, on a server and on a phone. `log-list/` lists public logs
// in a format that nothing here reads.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { build } from "esbuild";
import { openBrowser } from "../support/browser.ts";
import { needsOutside, outsideFolder, readOutside } from "../support/outside-data.ts";
import { differences, judgeOutside } from "../support/outside-log-vectors.ts";

const folder = "vectors";
const there = needsOutside(
  ["generated/trees.json", "merkle/inclusion/1/happy-path.json", "tessera-log-15/checkpoint", "notes/notes.json"].map(
    (file) => `${folder}/${file}`,
  ),
);
/** As many as there were when the vectors were written down: a folder that was half copied is noticed. */
const fewest = 1094;

async function readAll(): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(join(outsideFolder, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const paths = files.map((path) => path.slice(join(outsideFolder, folder).length + 1));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readOutside(`${folder}/${path}`)] as const)));
}

test("every vector of other people's logs gets the verdict it asks for, on a server", there, async () => {
  const all = await judgeOutside(await readAll(), primitivesOnNode);
  assert.deepEqual(differences(all), []);
  assert.ok(all.length >= fewest, `${all.length} verdicts`);
});

test("every vector of other people's logs gets the verdict it asks for, in a browser", there, async () => {
  const entry = fileURLToPath(new URL("../support/outside-log-page.ts", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: "iife" });
  const handed: Record<string, string> = {};
  for (const [path, bytes] of await readAll()) handed[path] = Buffer.from(bytes).toString("base64");
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
    const answer = await page.evaluate((files) => globalThis.judgeLogVectors(files), handed);
    assert.deepEqual(answer.differences, []);
    assert.ok(answer.judged >= fewest, `${answer.judged} verdicts`);
  } finally {
    await browser.close();
  }
});
