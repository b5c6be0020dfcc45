import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkLog } from "./fsck.ts";
import { hasher, type MemoryLog, testEntries, writeLog } from "./log.testing.ts";

const entries = testEntries(1100);

async function check(log: MemoryLog) {
  const progress: bigint[] = [];
  const walk = checkLog({ ...log, hasher });
  for (;;) {
    const step = await walk.next();
    if (step.done) return { verdict: step.value, progress };
    progress.push(step.value.entries);
  }
}

const refusalOf = async (log: MemoryLog) => {
  const { verdict } = await check(log);
  return verdict.ok ? null : verdict.refusal;
};

test("a whole log is found whole, and the check says how far it is", async () => {
  for (const size of [0, 1, 255, 256, 257, 1100]) {
    const { verdict, progress } = await check(writeLog(entries.slice(0, size)));
    assert.ok(verdict.ok);
    assert.equal(verdict.value.entries, BigInt(size));
    assert.equal(progress.at(-1) ?? 0n, BigInt(size));
  }
  const { verdict } = await check(writeLog(entries));
  // Five tiles of entries, five of leaves, one above.
  assert.ok(verdict.ok && verdict.value.tiles === 11n);
});

test("a bit changed in any file of a log is found, and the file is named", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1100 }), fc.nat(), fc.nat(), async (size, which, where) => {
      const log = writeLog(entries.slice(0, size));
      const paths = [...log.files.keys()].filter((path) => log.files.get(path)!.length > 0);
      const path = paths[which % paths.length]!;
      const bytes = Uint8Array.from(log.files.get(path)!);
      const at = where % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (where % 8));
      log.files.set(path, bytes);
      const refusal = await refusalOf(log);
      assert.ok(refusal !== null && "path" in refusal, JSON.stringify(refusal));
      assert.equal(refusal.path, path);
    }),
    { numRuns: 60 },
  );
});

test("any file of a log that is gone, or cut short, is named", async () => {
  const log = writeLog(entries);
  for (const [path, bytes] of [...log.files]) {
    log.files.delete(path);
    assert.deepEqual(await refusalOf(log), { code: "tile-missing", path });
    log.files.set(path, bytes.subarray(0, -1));
    assert.deepEqual(await refusalOf(log), { code: "tile-malformed", path });
    log.files.set(path, bytes);
  }
  assert.equal(await refusalOf(log), null);
});

test("a log with two leaves exchanged, tiles and all, does not agree with its checkpoint", async () => {
  const swapped = writeLog([entries[1]!, entries[0]!, ...entries.slice(2)]);
  const log = writeLog(entries);
  assert.deepEqual(await refusalOf({ ...swapped, root: log.root }), { code: "root-differs" });
});

test("of several wrong files the first on the way is named", async () => {
  const log = writeLog(entries);
  for (const path of ["tile/0/003", "tile/entries/001"]) {
    log.files.set(
      path,
      Uint8Array.from(log.files.get(path)!, (byte, i) => (i === 9 ? byte ^ 4 : byte)),
    );
  }
  assert.deepEqual(await refusalOf(log), { code: "tile-wrong", path: "tile/entries/001" });
});
