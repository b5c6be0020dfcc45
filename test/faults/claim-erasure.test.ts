// A family's claim that ended is erased as a case is: by two people, at its hour, and never because a server says so alone.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { MatterRequest } from "@temwen/desk";
import { createLog, createSweep } from "@temwen/server";
import { type Instant, type Json, type MatterId, millisToInstant } from "@temwen/vocabulary";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

const office: SmallOffice = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const dayMillis = 86_400_000;
const inDays = (days: number): Instant => millisToInstant(Date.now() + days * dayMillis);
const wait = office.pack.erasure.waitDays;
const say = (
  act: MatterRequest["act"],
  says: { readonly [name: string]: Json } = {},
  text = "",
  letIn: string[] = [],
) => ({
  ...{ act, says, text, letIn: letIn.map((name) => office.person(name).id) },
});
const proposing = say("propose-claim-erasure", { reason: "person-asked", declares: "told" });

async function does(name: string, id: MatterId, request: MatterRequest): Promise<string> {
  const done = await (await office.desk(name)).matters.act(id, request);
  return done.ok ? "done" : done.refusal.code;
}

/** A claim that its family took back, and whose erasure two people want. */
async function agreed(): Promise<MatterId> {
  const claiming = { claimant: "mother", majority: "2043-05", declares: "wanted", forces: ["ken"] };
  const lena = await office.desk("lena");
  const letIn = ["gerda", "karim", "marta"];
  const opened = await lena.matters.open("paternity", say("make-claim", claiming, "Manman an di non papa a.", letIn));
  assert.ok(opened.ok, JSON.stringify(opened));
  const id = opened.value.matter;
  const taken = say("record-claim-withdrawal", { declares: "asked-about-pressure" }, "Li pa vle l ankò.");
  assert.equal(await does("lena", id, taken), "done");
  assert.equal(await does("gerda", id, say("close-claim", { reason: "withdrawn" }, "Nou fèmen l.")), "done");
  assert.equal(await does("lena", id, proposing), "done");
  assert.equal(await does("marta", id, say("confirm-claim-erasure")), "wrong-role");
  assert.equal(await does("gerda", id, say("confirm-claim-erasure")), "done");
  return id;
}

/** A round of the server's clocks at an hour. */
async function goRound(at: Instant): Promise<void> {
  const { record, pack, server, clockKey } = office;
  const context = { record, pack, registry: server.registry, now: () => at };
  const log = createLog({ write: () => undefined });
  await createSweep({ office: context, blobs: { remove: async () => undefined }, clockKey, log })();
}
const partsOf = (id: MatterId) => office.record.readPartNames(id);
const lastOf = async (id: MatterId) => (await office.record.readStream(id)).at(-1)?.type;

test("at its hour every sealed word of a claim goes, the signed acts stay, and desks show it as erased without an alarm", async () => {
  const id = await agreed();
  const before = (await office.record.readStream(id)).length;
  await goRound(inDays(wait - 1));
  // Behind the hour, while a stop that was signed in time may still be on its way.
  await goRound(inDays(wait + 0.004));
  assert.ok((await partsOf(id)).length >= 7);
  assert.equal(await lastOf(id), "paternity.erasure-confirmed/1");
  await goRound(inDays(wait + 0.02));
  await goRound(inDays(wait + 1));
  assert.deepEqual(await partsOf(id), []);
  assert.equal(await lastOf(id), "paternity.erased/1");
  assert.equal((await office.record.readStream(id)).length, before + 1);
  const view = await (await office.desk("gerda", { now: () => inDays(wait + 1) })).matters.read(id);
  assert.ok(view.ok);
  assert.deepEqual([view.value.stage, view.value.alarms], ["erased", []]);
  assert.ok(view.value.steps.every(({ words }) => words === undefined));
  assert.equal(view.value.orders.filter(({ refusal }) => !refusal).length, 0);
  const board = await (await office.desk("karim")).matters.list("paternity");
  assert.ok(board.ok && board.value.rows.some(({ matter, stage }) => matter === id && stage === "erased"));
});

test("a claim that somebody would rather keep is not erased, and may be wanted gone again", async () => {
  const id = await agreed();
  assert.equal(await does("karim", id, say("stop-claim-erasure")), "done");
  await goRound(inDays(wait + 2));
  assert.ok((await partsOf(id)).length >= 7);
  assert.equal(await lastOf(id), "paternity.erasure-stopped/1");
  assert.equal(await does("karim", id, proposing), "done");
});
