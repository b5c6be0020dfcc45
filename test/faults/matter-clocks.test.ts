// The day that an act in a matter named for an answer goes by: the server says so once, and desks believe nothing else of it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { MatterRequest } from "@temwen/desk";
import { vouchFor } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { readCommittedLeaf } from "@temwen/sealing/leaf";
import { createLog, createSweep } from "@temwen/server";
import {
  canonicalBytes,
  type Instant,
  type Json,
  type MatterId,
  millisToInstant,
  utf8ToText,
} from "@temwen/vocabulary";
import { leavesOf } from "../../apps/server/src/public-log/leaves.ts";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

const office: SmallOffice = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const dayMillis = 86_400_000;
const inDays = (days: number): Instant => millisToInstant(Date.now() + days * dayMillis);
const say = (act: MatterRequest["act"], says: { readonly [name: string]: Json }, text = "", letIn: string[] = []) => ({
  ...{ act, says, text, letIn: letIn.map((name) => office.person(name).id) },
});

/** A recommendation that was published and handed over, with an answer due in three days. */
async function handedOver(isPublic = true): Promise<MatterId> {
  const making = { basis: "pattern", to: "contributing-state:ken", subject: "training", forces: ["ken"] };
  const karim = await office.desk("karim");
  const opened = await karim.matters.open(
    "recommendation",
    say("make-recommendation", making, "Twa dosye.", ["gerda"]),
  );
  assert.ok(opened.ok, JSON.stringify(opened));
  const id = opened.value.matter;
  const gerda = await office.desk("gerda");
  const telling = say("publish-recommendation", { text: { ht: "Fòs la dwe anseye." }, declares: "reveals-nobody" });
  for (const request of [
    ...(isPublic ? [telling] : []),
    say("hand-over-recommendation", { answerDue: inDays(3).slice(0, 10) }),
  ]) {
    const done = await gerda.matters.act(id, request);
    assert.ok(done.ok, JSON.stringify(done));
  }
  return id;
}

const contextAt = (at: Instant) => {
  const { record, pack, server } = office;
  return { record, pack, registry: server.registry, now: () => at };
};
/** A server's clocks that go round whenever they are told the hour. */
function clocks() {
  let hour = inDays(0);
  const context = { ...contextAt(hour), now: () => hour };
  const log = createLog({ write: () => undefined });
  const round = createSweep({
    office: context,
    blobs: { remove: async () => undefined },
    clockKey: office.clockKey,
    log,
  });
  return (at: Instant) => {
    hour = at;
    return round();
  };
}
const typesOf = async (id: MatterId) => (await office.record.readStream(id)).map(({ type }) => type);
const passed = "matter.clock-missed/1";

test("a silence is said once when its day is over everywhere, and whoever goes on signs behind it", async () => {
  const id = await handedOver();
  const goRound = clocks();
  await goRound(inDays(3));
  assert.ok(!(await typesOf(id)).includes(passed), "the day is not over everywhere");
  await goRound(inDays(6));
  await goRound(inDays(6));
  await clocks()(inDays(7));
  assert.deepEqual(
    (await typesOf(id)).filter((type) => type === passed),
    [passed],
  );
  const later = await office.desk("gerda", { now: () => inDays(6) });
  const view = await later.matters.read(id);
  assert.ok(view.ok);
  assert.deepEqual(view.value.alarms, []);
  assert.deepEqual([view.value.isSilent, view.value.steps.at(-1)?.by], [true, "clock"]);
  // At a desk of today the same step lies in the future, and is no hindrance: its hour is the server's.
  const gerda = await office.desk("gerda");
  const done = await gerda.matters.act(id, say("record-recommendation-answer", { answer: "partly" }, "Yo reponn ta."));
  assert.ok(done.ok, JSON.stringify(done));
});

/** What the public log shows of the last step. */
async function lastShown(id: MatterId): Promise<string> {
  const event = (await office.record.readStream(id)).at(-1);
  assert.ok(event);
  const [leaf] = await leavesOf(event, contextAt(inDays(0)) as never);
  assert.ok(leaf);
  const text = readCommittedLeaf(leaf.leaf) ? undefined : utf8ToText(leaf.leaf);
  return text?.ok ? text.value : "committed";
}

test("the silence behind a published text is public, and of what is not public nothing is", async () => {
  const [told, hidden] = [await handedOver(), await handedOver(false)];
  await clocks()(inDays(6));
  assert.match(await lastShown(told), /"clock":"answer-day".*"step":"matter\.clock-missed\/1"/);
  assert.doesNotMatch(await lastShown(told), /stf_|forces|basis/);
  assert.equal(await lastShown(hidden), "committed");
});

test("a silence that another key signed, that nobody waits for, or that is said too early is an alarm at every desk", async () => {
  const due = "2026-01-01T12:00:00.000Z";
  const lies: readonly (readonly [string, string, ReturnType<typeof createNodeSigner>, Instant])[] = [
    ["another key", "event-not-vouched-for", createNodeSigner(drawSeed()), inDays(9)],
    ["a day that nobody named", "unlawful-step", office.clockKey, inDays(900)],
    ["before its hour", "unlawful-step", office.clockKey, "2020-01-01T00:00:00.000Z" as Instant],
  ];
  for (const [name, code, signer, at] of lies) {
    const id = await handedOver();
    const { length: expected } = await typesOf(id);
    const body = canonicalBytes({ type: passed, matter: id, office: office.trust.office, clock: "answer-day", due });
    const event = { type: passed, at, body, vouchings: [vouchFor(body, signer)], digest: "0".repeat(64) as never };
    const outcome = await office.record.append({ stream: id, expected, parts: [], events: [event] });
    assert.equal(outcome.outcome, "appended", name);
    const view = await (await office.desk("karim")).matters.read(id);
    assert.ok(view.ok, name);
    assert.deepEqual(
      view.value.alarms.map((alarm) => alarm.code),
      [code],
      name,
    );
  }
});
