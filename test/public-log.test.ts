// From a complaint to the public log: every leaf opened again by who may, and nothing else to be seen in it.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { isVouchedFor, recordBytes } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { openCheckpoint } from "@temwen/public-log/checkpoint";
import type { Vkey } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { openTileTree, readEntries } from "@temwen/public-log/tiles";
import { committedLeaf, proofNumberOf, stopLeaf } from "@temwen/sealing/leaf";
import { bytesToBase64, canonicalBytes, parseInstant } from "@temwen/vocabulary";
import { openLogKey } from "../apps/temwen/src/own-log/log-key.ts";
import { acknowledgement, doActs, fileCase } from "./support/casework.ts";
import { postJson, sealParcel } from "./support/parcels.ts";
import { type SmallOffice, startSmallOffice } from "./support/small-office.ts";

const { hasher } = primitivesOnNode;
const batch = 12;

let folder: string;
let office: SmallOffice;
let vkey: Vkey;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "temwen-log-"));
  const places = { path: folder, keys: join(folder, "keys") } as Parameters<typeof openLogKey>[0];
  await mkdir(places.keys);
  const signer = await openLogKey(places, {
    office: "ofc_0" as never,
    publicUrl: "https://log.example/",
    isBegun: false,
  });
  vkey = signer.vkey;
  office = await startSmallOffice({
    publicLog: {
      signer,
      folder: join(folder, "log"),
      memory: join(folder, "memory"),
      rhythm: { everyMillis: 3_600_000, batch },
      release: { version: "1.2.3", sources: "ab".repeat(32) },
    },
  });
});
after(async () => {
  await office[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** The log as anybody reads it over HTTP, every entry checked. */
async function readLog(): Promise<readonly Uint8Array[]> {
  const fetchFile = async (path: string): Promise<Uint8Array | null> => {
    const answer = await fetch(`${office.url}/log/${path}`);
    return answer.status === 404 ? null : new Uint8Array(await answer.arrayBuffer());
  };
  const checkpoint = await fetchFile("checkpoint");
  if (!checkpoint) return [];
  const opened = openCheckpoint(checkpoint, [vkey], primitivesOnNode);
  assert.ok(opened.ok && opened.value.note.verified.length === 1);
  const { size, root, origin } = opened.value.checkpoint;
  assert.equal(origin, "log.example/log");
  const tree = await openTileTree({ hasher, readTile: fetchFile, size, root });
  assert.ok(tree.ok);
  const entries: Uint8Array[] = [];
  for await (const read of readEntries(tree.value, { from: 0n, to: size })) {
    assert.ok(read.ok);
    entries.push(read.value.entry);
  }
  return entries;
}

/** Steps until the log has followed the record to its end. */
async function settle(): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await office.server.publicLog?.step();
    const { followed } = await office.record.log.readHead();
    if ((await office.record.readAfter(followed, 1)).length === 0) return;
  }
  throw new Error("the log does not catch up");
}

const monthOf = (at: string): number => {
  const local = new Date(new Date(at).toLocaleString("en-US", { timeZone: office.pack.zone }));
  return (local.getFullYear() - 2020) * 12 + local.getMonth();
};

test("a complaint and what was done with it stand in the log, and only who holds receipt and salts finds them", async () => {
  const { caseId, keys, desk } = await fileCase(office);
  await doActs(desk, caseId, acknowledgement);
  await settle();
  const entries = (await readLog()).map((entry) => bytesToBase64(entry));
  const mailbox = await office.courier().readMailbox(keys.mailbox);
  assert.ok(mailbox.ok);
  const [shown] = mailbox.value.cases;
  const address = await office.courier().findAddress(keys.mailbox);
  assert.ok(shown && address.ok);
  const events = await office.record.readStream(caseId);
  const salts = await office.record.log.readOf(caseId);
  const erasable = await office.record.readErasable(caseId);
  assert.ok(erasable);
  const clock = office.pack.clocks.find(({ stopsOn, publish }) => publish && stopsOn === "case.acknowledged");
  assert.ok(clock);
  let stops = 0;
  for (const event of events) {
    const record = recordBytes(event);
    const facts = { period: monthOf(event.at), labelKey: keys.labelKey, record };
    for (const { part, index, salt } of salts.filter((one) => one.event === event.index)) {
      const opens: Uint8Array | undefined = event.index === 0 ? erasable.salt : salt;
      assert.ok(opens);
      const leaf: Uint8Array =
        part === 0
          ? committedLeaf({ ...facts, index: event.index, salt: opens })
          : stopLeaf({ ...facts, clock: clock.id, salt: opens });
      if (part > 0) stops += 1;
      assert.equal(entries[Number(index)], bytesToBase64(leaf), `event ${event.index} part ${part}`);
    }
  }
  assert.equal(salts.filter(({ part }) => part === 0).length, events.length, "every event has its leaf");
  assert.deepEqual(
    shown.leaves.map(({ event, part, index, salt }) => [event, part, index, bytesToBase64(salt)]),
    salts
      .filter(({ event }) => shown.events.some(({ index }) => index === event))
      .map(({ event, part, index, salt }) => [
        event,
        part,
        index,
        bytesToBase64(event === 0 ? erasable.salt : (salt ?? new Uint8Array())),
      ]),
    "the person is given what opens the steps that are theirs, and no other",
  );
  assert.equal(bytesToBase64(address.value.leaf?.salt ?? new Uint8Array()), bytesToBase64(erasable.salt));
  assert.equal(stops, 1, "acknowledging stops the clock of the acknowledgement");
});

test("filing gives a word for the leaf, signed by the office's clock key; the same parcel gets the same", async () => {
  const { parcel, keys } = await sealParcel(office.directory());
  const [first, again] = [await office.courier().fileParcel(parcel), await office.courier().fileParcel(parcel)];
  assert.ok(first.ok && again.ok && first.value.promise);
  assert.deepEqual(again.value, first.value);
  const { body, vouching } = first.value.promise;
  assert.equal(vouching.key, office.directory().clockKey);
  assert.ok(isVouchedFor(canonicalBytes(body), vouching, verifyOnNode));
  const [received] = await office.record.readStream(parcel.manifest.event.case);
  const erasable = await office.record.readErasable(parcel.manifest.event.case);
  assert.ok(received && erasable);
  const leaf = committedLeaf({
    period: monthOf(received.at),
    labelKey: keys.labelKey,
    index: 0,
    salt: erasable.salt,
    record: recordBytes(received),
  });
  assert.equal(body.leaf, bytesToBase64(hasher.leaf(leaf)));
  assert.equal(first.value.proofNumber, proofNumberOf(leaf));
  assert.ok(parseInstant(body.by).ok && body.by > received.at);
  await settle();
  const found = await postJson(office, "/api/log/find", { proofNumber: first.value.proofNumber });
  const [index] = (found.body as { indexes: readonly string[] }).indexes;
  assert.equal(bytesToBase64((await readLog())[Number(index)] ?? new Uint8Array()), bytesToBase64(leaf));
});

test("sent again with another salt, the same complaint gets its answer, and no word for a leaf that will never stand", async () => {
  const { parcel } = await sealParcel(office.directory());
  await office.courier().fileParcel(parcel);
  const salted = {
    ...parcel,
    manifest: { ...parcel.manifest, salt: bytesToBase64(crypto.getRandomValues(new Uint8Array(32))) },
  };
  const again = await office.courier().fileParcel(salted);
  assert.ok(again.ok);
  assert.equal(again.value.promise, undefined);
});

test("a batch is as long on a day without complaints as on any other, and its leaves look alike", async () => {
  // The pages of the day go in first.
  for (let step = 0; step < 12; step++) await office.server.publicLog?.step();
  await settle();
  const before = (await readLog()).length;
  await office.server.publicLog?.step();
  const quiet = (await readLog()).slice(before);
  for (let n = 0; n < 3; n++) await fileCase(office);
  const between = (await readLog()).length;
  await office.server.publicLog?.step();
  const busy = (await readLog()).slice(between);
  for (const leaves of [quiet, busy]) {
    assert.equal(leaves.length, batch);
    for (const leaf of leaves) {
      assert.equal(leaf.length, 192);
      assert.deepEqual([leaf[0], leaf[1]], [1, 0]);
    }
  }
});

test("more than a batch holds waits for the next one, and the operator is told", async () => {
  await settle();
  const before = (await readLog()).length;
  for (let n = 0; n < batch + 3; n++) {
    const { parcel } = await sealParcel(office.directory());
    await office.courier().fileParcel(parcel);
  }
  await office.server.publicLog?.step();
  assert.equal((await readLog()).length, before + batch);
  assert.match(office.logged(), /more waits for the public log/);
  await settle();
  assert.equal((await office.record.log.readHead()).followed, (await office.record.readAfter(0, 10_000)).length);
});

test("what the roots signed is public: directory, deadlines byte for byte; and every page that is the same for all", async () => {
  await settle();
  for (let step = 0; step < 12; step++) await office.server.publicLog?.step();
  const texts = (await readLog()).filter((leaf) => leaf[0] === 0x7b).map((leaf) => new TextDecoder().decode(leaf));
  const values = texts.map((text) => JSON.parse(text) as { readonly type: string; readonly [name: string]: unknown });
  assert.deepEqual(
    texts,
    values.map((value) => new TextDecoder().decode(canonicalBytes(value as never))),
  );
  const kinds = new Set(values.map(({ type }) => type));
  assert.deepEqual([...kinds].sort(), [
    "temwen.deadlines/1",
    "temwen.directory/1",
    "temwen.log-policy/1",
    "temwen.page/1",
    "temwen.release/1",
  ]);
  const page = values.find(({ path }) => path === "/complain");
  const served = await (await fetch(`${office.url}/complain`)).arrayBuffer();
  assert.equal(page?.sha256, Buffer.from(await crypto.subtle.digest("SHA-256", served)).toString("hex"));
  assert.equal(values.filter(({ path }) => path === "/complain").length, 1, "once a day");
  const release = values.find(({ type }) => type === "temwen.release/1");
  assert.deepEqual([release?.version, release?.sources], ["1.2.3", "ab".repeat(32)]);
  const policy = values.find(({ type }) => type === "temwen.log-policy/1");
  assert.equal(policy?.text, await (await fetch(`${office.url}/log/policy`)).text());
});

test("an address that is no tile, or wanders, finds nothing; a proof number that is none is refused", async () => {
  for (const path of [
    "tile/0/000.p/256",
    "tile/0/..%2f..%2fmemory%2flast-signed",
    "last-signed",
    "tile/9/999",
    "tile/00/000",
  ]) {
    assert.equal((await fetch(`${office.url}/log/${path}`)).status, 404, path);
  }
  for (const proofNumber of ["", "12345678901", "1234567890123", 123456789012, "12345678901a", null]) {
    const answer = await postJson(office, "/api/log/find", { proofNumber });
    assert.deepEqual([answer.status, answer.body.code], [422, "malformed-number"]);
  }
  const none = await postJson(office, "/api/log/find", { proofNumber: "000000000000" });
  assert.deepEqual(none.body, { indexes: [] });
});

test("what is public takes no complaint's place: of the others every batch has as many, whatever was filed and shown", async ({
  mock,
}) => {
  await settle();
  mock.timers.enable({ apis: ["Date"], now: Date.now() });
  const counted: number[] = [];
  for (const filed of [0, 5, 0]) {
    // As on a new day: the pages are said anew.
    mock.timers.tick(86_400_000);
    for (let n = 0; n < filed; n++) await fileCase(office);
    const before = (await readLog()).length;
    await office.server.publicLog?.step();
    const leaves = (await readLog()).slice(before);
    assert.ok(leaves.some((leaf) => leaf[0] === 0x7b));
    counted.push(leaves.filter((leaf) => leaf[0] === 1).length);
  }
  assert.deepEqual(counted, [batch, batch, batch]);
});

test("right after the turn of a month cover bears both months, as the events do that came before and after it", async ({
  mock,
}) => {
  await settle();
  // Half an hour behind the turn, at a log that says something once an hour.
  mock.timers.enable({ apis: ["Date"], now: Date.parse("2027-02-01T00:30:00-05:00") });
  const months = new Set<number>();
  for (let step = 0; step < 8; step++) {
    const before = (await readLog()).length;
    await office.server.publicLog?.step();
    for (const leaf of (await readLog()).slice(before))
      if (leaf[0] === 1) months.add(((leaf[2] ?? 0) << 8) + (leaf[3] ?? 0));
  }
  const february = (2027 - 2020) * 12 + 1;
  assert.deepEqual([...months].sort(), [february - 1, february]);
});
