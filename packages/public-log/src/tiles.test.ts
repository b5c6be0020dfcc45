import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasher, openLog, testEntries, writeLog } from "./log.testing.ts";
import {
  formatEntryBundle,
  openTileTree,
  parseEntryBundle,
  parseTilePath,
  proveConsistency,
  proveInclusion,
  type ReadTile,
  readEntries,
  tilePath,
  tilesOfGrowth,
} from "./tiles.ts";
import { verifyInclusion } from "./tree.ts";

const entries = testEntries(70_000);
const anySize = fc.integer({ min: 0, max: 1400 });

test("a tile's path reads back, and has one spelling", () => {
  const anyTile = fc.record(
    {
      level: fc.oneof(fc.constant("entries" as const), fc.nat({ max: 63 })),
      n: fc.bigInt({ min: 0n, max: 2n ** 56n - 1n }),
      width: fc.integer({ min: 1, max: 256 }),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(anyTile, (tile) => {
      const read = parseTilePath(tilePath(tile));
      assert.ok(read.ok);
      assert.deepEqual(read.value, tile);
    }),
  );
  assert.equal(tilePath({ level: 0, n: 1_234_067n, width: 256 }), "tile/0/x001/x234/067");
  for (const path of ["tile/0/0", "tile/0/x000/001", "tile/00/001", "tile/0/001.p/256", "tile/0/001.p/0", "x"]) {
    assert.equal(parseTilePath(path).ok, false, path);
  }
});

test("a growth in steps writes the tiles that are named, and ends with the same log as one in one go", () => {
  fc.assert(
    fc.property(anySize, anySize, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const before = writeLog(entries.slice(0, from));
      const stepwise = writeLog(entries.slice(0, to), [from]);
      const whole = writeLog(entries.slice(0, to));
      assert.deepEqual(stepwise.root, whole.root);
      for (const [path, bytes] of whole.files) assert.deepEqual(stepwise.files.get(path), bytes, path);
      const named = [...tilesOfGrowth(BigInt(from), BigInt(to))].map(tilePath);
      const written = [...stepwise.files.keys()].filter((path) => !before.files.has(path));
      assert.deepEqual(named.toSorted(), written.toSorted());
    }),
    { numRuns: 60 },
  );
});

test("a log of 70 000 leaves has the tiles that the standard counts", () => {
  const paths = [...tilesOfGrowth(0n, 70_000n)].map(tilePath);
  assert.equal(paths.filter((path) => path.startsWith("tile/0/")).length, 274);
  assert.ok(paths.includes("tile/0/273.p/112") && paths.includes("tile/1/000"));
  assert.ok(paths.includes("tile/1/001.p/17") && paths.includes("tile/2/000.p/1"));
  assert.equal(paths.filter((path) => !/^tile\/(0|entries)\//.test(path)).length, 3);
  assert.deepEqual([...tilesOfGrowth(0n, 256n)].map(tilePath), ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
});

test("a leaf of a log with three levels is proved from its tiles", async () => {
  const log = writeLog(entries);
  const tree = await openLog(log);
  for (const index of [0n, 255n, 256n, 65_535n, 65_536n, 69_999n]) {
    const proof = await proveInclusion(tree, index);
    assert.ok(proof.ok);
    const leafHash = hasher.leaf(entries[Number(index)]!);
    assert.ok(verifyInclusion(hasher, { index, size: log.size, leafHash, proof: proof.value, root: log.root }).ok);
  }
  assert.deepEqual(await proveInclusion(tree, 70_000n), { ok: false, refusal: { code: "index-beyond-size" } });
  assert.deepEqual(await proveConsistency(tree, 70_001n), { ok: false, refusal: { code: "size-beyond-tree" } });
});

test("whoever proves a leaf waits for the files twice, however many levels the log has", async () => {
  for (const size of [1000, 70_000]) {
    const log = writeLog(entries.slice(0, size));
    const { readTile, rounds } = countRounds(log.readTile);
    const proof = await proveInclusion(await openLog({ ...log, readTile }), 300n);
    assert.equal(proof.ok, true);
    assert.equal(rounds(), 2);
  }
});

test("a tile that was changed is named before anything of it is used", async () => {
  const log = writeLog(entries.slice(0, 1100));
  const tree = await openLog(log);
  const path = "tile/0/002";
  log.files.set(
    path,
    Uint8Array.from(log.files.get(path)!, (byte, i) => (i === 5000 ? byte ^ 1 : byte)),
  );
  assert.deepEqual(await proveInclusion(tree, 600n), { ok: false, refusal: { code: "tile-wrong", path } });
  assert.ok((await proveInclusion(tree, 300n)).ok);
});

test("an entry that was changed is named, and so is one that is cut short", async () => {
  const log = writeLog(entries.slice(0, 700));
  const tree = await openLog(log);
  const read = async () => {
    for await (const entry of readEntries(tree, { from: 250n, to: 600n })) if (!entry.ok) return entry.refusal;
    return null;
  };
  assert.equal(await read(), null);
  const path = "tile/entries/001";
  const original = log.files.get(path)!;
  log.files.set(
    path,
    Uint8Array.from(original, (byte, i) => (i === 40 ? byte ^ 1 : byte)),
  );
  assert.deepEqual(await read(), { code: "tile-wrong", path });
  log.files.set(path, original.subarray(0, -1));
  assert.deepEqual(await read(), { code: "tile-malformed", path });
  log.files.delete(path);
  assert.deepEqual(await read(), { code: "tile-missing", path });
});

test("entries come in order, from where to where they are asked", async () => {
  const log = writeLog(entries.slice(0, 700));
  const indexes: bigint[] = [];
  for await (const read of readEntries(await openLog(log), { from: 250n, to: 9000n })) {
    assert.ok(read.ok);
    indexes.push(read.value.index);
    assert.deepEqual(read.value.entry, entries[Number(read.value.index)]);
  }
  assert.deepEqual([indexes.length, indexes[0], indexes.at(-1)], [450, 250n, 699n]);
});

test("a partial tile that was cleared away is read from the full one", async () => {
  const small = writeLog(entries.slice(0, 300));
  const later = writeLog(entries.slice(0, 600), [300]);
  for (const path of ["tile/0/001.p/44", "tile/entries/001.p/44"]) assert.ok(later.files.delete(path));
  const tree = await openLog({ ...small, readTile: later.readTile });
  for await (const entry of readEntries(tree, { from: 0n, to: 300n })) assert.ok(entry.ok);
  const proof = await proveInclusion(tree, 299n);
  assert.ok(proof.ok);
  const claim = { index: 299n, size: 300n, leafHash: hasher.leaf(entries[299]!), proof: proof.value };
  assert.ok(verifyInclusion(hasher, { ...claim, root: small.root }).ok);
});

test("a log whose edge is missing, cut short, or another's is not opened", async () => {
  const log = writeLog(entries.slice(0, 300));
  const path = "tile/0/001.p/44";
  const original = log.files.get(path)!;
  const open = async () => {
    const tree = await openTileTree({ ...log, hasher });
    return tree.ok ? null : tree.refusal;
  };
  log.files.delete(path);
  assert.deepEqual(await open(), { code: "tile-missing", path });
  log.files.set(path, original.subarray(1));
  assert.deepEqual(await open(), { code: "tile-malformed", path });
  log.files.set(
    path,
    Uint8Array.from(original, (byte) => byte ^ 1),
  );
  assert.deepEqual(await open(), { code: "root-differs" });
  log.files.set(path, original);
  assert.equal(await open(), null);
});

test("entries of any length read back, and a bundle with one too many or too few is refused", () => {
  const anyEntries = fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 256 });
  fc.assert(
    fc.property(anyEntries, (some) => {
      const bytes = formatEntryBundle(some);
      const read = parseEntryBundle(bytes, some.length);
      assert.ok(read.ok);
      assert.deepEqual(read.value, some);
      assert.equal(parseEntryBundle(bytes, some.length + 1).ok, false);
      if (some.length > 0) assert.equal(parseEntryBundle(bytes, some.length - 1).ok, false);
    }),
  );
  const longest = new Uint8Array(65_535).fill(7);
  const read = parseEntryBundle(formatEntryBundle([longest]), 1);
  assert.ok(read.ok && read.value[0]?.length === 65_535);
  assert.throws(() => formatEntryBundle([new Uint8Array(65_536)]));
});

/** Files that come only when everybody waits: `rounds` tells how often that was. */
function countRounds(readTile: ReadTile): { readonly readTile: ReadTile; readonly rounds: () => number } {
  let rounds = 0;
  let next: Promise<void> | undefined;
  const afterAll = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    rounds += 1;
    next = undefined;
  };
  return {
    readTile: async (path) => {
      next ??= afterAll();
      await next;
      return readTile(path);
    },
    rounds: () => rounds,
  };
}
