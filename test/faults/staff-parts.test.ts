// The sealed parts that an act of staff brings: named by it, sealed, of their size, and never in another's place.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { digestOf } from "@temwen/sealing/open";
import { sealTo } from "@temwen/sealing/seal";
import { bytesToBase64, type Json } from "@temwen/vocabulary";
import {
  acknowledgement,
  captureAct,
  doActs,
  type FiledCase,
  fileCase,
  headersOf,
  restate,
  type SentAct,
  sendAct,
} from "../support/casework.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

let mine: FiledCase;
let act: SentAct;
let headers: { readonly authorization: string };
before(async () => {
  mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  act = await captureAct(office, mine.reader, mine.caseId, { act: "reply", text: "Kontinye pale." });
  headers = await headersOf(office, mine.reader);
});

async function refuses(changed: SentAct, code: string): Promise<void> {
  const parts = await office.record.readPartNames(mine.caseId);
  const length = (await office.record.readStream(mine.caseId)).length;
  assertRefused(await sendAct(office, headers, mine.caseId, changed), code);
  assert.deepEqual(await office.record.readPartNames(mine.caseId), parts);
  assert.equal((await office.record.readStream(mine.caseId)).length, length);
}

/** The act with its message carried under this name in these bytes, in order, statement and signature alike. */
function carry(part: string, bytes: Uint8Array): SentAct {
  const ref: Json = { part, digest: digestOf(bytes) };
  const { "message-out-2": _, ...sealed } = act.sealed;
  const renamed = {
    ...act,
    command: { ...act.command, message: ref },
    sealed: { ...sealed, [part]: bytesToBase64(bytes) },
  };
  return restate(renamed, office.person(mine.reader).signer, (statement) => ({ ...statement, message: ref }));
}

const sealedOf = (name: string): Uint8Array => new Uint8Array(Buffer.from(act.sealed[name] ?? "", "base64"));

test("words in clear are refused as a message of the office", async () => {
  const { length } = sealedOf("message-out-2");
  await refuses(carry("message-out-2", new Uint8Array(length).fill(0x61)), "not-sealed");
  await refuses(carry("message-out-2", new TextEncoder().encode("Pa vini.")), "not-sealed");
  await refuses(carry("message-out-2", new Uint8Array()), "not-sealed");
});

test("a message of another length than all messages have is refused", async () => {
  const { replyRecipient } = mine.parcel.manifest.event;
  for (const size of [384, 8191, 8193]) {
    await refuses(carry("message-out-2", await sealTo(replyRecipient, new Uint8Array(size))), "wrong-size");
  }
});

test("bytes that are not the ones named are refused", async () => {
  const swapped = { ...act.sealed, "message-out-2": act.sealed["message-copy-2"]! };
  await refuses({ ...act, sealed: swapped }, "wrong-digest");
});

test("a part that is missing or that nothing names is refused", async () => {
  const { "message-copy-2": copy, ...without } = act.sealed;
  assert.ok(copy);
  await refuses({ ...act, sealed: without }, "missing-part");
  await refuses({ ...act, sealed: {} }, "missing-part");
  for (const extra of ["message-out-3", "story", "constructor"]) {
    await refuses({ ...act, sealed: { ...act.sealed, [extra]: copy } }, "unexpected-part");
  }
});

test("one part cannot be both message and copy, and none takes the place of another that is there", async () => {
  const message = sealedOf("message-out-2");
  const both = carry("message-copy-2", sealedOf("message-copy-2"));
  await refuses(both, "malformed-act");
  for (const taken of ["message-out-1", "message-copy-1"]) await refuses(carry(taken, message), "unexpected-part");
});

test("nobody of the office can take the name that a person's next message needs, or any but a message's", async () => {
  const message = sealedOf("message-out-2");
  for (const name of ["message-in-1", "message-in-2", "story", "grant-9", "evidence-1", "escrow-1-1", "access-1-1"]) {
    await refuses(carry(name, message), "unexpected-part");
  }
});

test("the act as it was sealed and signed is taken", async () => {
  assert.equal((await sendAct(office, headers, mine.caseId, act)).status, 200);
});
