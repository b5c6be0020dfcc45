// A story opened by those who hold its shares: at their desks, through the server, with an hour that is data; and what a desk that
// lies, a holder who looks too far, and a server that hands over too much find.
import assert from "node:assert/strict";
import { after, before, mock, test } from "node:test";
import { chainFacts, type StaffFact } from "@temwen/casework";
import { openMailbox } from "@temwen/complain/mailbox";
import type { Keeper } from "@temwen/desk";
import { vouchFor } from "@temwen/office";
import { digestOf } from "@temwen/sealing/open";
import { bytesToBase64, type CaseId, type Json, millisToInstant } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, headersOf, view } from "../support/casework.ts";
import { postJson, readAnswer } from "../support/parcels.ts";
import { believedOf, hire, type SmallOffice, startSmallOffice } from "../support/small-office.ts";

const hour = 3_600_000;
let office: SmallOffice;
before(async () => {
  mock.timers.enable({ apis: ["Date"], now: Date.now() });
  office = await startSmallOffice();
});
after(async () => {
  await office[Symbol.asyncDispose]();
  mock.timers.reset();
});

const holders = [1, 2, 3, 4, 5].map((n) => `holder-${n}`);
const say = (act: "propose-opening" | "confirm-danger" | "stop-opening" | "open-escrow", says = {}) =>
  ({ act, says, text: "" }) as const;
const proposing = (because = "readers-unreachable") =>
  say("propose-opening", { because, readers: [office.person("karim").id] });
const codeOf = (done: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string =>
  done.ok ? "done" : (done.refusal?.code ?? "");

/** An acknowledged case, and an opening of it that a colleague of its reader asks for. */
async function asked(because?: string): Promise<FiledCase & { readonly colleague: Keeper; readonly karim: Keeper }> {
  const filed = await fileCase(office, { force: "unknown" });
  await doActs(filed.desk, filed.caseId, acknowledgement);
  const colleague = await office.desk(filed.reader === "asha" ? "benoit" : "asha");
  await doActs(colleague, filed.caseId, proposing(because));
  return { ...filed, colleague, karim: await office.desk("karim") };
}

async function give(caseId: CaseId, ...names: readonly string[]): Promise<void> {
  for (const name of names) assert.equal(codeOf(await (await office.desk(name)).giveShare(caseId)), "done");
}

/** Sends what a lying desk signed: facts that no rule gave it. */
async function sendRaw(name: string, caseId: CaseId, command: Json, facts: readonly StaffFact[]): Promise<string> {
  const stream = await office.record.readStream(caseId);
  const last = stream.at(-1)!;
  const { id, signer } = office.person(name);
  const at = millisToInstant(Date.now());
  const header = { case: caseId, office: office.trust.office, epoch: office.directory().epoch, by: id, at };
  const statements = chainFacts(facts, header, last, { vouch: (body) => vouchFor(body, signer), digest: digestOf });
  const spelled = statements.map(({ body, vouching }) => ({ body: bytesToBase64(body), vouching }));
  const act = { expected: stream.length, command, statements: spelled, sealed: {} };
  const { body } = await postJson(office, `/api/desk/cases/${caseId}/acts`, act, await headersOf(office, name));
  return String(body.code ?? "done");
}

async function openings(name: string): Promise<{ readonly text: string; readonly openings: readonly Json[] }> {
  const response = await fetch(`${office.url}/api/desk/openings`, { headers: await headersOf(office, name) });
  const text = await response.text();
  return { text, openings: JSON.parse(text).openings };
}

test("three holders give their shares at their desks, two days pass, and the new reader reads the story", async () => {
  const { caseId, karim } = await asked();
  assert.equal((await view(karim, caseId)).story, undefined);
  const first = await (await office.desk("holder-1")).readOpenings();
  assert.ok(first.ok);
  const shown = first.value.openings.find((one) => one.caseId === caseId);
  assert.deepEqual([shown?.because, shown?.agreed, shown?.given], ["readers-unreachable", 0, false]);
  await give(caseId, "holder-1", "holder-2");
  assert.equal(codeOf(await karim.act(caseId, say("open-escrow"))), "too-few-holders");
  await give(caseId, "holder-4");
  assert.equal(codeOf(await karim.act(caseId, say("open-escrow"))), "opening-waits");
  assert.equal((await view(karim, caseId)).story, undefined);
  mock.timers.tick(48 * hour);
  await doActs(karim, caseId, say("open-escrow"));
  const opened = await view(karim, caseId);
  assert.ok(opened.story);
  assert.ok(opened.alarms.some(({ code }) => code === "escrow-spent"));
  assert.equal(opened.opening?.agreed, 3);
  await doActs(karim, caseId, { act: "deal-escrow" });
  const dealt = await view(karim, caseId);
  assert.ok(dealt.story, "the handed shares stay the reader's key");
  assert.deepEqual(dealt.alarms, []);
  await doActs(karim, caseId, { act: "grant", to: office.person("marta").id, reason: "asked-to-help" });
  assert.ok((await view(await office.desk("marta"), caseId)).story);
});

test("where a life is at risk and another role says so too, three holders open it at once", async () => {
  const { caseId, karim, desk, colleague } = await asked("life-at-risk");
  assert.equal(codeOf(await colleague.act(caseId, say("confirm-danger"))), "cannot-confirm-own-proposal");
  assert.equal(codeOf(await desk.act(caseId, say("confirm-danger"))), "same-role");
  await doActs(desk, caseId, { act: "grant", to: office.person("marta").id, reason: "asked-to-help" });
  await doActs(await office.desk("marta"), caseId, say("confirm-danger"));
  await give(caseId, "holder-3", "holder-4", "holder-5");
  await doActs(karim, caseId, say("open-escrow"));
  assert.ok((await view(karim, caseId)).story);
});

test("the person reads that it was asked, and that and why it was opened; and never who gave a share", async () => {
  const { caseId, karim, receipt } = await asked();
  await give(caseId, "holder-1", "holder-2", "holder-3");
  const told = async () => {
    const opened = await openMailbox(office.courier(), believedOf(office), receipt);
    assert.ok(opened.ok);
    return opened.value.entries.map((entry) => (entry.kind === "step" ? entry.step : entry.kind)).slice(2);
  };
  assert.deepEqual(await told(), ["office", "stepOpeningAsked"]);
  mock.timers.tick(48 * hour);
  await doActs(karim, caseId, say("open-escrow"));
  assert.deepEqual(await told(), ["office", "stepOpeningAsked", "stepOpenedUnreachable"]);
});

test("a holder is served their own share and the proposal, and nothing else of the case", async () => {
  const { caseId, keys } = await asked();
  const { openings: mine } = await openings("holder-2");
  const one = mine.find((shown) => (shown as { case: string }).case === caseId) as { [name: string]: Json };
  const members = ["agreed", "case", "confirmed", "given", "last", "proposal", "share"];
  assert.deepEqual(Object.keys(one).sort(), members);
  assert.equal((await (await office.desk("holder-2")).readCase(caseId)).ok, false);
  const headers = await headersOf(office, "holder-2");
  for (const address of ["", "/leaves"]) {
    const response = await fetch(`${office.url}/api/desk/cases/${caseId}${address}`, { headers });
    assert.equal((await readAnswer(response)).body.code, "unknown-case");
  }
  const parts = await postJson(office, `/api/desk/cases/${caseId}/parts`, { names: ["escrow-1-1"] }, headers);
  assert.equal(parts.body.code, "unknown-case");
  assert.ok(keys.caseId === caseId);
});

test("whoever holds no share, another role, and a holder when nothing is asked, is shown nothing", async () => {
  const { caseId, colleague } = await asked();
  for (const name of ["asha", "gerda", "omar", "nadia"]) assert.deepEqual((await openings(name)).openings, []);
  await doActs(colleague, caseId, say("stop-opening", { because: "not-needed" }));
  assert.ok(!(await openings("holder-1")).text.includes(caseId));
  assert.equal(codeOf(await (await office.desk("holder-1")).giveShare(caseId)), "no-opening");
});

test("a holder who says nothing leaves nothing: what is stored is the same as if they had never looked", async () => {
  const { caseId } = await asked();
  const stored = async () =>
    JSON.stringify([
      await office.record.readStream(caseId),
      await office.record.readPartNames(caseId),
      (await office.record.readQueue({ limit: 200 })).rows.find((row) => row.caseId === caseId),
    ]);
  const untouched = await stored();
  const logged = office.logged().length;
  for (const name of holders) assert.ok((await (await office.desk(name)).readOpenings()).ok);
  assert.equal(await stored(), untouched);
  const since = office.logged().slice(logged);
  for (const name of holders) assert.ok(!since.includes(office.person(name).id));
});

test("with three shares the door is shut, and a conflict tells a holder how many events there are and none of them", async () => {
  const { caseId } = await asked();
  await give(caseId, "holder-1", "holder-2", "holder-3");
  assert.equal(codeOf(await (await office.desk("holder-4")).giveShare(caseId)), "enough-agreed");
  const act = { expected: 2, command: { type: "agree-opening", opening: 1, terms: "0".repeat(64), shares: [] } };
  const statements = [{ body: "", vouching: { key: `${"A".repeat(43)}=`, signature: `${"A".repeat(86)}==` } }];
  const answer = await postJson(
    office,
    `/api/desk/cases/${caseId}/acts`,
    { ...act, statements, sealed: {} },
    await headersOf(office, "holder-4"),
  );
  assert.deepEqual([answer.body.code, answer.body.since], ["conflict", []]);
});

test("a desk that lies opens nothing: too early, with two, by another, or under other terms, the server refuses", async () => {
  const { caseId, desk } = await asked();
  const standing = async () => (await view(desk, caseId)).timeline.length;
  await give(caseId, "holder-1", "holder-2");
  const terms = (await office.record.readStream(caseId))
    .map(({ body }) => JSON.parse(new TextDecoder().decode(body)) as { terms?: string })
    .findLast((body) => body.terms)?.terms as never;
  const said = { opening: 1, terms, because: "readers-unreachable" } as const;
  const open = (name: string, change: object = {}) =>
    sendRaw(name, caseId, { type: "open-escrow", ...said, ...change } as Json, [
      { type: "case.escrow-opened/1", ...said, ...change } as StaffFact,
    ]);
  const length = await standing();
  assert.equal(await open("karim"), "too-few-holders");
  await give(caseId, "holder-3");
  assert.equal(await open("karim"), "opening-waits");
  mock.timers.tick(48 * hour);
  assert.equal(await open("esther"), "not-a-reader");
  assert.equal(await open("holder-1"), "wrong-role");
  assert.equal(await open("karim", { terms: "0".repeat(64) }), "another-opening");
  assert.equal(await open("karim", { because: "life-at-risk" }), "another-opening");
  assert.equal(await standing(), length, "a desk shows nobody who gave a share");
  assert.equal(await open("karim"), "done");
});

test("a reader gets no share before the opening is recorded, whatever their desk asks for, and never one to another reader", async () => {
  const filed = await fileCase(office, { force: "unknown" });
  const { caseId } = filed;
  await doActs(filed.desk, caseId, acknowledgement);
  const readers = ["karim", "esther"].map((name) => office.person(name).id);
  const colleague = await office.desk(filed.reader === "asha" ? "benoit" : "asha");
  await doActs(colleague, caseId, say("propose-opening", { because: "readers-unreachable", readers }));
  await give(caseId, "holder-1", "holder-2", "holder-3");
  const listed = (await office.record.readPartNames(caseId)).filter(({ name }) => name.startsWith("opening-"));
  assert.equal(listed.length, 6);
  const names = listed.map(({ name }) => name);
  const served = async (who: string) => {
    const asked = { names: [...names, "story"] };
    const { body } = await postJson(office, `/api/desk/cases/${caseId}/parts`, asked, await headersOf(office, who));
    return Object.keys(body.parts as object).sort();
  };
  for (const who of ["karim", "esther", "asha"]) assert.deepEqual(await served(who), ["story"], who);
  mock.timers.tick(48 * hour);
  assert.deepEqual(await served("karim"), ["story"], "the hours alone are no opening");
  const karim = await office.desk("karim");
  await doActs(karim, caseId, say("open-escrow"));
  const toKarim = listed.filter(({ grantee }) => grantee === readers[0]).map(({ name }) => name);
  assert.equal(toKarim.length, 3);
  assert.deepEqual(await served("karim"), [...toKarim, "story"].sort());
  assert.deepEqual(await served("esther"), ["story"]);
  assert.ok((await view(karim, caseId)).story);
});

test("a holder who came to be tied is told of by the desk, gives no share, and is replaced when it is dealt anew", async () => {
  const filed = await fileCase(office, { force: "unknown" });
  await doActs(filed.desk, filed.caseId, acknowledgement, { ...assessment, forces: ["jam"] });
  const tied = office.person("holder-2").id;
  const { staff } = office.directory();
  const post = { holder: { civilSociety: true, abroad: true, institution: "org-r" } };
  const reserve = await hire(
    ["holder-r", "escrow-holder", post],
    office.trust.office,
    office.person("asha").member.expires,
  );
  await office.publish({
    staff: [...staff.map((one) => (one.id === tied ? { ...one, ties: ["jam"] } : one)), reserve.member],
  });
  const alarms = (await view(filed.desk, filed.caseId)).alarms.filter(({ code }) => code.startsWith("holder"));
  assert.deepEqual(alarms, [{ code: "holder-tied", staff: tied }]);
  const colleague = await office.desk(filed.reader === "asha" ? "benoit" : "asha");
  await doActs(colleague, filed.caseId, proposing());
  assert.ok(!(await openings("holder-2")).text.includes(filed.caseId));
  await doActs(filed.desk, filed.caseId, { act: "deal-escrow" });
  const { access, opening } = await view(filed.desk, filed.caseId);
  assert.ok(access.escrow.holders.includes(reserve.id) && !access.escrow.holders.includes(tied));
  assert.equal(opening, undefined, "shares of before fit no longer");
  await office.publish({ staff });
});

test("shares handed over for an opening that was stopped are gone from the server", async () => {
  const { caseId, colleague } = await asked();
  await give(caseId, "holder-1", "holder-2", "holder-3");
  const handed = async () =>
    (await office.record.readPartNames(caseId)).filter(({ name }) => name.startsWith("opening-")).length;
  assert.equal(await handed(), 3);
  await doActs(colleague, caseId, say("stop-opening", { because: "doubted" }));
  assert.equal(await handed(), 0);
});
