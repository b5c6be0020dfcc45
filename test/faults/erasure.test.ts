// A case is erased: by two people, after days, whole, and whatever fails on the way is done again.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { StaffFact } from "@temwen/casework";
import { createMessenger, sendReview } from "@temwen/complain/person-acts";
import { recordBytes, vouchFor } from "@temwen/office";
import { createMemoryRecord, type MemoryOptions } from "@temwen/record/memory";
import { digestOf } from "@temwen/sealing/open";
import type { ComplaintDraft } from "@temwen/sealing/seal";
import { createLog, createSweep, sweepErasures } from "@temwen/server";
import { type CaseId, canonicalBytes, type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import {
  acknowledgement,
  assessment,
  doActs,
  fileCase,
  findReader,
  intakeNames,
  proposal as nonAdmission,
  view,
} from "../support/casework.ts";
import { file, postJson } from "../support/parcels.ts";
import { nowhere, sendAs, signRaw } from "../support/raw-acts.ts";
import { believedOf, type SmallOffice, startSmallOffice } from "../support/small-office.ts";

const day = 86_400_000;
/** As late as a stop may still arrive that was signed before the hour. */
const grace = 10 * 60_000;
const proposal = { act: "propose-erasure", reason: "law-requires" } as const;
const told = "Nan 14 jou n ap efase plent ou an. Moun ki kenbe yon moso kle ka gen yon kopi toujou.";
const confirmation = { act: "confirm-erasure", text: told } as const;
const noBlobs = { remove: async () => undefined };

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const otherReader = ({ caseId, reader }: { readonly caseId: CaseId; readonly reader: string }) =>
  findReader(
    office,
    caseId,
    intakeNames.filter((name) => name !== reader && name !== "farid"),
  );
const codeOf = (done: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string =>
  done.ok ? "done" : (done.refusal?.code ?? "");

/** A case that two people want gone, the hour until which they may stop it, and the hour at which it goes. */
async function agreed(change: Partial<ComplaintDraft> = {}, at: SmallOffice = office) {
  const filed = await fileCase(at, change);
  const panel = { act: "grant", to: at.person("gerda").id, reason: "asked-to-help" } as const;
  await doActs(filed.desk, filed.caseId, acknowledgement, assessment, panel, proposal);
  const second = { desk: await at.desk("gerda") };
  await doActs(second.desk, filed.caseId, confirmation);
  const { erasure } = await view(second.desk, filed.caseId);
  assert.ok(erasure?.step === "confirmed");
  return { ...filed, second, due: erasure.due, runs: later(erasure.due, grace) };
}

/** What the server's clock does at an hour. */
const sweepAt = (at: Instant, blobs: Parameters<typeof sweepErasures>[1] = noBlobs, whose: SmallOffice = office) =>
  sweepErasures(
    { record: whose.record, registry: whose.server.registry, pack: whose.pack, now: () => at },
    blobs,
    whose.clockKey,
  );

const later = (at: Instant, millis: number): Instant => millisToInstant(instantToMillis(at) + millis);

test("where a public log is written, a case stays until the log has all its steps: the word given at filing is kept", async () => {
  await using own = await startSmallOffice();
  const { runs } = await agreed({}, own);
  const { record, pack } = own;
  const at = {
    record,
    registry: own.server.registry,
    pack,
    now: () => runs,
    promise: () => assert.fail("nothing is filed"),
  };
  assert.deepEqual(await sweepErasures(at, noBlobs, own.clockKey), { ran: 0, faults: ["log-behind"] });
  const head = await record.log.readHead();
  const followed = (await record.readAfter(0, 10_000)).length;
  const leaf = { leaf: new Uint8Array(192), proofNumber: "000000000000", key: undefined, salt: undefined };
  await record.log.extend({ from: 0n, leaves: [leaf], head: { ...head, size: 1n, followed } });
  assert.deepEqual(await sweepErasures(at, noBlobs, own.clockKey), { ran: 1, faults: [] });
});

test("a case is erased when its days are over, not before; the desk shows it as erased, without an alarm", async () => {
  const { caseId, desk, reader, second, due, runs } = await agreed();
  for (const early of [later(due, -1), due, later(runs, -1)]) {
    assert.deepEqual(await sweepAt(early), { ran: 0, faults: [] }, "a stop signed before the hour may still come");
  }
  assert.ok((await office.record.readPartNames(caseId)).length > 10);
  assert.deepEqual(await sweepAt(runs), { ran: 1, faults: [] });
  assert.deepEqual(await office.record.readPartNames(caseId), []);
  assert.equal(await office.record.readErasable(caseId), undefined);
  for (const one of [desk, second.desk, await office.desk(reader)]) {
    const seen = await view(one, caseId);
    assert.deepEqual([seen.stage, seen.story, seen.alarms], ["erased", undefined, []]);
    assert.equal(seen.access.escrow.holders.length, 5);
    assert.ok(seen.orders.every(({ refusal }) => refusal !== undefined));
  }
  assert.deepEqual(await sweepAt(later(due, day)), { ran: 0, faults: [] });
});

test("the receipt of an erased case finds what an unknown one finds, and can send nothing", async () => {
  const { keys, runs } = await agreed();
  const ask = async (mailbox: string) => {
    const answer = await fetch(`${office.url}/api/mailbox`, { method: "POST", body: JSON.stringify({ mailbox }) });
    return answer.text();
  };
  const spelled = keys.mailbox;
  assert.match(await ask(spelled), /message-out-2/);
  await sweepAt(runs);
  assert.equal(await ask(spelled), await ask(Buffer.alloc(32, 7).toString("base64")));
  const address = await postJson(office, "/api/mailbox/address", { mailbox: spelled });
  assert.equal(address.body.code, "unknown-mailbox");
});

test("an erased complaint that is sent again is not filed a second time", async () => {
  const { parcel, caseId, runs } = await agreed();
  await sweepAt(runs);
  assert.equal((await file(office, parcel)).status, 200);
  assert.deepEqual(await office.record.readPartNames(caseId), []);
});

test("one person alone cannot have a case erased, and either of the two can stop it", async () => {
  const alone = await fileCase(office);
  await doActs(alone.desk, alone.caseId, acknowledgement, assessment, proposal);
  const own = await alone.desk.act(alone.caseId, confirmation);
  assert.equal(own.ok ? "" : own.refusal.code, "cannot-confirm-own-proposal");
  const stopped = await agreed();
  await doActs(stopped.desk, stopped.caseId, { act: "stop-erasure" });
  assert.deepEqual(await sweepAt(later(stopped.due, 365 * day)), { ran: 0, faults: [] });
  for (const caseId of [alone.caseId, stopped.caseId]) {
    assert.ok((await office.record.readPartNames(caseId)).length > 10);
  }
});

test("two of intake end no complaint by erasing it, whatever they say that the person asked", async () => {
  const filed = await fileCase(office);
  await doActs(filed.desk, filed.caseId, acknowledgement, assessment);
  const asked = { act: "propose-erasure", reason: "person-asked" } as const;
  assert.equal(codeOf(await filed.desk.act(filed.caseId, asked)), "person-asked-nothing");
  await doActs(filed.desk, filed.caseId, proposal);
  const second = await otherReader(filed);
  assert.equal(codeOf(await second.desk.act(filed.caseId, confirmation)), "panel-must-agree");
  assert.deepEqual(await sweepAt(later(millisToInstant(Date.now()), 365 * day)), { ran: 0, faults: [] });
});

test("the server does not take from a lying desk what was recorded before that rule, nor an agreement of two of intake", async () => {
  const filed = await fileCase(office);
  await doActs(filed.desk, filed.caseId, acknowledgement, assessment);
  const send = async (name: string, order: object, ...facts: readonly StaffFact[]) => {
    const act = await signRaw(office, name, filed.caseId, { command: order as { readonly type: string }, facts });
    return (await sendAs(office, name, filed.caseId, act)).body.code;
  };
  const wanting = (reason: "person-asked" | "no-complaint") =>
    send(filed.reader, { type: "propose-erasure", reason }, { type: "case.erasure-proposed/1", reason });
  assert.equal(await wanting("person-asked"), "person-asked-nothing");
  assert.equal(await wanting("no-complaint"), "decision-differs");
  await doActs(filed.desk, filed.caseId, proposal);
  const second = await otherReader(filed);
  const told = { message: nowhere("message-out-2"), copy: nowhere("message-copy-2") };
  const proposedBy = office.person(filed.reader).id;
  const agreeing = { type: "case.erasure-confirmed/1", reason: "law-requires", proposedBy, days: 14 } as const;
  assert.equal(await send(second.reader, { type: "confirm-erasure", days: 14, ...told }, agreeing), "panel-must-agree");
});

test("a case that ended is not erased before its person could ask for a review, and one who does keeps it", async () => {
  const filed = await fileCase(office);
  await doActs(filed.desk, filed.caseId, acknowledgement, assessment, nonAdmission);
  await doActs(await office.desk("gerda"), filed.caseId, { act: "confirm", text: "Non." });
  const ended = millisToInstant(Date.now());
  await doActs(filed.desk, filed.caseId, proposal);
  const second = await otherReader(filed);
  await doActs(second.desk, filed.caseId, confirmation);
  const { erasure, reviewUntil } = await view(second.desk, filed.caseId);
  assert.ok(erasure?.step === "confirmed" && erasure.due === reviewUntil);
  assert.ok(erasure.due > later(ended, 29 * day));
  assert.deepEqual(await sweepAt(later(ended, 29 * day)), { ran: 0, faults: [] });
  assert.ok((await sendReview(office.courier(), believedOf(office), filed.keys)).ok);
  assert.deepEqual(await sweepAt(later(ended, 365 * day)), { ran: 0, faults: [] });
  assert.equal((await view(filed.desk, filed.caseId)).erasure, undefined);
});

test("whoever writes before the hour keeps their case", async () => {
  const { caseId, desk, keys, due } = await agreed();
  assert.ok((await createMessenger(office.courier())(believedOf(office), keys, "Pa efase l.")).ok);
  assert.deepEqual(await sweepAt(later(due, 365 * day)), { ran: 0, faults: [] });
  const seen = await view(desk, caseId);
  assert.deepEqual([seen.stage, seen.erasure, seen.alarms], ["assessed", undefined, []]);
});

test("a tied officer does not find an erased case in the queue, nor can they read it", async () => {
  const { caseId, runs } = await agreed();
  await sweepAt(runs);
  const tied = await office.desk("farid");
  const page = await tied.readQueue({ stage: "erased", limit: 200 });
  assert.ok(page.ok);
  assert.deepEqual(page.value.rows, []);
  const read = await tied.readCase(caseId);
  assert.equal(read.ok ? "" : read.refusal.code, "unknown-case");
});

test("evidence that cannot be removed keeps the case from being called erased, until it can", async () => {
  const photo = new TextEncoder().encode("yon foto");
  const { caseId, runs, parcel } = await agreed({
    evidence: [{ name: "foto.jpg", mediaType: "image/jpeg", bytes: photo }],
  });
  const digest = parcel.manifest.event.parts["evidence-1"]?.digest ?? "";
  const sealed = parcel.evidence.get("evidence-1") ?? new Uint8Array();
  const path = `/api/evidence/${caseId}/${digest}`;
  const send = async () => (await fetch(office.url + path, { method: "POST", body: Buffer.from(sealed) })).status;
  assert.equal(await send(), 200);
  const broken = { remove: () => Promise.reject(new Error("the disk says no")) };
  assert.deepEqual(await sweepAt(runs, broken), { ran: 0, faults: ["Error"] });
  assert.notEqual((await office.record.readStream(caseId)).at(-1)?.type, "case.erased/1");
  assert.equal(await send(), 404);
  const removed: string[] = [];
  const working = { remove: async (one: string) => void removed.push(one) };
  assert.deepEqual(await sweepAt(runs, working), { ran: 1, faults: [] });
  assert.deepEqual(removed, [digest]);
});

/** A whole round of a server's clocks at an hour, and what it logged. */
async function roundAt(
  at: Instant,
  whose: SmallOffice,
  blobs: Parameters<typeof sweepErasures>[1],
  record = whose.record,
) {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  const context = { record, registry: whose.server.registry, pack: whose.pack, now: () => at };
  await createSweep({ office: context, blobs, clockKey: whose.clockKey, log })();
  return lines.join("");
}

test("whoever runs the machine reads that an erasure failed, and of which kind, and nothing of the case", async () => {
  await using other = await startSmallOffice();
  const { caseId, runs } = await agreed({}, other);
  const photo = { name: "a.jpg", mediaType: "image/jpeg", bytes: new Uint8Array(9) };
  const second = await agreed({ evidence: [photo] }, other);
  const broken = { remove: () => Promise.reject(new TypeError(`no ${second.caseId}`)) };
  const said = await roundAt(later(second.runs, day), other, broken);
  assert.match(said, /"fault":"TypeError","msg":"an erasure could not be run"/);
  assert.ok(!said.includes(second.caseId));
  assert.equal(
    (await other.record.readStream(caseId)).at(-1)?.type,
    "case.erased/1",
    "one that fails hinders no other",
  );
  assert.ok(runs < second.runs);
});

test("a missed clock that cannot be said keeps no erasure from running", async () => {
  await using other = await startSmallOffice();
  const { caseId, runs } = await agreed({}, other);
  const open = await fileCase(other);
  const noAppends = new Proxy(other.record, {
    get: (target, name) => (name === "append" ? () => Promise.reject(new RangeError("no")) : Reflect.get(target, name)),
  });
  const said = await roundAt(later(runs, 90 * day), other, noBlobs, noAppends);
  assert.match(said, /"fault":"RangeError","msg":"a missed clock could not be said"/);
  assert.equal((await other.record.readStream(open.caseId)).length, 1);
  assert.equal((await other.record.readStream(caseId)).at(-1)?.type, "case.erased/1");
});

test("a case that cannot be read keeps no other from having its missed clock said", async () => {
  await using other = await startSmallOffice();
  const [broken, sound] = [await fileCase(other), await fileCase(other)];
  const record = new Proxy(other.record, {
    get: (target, name) =>
      name === "readStream"
        ? (stream: typeof broken.caseId) =>
            stream === broken.caseId ? Promise.reject(new RangeError("no")) : target.readStream(stream)
        : Reflect.get(target, name),
  });
  const said = await roundAt(later(millisToInstant(Date.now()), 90 * day), other, noBlobs, record);
  assert.match(said, /"fault":"RangeError","msg":"a missed clock could not be said"/);
  assert.equal((await other.record.readStream(sound.caseId)).at(-1)?.type, "case.clock-missed/1");
});

test("an erasure that was killed between its steps, or whose answer was lost, is done to its end", async () => {
  const wishes: MemoryOptions = {};
  await using other = await startSmallOffice({ record: createMemoryRecord(wishes) });
  const { caseId, runs } = await agreed({}, other);
  const sweep = () => sweepAt(runs, noBlobs, other);
  for (const loss of ["before-write", "after-write"] as const) {
    wishes.loseAnswer = loss;
    assert.deepEqual(await sweep(), { ran: 0, faults: ["unknown"] });
    wishes.loseAnswer = undefined;
    const isGone = (await other.record.readPartNames(caseId)).length === 0;
    assert.equal(isGone, loss === "after-write");
  }
  assert.deepEqual(await sweep(), { ran: 0, faults: [] });
  const events = await other.record.readStream(caseId);
  assert.equal(events.filter(({ type }) => type === "case.erased/1").length, 1);
});

test("a server that says it erased what nobody wanted gone raises an alarm at every desk", async () => {
  const { caseId, desk } = await fileCase(office);
  await doActs(desk, caseId, acknowledgement, assessment);
  const events = await office.record.readStream(caseId);
  const at = millisToInstant(Date.now());
  const fact = { type: "case.erased/1", case: caseId, office: office.trust.office, due: at } as const;
  const body = canonicalBytes(fact);
  const vouchings = [vouchFor(body, office.clockKey)];
  const digest = digestOf(recordBytes({ at, body: fact, index: events.length, vouchings }));
  const event = { type: fact.type, at, body, vouchings, digest };
  const summary = { stage: "erased", receivedAt: at, facts: {} };
  await office.record.eraseCase({ caseId, expected: events.length, event, summary });
  const seen = await view(desk, caseId);
  assert.deepEqual(
    [seen.stage, seen.alarms[0]],
    ["assessed", { code: "unlawful-step", index: events.length, broken: "not-to-be-erased" }],
  );
});
