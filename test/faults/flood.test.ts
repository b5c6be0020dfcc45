// Many who come at once are heard, and those who come to fill the disk are slowed down; words are never turned away.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { createCourier, type DoWork } from "@temwen/courier";
import { doWork, readWork } from "@temwen/courier/work";
import { parcelToForm } from "@temwen/sealing/parcel";
import { copyParcel, sealParcel } from "../support/parcels.ts";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

const noPause = async (): Promise<void> => undefined;
/** Any parcel is a flood for this disk. */
const pressed = { readFree: async () => 1000, leastFlood: 1 };

/** Another complaint of this office each time. */
async function makeParcel(office: SmallOffice) {
  const sealed = models.get(office) ?? (await sealParcel(office.directory()));
  models.set(office, sealed);
  const parcel = copyParcel(sealed, office.directory());
  return { parcel, caseId: parcel.manifest.event.case };
}
const models = new WeakMap<SmallOffice, Awaited<ReturnType<typeof sealParcel>>>();

async function post(office: SmallOffice, form: FormData, headers: Record<string, string> = {}) {
  const answer = await fetch(`${office.url}/api/complaints`, { method: "POST", body: form, headers });
  return {
    status: answer.status,
    body: (await answer.json()) as { readonly code: string; readonly [more: string]: unknown },
  };
}

test("in a flood a parcel without work is not stored, and with its work it is, once", async () => {
  await using office = await startSmallOffice({ door: pressed });
  const courier = createCourier({ base: office.url });
  assert.ok((await courier.fileParcel((await makeParcel(office)).parcel)).ok, "the first comes on an ordinary day");

  const { parcel, caseId } = await makeParcel(office);
  const asked = await post(office, parcelToForm(parcel));
  assert.equal(asked.status, 422);
  const work = readWork(asked.body);
  assert.ok(work);
  assert.equal((await office.record.readStream(caseId)).length, 0);

  const done = { "temwen-work": await doWork(work, noPause) };
  for (let again = 0; again < 2; again++) {
    assert.equal((await post(office, parcelToForm(parcel), done)).status, 200);
  }
  assert.equal((await office.record.readStream(caseId)).length, 1);
  const other = await makeParcel(office);
  assert.equal((await post(office, parcelToForm(other.parcel), done)).body.code, "work-asked");
});

test("a parcel that is sent again, over a line that breaks, is no flood: nobody is asked for work because of it", async () => {
  await using office = await startSmallOffice({ door: { ...pressed, leastFlood: 100_000 } });
  const { parcel } = await makeParcel(office);
  for (let again = 0; again < 5; again++) assert.equal((await post(office, parcelToForm(parcel))).status, 200);
  const { parcel: other } = await makeParcel(office);
  assert.equal((await post(office, parcelToForm(other))).status, 200);
});

test("a courier that has a worker arrives through a flood by itself; one without is told why not", async () => {
  await using office = await startSmallOffice({ door: pressed });
  assert.ok((await createCourier({ base: office.url }).fileParcel((await makeParcel(office)).parcel)).ok);
  const { parcel } = await makeParcel(office);
  const without = await createCourier({ base: office.url }).fileParcel(parcel);
  assert.equal(!without.ok && without.refusal.code, "work-asked");
  const work: DoWork = async (refusal) => {
    const asked = readWork(refusal);
    return asked && doWork(asked, noPause);
  };
  assert.ok((await createCourier({ base: office.url }).fileParcel(parcel, work)).ok);
});

test("who holds every place with a byte now and then is cut off as soon as somebody else comes", async () => {
  await using office = await startSmallOffice({ door: { crowd: { heard: 4, graceMillis: 200 } } });
  const { port } = new URL(office.url);
  const holders = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const socket = connect(Number(port), "127.0.0.1");
      socket.on("error", () => undefined);
      await once(socket, "connect");
      socket.write(
        "POST /api/complaints HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 40000\r\n\r\n",
      );
      const trickle = setInterval(() => socket.write("x"), 20);
      socket.once("close", () => clearInterval(trickle));
      return socket;
    }),
  );
  const { parcel } = await makeParcel(office);
  assert.ok((await createCourier({ base: office.url, waits: [] }).fileParcel(parcel)).ok);
  for (const socket of holders) socket.destroy();
});

test("behind a full line the answer says to come again, and nothing is stored", async () => {
  await using office = await startSmallOffice({ door: { crowd: { heard: 0, waiting: 0 } } });
  const { parcel, caseId } = await makeParcel(office);
  const { status, body } = await post(office, parcelToForm(parcel));
  assert.equal(status, 503);
  assert.equal(body.code, "crowded");
  assert.equal(body.outcome, "none");
  assert.equal((await office.record.readStream(caseId)).length, 0);
});
