// What an auditor counts from openings is what was done; and openings that were bent are found, leaf by leaf.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { periodOf } from "@temwen/mission-pack";
import type { LogRows } from "@temwen/record";
import { createMemoryRecord } from "@temwen/record/memory";
import { layOut, readCommittedLeaf } from "@temwen/sealing/leaf";
import { millisToInstant } from "@temwen/vocabulary";
import { drawIdentity, openSealed, sealStream } from "../apps/temwen/src/backup/age-streams.ts";
import { writeFlushed } from "../apps/temwen/src/backup/write-flushed.ts";
import {
  type Opening,
  type OpeningsHead,
  readOpenings,
  writeOpenings,
} from "../apps/temwen/src/log/audit/openings-file.ts";
import { openLogKey } from "../apps/temwen/src/own-log/log-key.ts";
import { sealMonth } from "../apps/temwen/src/own-log/write-openings.ts";
import { acknowledgement, doActs, fileCase } from "./support/casework.ts";
import { type Said, sayVerb } from "./support/log-verbs.ts";
import { type SmallOffice, startSmallOffice } from "./support/small-office.ts";

const batch = 16;
const never = { heed: () => undefined, untilAsked: each<Uint8Array> };
async function* each<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}

let folder: string;
let office: SmallOffice;
let identity: string;
let recipient: string;
let written: { readonly head: OpeningsHead; readonly openings: readonly Opening[] };
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "temwen-audit-"));
  const places = { path: folder, keys: join(folder, "keys") } as Parameters<typeof openLogKey>[0];
  await mkdir(places.keys);
  const about = { office: "ofc_0" as never, publicUrl: "https://log.example/", isBegun: false };
  office = await startSmallOffice({
    publicLog: {
      signer: await openLogKey(places, about),
      folder: join(folder, "log"),
      memory: join(folder, "memory"),
      rhythm: { everyMillis: 3_600_000, batch },
    },
  });
  const drawn = await drawIdentity();
  recipient = drawn.recipient;
  identity = join(folder, "auditor-key.txt");
  await writeFile(identity, `${drawn.identity}\n`);
  const cases = [];
  for (let n = 0; n < 3; n++) cases.push(await fileCase(office));
  for (const { desk, caseId } of cases.slice(0, 2)) await doActs(desk, caseId, acknowledgement);
  await settle();
  written = await openMonth("month.age");
});
after(async () => {
  await office[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** Steps until the log has followed the record to its end, and on until the pages of the day are in and there is cover. */
async function settle(): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await office.server.publicLog?.step();
    const { followed } = await office.record.log.readHead();
    if ((await office.record.readAfter(followed, 1)).length === 0 && step > 10) return;
  }
  throw new Error("the log does not catch up");
}

/** This month's openings as the operator writes them, and as the auditor reads them. */
async function openMonth(name: string, rows: LogRows = office.record.log) {
  const period = periodOf(millisToInstant(Date.now()), office.pack.zone);
  const month = `${2020 + Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, "0")}`;
  const out = join(folder, name);
  await sealMonth(
    { out, month, recipients: [recipient], rows, office: office.trust.office, stop: never },
    () => undefined,
  );
  const opened = (await readFile(identity, "utf8")).trim();
  const { head, openings } = await readOpenings(openSealed(out, [opened]));
  assert.equal(head.period, period);
  const all: Opening[] = [];
  for (let next = await openings.next(); !next.done; next = await openings.next()) all.push(next.value);
  return { head, openings: all };
}

const audit = (name: string): Promise<Said> =>
  sayVerb("audit", ["--log", join(folder, "log"), "--openings", join(folder, name), "--identity", identity]);

/** Audits a file that somebody else wrote and sealed to the auditor. */
async function auditSealed(name: string, plain: AsyncIterable<Uint8Array>): Promise<Said> {
  const { bytes } = await sealStream(plain, [recipient]);
  await writeFlushed(join(folder, name), bytes, 0o600);
  return audit(name);
}

/** Audits openings that somebody bent and sealed again. */
const auditBent = (name: string, bend: (openings: readonly Opening[]) => readonly Opening[]): Promise<Said> =>
  auditSealed(name, writeOpenings(written.head, each(bend(written.openings))));

const first = <Kind extends Opening["kind"]>(kind: Kind): Opening & { readonly kind: Kind } => {
  const found = written.openings.find((one): one is Opening & { readonly kind: Kind } => one.kind === kind);
  assert.ok(found);
  return found;
};

const replaced =
  (by: Opening) =>
  (openings: readonly Opening[]): readonly Opening[] =>
    openings.map((one) => (one.index === by.index ? by : one));

const foundAt = ({ exit, result }: Said): readonly unknown[] => [
  exit,
  result.refused,
  result.index,
  result.wrongLeaves,
];

test("an auditor counts by kind what was done: three filed, two acknowledged, their clocks stopped, the rest cover", async () => {
  const { exit, result } = await audit("month.age");
  assert.equal(exit, 0, JSON.stringify(result.wrong));
  const events = (await office.record.readAfter(0, 1000)).filter(({ stream }) => stream.startsWith("cas_"));
  const counts: { [type: string]: number } = {};
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
  assert.deepEqual(result.events, counts);
  assert.equal(counts["case.received/1"], 3);
  const clock = office.pack.clocks.find(({ stopsOn, publish }) => publish && stopsOn === "case.acknowledged");
  assert.deepEqual(result.stops, { [clock?.id ?? ""]: 2 });
  const { size } = await office.record.log.readHead();
  const leaves = await office.record.log.readLeaves(0n, size);
  const committed = leaves.filter((leaf) => readCommittedLeaf(leaf)).length;
  assert.equal(result.leaves, committed);
  assert.equal(result.cover, committed - events.length - 2);
  assert.ok(Number(result.cover) > batch / 2);
  const { "temwen.directory/1": directories, "temwen.deadlines/1": deadlines } = result.publicLeaves as never;
  assert.deepEqual([result.erased, result.lost, result.unreadable, directories, deadlines], [0, 0, 0, 1, 1]);
});

test("the openings hold no sealed part of a case, and nobody else opens them", async () => {
  const members = new Set(written.openings.flatMap((one) => Object.keys(one)));
  assert.deepEqual([...members].sort(), ["index", "kind", "part", "record", "salt"]);
  const stranger = join(folder, "stranger.txt");
  await writeFile(stranger, `${(await drawIdentity()).identity}\n`);
  const args = ["--log", join(folder, "log"), "--openings", join(folder, "month.age"), "--identity", stranger];
  assert.deepEqual((await sayVerb("audit", args)).result, { refused: "wrong-identity" });
});

test("a record that was changed after it was logged is found, and its leaf named", async () => {
  const event = first("event");
  const record = event.record.replace(/"at":"20(\d\d)/, (_, year) => `"at":"20${Number(year) - 1}`);
  assert.notEqual(record, event.record);
  const said = await auditBent("changed.age", replaced({ ...event, record }));
  assert.deepEqual(foundAt(said).slice(0, 3), [1, "opening-wrong", event.index]);
});

test("a leaf of the month without opening is found, and an opening for a leaf that is not there", async () => {
  const cover = first("cover");
  const without = await auditBent("missing.age", (all) => all.filter(({ index }) => index !== cover.index));
  assert.deepEqual(foundAt(without), [1, "opening-missing", cover.index, 1]);
  const beyond = { ...cover, index: written.head.size + 7 };
  const more = await auditBent("beyond.age", (all) => [...all, beyond]);
  assert.deepEqual(foundAt(more), [1, "opening-of-no-leaf", beyond.index, 1]);
});

test("cover sold as an event is found, by another event's record and by its own", async () => {
  const [cover, event] = [first("cover"), first("event")];
  const sold = { ...event, index: cover.index, salt: cover.salt };
  assert.deepEqual(foundAt(await auditBent("sold.age", replaced(sold))), [1, "opening-wrong", cover.index, 1]);
  const plainly = { ...sold, record: '{"type":"temwen.cover/1"}' };
  assert.deepEqual(foundAt(await auditBent("plain.age", replaced(plainly))), [1, "record-malformed", cover.index, 1]);
});

test("an event sold as cover is found", async () => {
  const event = written.openings.find((one) => one.kind === "event" && one.record.includes("case.acknowledged/1"));
  assert.ok(event?.kind === "event");
  const { index, salt } = event;
  const said = await auditBent("hidden.age", replaced({ index, kind: "cover", salt }));
  const { exit, result } = said;
  assert.equal(exit, 1);
  assert.ok(
    (result.wrong as readonly object[]).some(
      (one) => JSON.stringify(one) === JSON.stringify({ code: "opening-wrong", index }),
    ),
  );
});

test("the leaf of a stopped clock sold as the event itself is found: no event counts twice", async () => {
  const stop = written.openings.find((one) => one.kind === "event" && one.part > 0);
  assert.ok(stop?.kind === "event");
  const said = await auditBent("twice.age", replaced({ ...stop, part: 0 }));
  assert.deepEqual([said.exit, said.result.refused, said.result.wrongLeaves], [1, "event-twice", 1]);
});

test("openings of a longer log than the one that is shown are not counted by it", async () => {
  const longer = writeOpenings({ ...written.head, size: written.head.size + 1 }, each(written.openings));
  const { exit, result } = await auditSealed("longer.age", longer);
  assert.deepEqual([exit, result.refused], [1, "openings-beyond-log"]);
});

test("a sealed file that holds something else is no file of openings", async () => {
  const { result } = await auditSealed("other.age", each([new TextEncoder().encode("{}\n")]));
  assert.deepEqual(result, { refused: "not-openings" });
});

test("an erased case is counted apart: nothing opens its leaves any more, and the audit says so", async () => {
  const filed = written.openings.find((one) => one.kind === "event" && one.record.includes("case.received/1"));
  assert.ok(filed?.kind === "event");
  const caseId = JSON.parse(filed.record).body.case;
  const stream = await office.record.readStream(caseId);
  const [summary] = await office.record.readAfter(0, 1);
  assert.ok(summary);
  const erasing = { type: "case.erased/1", at: summary.at, body: summary.body, vouchings: [], digest: summary.digest };
  const gone = { stage: "erased", receivedAt: summary.at, due: undefined, clockId: undefined, facts: undefined };
  const outcome = await office.record.eraseCase({
    caseId,
    expected: stream.length,
    event: erasing,
    summary: gone as never,
  });
  assert.equal(outcome.outcome, "appended");
  const after = await openMonth("after.age");
  const { exit, result } = await audit("after.age");
  assert.equal(exit, 0, JSON.stringify(result.wrong));
  const own = written.openings.filter((one) => one.kind === "event" && one.record.includes(caseId)).length;
  assert.deepEqual([result.erased, after.openings.filter(({ kind }) => kind === "erased").length], [own, own]);
});

test("a leaf that was put back from a copy opens for nobody, and is never passed off as cover or as an event", async () => {
  const { log } = createMemoryRecord();
  const leaf = layOut(written.head.period, new Uint8Array(32).fill(1), new Uint8Array(32).fill(2));
  const row = { leaf, proofNumber: "000000000001", key: undefined, salt: undefined };
  await log.extend({ from: 0n, leaves: [row], head: { size: 1n, root: new Uint8Array(32), followed: 0 } });
  assert.deepEqual((await openMonth("lost.age", log)).openings, [{ index: 0, kind: "lost" }]);
});
