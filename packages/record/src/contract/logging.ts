import assert from "node:assert/strict";
import { eventKey, type LogLeaf, type LogStep } from "../log-rows.ts";
import type { Promises } from "./promises.ts";
import { plain } from "./same.ts";
import { createSamples, type Samples } from "./samples.ts";

const leafOf = (samples: Samples, key?: string): LogLeaf => ({
  leaf: samples.bytes(192),
  proofNumber: "000000000042",
  key,
  salt: samples.bytes(32),
});

const stepOf = (samples: Samples, from: bigint, leaves: readonly LogLeaf[], followed = 0): LogStep => ({
  from,
  leaves,
  head: { size: from + BigInt(leaves.length), root: samples.bytes(32), followed },
});

/** The leaves of the public log. */
export const loggingPromises: Promises = {
  async "a log begins empty, and its leaves come back in their order"(record, openAgain) {
    const samples = createSamples("log");
    assert.equal((await record.log.readHead()).size, 0n);
    const leaves = [leafOf(samples, "a"), leafOf(samples), leafOf(samples)];
    const first = stepOf(samples, 0n, leaves.slice(0, 2), 7);
    assert.equal(await record.log.extend(first), "extended");
    const second = stepOf(samples, 2n, leaves.slice(2), 9);
    assert.equal(await record.log.extend(second), "extended");
    await using again = await openAgain();
    assert.deepEqual(plain(await again.log.readHead()), plain(second.head));
    const written = leaves.map(({ leaf }) => leaf);
    assert.deepEqual(plain(await again.log.readLeaves(0n, 10n)), plain(written));
    assert.deepEqual(plain(await again.log.readLeaves(1n, 2n)), plain(written.slice(1, 2)));
  },

  async "of two steps from one size exactly one is taken"(record, openAgain) {
    const samples = createSamples("race");
    await using other = await openAgain();
    for (let size = 0n; size < 6n; size += 1n) {
      const steps = [record, other].map((one) => one.log.extend(stepOf(samples, size, [leafOf(samples)])));
      assert.deepEqual((await Promise.all(steps)).sort(), ["extended", "overtaken"]);
    }
    assert.equal((await record.log.readLeaves(0n, 100n)).length, 6);
    assert.equal(await record.log.extend(stepOf(samples, 90n, [leafOf(samples)])), "overtaken");
  },

  async "nothing stands in the log twice, and a step that would do that is not taken at all"(record) {
    const samples = createSamples("twice");
    await record.log.extend(stepOf(samples, 0n, [leafOf(samples, "one")]));
    await assert.rejects(record.log.extend(stepOf(samples, 1n, [leafOf(samples, "two"), leafOf(samples, "one")])));
    assert.equal((await record.log.readHead()).size, 1n);
    assert.deepEqual([...(await record.log.findKeys(["one", "two"]))], ["one"]);
  },

  async "an event's leaves are found by its stream, and by their number"(record) {
    const samples = createSamples("found");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    await record.append(samples.act(filing.caseId, 1));
    const [first, second] = await record.readStream(filing.caseId);
    const leaves = [
      leafOf(samples),
      leafOf(samples, eventKey(second?.position ?? 0, 1)),
      leafOf(samples, eventKey(second?.position ?? 0, 0)),
      { ...leafOf(samples, eventKey(first?.position ?? 0, 0)), proofNumber: "999999999999", salt: undefined },
    ];
    await record.log.extend(stepOf(samples, 0n, leaves, 2));
    assert.deepEqual(
      (await record.log.readOf(filing.caseId)).map(({ event, part, index }) => [event, part, index]),
      [
        [0, 0, 3n],
        [1, 0, 2n],
        [1, 1, 1n],
      ],
    );
    assert.deepEqual(await record.log.findNumber("999999999999"), [3n]);
    assert.deepEqual(await record.log.findNumber("000000000042"), [0n, 1n, 2n]);
  },

  async "each leaf is read with what it stands for and what opens it, until the case is erased"(record) {
    const samples = createSamples("openable");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    await record.append(samples.act(filing.caseId, 1));
    const [first, second] = await record.readStream(filing.caseId);
    assert.ok(first && second);
    const leaves = [
      { ...leafOf(samples, eventKey(first.position, 0)), salt: undefined },
      leafOf(samples),
      leafOf(samples, eventKey(second.position, 1)),
      { ...leafOf(samples, "page/today"), salt: undefined },
    ];
    await record.log.extend(stepOf(samples, 0n, leaves, 2));
    const [begun, cover, stop, page] = await record.log.readOpenable(0n, 9n);
    assert.deepEqual(plain(begun?.of), plain({ event: first, part: 0 }));
    assert.deepEqual(plain(begun?.salt), plain(filing.erasable.salt), "the filing keeps the salt of record 0");
    assert.deepEqual([cover?.of, plain(cover?.salt)], [undefined, plain(leaves[1]?.salt)]);
    assert.deepEqual([plain(stop?.of), plain(stop?.salt)], [plain({ event: second, part: 1 }), plain(leaves[2]?.salt)]);
    assert.deepEqual([page?.of, page?.salt, plain(page?.leaf)], [undefined, undefined, plain(leaves[3]?.leaf)]);
    assert.deepEqual(
      (await record.log.readOpenable(1n, 3n)).map(({ index }) => index),
      [1n, 2n],
    );
    const event = samples.event({ type: "case.erased/1" });
    await record.eraseCase({ caseId: filing.caseId, expected: 2, event, summary: samples.summary() });
    const after = await record.log.readOpenable(0n, 9n);
    assert.deepEqual(
      after.map(({ of, salt }) => [of?.event.index, salt === undefined]),
      [
        [0, true],
        [undefined, false],
        [1, true],
        [undefined, true],
      ],
    );
  },

  async "erasing a case takes away what opens its leaves, and no leaf"(record) {
    const samples = createSamples("erased");
    const [filing, another] = [samples.filing(), samples.filing()];
    for (const one of [filing, another]) await record.fileComplaint(one);
    await record.log.extend(stepOf(samples, 0n, [leafOf(samples, eventKey(1, 0)), leafOf(samples, eventKey(2, 0))], 2));
    const event = samples.event({ type: "case.erased/1" });
    await record.eraseCase({ caseId: filing.caseId, expected: 1, event, summary: samples.summary() });
    assert.deepEqual(
      (await record.log.readOf(filing.caseId)).map(({ salt }) => salt),
      [undefined],
    );
    assert.deepEqual(
      (await record.log.readOf(another.caseId)).map(({ salt }) => salt?.length),
      [32],
    );
    assert.equal((await record.log.readLeaves(0n, 10n)).length, 2);
  },
};
