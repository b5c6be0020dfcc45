import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

// Plain JavaScript, so its type is said here.
const { digestOfInputs }: { readonly digestOfInputs: (root: string) => string } = await import(
  new URL("./stale-build.mjs", import.meta.url).href
);

test("a change in any package that a page is made from makes the build stale", async () => {
  const folder = await mkdtemp(join(tmpdir(), "temwen-stale-"));
  try {
    for (const app of ["complain", "desk"]) {
      const described = await readFile(new URL(`../apps/${app}/package.json`, import.meta.url), "utf8");
      for (const name of described.matchAll(/"@temwen\/([a-z-]+)": "/g)) {
        const source = join(folder, "packages", name[1] ?? "", "src");
        await mkdir(source, { recursive: true });
        const before = digestOfInputs(folder);
        await writeFile(join(source, "a.ts"), `for ${app}`);
        assert.notEqual(digestOfInputs(folder), before, name[1]);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
