// Our logs, in the hands of programs that share nothing with ours but the standards: one hundred lines of Python, and Go's own
// library for such logs.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { formatVkey } from "@temwen/public-log/note";
import { findOnPath } from "../tools/ensure-browser.ts";
import { ensureLogChecker, logCheckerPath } from "../tools/ensure-log-checker.ts";
import { runCommand } from "../tools/run-command.ts";
import { testLogSigner, testOrigin, writeLogFolder } from "./support/written-log.ts";

const isContinuousIntegration = !["", "0", "false", undefined].includes(process.env.CI);
const { vkey } = testLogSigner();

type Checker = {
  readonly name: string;
  readonly skip: string | false;
  readonly check: (folder: string) => Promise<{ readonly code: number; readonly output: string }>;
  /** What it says of a checkpoint, and of a tile, that was changed. */
  readonly complaints: readonly [RegExp, RegExp];
};

const checkers: readonly Checker[] = [
  {
    name: "a program in Python",
    skip: findOnPath("python3") === null ? "python3 is not on this machine" : false,
    check: (folder) => {
      const program = fileURLToPath(new URL("support/check-log/main.py", import.meta.url));
      const key = Buffer.from(vkey.publicKey).toString("hex");
      return runCommand("python3", [program, folder, testOrigin, key]);
    },
    complaints: [/did not sign/, /^wrong: tile\/0\/001$/m],
  },
  {
    name: "Go's own library",
    skip:
      existsSync(logCheckerPath()) || isContinuousIntegration
        ? false
        : "not built here: node tools/ensure-log-checker.ts builds it",
    check: async (folder) => runCommand(await ensureLogChecker(), [folder, formatVkey(vkey)]),
    complaints: [/invalid signature/, /inconsistent tile/],
  },
];

for (const { name, skip, check, complaints } of checkers) {
  for (const size of [0, 1, 255, 256, 257, 70_000]) {
    test(`a log of ${size} leaves that we wrote is whole and signed for ${name}`, { skip }, async () => {
      await withFolder(async (folder) => {
        const root = await writeLogFolder(folder, size);
        assert.deepEqual(await check(folder), { code: 0, output: `${size} ${root}\n` });
      });
    });
  }

  test(`${name} sees a checkpoint and a tile that were changed, and an entry`, { skip }, async () => {
    await withFolder(async (folder) => {
      const root = await writeLogFolder(folder, 600, 100);
      await assertComplains(check, folder, ["checkpoint", complaints[0]]);
      await assertComplains(check, folder, ["tile/0/001", complaints[1]]);
      await assertComplains(check, folder, ["tile/entries/000", /^wrong: tile\//m]);
      assert.deepEqual(await check(folder), { code: 0, output: `600 ${root}\n` });
    });
  });
}

async function assertComplains(check: Checker["check"], folder: string, wanted: readonly [string, RegExp]) {
  const path = join(folder, wanted[0]);
  const bytes = await readFile(path);
  // A byte of the first entry that is a letter, of a hash, and of the checkpoint's root.
  await writeFile(
    path,
    bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
  );
  const { code, output } = await check(folder);
  assert.equal(code, 1);
  assert.match(output, wanted[1]);
  await writeFile(path, bytes);
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-log-"));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
