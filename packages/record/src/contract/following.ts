import assert from "node:assert/strict";
import { createMatterId, type StreamId } from "@temwen/vocabulary";
import type { Append } from "../record.ts";
import type { Promises } from "./promises.ts";
import { numbersUpTo } from "./same.ts";
import { createSamples } from "./samples.ts";

/** Reading the whole record by position. */
export const followingPromises: Promises = {
  async "a follower misses no event while others write"(record, openAgain) {
    await using other = await openAgain();
    await using reader = await openAgain();
    const samples = createSamples("follower");
    const writes = Array.from({ length: 120 }, (_, n) => {
      const from = n % 2 === 0 ? record : other;
      return n % 3 === 0 ? from.append(samples.act(samples.caseId(), 0)) : from.fileComplaint(samples.filing());
    });
    const written = Promise.all(writes);
    const seen: number[] = [];
    // The follower asks again and again while the writers write; it ends because they do.
    while (seen.length < writes.length) {
      const events = await reader.readAfter(seen.at(-1) ?? 0, 7);
      seen.push(...events.map((event) => event.position));
    }
    await written;
    assert.deepEqual(seen, numbersUpTo(120));
  },

  async "reading goes on behind the position given, and not beyond the limit"(record) {
    const samples = createSamples("limit");
    for (let n = 0; n < 5; n += 1) await record.append(samples.act(samples.caseId(), 0));
    const positions = async (after: number, limit: number): Promise<number[]> =>
      (await record.readAfter(after, limit)).map((event) => event.position);
    assert.deepEqual(await positions(0, 2), [1, 2]);
    assert.deepEqual(await positions(2, 2), [3, 4]);
    assert.deepEqual(await positions(4, 2), [5]);
    assert.deepEqual(await positions(5, 2), []);
  },

  async "the matters of a kind are found by their own ids, and neither cases nor the other kind among them"(record) {
    const samples = createSamples("matters");
    const drawn = (n: number) => new Uint8Array(16).fill(n);
    const first = createMatterId("recommendation", drawn(1));
    const second = createMatterId("recommendation", drawn(2));
    const visit = createMatterId("visit", drawn(1));
    const act = (stream: StreamId, expected: number): Append => {
      const { summary: _, ...more } = samples.act(samples.caseId(), expected);
      return { ...more, stream };
    };
    await record.append(samples.act(samples.caseId(), 0));
    for (const matter of [second, first, visit]) await record.append(act(matter, 0));
    await record.append(act(second, 1));
    assert.deepEqual(await record.readMatters("recommendation"), [
      { matter: first, version: 1 },
      { matter: second, version: 2 },
    ]);
    assert.deepEqual(await record.readMatters("visit"), [{ matter: visit, version: 1 }]);
  },
};
