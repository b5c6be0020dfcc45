// Somebody leaves the office: what comes next is not for them, and what a server can make of the change.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createMessenger } from "@temwen/complain/person-acts";
import type { Keeper } from "@temwen/desk";
import { type Directory, type StaffMember, vouchFor } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { joinShares, openShare } from "@temwen/sealing/escrow";
import { openMessage, openStory } from "@temwen/sealing/open";
import { drawKeyPair } from "@temwen/sealing/seal";
import { type CaseId, canonicalBytes, type StaffId } from "@temwen/vocabulary";
import { readActWords } from "../apps/temwen/src/staff/act-words.ts";
import { actOnCase } from "../apps/temwen/src/staff/office.ts";
import { acknowledgement, doActs, type FiledCase, fileCase, view } from "./support/casework.ts";
import { type Lied, startLyingServer } from "./support/lying-server.ts";
import { believedOf, hire, type Person, type SmallOffice, startSmallOffice } from "./support/small-office.ts";

const untied = ["asha", "benoit", "carla", "dario", "esther"];

/** Publishes the next directory without these people. */
async function offboard(office: SmallOffice, ...names: readonly string[]): Promise<void> {
  const gone = names.map((name) => office.person(name).id);
  await office.publish({ staff: office.directory().staff.filter(({ id }) => !gone.includes(id)) });
}

/** Writes to the office as the person does, over a server that is perhaps not honest. */
const write = (office: SmallOffice, { keys }: FiledCase, text: string, base = office.url) =>
  createMessenger(office.courier(base))(believedOf(office), keys, text);

const alarmsOf = async (desk: Keeper, caseId: CaseId) => (await view(desk, caseId)).alarms;
const textsOf = async (desk: Keeper, caseId: CaseId) => (await view(desk, caseId)).messages.map(({ text }) => text);
const isOrdinary = ({ code }: { readonly code: string }): boolean => code === "sealed-with-old-directory";

/** A case whose first reader acknowledged it and let in a colleague and the investigator, and then left the office. */
async function afterLeaving(office: SmallOffice) {
  const filed = await fileCase(office, { force: "unknown" });
  const { caseId, desk, reader } = filed;
  const colleague = untied.find((name) => name !== reader) as string;
  const letIn = [colleague, "karim"].map((name) => office.person(name).id);
  await doActs(
    desk,
    caseId,
    acknowledgement,
    ...letIn.map((to) => ({ act: "grant", to, reason: "reassigned" }) as const),
  );
  const raw = await desk.exportRaw(caseId);
  assert.ok(raw.ok && raw.value.keys.story);
  await offboard(office, reader);
  return { filed, caseId, colleague, desk: await office.desk(colleague), oldKey: raw.value.keys.story };
}

test("after an officer left and the case got a new key, the person's words open for colleagues and not for the one who left", async () => {
  await using office = await startSmallOffice();
  const { filed, caseId, desk, oldKey } = await afterLeaving(office);
  assert.deepEqual(
    (await alarmsOf(desk, caseId)).filter((alarm) => !isOrdinary(alarm)),
    [{ code: "reader-left", staff: office.person(filed.reader).id }],
  );
  await doActs(desk, caseId, { act: "rekey", to: [] });
  assert.deepEqual(
    (await alarmsOf(desk, caseId)).filter((alarm) => !isOrdinary(alarm)),
    [],
  );

  assert.ok((await write(office, filed, "Men lòt pawòl.")).ok);
  const investigator = await office.desk("karim");
  for (const reading of [desk, investigator])
    assert.deepEqual(await textsOf(reading, caseId), [acknowledgement.text, "Men lòt pawòl."]);
  const [sealed] = await office.record.readParts(caseId, ["message-in-1"]);
  assert.ok(sealed);
  assert.deepEqual(await openMessage(oldKey, sealed.bytes, caseId), { ok: false, refusal: { code: "cannot-open" } });
  // What the office writes is for the new key too; its reasons likewise.
  await doActs(investigator, caseId, { act: "reply", text: "Nou li l." });
  assert.deepEqual((await textsOf(desk, caseId)).at(-1), "Nou li l.");
});

test("a colleague without the new key sees that there are words, and is no cause for alarm; with it they read everything", async () => {
  await using office = await startSmallOffice();
  const { filed, caseId, desk, colleague } = await afterLeaving(office);
  await doActs(desk, caseId, { act: "rekey", to: [office.person("karim").id] });
  assert.ok((await write(office, filed, "Men lòt pawòl.")).ok);
  const others = untied.filter((name) => name !== filed.reader && name !== colleague);
  for (const name of others) {
    const other = await office.desk(name);
    const seen = await view(other, caseId);
    assert.deepEqual(
      seen.alarms.filter((alarm) => !isOrdinary(alarm)),
      [],
    );
    assert.equal(seen.messages.at(-1)?.text, undefined);
    if (!seen.story) continue;
    // Whom they let in could not read on; who could let them in is told.
    const done = await other.act(caseId, { act: "grant", to: office.person("marta").id, reason: "asked-to-help" });
    const holders = [colleague, "karim"].map((one) => office.person(one).id);
    assert.deepEqual(done, { ok: false, refusal: { code: "newest-key-missing", staff: holders } });
  }
  await doActs(desk, caseId, { act: "grant", to: office.person("marta").id, reason: "asked-to-help" });
  const marta = await office.desk("marta");
  assert.deepEqual(await textsOf(marta, caseId), [acknowledgement.text, "Men lòt pawòl."]);
});

test("keys are changed again and again, and every word stays readable for who holds them all", async () => {
  await using office = await startSmallOffice();
  const { filed, caseId, desk } = await afterLeaving(office);
  for (let n = 1; n <= 13; n++) {
    await doActs(desk, caseId, { act: "rekey", to: [office.person("karim").id] });
    if (n === 1 || n === 13) assert.ok((await write(office, filed, `Pawòl ${n}`)).ok);
  }
  const texts = [acknowledgement.text, "Pawòl 1", "Pawòl 13"];
  assert.deepEqual(await textsOf(await office.desk("karim"), caseId), texts);
  assert.deepEqual(
    (await alarmsOf(desk, caseId)).filter((alarm) => !isOrdinary(alarm)),
    [],
  );
});

// Without the public log a person's phone cannot know of an event that the server keeps from it. What a hiding server
// achieves: a message that somebody who left can read, if the server hands it to them. It does not stay unnoticed.
test("a server that hides the new key gets a message to the old one, and the desk says so", async () => {
  await using office = await startSmallOffice();
  await using lying = await startLyingServer(office.url);
  const { filed, caseId, desk } = await afterLeaving(office);
  await doActs(desk, caseId, { act: "rekey", to: [] });
  lying.tell((asked, { rekeyed: _, ...rest }) => (asked === "POST /api/mailbox/address" ? rest : undefined));
  assert.ok((await write(office, filed, "Men lòt pawòl.", lying.url)).ok);
  assert.deepEqual(
    (await alarmsOf(desk, caseId)).filter((alarm) => !isOrdinary(alarm)),
    [{ code: "message-to-old-key", number: 1 }],
  );
  assert.equal((await textsOf(desk, caseId)).at(-1), "Men lòt pawòl.");
});

test("a new key that nobody of the office signed for this case is refused: nothing is sent, to no key at all", async () => {
  await using office = await startSmallOffice();
  await using lying = await startLyingServer(office.url);
  await office.publish({});
  const another = await fileCase(office);
  await doActs(another.desk, another.caseId, acknowledgement, { act: "rekey", to: [office.person("karim").id] });
  const { filed, caseId, desk, colleague } = await afterLeaving(office);
  await doActs(desk, caseId, { act: "rekey", to: [] });
  const { recipient } = await drawKeyPair();
  const ofAnother = (await office.courier().findAddress(another.keys.mailbox)) as Lied;
  const forge =
    (by: Pick<Person, "id" | "signer">, change: object = {}) =>
    (event: Lied) => {
      const body = { ...event.body, by: by.id, recipient, ...change };
      return { ...event, at: body.at, body, vouchings: [vouchFor(canonicalBytes(body), by.signer)] };
    };
  const stranger = { id: office.person(colleague).id, signer: createNodeSigner(drawSeed()) };
  const gone = office.person(filed.reader);
  const lies: { readonly [name: string]: (event: Lied) => Lied } = {
    "another recipient, the old signature": (event) => ({ ...event, body: { ...event.body, recipient } }),
    "a stranger's signature": forge(stranger),
    "a root's signature": forge({ id: stranger.id, signer: office.roots[0]! }),
    "somebody whose role may not": forge(office.person("nadia")),
    "who left, under the directory in force": forge(gone),
    "another case": (event) => ({ ...event, body: { ...event.body, case: another.caseId } }),
    "another case's own event": () => ({
      ...ofAnother.value.rekeyed,
      body: JSON.parse(new TextDecoder().decode(ofAnother.value.rekeyed.body)),
    }),
    "a directory older than the complaint": forge(office.person(colleague), { epoch: 1 }),
    "another type": forge(office.person(colleague), { type: "case.rekeyed/2" }),
    "what is no recipient": forge(office.person(colleague), { recipient: "age1pq1" }),
    "another hour around it": (event) => ({ ...event, at: "2026-01-01T00:00:00.000Z" }),
    "no signature": (event) => ({ ...event, vouchings: [] }),
  };
  for (const [name, lie] of Object.entries(lies)) {
    lying.tell((asked, answer) =>
      asked === "POST /api/mailbox/address" ? { ...answer, rekeyed: lie(answer.rekeyed) } : undefined,
    );
    const sent = await write(office, filed, "Men lòt pawòl.", lying.url);
    assert.deepEqual(sent, { ok: false, refusal: { code: "bad-signature" } }, name);
    assert.ok(!lying.asked.includes("POST /api/mailbox/acts"), name);
  }
});

// The signature of who left stays good under the directory of their time, as it must for what they signed then. A server
// and they together can therefore give a person's phone a key of theirs. The office cannot open the message, and says so.
test("a server together with somebody who left can catch a message, but not without the desk's alarm", async () => {
  await using office = await startSmallOffice();
  await using lying = await startLyingServer(office.url);
  const { filed, caseId, desk } = await afterLeaving(office);
  await doActs(desk, caseId, { act: "rekey", to: [] });
  const gone = office.person(filed.reader);
  const { recipient } = await drawKeyPair();
  lying.tell((asked, answer) => {
    if (asked !== "POST /api/mailbox/address") return undefined;
    const body = { ...answer.rekeyed.body, by: gone.id, epoch: 1, recipient };
    return {
      ...answer,
      rekeyed: { ...answer.rekeyed, body, vouchings: [vouchFor(canonicalBytes(body), gone.signer)] },
    };
  });
  assert.ok((await write(office, filed, "Men lòt pawòl.", lying.url)).ok);
  assert.deepEqual(
    (await alarmsOf(desk, caseId)).filter((alarm) => !isOrdinary(alarm)),
    [{ code: "part-differs", part: "message-in-1" }],
  );
});

test("an escrow dealt anew opens with three of the new five, and the shares before are gone from the server", async () => {
  await using office = await startSmallOffice();
  const { caseId, desk } = await fileCase(office);
  await doActs(desk, caseId, acknowledgement);
  const sharesNow = async () =>
    (await office.record.readPartNames(caseId)).map(({ name }) => name).filter((name) => /^(share|escrow)-/.test(name));
  const before = await sharesNow();
  assert.deepEqual([before.length, before.every((name) => name.startsWith("escrow-1-"))], [5, true]);

  const gone = office.person("holder-1");
  const post = { holder: { civilSociety: true, abroad: false, institution: "org-f" } };
  const next = await hire(["holder-6", "escrow-holder", post], office.trust.office, gone.member.expires);
  const withoutGone = (staff: Directory["staff"]): readonly StaffMember[] => staff.filter(({ id }) => id !== gone.id);
  await office.publish({ staff: [...withoutGone(office.directory().staff), next.member] });
  const left = (await alarmsOf(desk, caseId)).filter((alarm) => !isOrdinary(alarm));
  assert.deepEqual(left, [{ code: "holder-left", staff: gone.id }]);

  await doActs(desk, caseId, { act: "deal-escrow" });
  const { access, alarms } = await view(desk, caseId);
  assert.deepEqual(
    alarms.filter((alarm) => !isOrdinary(alarm)),
    [],
  );
  assert.ok(access.escrow.holders.includes(next.id) && !access.escrow.holders.includes(gone.id));
  const dealt = await sharesNow();
  assert.deepEqual([dealt.length, dealt.filter((name) => before.includes(name))], [5, []]);

  const people = new Map<StaffId, Person>([[next.id, next]]);
  for (const n of [2, 3, 4, 5]) people.set(office.person(`holder-${n}`).id, office.person(`holder-${n}`));
  const parts = new Map(
    (await office.record.readParts(caseId, [...dealt, "story"])).map((part) => [part.name, part.bytes]),
  );
  const shares = [];
  for (const [i, holder] of access.escrow.holders.slice(0, 3).entries()) {
    const share = await openShare(people.get(holder)!.key.identity, parts.get(dealt[i]!)!, caseId);
    assert.ok(share, "a holder opens their own share");
    shares.push(share);
  }
  const story = await openStory(await joinShares(shares), parts.get("story")!, caseId);
  assert.ok(story.ok);
  const two = await openStory(await joinShares(shares.slice(0, 2)), parts.get("story")!, caseId);
  assert.ok(!two.ok);
});

test("the command changes a key for those it names, and refuses a name that is none", async () => {
  await using office = await startSmallOffice();
  const { caseId, desk } = await afterLeaving(office);
  const said: unknown[] = [];
  const terminal = { progress: () => undefined, result: (json: unknown) => said.push(json) } as never;
  const order = async (act: string, ...set: readonly (readonly [string, string])[]) =>
    actOnCase(desk, { caseId, words: readActWords(act, undefined, new Map(set)) }, terminal);
  const to = [office.person("karim").id, office.person("marta").id].join(",");
  assert.equal(await order("rekey", ["to", to]), 0);
  assert.equal(await order("deal-escrow"), 0);
  await assert.rejects(order("deal-escrow", ["to", to]), /has no --set to/);
  const { access, timeline } = await view(desk, caseId);
  const holding = access.named.filter(({ keys }) => keys.includes("words-1")).map(({ to: whom }) => whom);
  const wanted = [desk.me.id, office.person("karim").id, office.person("marta").id];
  assert.deepEqual(new Set(holding), new Set(wanted));
  const types = timeline.map(({ type }) => type).filter((type) => /rekeyed|dealt/.test(type));
  assert.deepEqual(types, ["case.rekeyed/1", "case.escrow-dealt/1"]);
  assert.equal(said.length, 2);
});
