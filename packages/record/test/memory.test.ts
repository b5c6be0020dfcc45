import assert from "node:assert/strict";
import { test } from "node:test";
import { createSamples, recordContract } from "../src/contract/index.ts";
import { createMemoryRecord, type MemoryOptions } from "../src/memory/index.ts";

recordContract("memory", async () => {
  const record = createMemoryRecord();
  return { record, openAgain: async () => record };
});

test("an append whose answer was lost is not recorded twice", async () => {
  const options: MemoryOptions = { loseAnswer: "after-write" };
  const record = createMemoryRecord(options);
  const samples = createSamples("lost");
  const act = samples.act(samples.caseId(), 0);
  assert.equal((await record.append(act)).outcome, "unknown");
  assert.equal((await record.readStream(act.stream)).length, 1);
  options.loseAnswer = undefined;
  assert.equal((await record.append(act)).outcome, "conflict");
});

test("a parcel whose connection broke before it was written is filed when sent again", async () => {
  const options: MemoryOptions = { loseAnswer: "before-write" };
  const record = createMemoryRecord(options);
  const filing = createSamples("before").filing();
  assert.equal((await record.fileComplaint(filing)).outcome, "unknown");
  options.loseAnswer = undefined;
  assert.equal((await record.fileComplaint(filing)).outcome, "filed");
});

test("a full disk is said, and nothing is written", async () => {
  const record = createMemoryRecord({ full: true });
  const filing = createSamples("full").filing();
  assert.equal((await record.fileComplaint(filing)).outcome, "no-space");
  assert.deepEqual(await record.readStream(filing.caseId), []);
});

test("a record that cannot be reached throws", async () => {
  const record = createMemoryRecord({ unreachable: true });
  await assert.rejects(record.ping());
  await assert.rejects(record.readQueue({ limit: 1 }));
});
