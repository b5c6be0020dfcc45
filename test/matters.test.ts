// Recommendations and visits, through desks and server, as the people of an office sign them and as the public log tells them.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Keeper, MatterRequest } from "@temwen/desk";
import { readCommittedLeaf } from "@temwen/sealing/leaf";
import { type Json, type MatterId, millisToInstant, utf8ToText } from "@temwen/vocabulary";
import { leavesOf } from "../apps/server/src/public-log/leaves.ts";
import { type SmallOffice, startSmallOffice } from "./support/small-office.ts";

const office: SmallOffice = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

type Act = MatterRequest["act"];
const say = (act: Act, says: { readonly [name: string]: Json } = {}, text = "", letIn: readonly string[] = []) => ({
  ...{ act, says, text, letIn: letIn.map((name) => office.person(name).id) },
});
const inDays = (days: number): string => millisToInstant(Date.now() + days * 86_400_000).slice(0, 10);
const secret = "Dosye cas_0000 montre pwoblèm nan.";
const making = say(
  "make-recommendation",
  { basis: "case", to: "contributing-state:ken", subject: "training", forces: ["ken"] },
  secret,
  ["gerda", "hugo", "marta"],
);

async function made(): Promise<{ readonly id: MatterId; readonly karim: Keeper }> {
  const karim = await office.desk("karim");
  const opened = await karim.matters.open("recommendation", making);
  assert.ok(opened.ok, JSON.stringify(opened));
  return { id: opened.value.matter, karim };
}

async function does(name: string, id: MatterId, request: MatterRequest): Promise<string> {
  const done = await (await office.desk(name)).matters.act(id, request);
  return done.ok ? "done" : done.refusal.code;
}

async function seen(name: string, id: MatterId) {
  const view = await (await office.desk(name)).matters.read(id);
  assert.ok(view.ok, JSON.stringify(view));
  return view.value;
}

const handOver = say("hand-over-recommendation", { answerDue: inDays(30) });
const publish = say("publish-recommendation", { text: { ht: "Fòs la dwe anseye." }, declares: "reveals-nobody" });
const answered = say("record-recommendation-answer", { answer: "accepted" }, "Yo di wi.");

test("a recommendation goes from whoever makes it to whoever looks whether it was followed, each by their own signature", async () => {
  const { id } = await made();
  assert.equal(await does("gerda", id, handOver), "done");
  assert.equal(await does("gerda", id, answered), "done");
  assert.equal(await does("hugo", id, say("record-claim", {}, "Yo di fòmasyon an fèt.")), "done");
  assert.equal(await does("hugo", id, say("check-change", { outcome: "changed" }, "Wi.")), "cannot-check-own-claim");
  assert.equal(await does("marta", id, say("check-change", { outcome: "changed" }, "Mwen wè l.")), "done");
  const view = await seen("karim", id);
  assert.deepEqual(view.alarms, []);
  assert.equal(view.stage, "changed");
  assert.deepEqual(
    view.steps.map(({ words }) => words),
    [secret, undefined, "Yo di wi.", "Yo di fòmasyon an fèt.", "Mwen wè l."],
  );
});

test("its words are read by those who were let in; colleagues see that it is there, and whoever is tied sees nothing", async () => {
  const { id } = await made();
  assert.equal((await seen("hugo", id)).steps[0]?.words, secret);
  const colleague = await seen("asha", id);
  assert.equal(colleague.canRead, false);
  assert.equal(colleague.steps[0]?.words, undefined);
  assert.equal(await does("asha", id, answered), "not-granted");
  for (const tied of ["farid", "ines"]) {
    const desk = await office.desk(tied);
    const view = await desk.matters.read(id);
    assert.equal(view.ok ? "seen" : view.refusal.code, "unknown-matter");
    const board = await desk.matters.list("recommendation");
    assert.ok(board.ok && board.value.rows.every(({ matter }) => matter !== id));
    assert.equal(await does(tied, id, answered), "unknown-matter");
  }
  const lena = await (await office.desk("lena")).matters.list("recommendation");
  assert.deepEqual(lena.ok && lena.value.rows, []);
});

test("somebody who is let in later reads what was written before, and whoever stepped back sees it no more", async () => {
  const { id } = await made();
  assert.equal(await does("karim", id, say("let-in", {}, "", ["asha"])), "done");
  assert.equal((await seen("asha", id)).steps[0]?.words, secret);
  assert.equal(await does("karim", id, say("let-in", {}, "", ["ines"])), "grantee-not-eligible");
  assert.equal(await does("marta", id, say("step-back", { reason: "family" })), "done");
  const gone = await (await office.desk("marta")).matters.read(id);
  assert.equal(gone.ok ? "seen" : gone.refusal.code, "unknown-matter");
});

test("the board says where each one stands, and what is late to be answered first", async () => {
  const { id } = await made();
  assert.equal(await does("hugo", id, handOver), "done");
  const board = await (await office.desk("carla")).matters.list("recommendation");
  assert.ok(board.ok);
  const row = board.value.rows.find(({ matter }) => matter === id);
  assert.equal(row?.stage, "handed-over");
  assert.equal(row?.answerDue, inDays(30));
  assert.equal(row?.isSilent, false);
  assert.deepEqual(row?.facts, { subject: "training", basis: "case" });
  // The same board a month and a half later: nobody answered.
  const later = await office.desk("carla", { now: () => millisToInstant(Date.now() + 45 * 86_400_000) });
  const silent = await later.matters.list("recommendation");
  assert.ok(silent.ok);
  assert.equal(silent.value.rows.find(({ matter }) => matter === id)?.isSilent, true);
  assert.equal(silent.value.rows[0]?.isSilent, true);
});

/** What the public log shows of each step: its clear text, or that it is like any committed leaf. */
async function shownInPublic(id: MatterId): Promise<readonly string[]> {
  const { record, pack } = office;
  const context = { record, pack, registry: office.server.registry, now: () => millisToInstant(Date.now()) };
  const shown: string[] = [];
  for (const event of await record.readStream(id)) {
    const leaves = await leavesOf(event, context as never);
    assert.equal(leaves.length, 1);
    const leaf = leaves[0]!;
    const isCommitted = readCommittedLeaf(leaf.leaf) !== undefined;
    const text = isCommitted ? undefined : utf8ToText(leaf.leaf);
    shown.push(text?.ok ? text.value : "committed");
  }
  return shown;
}

test("nothing of a recommendation is public before it is published, and nothing that it comes of ever", async () => {
  const { id } = await made();
  assert.equal(await does("gerda", id, handOver), "done");
  assert.deepEqual(await shownInPublic(id), ["committed", "committed"]);
  assert.equal(await does("karim", id, publish), "wrong-role");
  assert.equal(await does("gerda", id, publish), "done");
  assert.equal(await does("gerda", id, answered), "done");
  const [made0, handed, published, answer] = await shownInPublic(id);
  assert.deepEqual([made0, handed], ["committed", "committed"]);
  assert.match(published ?? "", /"type":"temwen.recommendation\/1"/);
  assert.match(published ?? "", /"text":\{"ht":"Fòs la dwe anseye\."\}/);
  assert.match(answer ?? "", /"answer":"accepted"/);
  for (const told of [published, answer]) {
    assert.doesNotMatch(told ?? "", /"basis"|"forces"|"by"|stf_|cas_|explanation|grants/);
  }
});

test("a visit is planned in secret, reported to everybody, and a door that stayed shut is told too", async () => {
  const marta = await office.desk("marta");
  const department = office.pack.departments[0]?.id ?? "";
  const planned = await marta.matters.open(
    "visit",
    say(
      "plan-visit",
      { announced: "unannounced", site: "detention", department, day: inDays(3), forces: ["ken"] },
      "Nou prale san di yo.",
      ["gerda", "karim"],
    ),
  );
  assert.ok(planned.ok, JSON.stringify(planned));
  const id = planned.value.matter;
  assert.equal(
    await does("karim", id, say("record-visit", { day: inDays(3), entry: "refused" }, "Yo fèmen pòt la.")),
    "done",
  );
  assert.deepEqual(await shownInPublic(id), ["committed", "committed"]);
  const report = {
    to: "mission",
    answerDue: inDays(60),
    text: { ht: "Yo pa kite n antre." },
    declares: "reveals-nobody",
  };
  assert.equal(await does("karim", id, say("report-visit", report)), "wrong-role");
  assert.equal(await does("gerda", id, say("report-visit", report)), "done");
  const [, , reported] = await shownInPublic(id);
  assert.match(reported ?? "", /"entry":"refused"/);
  assert.equal((await seen("carla", id)).stage, "reported");
});
