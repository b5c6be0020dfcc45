// Who may see and do what, asked over the line by somebody who has a key, a session and bad intentions.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { CaseId } from "@temwen/vocabulary";
import {
  acknowledgement,
  ask,
  assessment,
  captureAct,
  doActs,
  type FiledCase,
  fileCase,
  headersOf,
  proposal,
  type SentAct,
  sendAct,
} from "../support/casework.ts";
import { type Answer, postJson } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const outsiders = ["nadia", "omar", "petra", "rosa", "holder-1"];
/** The desk gives what it lacks a right to no form of its own: a panel member who proposed, say, does not exist. */
const orders = new Map<string, SentAct>();
let mine: FiledCase;

/** What somebody gets to see of a case: status of the case, its parts, its evidence, an act, and whether the queue lists it. */
async function look(name: string, caseId: CaseId): Promise<readonly [number, number, number, number, boolean]> {
  const headers = await headersOf(office, name);
  const path = `/api/desk/cases/${caseId}`;
  const act = { expected: 1, command: { type: "keep-open", explanation: { part: "x-1", digest: "0".repeat(64) } } };
  const statements = [...orders.values()][0]!.statements;
  const queue = await postJson(office, "/api/desk/queue", { limit: 200 }, headers);
  return [
    (await ask(office, path, headers)).status,
    (await postJson(office, `${path}/parts`, { names: ["story", "grant-1"] }, headers)).status,
    (await ask(office, `${path}/evidence/${"0".repeat(64)}`, headers)).status,
    (await sendAct(office, headers, caseId, { ...act, statements, sealed: {} })).status,
    (queue.body.rows as { caseId: string }[]).some((row) => row.caseId === caseId),
  ];
}

const nothing = [404, 404, 404, 404, false];

before(async () => {
  mine = await fileCase(office);
  const { caseId, reader, desk } = mine;
  const [karim, lena, marta] = ["karim", "lena", "marta"].map((name) => office.person(name).id);
  const capture = async (name: string, request: Parameters<typeof captureAct>[3]): Promise<void> => {
    const act = await captureAct(office, name, caseId, request);
    orders.set(String(act.command.type), act);
  };
  await capture(reader, acknowledgement);
  await doActs(desk, caseId, acknowledgement);
  for (const to of [karim, lena, marta]) await doActs(desk, caseId, { act: "grant", to: to!, reason: "asked-to-help" });
  await capture(reader, { ...assessment, forces: ["jam"] });
  await capture(reader, { act: "reply", text: "Kontinye pale." });
  await capture(reader, { act: "grant", to: office.person("asha").id, reason: "asked-to-help" });
  await doActs(desk, caseId, { ...assessment, forces: ["jam"] });
  await capture(reader, proposal);
  await doActs(desk, caseId, proposal);
  await capture("gerda", { act: "confirm", text: "Yo pa admèt li." });
  await capture("gerda", { act: "keep-open", text: "Li rete louvri." });
});

test("registrar, auditor, liaison, vetting panel and holders see nothing of any case", async () => {
  for (const name of outsiders) assert.deepEqual(await look(name, mine.caseId), nothing, name);
});

test("a case that one may not see looks like one that is not there", async () => {
  const headers = await headersOf(office, "petra");
  const seen: Answer[] = [];
  for (const id of [mine.caseId, `cas_${office.trust.office.slice(4)}`, "cas_x", "..%2f..%2fhealthz"]) {
    seen.push(await ask(office, `/api/desk/cases/${id}`, headers));
  }
  assert.equal(new Set(seen.map(({ status, text }) => `${status} ${text}`)).size, 1);
  const queue = await postJson(office, "/api/desk/queue", {}, headers);
  assert.deepEqual(queue.body, { rows: [], stages: {} });
});

test("each order is refused to every role that may not give it", async () => {
  const allowed: { readonly [order: string]: readonly string[] } = {
    "acknowledge-case": ["asha"],
    "assess-case": ["asha"],
    "send-message": ["asha", "karim", "lena", "marta", "gerda"],
    "propose-non-admission": ["asha"],
    "confirm-non-admission": ["gerda"],
    "keep-open": ["gerda"],
    "grant-access": ["asha", "karim"],
  };
  assert.deepEqual([...orders.keys()].sort(), Object.keys(allowed).sort());
  const expected = (await office.record.readStream(mine.caseId)).length;
  for (const name of ["asha", "karim", "lena", "marta", "gerda", ...outsiders]) {
    const headers = await headersOf(office, name);
    for (const [order, act] of orders) {
      if (allowed[order]!.includes(name)) continue;
      const { status, body } = await sendAct(office, headers, mine.caseId, { ...act, expected });
      const asked = `${order} by ${name}`;
      if (outsiders.includes(name)) assert.deepEqual([status, body.code], [404, "unknown-case"], asked);
      else assert.equal(body.code, "wrong-role", asked);
    }
  }
  assert.equal((await office.record.readStream(mine.caseId)).length, expected);
});

test("the panel sees only what is before it", async () => {
  const { caseId, desk } = await fileCase(office);
  const steps = [acknowledgement, { ...assessment, forces: ["jam"] }, proposal] as const;
  for (const step of steps) {
    assert.deepEqual(await look("gerda", caseId), nothing);
    await doActs(desk, caseId, step);
  }
  const [read, parts, , , listed] = await look("gerda", caseId);
  assert.deepEqual([read, parts, listed], [200, 200, true]);
});

test("who is tied to a force sees a case until it is assessed, and after it as if it were not there", async () => {
  const { caseId, desk } = await fileCase(office);
  await doActs(desk, caseId, acknowledgement);
  const [read, parts, , , listed] = await look("farid", caseId);
  assert.deepEqual([read, parts, listed], [200, 200, true]);
  await doActs(desk, caseId, assessment);
  assert.deepEqual(await look("farid", caseId), nothing);
  await doActs(desk, caseId, proposal);
  assert.deepEqual(await look("ines", caseId), nothing);
  assert.equal((await look("gerda", caseId))[0], 200);
});

test("who was let into one case sees that one, and only the parts that were granted open", async () => {
  const other = await fileCase(office);
  assert.deepEqual(await look("karim", other.caseId), nothing);
  const support = await office.desk("lena");
  const seen = await support.readCase(mine.caseId);
  assert.ok(seen.ok);
  assert.equal(seen.value.story, undefined);
  assert.notEqual(seen.value.support, undefined);
});

test("nobody confirms what they proposed or handled", async () => {
  const { caseId, desk } = await fileCase(office);
  await doActs(desk, caseId, acknowledgement, { ...assessment, forces: ["jam"] }, proposal);
  const panel = await office.desk("gerda");
  await doActs(panel, caseId, { act: "reply", text: "Nou li dosye a." });
  const told = await panel.act(caseId, { act: "confirm", text: "Yo pa admèt li." });
  assert.equal(told.ok ? "" : told.refusal.code, "handled-this-case");
  await doActs(await office.desk("hugo"), caseId, { act: "confirm", text: "Yo pa admèt li." });
});
