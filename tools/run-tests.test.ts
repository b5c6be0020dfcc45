import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readModuleGraph } from "./module-graph.ts";
import { runTestFiles, runTestFilesTwice, type TestRun } from "./run-tests.ts";

const tools = dirname(fileURLToPath(import.meta.url));

async function runIn(files: Readonly<Record<string, string>>, run = runTestFiles): Promise<TestRun> {
  const root = mkdtempSync(join(tmpdir(), "temwen-run-tests-"));
  try {
    mkdirSync(join(root, "tools"));
    mkdirSync(join(root, "test"));
    cpSync(join(tools, "test-reporter.mjs"), join(root, "tools/test-reporter.mjs"));
    symlinkSync(join(tools, "../node_modules"), join(root, "node_modules"));
    writeFileSync(join(root, "package.json"), '{ "type": "module" }');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, "test", name), text);
    const { NODE_TEST_CONTEXT: _, ...env } = process.env; // a runner inside a runner would otherwise report to the outer one
    const tests = Object.keys(files).filter((name) => name.includes(".test."));
    return await run(
      await readModuleGraph(root),
      tests.map((name) => `test/${name}`),
      { concurrency: 1, env },
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const head = 'import assert from "node:assert/strict";\nimport { describe, test } from "node:test";\n';

test("passes, failures and skips of all files are added up, and a suite is not counted twice", async () => {
  const { sums, report } = await runIn({
    "one.test.ts": `${head}test("a", () => {});\ndescribe("s", () => { test("b", () => { assert.equal(1, 2); }); test("c", () => {}); });\n`,
    "two.test.ts": `${head}test("d", { skip: true }, () => {});\ntest("e", () => {});\n`,
  });
  assert.deepEqual(sums, { passed: 3, failed: 1, skipped: 1 });
  assert.match(report, /✖ b\n +test\/one\.test\.ts:4/);
  assert.doesNotMatch(report, /✖ s\n/);
});

test("a test file that does not load is a failure, with what it said", async () => {
  const { sums, report } = await runIn({ "broken.test.ts": 'import "./absent.ts";\n' });
  assert.equal(sums.failed, 1);
  assert.match(report, /absent\.ts/);
});

test("a test process that kills itself is a failure", async () => {
  const { sums } = await runIn({
    "gone.test.ts": `${head}test("a", () => { process.kill(process.pid, "SIGKILL"); });\n`,
  });
  assert.ok(sums.failed >= 1);
});

test("a test that loads a component runs with it", async () => {
  const { sums, report } = await runIn({
    "label.tsx": "export const Label = ({ text }: { text: string }) => <b>{text}</b>;\n",
    "label.test.ts": `${head}import { Label } from "./label.tsx";\ntest("a", () => { assert.equal(typeof Label, "function"); });\n`,
  });
  assert.deepEqual([sums, report], [{ passed: 1, failed: 0, skipped: 0 }, ""]);
});

test("what failed beside others and passes alone counts, and is named", async () => {
  const once =
    'test("wavers", () => { if (!existsSync("test/been")) { writeFileSync("test/been", ""); assert.fail("busy"); } });';
  const { sums, report } = await runIn(
    {
      "one.test.ts": `${head}import { existsSync, writeFileSync } from "node:fs";\n${once}\ntest("b", () => {});\n`,
      "two.test.ts": `${head}test("c", () => {});\n`,
    },
    runTestFilesTwice,
  );
  assert.deepEqual(sums, { passed: 3, failed: 0, skipped: 0 });
  assert.match(report, /passed alone[\s\S]*✖ wavers/);
});

test("what fails twice has failed", async () => {
  const broken = { "one.test.ts": `${head}test("a", () => { assert.equal(1, 2); });\ntest("b", () => {});\n` };
  const { sums } = await runIn(broken, runTestFilesTwice);
  assert.deepEqual(sums, { passed: 1, failed: 1, skipped: 0 });
});
