// What a person sends later, and what a server could pretend that she sent.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Signer, vouchFor } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { sealMessage } from "@temwen/sealing/seal";
import { bytesToBase64, canonicalBytes } from "@temwen/vocabulary";
import { acknowledgement, type FiledCase, fileCase, findReader, view } from "../support/casework.ts";
import { type Lied, startLyingServer } from "../support/lying-server.ts";
import { type Answer, postJson } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
const lying = await startLyingServer(office.url);
after(async () => {
  await lying[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});
const stranger = createNodeSigner(drawSeed());

type Change = {
  readonly signer?: Signer;
  readonly mailbox?: string;
  readonly sealed?: Uint8Array | null;
  readonly fact?: object;
};

/** A later message as the page makes it, with something changed. */
async function write({ keys, parcel }: FiledCase, sequence: number, change: Change = {}) {
  const message = await sealMessage(
    { case: keys.caseId, sequence, text: "Gen lòt bagay." },
    parcel.manifest.event.storyRecipient,
  );
  assert.ok(message.ok);
  const { sealed, digest } = message.value;
  const part = `message-in-${sequence}`;
  const fact = { type: "case.message-received/1", case: keys.caseId, office: office.trust.office, sequence };
  const body = canonicalBytes({ ...fact, message: { part, digest }, ...change.fact });
  const carried = change.sealed === undefined ? sealed : change.sealed;
  return {
    mailbox: change.mailbox ?? keys.mailbox,
    body: bytesToBase64(body),
    vouching: vouchFor(body, change.signer ?? keys.signer),
    ...(carried && { sealed: bytesToBase64(carried) }),
  };
}

function withdraw({ keys }: FiledCase, sequence: number, signer: Signer = keys.signer) {
  const fact = { type: "case.withdrawal-asked/1", case: keys.caseId, office: office.trust.office, sequence };
  const body = canonicalBytes(fact);
  return { mailbox: keys.mailbox, body: bytesToBase64(body), vouching: vouchFor(body, signer) };
}

const send = (act: object): Promise<Answer> => postJson(office, "/api/mailbox/acts", act);
const lengthOf = async ({ caseId }: FiledCase): Promise<number> => (await office.record.readStream(caseId)).length;

test("a message is taken once, however often and however fast it is sent", async () => {
  const mine = await fileCase(office);
  const message = await write(mine, 1);
  const answers = [...(await Promise.all(Array.from({ length: 20 }, () => send(message)))), await send(message)];
  assert.deepEqual(
    answers.map(({ status, text }) => `${status} ${text}`),
    answers.map(() => `200 ${answers[0]?.text}`),
  );
  assert.equal(await lengthOf(mine), 2);
  const [shown] = (await view(mine.desk, mine.caseId)).messages;
  assert.equal(shown?.text, "Gen lòt bagay.");
});

test("of two messages that take the same turn one is told to wait for the next", async () => {
  const mine = await fileCase(office);
  const answers = await Promise.all([send(await write(mine, 1)), send(await write(mine, 1))]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  const told = answers.find(({ status }) => status === 409);
  assert.deepEqual([told?.body.code, told?.body.expected], ["out-of-turn", 2]);
});

test("a message out of turn is refused", async () => {
  const mine = await fileCase(office);
  for (const sequence of [0, 2, 7]) assertRefused(await send(await write(mine, sequence)), "out-of-turn", 409);
  assertRefused(await send(withdraw(mine, 2)), "out-of-turn", 409);
  assert.equal(await lengthOf(mine), 1);
});

test("a message in words, of another size, under another digest or name is refused", async () => {
  const mine = await fileCase(office);
  const { sealed = "" } = await write(mine, 1);
  const bytes = new Uint8Array(Buffer.from(sealed, "base64"));
  const { part, digest } = { part: "message-in-1", digest: "0".repeat(64) };
  for (const [change, code] of [
    [{ sealed: new Uint8Array(bytes.length).fill(0x61) }, "not-sealed"],
    [{ sealed: new Uint8Array([...bytes, 0]) }, "wrong-size"],
    [{ sealed: bytes }, "wrong-digest"],
    [{ sealed: null }, "malformed-act"],
    [{ fact: { message: { part: "story", digest } } }, "malformed-act"],
    [{ fact: { message: { part: "message-in-2", digest } } }, "malformed-act"],
    [{ fact: { message: { part, digest }, note: "x" } }, "malformed-act"],
    [{ fact: { office: `ofc_${mine.caseId.slice(4)}` } }, "unknown-mailbox"],
    [{ mailbox: bytesToBase64(crypto.getRandomValues(new Uint8Array(32))) }, "unknown-mailbox"],
    [{ signer: stranger }, "signature-invalid"],
    [{ signer: { ...stranger, key: mine.keys.signer.key } }, "signature-invalid"],
  ] as readonly (readonly [Change, string])[]) {
    assertRefused(await send(await write(mine, 1, change)), code, code === "unknown-mailbox" ? 404 : 422);
  }
  assertRefused(await send({ ...withdraw(mine, 1), sealed }), "malformed-act");
  assert.equal(await lengthOf(mine), 1);
  assert.equal((await send(await write(mine, 1))).status, 200);
});

test("somebody else's receipt does not speak in one's case", async () => {
  const [mine, others] = [await fileCase(office), await fileCase(office)];
  assertRefused(await send({ ...withdraw(mine, 1), mailbox: others.keys.mailbox }), "unknown-mailbox", 404);
  assertRefused(await send(withdraw(mine, 1, others.keys.signer)), "signature-invalid");
  assert.equal(await lengthOf(mine), 1);
});

test("a withdrawal is asked once", async () => {
  const mine = await fileCase(office);
  assert.equal((await send(withdraw(mine, 1))).status, 200);
  assert.equal((await send(withdraw(mine, 1))).status, 200);
  assertRefused(await send(withdraw(mine, 2)), "already-withdrawn", 409);
  assert.equal(await lengthOf(mine), 2);
});

test("a withdrawal that the server invents is an alarm at the desk, and no part of the case", async () => {
  const mine = await fileCase(office);
  const { desk } = await findReader(office, mine.caseId, [mine.reader], { server: lying.url });
  const { body: spelled } = withdraw(mine, 1);
  const body = JSON.parse(Buffer.from(spelled, "base64").toString()) as Parameters<typeof canonicalBytes>[0];
  for (const vouching of [
    vouchFor(canonicalBytes(body), stranger),
    { ...vouchFor(canonicalBytes(body), stranger), key: mine.keys.signer.key },
    vouchFor(canonicalBytes(body), office.person("asha").signer),
  ]) {
    lying.tell((asked, answer: Lied) => {
      if (asked !== `GET /api/desk/cases/${mine.caseId}`) return undefined;
      answer.events.push({ at: answer.events[0].at, index: 1, body, vouchings: [vouching] });
      return answer;
    });
    const seen = await view(desk, mine.caseId);
    assert.deepEqual(seen.alarms, [{ code: "event-not-vouched-for", index: 1 }]);
    assert.deepEqual(
      seen.timeline.map(({ type }) => type),
      ["case.received/1"],
    );
    // And nobody signs an act behind it.
    const done = await desk.act(mine.caseId, acknowledgement);
    assert.deepEqual(done, { ok: false, refusal: { code: "case-not-trusted" } });
  }
  lying.tell();
  assert.deepEqual((await view(desk, mine.caseId)).alarms, []);
});
