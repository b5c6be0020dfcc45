// A claim of paternity and child support, through desks and server.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { MatterRequest } from "@temwen/desk";
import { readCommittedLeaf } from "@temwen/sealing/leaf";
import { type Json, type MatterId, millisToInstant } from "@temwen/vocabulary";
import { leavesOf } from "../apps/server/src/public-log/leaves.ts";
import { type SmallOffice, startSmallOffice } from "./support/small-office.ts";

const office: SmallOffice = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const say = (
  act: MatterRequest["act"],
  says: { readonly [name: string]: Json },
  text = "Pawòl.",
  letIn: readonly string[] = [],
) => ({
  ...{ act, says, text, letIn: letIn.map((name) => office.person(name).id) },
});
const does = async (name: string, id: MatterId, request: MatterRequest): Promise<string> => {
  const done = await (await office.desk(name)).matters.act(id, request);
  return done.ok ? "done" : done.refusal.code;
};
const inDays = (days: number): string => millisToInstant(Date.now() + days * 86_400_000).slice(0, 10);

async function claimed(): Promise<MatterId> {
  const lena = await office.desk("lena");
  const says = { claimant: "mother", majority: "2043-05", declares: "wanted", forces: ["ken"] };
  const opened = await lena.matters.open(
    "paternity",
    say("make-claim", says, "Manman an mande sa.", ["gerda", "hugo", "marta"]),
  );
  assert.ok(opened.ok, JSON.stringify(opened));
  return opened.value.matter;
}

test("a claim goes from consent to recognition and support, and stays open", async () => {
  const id = await claimed();
  assert.equal(
    await does("lena", id, say("record-sample", { number: 1, of: "child", custody: "taken", holder: "office" })),
    "no-consent",
  );
  assert.equal(await does("lena", id, say("record-sample-consent", { of: "child", given: "yes" })), "done");
  assert.equal(
    await does("marta", id, say("record-sample", { number: 1, of: "child", custody: "taken", holder: "office" })),
    "done",
  );
  assert.equal(
    await does(
      "marta",
      id,
      say("record-sample", { number: 1, of: "child", custody: "received", holder: "laboratory" }),
    ),
    "done",
  );
  assert.equal(
    await does("gerda", id, say("ask-state", { to: "contributing-state:ken", answerDue: inDays(60) }, "")),
    "done",
  );
  assert.equal(await does("lena", id, say("record-state-answer", { answer: "accepted" })), "done");
  assert.equal(await does("hugo", id, say("record-recognition", { recognised: "recognised" })), "done");
  assert.equal(await does("lena", id, say("record-payment", { month: "2027-01", paid: "missed" })), "done");
  assert.equal(await does("hugo", id, say("close-claim", { reason: "majority" })), "not-of-age");
  const view = await (await office.desk("lena")).matters.read(id);
  assert.ok(view.ok);
  assert.equal(view.value.stage, "recognised");
  assert.deepEqual(view.value.alarms, []);
  assert.deepEqual(view.value.facts, {
    ...{ claimant: "mother", majority: "2043-05", samples: "1" },
    recognised: "recognised",
    month: "2027-01",
    paid: "missed",
  });
});

test("nobody but who was let in sees that a claim is there, and nothing of it is ever public", async () => {
  const id = await claimed();
  for (const name of ["asha", "karim", "jules", "farid", "ines", "nadia"]) {
    const { matters } = await office.desk(name);
    const board = await matters.list("paternity");
    assert.deepEqual(board.ok && board.value.rows, [], name);
    const view = await matters.read(id);
    assert.equal(view.ok ? "seen" : view.refusal.code, "unknown-matter", name);
    assert.equal(
      await does(name, id, say("record-payment", { month: "2027-01", paid: "paid" })),
      "unknown-matter",
      name,
    );
  }
  assert.equal(
    await does("gerda", id, say("ask-state", { to: "contributing-state:ken", answerDue: inDays(60) }, "")),
    "done",
  );
  const { record, pack } = office;
  const context = { record, pack, registry: office.server.registry, now: () => millisToInstant(Date.now()) };
  for (const event of await record.readStream(id)) {
    for (const { leaf } of await leavesOf(event, context as never)) assert.ok(readCommittedLeaf(leaf));
  }
});
