// What carries cases carries recommendations and visits too: backup, and the auditor's recount of the public log.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { recordBytes, vouchFor } from "@temwen/office";
import type { RecordedEvent } from "@temwen/record";
import { readCommittedLeaf } from "@temwen/sealing/leaf";
import { digestOf } from "@temwen/sealing/open";
import { canonicalBytes, type Json, millisToInstant, parseCanonical } from "@temwen/vocabulary";
import { leavesOf } from "../apps/server/src/public-log/leaves.ts";
import { checkChain } from "../apps/temwen/src/backup/check-chain.ts";
import { judgeOpening } from "../apps/temwen/src/log/audit/judge-opening.ts";
import { startSmallOffice } from "./support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const heed = () => undefined;

const karim = await office.desk("karim");
const opened = await karim.matters.open("recommendation", {
  act: "make-recommendation",
  says: { basis: "pattern", to: "mission", subject: "training", forces: ["ken"] },
  text: "Poukisa.",
  letIn: [office.person("gerda").id],
});
assert.ok(opened.ok);
const id = opened.value.matter;
const stepped = await karim.matters.act(id, { act: "step-back", says: { reason: "family" }, text: "", letIn: [] });
assert.ok(stepped.ok);

test("a backup's chain is checked through every matter, and a step that names another before it is found", async () => {
  const { record, trust } = office;
  const checked = await checkChain((position, limit) => record.readAfter(position, limit), trust, heed);
  assert.equal(checked.events, 3);
  const bend = (event: RecordedEvent): RecordedEvent => {
    const value = parseCanonical(event.body);
    if (event.stream !== id || event.index !== 1 || !value.ok) return event;
    // Signed anew by the same person: only the link tells.
    const body = canonicalBytes({ ...(value.value as { [name: string]: Json }), previous: "0".repeat(64) });
    const vouchings = [vouchFor(body, office.person("karim").signer)];
    const digest = digestOf(recordBytes({ at: event.at, body, index: 1, vouchings }));
    return { ...event, body, vouchings, digest };
  };
  const bent = async (position: number, limit: number) => (await record.readAfter(position, limit)).map(bend);
  await assert.rejects(checkChain(bent, trust, heed), /does not hold together/);
});

test("an auditor to whom the leaf of a matter's step is opened counts it by what it is", async () => {
  const { record, pack } = office;
  const [event] = await record.readStream(id);
  assert.ok(event);
  const context = { record, pack, registry: office.server.registry, now: () => millisToInstant(Date.now()) };
  const [leaf] = await leavesOf(event, context as never);
  const seen = leaf && readCommittedLeaf(leaf.leaf);
  assert.ok(leaf?.salt && seen);
  const opening = {
    kind: "event",
    index: 0,
    part: 0,
    salt: leaf.salt,
    record: new TextDecoder().decode(recordBytes(event)),
  } as const;
  const verdict = judgeOpening(seen, opening);
  assert.equal(verdict.is, "event");
  assert.equal(verdict.is === "event" && verdict.event.type, "recommendation.made/1");
  assert.equal(verdict.is === "event" && verdict.event.id, `${id}/0`);
});
