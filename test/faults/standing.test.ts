// Who has left, is suspended, has expired or has new keys is no longer heard under the old ones.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { bytesToBase64, millisToInstant } from "@temwen/vocabulary";
import {
  acknowledgement,
  ask,
  askSession,
  captureAct,
  doActs,
  fileCase,
  headersOf,
  intakeNames,
  restate,
  sendAct,
} from "../support/casework.ts";
import { postJson } from "../support/parcels.ts";
import { hire, startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice({ expiredAlready: ["omar"] });
after(() => office[Symbol.asyncDispose]());
const { trust } = office;

test("a key that no directory lists opens no session, and whose id is known is not told", async () => {
  const stranger = createNodeSigner(drawSeed());
  const { id } = office.person("asha");
  const forged = await askSession(office, { id, signer: stranger });
  assert.deepEqual([forged.status, forged.body.code], [422, "signature-invalid"]);
  const nobody = await hire(["nobody", "intake"], trust.office, millisToInstant(Date.now() + 1e9));
  const unknown = await askSession(office, nobody);
  assert.equal(unknown.body.code, "not-in-directory");
  const challenges = [await postJson(office, "/api/desk/challenge", { staff: id })];
  challenges.push(await postJson(office, "/api/desk/challenge", { staff: nobody.id }));
  assert.deepEqual(
    challenges.map(({ status, text }) => [status, text.length]),
    [
      [200, challenges[0]?.text.length],
      [200, challenges[0]?.text.length],
    ],
  );
});

test("an expired key opens no session, and the desk says that it expired", async () => {
  const refused = await askSession(office, office.person("omar"));
  assert.equal(refused.body.code, "not-in-directory");
  await assert.rejects(office.desk("omar"), /expired/);
});

// The session is judged by the server's clock and the act by the signer's: an act signed for an hour at which the key
// had expired would have been recorded, and refused by every reader ever after.
test("an act signed for an hour at which the key has expired is not recorded", async () => {
  const { caseId, reader } = await fileCase(office);
  const soon = millisToInstant(Date.now() + 60_000);
  const { staff } = office.directory();
  await office.publish({
    staff: staff.map((one) => (one.id === office.person(reader).id ? { ...one, expires: soon } : one)),
  });
  const act = await captureAct(office, reader, caseId, acknowledgement);
  const at = millisToInstant(Date.now() + 120_000);
  const late = restate(act, office.person(reader).signer, (statement) => ({ ...statement, at }));
  const refused = await sendAct(office, await headersOf(office, reader), caseId, late);
  assert.deepEqual([refused.status, refused.body.code], [422, "expired"]);
  assert.equal((await office.record.readStream(caseId)).length, 1);
  await office.publish({ staff });
});

test("who is suspended is put out at once: session, act and desk", async () => {
  const { caseId, reader, desk } = await fileCase(office);
  const act = await captureAct(office, reader, caseId, acknowledgement);
  const headers = await headersOf(office, reader);
  const { body, vouchings } = office.signSuspension(reader, office.roots[3]!);
  const sent = await postJson(office, "/api/office/suspension", { body: bytesToBase64(body), vouchings });
  assert.equal(sent.status, 200);

  assert.equal((await sendAct(office, headers, caseId, act)).body.code, "session-expired");
  assert.equal((await askSession(office, office.person(reader))).body.code, "not-in-directory");
  const done = await desk.act(caseId, acknowledgement);
  assert.deepEqual(done, { ok: false, refusal: { code: "suspended" } });
  assert.equal((await office.record.readStream(caseId)).length, 1);
  await assert.rejects(office.desk(reader), /suspended/);
  // The next directory lists the person again, and ends it.
  await office.publish({});
  await doActs(await office.desk(reader), caseId, acknowledgement);
});

test("a suspension needs one root or two colleagues who are not suspended themselves, and counts once", async () => {
  const recorded = async (): Promise<number> => (await office.record.readStream(trust.office)).length;
  const send = (name: string, ...signers: Parameters<typeof office.signSuspension>[1][]) => {
    const { body, vouchings } = office.signSuspension(name, ...signers);
    return postJson(office, "/api/office/suspension", { body: bytesToBase64(body), vouchings });
  };
  const signer = (name: string) => office.person(name).signer;
  const before = await recorded();
  for (const signers of [
    [],
    [signer("asha")],
    [signer("asha"), signer("asha")],
    [signer("asha"), signer("gerda")], // gerda suspends herself
    [createNodeSigner(drawSeed()), createNodeSigner(drawSeed())],
  ]) {
    assert.equal((await send("gerda", ...signers)).body.code, "suspension-not-signed");
  }
  assert.equal(await recorded(), before);
  assert.equal((await send("gerda", signer("asha"), signer("nadia"))).status, 200);
  assert.equal((await send("nadia", signer("asha"), signer("gerda"))).body.code, "suspension-not-signed");
  const { body, vouchings } = office.signSuspension("gerda", office.roots[0]!);
  const again = { body: bytesToBase64(body), vouchings };
  for (let n = 0; n < 20; n++) assert.equal((await postJson(office, "/api/office/suspension", again)).status, 200);
  assert.equal(await recorded(), before + 1);
});

test("grants made by name are gone when the person has left, and no session of theirs goes on", async () => {
  const { caseId, desk } = await fileCase(office);
  const karim = office.person("karim");
  await doActs(desk, caseId, acknowledgement, { act: "grant", to: karim.id, reason: "asked-to-help" });
  const grantsOf = async (): Promise<number> =>
    (await office.record.readPartNames(caseId)).filter(({ grantee }) => grantee === karim.id).length;
  assert.equal(await grantsOf(), 1);
  const headers = await headersOf(office, "karim");
  assert.equal((await ask(office, `/api/desk/cases/${caseId}`, headers)).status, 200);

  const { staff } = office.directory();
  await office.publish({ staff: staff.filter(({ id }) => id !== karim.id) });
  assert.equal(await grantsOf(), 0);
  assert.equal((await ask(office, `/api/desk/cases/${caseId}`, headers)).body.code, "session-expired");
  assert.equal((await askSession(office, karim)).body.code, "not-in-directory");
  await assert.rejects(office.desk("karim"), /not-in-directory/);
});

test("with new keys the old ones no longer sign in, and what was granted to them is gone", async () => {
  const { caseId, desk } = await fileCase(office);
  const lena = office.person("lena");
  await doActs(desk, caseId, acknowledgement, { act: "grant", to: lena.id, reason: "asked-to-help" });
  const stolen = await headersOf(office, "lena");
  const renewed = await hire(["lena", "support"], trust.office, lena.member.expires);
  const member = { ...renewed.member, id: lena.id };
  await office.publish({ staff: office.directory().staff.map((one) => (one.id === lena.id ? member : one)) });

  assert.equal((await ask(office, `/api/desk/cases/${caseId}`, stolen)).body.code, "session-expired");
  assert.equal((await askSession(office, lena)).body.code, "signature-invalid");
  assert.equal((await askSession(office, { id: lena.id, signer: renewed.signer })).status, 200);
  assert.equal((await office.record.readPartNames(caseId)).filter(({ grantee }) => grantee === lena.id).length, 0);
  // What is granted to the new keys stays, also when somebody sends the public directory again.
  await doActs(desk, caseId, { act: "grant", to: lena.id, reason: "asked-to-help" });
  const { current } = (await office.server.registry.read())!;
  const again = { body: bytesToBase64(current.body), vouchings: current.vouchings };
  assert.equal((await postJson(office, "/api/office/directory", again)).status, 200);
  assert.equal((await office.record.readPartNames(caseId)).filter(({ grantee }) => grantee === lena.id).length, 1);
});

test("an act signed with a key that left is refused, even in the session of somebody who stayed", async () => {
  const filed = await fileCase(office);
  const act = await captureAct(office, filed.reader, filed.caseId, acknowledgement);
  const colleague = intakeNames.find((name) => name !== filed.reader)!;
  const answer = await sendAct(office, await headersOf(office, colleague), filed.caseId, act);
  assert.equal(answer.body.code, "decision-differs");
  assert.equal((await office.record.readStream(filed.caseId)).length, 1);
});
