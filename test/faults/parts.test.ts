// What a server takes for a sealed complaint, part by part, and what it refuses without keeping a byte.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Parcel, parcelToForm } from "@temwen/sealing/parcel";
import { sealTo } from "@temwen/sealing/seal";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { type Answer, file, post, sealParcel, withEvent, withPart } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertNothingStored, assertRefused, casesOf } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const sealed = await sealParcel(office.directory());
const { parcel } = sealed;
const { storyRecipient } = parcel.manifest.event;
const sizeOf = (name: string): number => parcel.parts.get(name)?.length ?? 0;
/** Sent as it is, it is refused, and nothing of it is kept. */
async function refuses(sent: Parcel | FormData, code: string): Promise<Answer> {
  const form = sent instanceof FormData ? sent : parcelToForm(sent);
  const answer = await post(office, "/api/complaints", form);
  assertRefused(answer, code);
  await assertNothingStored(office);
  return answer;
}

/** As long as the part it stands for, and anybody can read it. */
const readable = (name: string): Uint8Array => new Uint8Array(sizeOf(name)).fill(0x61);

for (const name of ["story", "identity", "support", "grant-3", "share-5"]) {
  test(`words that are not sealed are refused as ${name}, even when the manifest vouches for them`, async () => {
    await refuses(withPart(sealed, name, readable(name), "described"), "not-sealed");
  });
}

test("a seal that only looks like one is refused", async () => {
  const start = new TextEncoder().encode("age-encryption.org/v1\n-> mlkem768x25519 ");
  const faked = readable("story");
  faked.set(start);
  await refuses(withPart(sealed, "story", faked, "described"), "not-sealed");
});

test("a story sealed with a passphrase, the older kind of key, or for two readers is refused", async () => {
  const plain = new Uint8Array(4096);
  const seal = async (choose: (encrypter: Encrypter) => void | Promise<void>): Promise<Uint8Array> => {
    const encrypter = new Encrypter();
    await choose(encrypter);
    return encrypter.encrypt(plain);
  };
  const byPassphrase = await seal((encrypter) => {
    encrypter.setPassphrase("twelve angry colibris");
    encrypter.setScryptWorkFactor(4);
  });
  const older = await identityToRecipient(await generateX25519Identity());
  const toOlder = await seal((encrypter) => encrypter.addRecipient(older));
  const toTwo = await seal((encrypter) => {
    encrypter.addRecipient(storyRecipient);
    encrypter.addRecipient(parcel.manifest.event.replyRecipient);
  });
  for (const story of [byPassphrase, toOlder, toTwo]) {
    await refuses(withPart(sealed, "story", story, "described"), "not-sealed");
  }
});

test("a part of another size than its bucket is refused", async () => {
  const longer = await sealTo(storyRecipient, new Uint8Array(4097));
  const shorter = await sealTo(storyRecipient, new Uint8Array(4095));
  const nextBucket = await sealTo(storyRecipient, new Uint8Array(8192));
  for (const story of [longer, shorter, nextBucket]) {
    await refuses(withPart(sealed, "story", story, "described"), "wrong-size");
  }
  const longGrant = await sealTo(storyRecipient, new Uint8Array(1536));
  await refuses(withPart(sealed, "grant-1", longGrant, "described"), "wrong-size");
  await refuses(withEvent(sealed, { bucket: 8 }), "wrong-size");
  await refuses(withEvent(sealed, { bucket: 5 }), "malformed-manifest");
});

test("a part that the manifest describes otherwise is refused", async () => {
  const other = await sealTo(storyRecipient, new Uint8Array(4096));
  const answer = await refuses(withPart(sealed, "story", other, "as before"), "wrong-digest");
  assert.equal(answer.body.part, "story");
});

test("the story of one complaint in the parcel of another is refused", async () => {
  const other = await sealParcel(office.directory());
  const story = other.parcel.parts.get("story") ?? new Uint8Array();
  await refuses(withPart(sealed, "story", story, "as before"), "wrong-digest");
});

test("two grants that changed places are refused", async () => {
  const [first, second] = [parcel.parts.get("grant-1"), parcel.parts.get("grant-2")];
  assert.ok(first && second);
  const parts = new Map(parcel.parts).set("grant-1", second).set("grant-2", first);
  await refuses({ ...parcel, parts }, "wrong-digest");
});

test("a missing part is named, an extra one is refused, and of two of one name none is believed", async () => {
  const without = (name: string): Parcel => {
    const parts = new Map(parcel.parts);
    parts.delete(name);
    return { ...parcel, parts };
  };
  for (const name of parcel.parts.keys()) {
    const answer = await refuses(without(name), "missing-part");
    assert.equal(answer.body.part, name);
  }
  for (const extra of ["grant-9", "evidence-1", "Story", "story ", "__proto__"]) {
    const form = parcelToForm(parcel);
    form.append(extra, new Blob([new Uint8Array(parcel.parts.get("grant-1") ?? [])]));
    await refuses(form, "unexpected-part");
  }
  for (const twice of ["manifest", "story"]) {
    const form = parcelToForm(parcel);
    form.append(twice, new Blob([new Uint8Array(parcel.parts.get("story") ?? [])]));
    await refuses(form, "malformed-parcel");
  }
  const described: Record<string, unknown> = { ...parcel.manifest.event.parts };
  delete described["share-2"];
  await refuses(withEvent(sealed, { parts: described }), "missing-part");
});

test("parts in another order are refused: an order could show which grants are real", async () => {
  const parts = new Map([...parcel.parts].reverse());
  await refuses({ ...parcel, parts }, "malformed-parcel");
});

test("evidence of a size that no padding gives is refused before anything is stored", async () => {
  const digest = "a".repeat(64);
  const parts = { ...parcel.manifest.event.parts, "evidence-1": { digest, size: 300_000 } };
  // With evidence announced, grants have the longer form: these do not.
  await refuses(withEvent(sealed, { parts }), "wrong-size");
});

test("the parcel itself is taken: it was the changes that were refused", async () => {
  assert.equal((await file(office, parcel)).status, 200);
  assert.deepEqual(await casesOf(office), [sealed.keys.caseId]);
});
