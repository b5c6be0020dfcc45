// Who looked at evidence, and how a name is opened: what the record keeps of it, what the server refuses, and what the person
// sees. A real server and real keys; whoever sends something else sends it with their own good key.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import type { Keeper } from "@temwen/desk";
import { vouchFor } from "@temwen/office";
import { digestOf } from "@temwen/sealing/open";
import { grantToBytes, sealTo } from "@temwen/sealing/seal";
import { bytesToBase64, canonicalBytes, millisToInstant } from "@temwen/vocabulary";
import {
  acknowledgement,
  assessment,
  captureAct,
  doActs,
  type FiledCase,
  fileCase,
  headersOf,
  intakeNames,
  restate,
  sendAct,
  view,
} from "../support/casework.ts";
import { sendPieces } from "../support/parcels.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const picture = new TextEncoder().encode("this stands for a picture");
const named = { name: "Wozlò Degzanp", contact: "anba pye mango a", safeContact: "Pa rele. Ekri sèlman." };
let mine: FiledCase;
/** The desks of the four first readers; two of them hold one half of the identity's key, two the other. */
let readers: readonly Keeper[];

before(async () => {
  mine = await fileCase(office, {
    identity: named,
    evidence: [{ name: "foto\u202Egpj.exe", mediaType: "image/jpeg", bytes: picture }],
  });
  await sendPieces(office, mine.caseId, mine.parcel.evidence.values());
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const desks = await Promise.all(intakeNames.map((name) => office.desk(name)));
  const canRead = await Promise.all(desks.map(async (desk) => (await view(desk, mine.caseId)).story !== undefined));
  readers = desks.filter((_, place) => canRead[place]);
});

test("what somebody opens at a desk is byte for byte what was sealed, and the record says who opened it", async () => {
  const opened = await mine.desk.readEvidence(mine.caseId, "evidence-1");
  assert.ok(opened.ok);
  assert.deepEqual(opened.value.bytes, picture);
  const { evidence, timeline } = await view(mine.desk, mine.caseId);
  assert.deepEqual(
    evidence[0]?.custody.map(({ by, exportedFor }) => [by, exportedFor]),
    [[office.person(mine.reader).id, undefined]],
  );
  assert.equal(timeline.at(-1)?.type, "case.evidence-opened/1");
});

test("a copy leaves the seal only with a reason that the record keeps", async () => {
  const saved = await mine.desk.readEvidence(mine.caseId, "evidence-1", { for: "file", reason: "offline-machine" });
  assert.ok(saved.ok);
  const { evidence } = await view(mine.desk, mine.caseId);
  assert.equal(evidence[0]?.custody.at(-1)?.exportedFor, "offline-machine");
});

test("nobody gets to see what the record could not be told about", async () => {
  const { version } = await view(mine.desk, mine.caseId);
  const cut = await office.desk(mine.reader, {
    fetch: async (input, init) =>
      String(input).endsWith("/acts") ? Response.json({ code: "no-space" }, { status: 503 }) : fetch(input, init),
  });
  const read = await cut.readEvidence(mine.caseId, "evidence-1");
  assert.deepEqual([read.ok, !read.ok && read.refusal.code], [false, "no-space"]);
  assert.equal((await view(mine.desk, mine.caseId)).version, version);
});

test("a look at a piece that nobody announced is refused by the server, with however good a signature", async () => {
  const look = { act: "open-evidence", part: "evidence-1" } as unknown as Parameters<Keeper["act"]>[1];
  const act = await captureAct(office, mine.reader, mine.caseId, look);
  const other = { part: "evidence-1", digest: "0".repeat(64) };
  const lied = restate(act, office.person(mine.reader).signer, (statement) => ({ ...statement, evidence: other }));
  const command = { ...act.command, evidence: other };
  const headers = await headersOf(office, mine.reader);
  const answer = await sendAct(office, headers, mine.caseId, { ...lied, command });
  assert.deepEqual([answer.status, answer.body.code], [404, "not-announced"]);
});

test("a colleague who only looked does not overtake what somebody else is writing", async () => {
  const { version } = await view(mine.desk, mine.caseId);
  const other = readers.find(({ me }) => me.id !== mine.desk.me.id)!;
  assert.ok((await other.readEvidence(mine.caseId, "evidence-1")).ok);
  const replied = await mine.desk.act(mine.caseId, { act: "reply", text: "Nou la toujou." }, version);
  assert.ok(replied.ok, "the reply was overtaken");
});

test("looks of several people at once are all kept", async () => {
  const before = (await view(mine.desk, mine.caseId)).evidence[0]!.custody.length;
  const read = await Promise.all(readers.slice(0, 3).map((desk) => desk.readEvidence(mine.caseId, "evidence-1")));
  assert.ok(read.every(({ ok }) => ok));
  assert.equal((await view(mine.desk, mine.caseId)).evidence[0]!.custody.length, before + 3);
});

test("one person alone opens no name, and two do; the person sees all of it", async () => {
  const { caseId } = mine;
  const [asker, ...others] = readers as [Keeper, ...Keeper[]];
  const alone = await asker.readIdentity(caseId);
  assert.deepEqual([alone.ok, !alone.ok && alone.refusal.code], [false, "identity-not-approved"]);

  await doActs(asker, caseId, { act: "ask-identity", reason: "danger", text: "Gen moun k ap chèche l." });
  const own = await asker.act(caseId, { act: "approve-identity" });
  assert.equal(!own.ok && own.refusal.code, "cannot-approve-own-ask");
  const asked = await view(others[0]!, caseId);
  assert.ok(asked.vault.state === "asked" && !asked.vault.isMine);
  assert.equal(asked.vault.explanation, "Gen moun k ap chèche l.");

  // One of the three holds the same half, and is told so; the two others hold the other one.
  const told: string[] = [];
  for (const other of others) {
    const yes = await other.act(caseId, { act: "approve-identity" });
    told.push(yes.ok ? "yes" : yes.refusal.code);
    if (yes.ok) break;
  }
  assert.equal(told.at(-1), "yes");
  assert.ok(told.slice(0, -1).every((code) => code === "same-half"));

  const opened = await asker.readIdentity(caseId);
  assert.ok(opened.ok);
  const { name, contact, safeContact } = opened.value;
  assert.deepEqual({ name, contact, safeContact }, named);
  for (const other of others) {
    const read = await other.readIdentity(caseId);
    assert.equal(!read.ok && read.refusal.code, "identity-not-approved");
  }

  const mailbox = await openMailbox(office.courier(), believedOf(office), mine.receipt);
  assert.ok(mailbox.ok);
  const steps = mailbox.value.entries.flatMap((entry) => (entry.kind === "step" ? [entry.step] : []));
  assert.deepEqual(steps.slice(-3), ["nameAsked", "nameAllowed", "nameSeen"]);
  assert.ok(mailbox.value.entries.every(({ kind }) => kind !== "unlawful" && kind !== "unverified"));
});

test("a yes to one's own question, with somebody else's half and one's own good key, is refused by the server", async () => {
  const fresh = await fileCase(office, { identity: named });
  await doActs(fresh.desk, fresh.caseId, acknowledgement);
  await doActs(fresh.desk, fresh.caseId, { act: "ask-identity", reason: "help", text: "Pou èd la." });
  const half = { case: fresh.caseId, keys: {}, identityHalf: new Uint8Array(33).fill(7) };
  const member = office.directory().staff.find(({ id }) => id === office.person(fresh.reader).id)!;
  const sealed = await sealTo(member.recipient, grantToBytes(half));
  const { version } = await view(fresh.desk, fresh.caseId);
  const part = `access-${version}-1`;
  const command = {
    type: "approve-identity",
    half: digestOf(half.identityHalf),
    grant: { part, digest: digestOf(sealed) },
  };
  const answer = await sendAct(office, await headersOf(office, fresh.reader), fresh.caseId, {
    expected: version,
    command,
    statements: [someStatement(fresh.reader)],
    sealed: { [part]: bytesToBase64(sealed) },
  });
  assert.equal(answer.body.code, "cannot-approve-own-ask");
});

/** Any statement of that hour with a good signature: the rules are asked before it is compared. */
function someStatement(name: string) {
  const { signer, id } = office.person(name);
  const at = millisToInstant(Date.now());
  const { caseId } = mine;
  const body = canonicalBytes({
    ...{ type: "case.identity-opened/1", reason: "help", approvedBy: id },
    ...{ case: caseId, office: office.trust.office, epoch: office.directory().epoch, index: 1 },
    ...{ previous: digestOf(new Uint8Array()), by: id, at },
  });
  return { body: bytesToBase64(body), vouching: vouchFor(body, signer) };
}

test("when somebody turns out to be tied to a force of the case, their yes and their look are refused", async () => {
  await doActs(mine.desk, mine.caseId, assessment);
  const farid = await office.desk("farid");
  const read = await farid.readIdentity(mine.caseId);
  assert.equal(!read.ok && read.refusal.code, "unknown-case");
});
