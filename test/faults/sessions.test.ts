// A session is the server's guard, not the person's burden; and without the key it is worth little to a thief.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { sessionMessage } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { digestOf } from "@temwen/sealing/open";
import { createId, millisToInstant, type StaffId } from "@temwen/vocabulary";
import {
  acknowledgement,
  ask,
  askSession,
  captureAct,
  doActs,
  fileCase,
  headersOf,
  restate,
  sendAct,
  view,
} from "../support/casework.ts";
import { postJson } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const { caseId, reader, desk } = await fileCase(office);
const mine = office.person(reader);
const path = `/api/desk/cases/${caseId}`;

test("a desk whose session has ended signs in again by itself", async () => {
  await view(desk, caseId);
  await office.record.endSessions(mine.id);
  await view(desk, caseId);
  await office.record.endSessions(mine.id);
  await doActs(desk, caseId, acknowledgement);
});

test("a desk that was closed asks nothing more", async () => {
  const closed = await office.desk(reader);
  closed.close();
  assert.deepEqual(await closed.readCase(caseId), { ok: false, refusal: { code: "signed-out" } });
  assert.deepEqual(await closed.act(caseId, { act: "reply", text: "x" }), {
    ok: false,
    refusal: { code: "signed-out" },
  });
});

test("a token that was never given, is spelled otherwise or has expired is refused", async () => {
  const { authorization } = await headersOf(office, reader);
  const token = authorization.slice("Bearer ".length);
  assert.equal((await ask(office, path, { authorization })).status, 200);
  const other = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
  for (const [spelled, code] of [
    ["", "not-signed-in"],
    [token, "not-signed-in"],
    [`bearer ${token}`, "not-signed-in"],
    [`Bearer ${token.slice(1)}`, "not-signed-in"],
    [`Bearer ${token}=`, "not-signed-in"],
    [`Bearer ${token}, Bearer ${token}`, "not-signed-in"],
    [`Bearer ${other}`, "session-expired"],
  ] as const) {
    const answer = await ask(office, path, { authorization: spelled });
    assert.deepEqual([answer.status, answer.body.code], [401, code]);
  }
  assert.equal((await ask(office, path)).body.code, "not-signed-in");
  assert.equal((await ask(office, `${path}?token=${token}`)).body.code, "not-signed-in");

  const late = "L".repeat(43);
  const tokenDigest = digestOf(new TextEncoder().encode(late));
  await office.record.openSession({ tokenDigest, staff: mine.id, expires: millisToInstant(Date.now() - 1) });
  assert.equal((await ask(office, path, { authorization: `Bearer ${late}` })).body.code, "session-expired");
});

test("the server keeps no token, only its digest, and says it to nobody but its owner", async () => {
  const session = await askSession(office, mine);
  assert.deepEqual(Object.keys(session.body).sort(), ["expires", "token"]);
  const lasts = Date.parse(String(session.body.expires)) - Date.now();
  assert.ok(lasts > 14 * 60_000 && lasts <= 15 * 60_000);
  assert.doesNotMatch(office.logged(), new RegExp(String(session.body.token)));
});

test("with a stolen token one can look, and cannot act: that needs the key", async () => {
  const headers = await headersOf(office, reader);
  const act = await captureAct(office, reader, caseId, { act: "reply", text: "Kontinye pale." });
  const thief = createNodeSigner(drawSeed());
  for (const key of [thief.key, mine.signer.key]) {
    const answer = await sendAct(
      office,
      headers,
      caseId,
      restate(act, { ...thief, key }, (statement) => statement),
    );
    assert.equal(answer.body.code, "signature-invalid");
  }
  assert.equal((await office.record.readStream(caseId)).length, 4);
});

test("a challenge is answered once, by the person it was made for, in this office", async () => {
  const challenge = async (staff: StaffId): Promise<string> =>
    String((await postJson(office, "/api/desk/challenge", { staff })).body.nonce);
  const open = (staff: StaffId, nonce: string, signature: string) =>
    postJson(office, "/api/desk/session", { staff, nonce, signature });
  const sign = (nonce: string, staff = mine.id, of = office.trust.office) =>
    mine.signer.sign(sessionMessage(of, staff, nonce));

  const nonce = await challenge(mine.id);
  assert.equal((await open(mine.id, nonce, sign(nonce))).status, 200);
  assert.equal((await open(mine.id, nonce, sign(nonce))).body.code, "challenge-spent");
  const others = await challenge(office.person("gerda").id);
  assert.equal((await open(mine.id, others, sign(others))).body.code, "challenge-spent");
  const own = "a".repeat(43);
  assert.equal((await open(mine.id, own, sign(own))).body.code, "challenge-spent");
  const elsewhere = createId("office", crypto.getRandomValues(new Uint8Array(16)));
  const third = await challenge(mine.id);
  assert.equal((await open(mine.id, third, sign(third, mine.id, elsewhere))).body.code, "signature-invalid");
  // A wrong answer leaves it as it was: what is stored is bounded by who has a key, and no key is found by trying.
  assert.equal((await open(mine.id, third, sign(third))).status, 200);
});

test("a server that ends every session at once is asked twice and not for ever", async () => {
  let asked = 0;
  const patient = await office.desk(reader, {
    fetch: async (input, init) => {
      if (!String(input).endsWith(path)) return fetch(input, init);
      asked += 1;
      return Response.json({ code: "session-expired", message: "", outcome: "none" }, { status: 401 });
    },
  });
  const seen = await patient.readCase(caseId);
  assert.equal(seen.ok ? "" : seen.refusal.code, "session-expired");
  assert.equal(asked, 2);
});
