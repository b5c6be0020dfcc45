import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { checkShape, type ShapeReport } from "./check-shape.ts";

function shapeOf(path: string, text: string): ShapeReport {
  const root = mkdtempSync(join(tmpdir(), "temwen-shape-"));
  try {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    return checkShape(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test("a file of 300 lines is nothing to speak of, a longer one is noted, one of more than 500 fails", () => {
  assert.deepEqual(shapeOf("packages/office/src/roles.ts", "\n".repeat(300)), { failures: [], warnings: [] });
  assert.equal(shapeOf("packages/office/src/roles.ts", "\n".repeat(301)).warnings.length, 1);
  assert.equal(shapeOf("packages/office/src/roles.ts", "\n".repeat(501)).failures.length, 1);
});

test("tests and catalogues may be long", () => {
  for (const path of ["packages/office/src/roles.test.ts", "packages/words/src/catalogues/ht.ts"]) {
    assert.deepEqual(shapeOf(path, "\n".repeat(900)), { failures: [], warnings: [] });
  }
});

test("a file that is not in kebab-case fails, and a README is one", () => {
  assert.equal(shapeOf("apps/server/src/deskApi.ts", "").failures.length, 1);
  assert.equal(shapeOf("apps/server/README.md", "").failures.length, 0);
});

test('a test whose name says "should" fails', () => {
  assert.equal(shapeOf("test/filing.test.ts", 'test("it should seal", () => {});').failures.length, 1);
  assert.equal(shapeOf("test/filing.test.ts", 'test("it seals", () => {});').failures.length, 0);
});

test("work put off in a comment fails", () => {
  const mark = ["TO", "DO"].join("");
  assert.equal(shapeOf("apps/server/src/main.ts", `// ${mark}: later`).failures.length, 1);
});
