// A member of staff takes another passphrase: the key stays, and there is never a moment without a whole key file.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openKeyFile } from "@temwen/desk";
import { createId, millisToInstant } from "@temwen/vocabulary";
import { runCommand } from "../support/office.ts";
import { hire } from "../support/small-office.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-passphrase-"));
after(() => rm(home, { recursive: true, force: true }));
const office = createId("office", new Uint8Array(16));
const asha = await hire(["asha", "intake"], office, millisToInstant(4_000_000_000_000));
const key = join(home, "asha.age");
const [old, next] = [join(home, "old"), join(home, "new")];
const chosen = "twa ti pwason wouj k ap naje";
await writeFile(old, `${asha.passphrase}\n`);
await writeFile(next, `${chosen}\n`);
const change = (...words: readonly string[]) => ["desk", "passphrase", "--key", key, "--json", ...words];
const files = async (): Promise<readonly string[]> => (await readdir(home)).sort();

test("a key file opens with the new passphrase only, and holds the same key", async () => {
  await writeFile(key, asha.keyFile);
  const ran = await runCommand(change("--old", old, "--new", next));
  assert.deepEqual([ran.code, ran.stdout], [0, `${JSON.stringify({ key, changed: true })}\n`], ran.stderr);
  const changed = new Uint8Array(await readFile(key));
  assert.deepEqual(await openKeyFile(changed, chosen), asha.key);
  assert.equal(await openKeyFile(changed, asha.passphrase), "wrong-passphrase");
  assert.equal((await stat(key)).mode & 0o077, 0);
  assert.deepEqual(await files(), ["asha.age", "new", "old"]);
  assert.doesNotMatch(ran.stdout + ran.stderr, /pwason|AGE-SECRET/);
});

test("both passphrases may come on standard input, a line each", async () => {
  await writeFile(key, asha.keyFile);
  const ran = await runCommand(change("--old", "-", "--new", "-"), `${asha.passphrase}\r\n${chosen}\n`);
  assert.equal(ran.code, 0, ran.stderr);
  assert.deepEqual(await openKeyFile(new Uint8Array(await readFile(key)), chosen), asha.key);
});

test("a wrong, a short or a missing passphrase leaves the file as it was, and nothing beside it", async () => {
  await writeFile(key, asha.keyFile);
  const wrong: readonly (readonly [typed: string, code: number, refused: string])[] = [
    [`not hers at all\n${chosen}\n`, 1, "wrong-passphrase"],
    [`${asha.passphrase}\nshort\n`, 1, "passphrase-too-short"],
    [`${asha.passphrase}\n`, 1, "passphrase-too-short"],
    [asha.passphrase, 1, "malformed-passphrase"],
  ];
  for (const [typed, code, refused] of wrong) {
    const ran = await runCommand(change("--old", "-", "--new", "-"), typed);
    assert.deepEqual([ran.code, JSON.parse(ran.stdout).refused], [code, refused]);
    assert.deepEqual(new Uint8Array(await readFile(key)), asha.keyFile);
  }
  assert.equal((await runCommand(["desk", "passphrase", "--key", key, "--old", old])).code, 2);
  assert.deepEqual(await files(), ["asha.age", "new", "old"]);
});
