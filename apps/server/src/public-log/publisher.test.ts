import assert from "node:assert/strict";
import { test } from "node:test";
import { findKeptHead, keptHeadPath } from "@temwen/public-log/kept-heads";
import type { NoteSigner } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import type { LogRows } from "@temwen/record";
import { allowSigning, forbidSigning, readSignedSize } from "./head-signer.ts";
import { freshLeaves, openTestLog, publishSome, witnessCalled } from "./publishing.testing.ts";
import type { TileFolder } from "./tile-folder.ts";

class Cut extends Error {}

/** A folder that breaks at its n-th writing, before or after it took effect, and stays broken: the process is dead. */
function breaking(folder: TileFolder, at: number, when: "before" | "after"): TileFolder {
  let written = 0;
  const cutting =
    <Outcome>(write: (files: Parameters<TileFolder["write"]>[0]) => Promise<Outcome>) =>
    async (files: Parameters<TileFolder["write"]>[0]): Promise<Outcome> => {
      written += 1;
      if (written > at || (written === at && when === "before")) throw new Cut();
      const outcome = await write(files);
      if (written === at) throw new Cut();
      return outcome;
    };
  return { ...folder, write: cutting(folder.write), add: cutting(folder.add) };
}

test("a log of any size up to two full tiles and one leaf is whole for whoever reads all of it", async () => {
  await using log = await openTestLog();
  const publisher = log.open();
  let size = 0n;
  for (const count of [1, 1, 3, 250, 1, 1, 254, 2]) {
    size += BigInt(count);
    assert.equal((await publishSome(publisher, log.rows, count)).head.size, size);
    assert.equal((await log.check()).size, size);
  }
  assert.equal(size, 513n);
});

test("a process that dies at any step loses nothing that was taken, and no two heads have one size", async () => {
  for (const when of ["before", "after"] as const) {
    for (const step of ["tiles", "signature", "kept", "checkpoint"] as const) {
      await using log = await openTestLog();
      await publishSome(log.open(), log.rows, 200);
      const broken = {
        tiles: { tiles: breaking(log.tiles, 1, when) },
        signature: { memory: breaking(log.memory, 1, when) },
        kept: { tiles: breaking(log.tiles, 2, when) },
        checkpoint: { tiles: breaking(log.tiles, 3, when) },
      }[step];
      await assert.rejects(publishSome(log.open(broken), log.rows, 100), Cut);
      const taken = (await log.rows.readHead()).size;
      assert.equal(taken, 300n, "what was taken stands in the database");
      const before = await log.check();
      assert.ok(before.size === 200n || before.size === 300n, "nothing half is shown");
      const again = log.open();
      assert.ok((await again.finish()).ok);
      assert.equal((await log.check()).size, 300n, `${step} ${when}`);
      assert.deepEqual(await log.tiles.read(keptHeadPath(300n)), await log.tiles.read("checkpoint"));
      await publishSome(again, log.rows, 30);
      assert.equal((await log.check()).size, 330n);
    }
  }
});

test("every checkpoint that was shown is kept beside those before it", async () => {
  await using log = await openTestLog();
  const shown = [];
  for (const count of [3, 300, 1]) shown.push(await publishSome(log.open(), log.rows, count));
  for (const { head, checkpoint } of shown) {
    const kept = await findKeptHead({ ...log.tiles, readFile: log.tiles.read }, head.size);
    assert.deepEqual(kept && Buffer.from(kept), Buffer.from(checkpoint));
  }
});

test("what was sequenced by a process that died before its tiles is published by the next", async () => {
  await using log = await openTestLog();
  const silent: LogRows = {
    ...log.rows,
    extend: async (step) => {
      await log.rows.extend(step);
      throw new Cut();
    },
  };
  await assert.rejects(publishSome(log.open({ rows: silent }), log.rows, 70), Cut);
  assert.equal((await log.check()).size, 0n);
  assert.ok((await log.open().finish()).ok);
  assert.equal((await log.check()).size, 70n);
});

test("two processes that put leaves behind one head: one is taken whole, the other is told", async () => {
  await using log = await openTestLog();
  const [one, another] = [log.open(), log.open()];
  await publishSome(one, log.rows, 10);
  await another.finish();
  const head = await log.rows.readHead();
  assert.ok((await one.publish(head, freshLeaves(5), 0)).ok);
  assert.deepEqual(await another.publish(head, freshLeaves(7), 0), { ok: false, refusal: { code: "overtaken" } });
  await publishSome(another, log.rows, 7);
  assert.equal((await log.check()).size, 22n);
});

test("without its quorum nothing is shown; when the witness is back, all is", async () => {
  let isAsleep = false;
  await using log = await openTestLog((key) => [
    witnessCalled("press", key),
    witnessCalled("university", key, () => isAsleep),
  ]);
  const publisher = log.open();
  await publishSome(publisher, log.rows, 3);
  assert.deepEqual((await log.check()).cosigned, ["press", "university"]);
  isAsleep = true;
  const refused = await publisher.publish(await log.rows.readHead(), freshLeaves(4), 0);
  assert.deepEqual(refused, { ok: false, refusal: { code: "quorum-missing", cosigned: ["press"] } });
  assert.equal((await log.check()).size, 3n);
  isAsleep = false;
  assert.ok((await publisher.finish()).ok);
  const { size, cosigned } = await log.check();
  assert.deepEqual([size, cosigned], [7n, ["press", "university"]]);
});

test("a head that was shown under an easier policy is cosigned and shown again at the next start, without a new leaf", async () => {
  let isAsleep = true;
  const asked = (key: NoteSigner) => [witnessCalled("press", key), witnessCalled("university", key, () => isAsleep)];
  await using log = await openTestLog(asked, 1);
  await publishSome(log.open(), log.rows, 3);
  assert.deepEqual((await log.check()).cosigned, ["press"]);
  isAsleep = false;
  const [group] = log.policy.groups;
  assert.ok(group);
  assert.ok((await log.open({ policy: { ...log.policy, groups: [{ ...group, threshold: 2 }] } }).finish()).ok);
  const { size, cosigned } = await log.check();
  assert.deepEqual([size, cosigned], [3n, ["press", "university"]]);
});

test("a database from an old backup is noticed by the key's own memory, and nothing is signed", async () => {
  await using log = await openTestLog();
  await using older = await openTestLog();
  const publisher = log.open();
  await publishSome(publisher, log.rows, 300);
  await publishSome(older.open(), older.rows, 10);
  const standing = await log.tiles.read("checkpoint");
  const restored = log.open({ rows: older.rows });
  assert.deepEqual(await restored.finish(), { ok: false, refusal: { code: "behind-signed-head", signed: 300n } });
  assert.deepEqual(await log.tiles.read("checkpoint"), standing);
});

test("an office from a backup puts nothing behind its log, and signs nothing, until it is told what the public saw", async () => {
  await using log = await openTestLog();
  await publishSome(log.open(), log.rows, 20);
  const shown = await log.tiles.read("checkpoint");
  assert.ok(shown);
  await forbidSigning(log.memoryFolder);
  const publisher = log.open();
  for (let n = 0; n < 2; n++) {
    const outcome = await publisher.publish(await log.rows.readHead(), freshLeaves(3), 0);
    assert.deepEqual(outcome, { ok: false, refusal: { code: "restored" } });
  }
  assert.equal((await log.rows.readHead()).size, 20n);
  const key = { signer: log.log, memory: log.memoryFolder, primitives: primitivesOnNode };
  assert.ok((await allowSigning(key, { checkpoint: shown, prove: async () => [] })).ok);
  await publishSome(publisher, log.rows, 3);
  assert.equal((await log.check()).size, 23n);
});

test("a key never forgets what it signed: no copy that ends before it, or is another history, lets it go on", async () => {
  await using log = await openTestLog();
  await using another = await openTestLog();
  const publisher = log.open();
  const older = (await publishSome(publisher, log.rows, 10)).checkpoint;
  const { head } = await publishSome(publisher, log.rows, 10);
  const other = (await publishSome(another.open(), another.rows, 30)).checkpoint;
  const key = { signer: log.log, memory: log.memoryFolder, primitives: primitivesOnNode };
  const prove = async () => [];
  const stale = await allowSigning(key, { checkpoint: older, prove });
  assert.deepEqual(stale, { ok: false, refusal: { code: "behind-signed-head", signed: 20n } });
  const forked = await allowSigning(key, { checkpoint: other, prove });
  assert.deepEqual(forked, { ok: false, refusal: { code: "not-consistent", signed: 20n } });
  assert.deepEqual(await readSignedSize(key), head.size);
});

test("a tile that stands is never replaced by another one: the log stops, and names it", async () => {
  await using log = await openTestLog();
  await publishSome(log.open(), log.rows, 5);
  const seen = new Uint8Array(32 * 8).fill(7);
  await log.tiles.write([{ path: "tile/0/000.p/8", bytes: seen }]);
  const outcome = await log.open().publish(await log.rows.readHead(), freshLeaves(3), 0);
  assert.deepEqual(outcome, { ok: false, refusal: { code: "tiles-differ", path: "tile/0/000.p/8" } });
  assert.deepEqual(new Uint8Array((await log.tiles.read("tile/0/000.p/8")) ?? []), seen);
  assert.equal((await log.check()).size, 5n);
});

test("a database that holds another history of the same size gets nothing put behind it", async () => {
  await using log = await openTestLog();
  await using another = await openTestLog();
  const publisher = log.open();
  await publishSome(publisher, log.rows, 5);
  await publishSome(another.open(), another.rows, 5);
  const outcome = await publisher.publish(await another.rows.readHead(), freshLeaves(1), 0);
  assert.deepEqual(outcome, { ok: false, refusal: { code: "rows-differ", size: 5n } });
});

test("nothing is signed behind, or beside, what everybody was shown, whatever the key's memory says", async () => {
  await using log = await openTestLog();
  const publisher = log.open();
  await publishSome(publisher, log.rows, 5);
  const memory = await log.memory.read("last-signed");
  await publishSome(publisher, log.rows, 5);
  await log.memory.write([{ path: "last-signed", bytes: memory ?? new Uint8Array() }]);
  assert.deepEqual(await log.open().finish(), { ok: false, refusal: { code: "behind-signed-head", signed: 10n } });
});

test("leaves that were changed in the database are not published, whoever changed them", async () => {
  await using log = await openTestLog();
  await publishSome(log.open(), log.rows, 5);
  const forged: LogRows = {
    ...log.rows,
    readLeaves: async (from, to) =>
      (await log.rows.readLeaves(from, to)).map((leaf) => Uint8Array.from(leaf, (byte) => byte ^ 1)),
  };
  const silent: LogRows = {
    ...log.rows,
    extend: async (step) => {
      await log.rows.extend(step);
      throw new Cut();
    },
  };
  await assert.rejects(publishSome(log.open({ rows: silent }), log.rows, 3), Cut);
  assert.deepEqual(await log.open({ rows: forged }).finish(), {
    ok: false,
    refusal: { code: "rows-differ", size: 8n },
  });
  assert.equal((await log.check()).size, 5n);
});

test("tiles that are gone are made again from the database, and continue what was signed", async () => {
  await using log = await openTestLog();
  await publishSome(log.open(), log.rows, 300);
  await log.tiles.remove([
    "tile/0/000",
    "tile/0/001.p/44",
    "tile/entries/000",
    "tile/entries/001.p/44",
    "tile/1/000.p/1",
  ]);
  await publishSome(log.open(), log.rows, 5);
  assert.equal((await log.check()).size, 305n);
});

test("a full tile or a bundle of entries that is gone is made again at the next start; one cut short is named", async () => {
  await using log = await openTestLog();
  await publishSome(log.open(), log.rows, 600);
  for (const path of ["tile/0/000", "tile/entries/001", "tile/entries/002.p/88"]) {
    await log.tiles.remove([path]);
    assert.ok((await log.open().finish()).ok);
    assert.equal((await log.check()).size, 600n, path);
  }
  for (const path of ["tile/0/001", "tile/0/002.p/88"]) {
    const bytes = (await log.tiles.read(path)) ?? new Uint8Array();
    await log.tiles.write([{ path, bytes: bytes.slice(0, 100) }]);
    assert.deepEqual(await log.open().finish(), { ok: false, refusal: { code: "tiles-differ", path } });
    await log.tiles.write([{ path, bytes }]);
  }
  assert.ok((await log.open().finish()).ok);
});

test("while too few witnesses answer the log does not grow, however often it is its turn", async () => {
  let isAsleep = false;
  await using log = await openTestLog((key) => [witnessCalled("press", key, () => isAsleep)]);
  const publisher = log.open();
  await publishSome(publisher, log.rows, 3);
  isAsleep = true;
  for (let turn = 0; turn < 3; turn++) {
    const outcome = await publisher.publish(await log.rows.readHead(), freshLeaves(4), 0);
    assert.equal(outcome.ok, false);
    assert.equal((await log.rows.readHead()).size, 7n, "one batch waits to be shown, and no second");
  }
});

test("partial tiles go when the full one stands, of whatever width they were", async () => {
  await using log = await openTestLog();
  const publisher = log.open();
  for (let n = 0; n < 17; n++) await publishSome(publisher, log.rows, 16);
  assert.deepEqual(await log.tiles.list("tile/0/000.p"), []);
  assert.deepEqual(await log.tiles.list("tile/entries/000.p"), []);
  assert.deepEqual(await log.tiles.list("tile/0/001.p"), ["16"]);
  assert.equal((await log.check()).size, 272n);
});

test("a tile that was changed on the disk stops the log before anything is signed over it", async () => {
  await using log = await openTestLog();
  await publishSome(log.open(), log.rows, 5);
  await log.tiles.write([{ path: "tile/0/000.p/5", bytes: new Uint8Array(160) }]);
  const outcome = await log.open().publish(await log.rows.readHead(), freshLeaves(1), 0);
  assert.deepEqual(outcome, { ok: false, refusal: { code: "tiles-differ", path: "tile/0/000.p/5" } });
});
