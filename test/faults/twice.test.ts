// Lines break and people press twice: the same complaint is one complaint, and nobody takes another's place.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createCourier } from "@temwen/courier";
import { createMemoryRecord, type MemoryOptions } from "@temwen/record/memory";
import { digestOf } from "@temwen/sealing/open";
import { sealTo } from "@temwen/sealing/seal";
import { file, sealParcel, withEvent, withPart } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertRefused, casesOf } from "../support/stored.ts";

const wishes: MemoryOptions = {};
const office = await startSmallOffice({ record: createMemoryRecord(wishes) });
after(() => office[Symbol.asyncDispose]());
const countOf = async (caseId: string): Promise<number> =>
  (await casesOf(office)).filter((one) => one === caseId).length;

test("a parcel sent twice is one complaint with one answer", async () => {
  const { parcel, keys } = await sealParcel(office.directory());
  const first = await file(office, parcel);
  const second = await file(office, parcel);
  assert.equal(first.status, 200);
  assert.match(String(first.body.proofNumber), /^\d{12}$/);
  assert.deepEqual(second, first);
  assert.equal(await countOf(keys.caseId), 1);
});

test("a parcel sent twenty times at once is one complaint with one answer", async () => {
  const { parcel, keys } = await sealParcel(office.directory());
  const answers = await Promise.all(Array.from({ length: 20 }, () => file(office, parcel)));
  assert.deepEqual(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1);
  assert.equal(answers[0]?.status, 200);
  assert.equal(await countOf(keys.caseId), 1);
});

test("another complaint under a known case id is refused, and the first stays as it was", async () => {
  const sealed = await sealParcel(office.directory());
  const { keys } = sealed;
  await file(office, sealed.parcel);
  const before = await office.record.readParts(keys.caseId, ["story"]);
  const story = await sealTo(sealed.parcel.manifest.event.storyRecipient, new Uint8Array(4096));
  const other = await file(office, withPart(sealed, "story", story, "described"));
  assertRefused(other, "another-digest", 409);
  assert.deepEqual(await office.record.readParts(keys.caseId, ["story"]), before);
  // A stranger who knows the case id cannot take it with a key of their own either.
  const stranger = await sealParcel(office.directory());
  assertRefused(await file(office, withEvent(stranger, { case: keys.caseId })), "another-digest", 409);
  assert.equal(await countOf(keys.caseId), 1);
  const [owner] = await office.record.readMailbox(mailboxOf(keys.mailbox));
  assert.equal(owner?.receiptKey, keys.signer.key);
});

test("when nobody can tell whether it was stored, sending the same again finds out, and stores it once", async () => {
  for (const lost of ["before-write", "after-write"] as const) {
    const { parcel, keys } = await sealParcel(office.directory());
    wishes.loseAnswer = lost;
    const unsure = await file(office, parcel);
    wishes.loseAnswer = undefined;
    assert.equal(unsure.status, 503);
    assert.deepEqual([unsure.body.code, unsure.body.outcome], ["cannot-tell", "unknown"]);
    assert.equal((await file(office, parcel)).status, 200);
    assert.equal(await countOf(keys.caseId), 1);
  }
});

test("a full disk is said, nothing is acknowledged, and the same parcel is taken when there is room", async () => {
  const { parcel, keys } = await sealParcel(office.directory());
  wishes.full = true;
  assertRefused(await file(office, parcel), "no-space", 503);
  wishes.full = false;
  assert.equal(await countOf(keys.caseId), 0);
  assert.equal((await file(office, parcel)).status, 200);
});

test("a courier brings a parcel through a line that loses answers, once", async () => {
  const { parcel, keys } = await sealParcel(office.directory());
  let tried = 0;
  const courier = createCourier({
    base: office.url,
    waits: [0, 0, 0],
    fetch: async (...asked) => {
      const answer = await fetch(...asked);
      tried += 1;
      if (tried < 3) throw new TypeError("the line broke before the answer came");
      return answer;
    },
  });
  const filed = await courier.fileParcel(parcel);
  assert.ok(filed.ok);
  assert.equal(filed.value.case, keys.caseId);
  assert.equal(tried, 3);
  assert.equal(await countOf(keys.caseId), 1);
});

const mailboxOf = (mailbox: string) => digestOf(new Uint8Array(Buffer.from(mailbox, "base64")));
