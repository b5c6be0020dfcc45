import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import type { Trust } from "@temwen/office";
import { readPages } from "./pages.ts";

const folder = await mkdtemp(join(tmpdir(), "temwen-pages-"));
after(() => rm(folder, { recursive: true, force: true }));

test("whoever takes compressed pages gets those whose digest the log has: a compressed copy on the disk is never served", async () => {
  const built = {
    "csp.json": JSON.stringify({ "complain.worker.js": "default-src 'none'" }),
    "complain.worker.js": 'var release="0000000000000000";',
    "complain.words.fr.json": '{"words":"les mots"}',
    "annex.qr.0.js": "draw()",
  };
  for (const [name, text] of Object.entries(built)) {
    await writeFile(join(folder, name), text);
    await writeFile(join(folder, `${name}.br`), brotliCompressSync("other words"));
  }
  const pages = await readPages(folder, {} as Trust, false);
  for (const name of ["complain.words.fr.json", "annex.qr.0.js", "complain.worker.js"]) {
    const page = pages.get(name);
    assert.ok(page);
    assert.deepEqual(brotliDecompressSync(await page.brotli()), page.plain, name);
  }
});
