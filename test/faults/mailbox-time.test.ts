/*
 * Does the time of an answer tell a receipt that exists from one that does not?
 *
 * Over a real database, `pairs` questions for a mailbox that has no answer yet and as many for mailboxes nobody has are
 * asked in random order from `lanes` connections. Statistic: the difference of the two medians. Null hypothesis: the
 * label does not matter. Under it every relabelling of a pair is as likely; 2000 of them, drawn from a seed, give the
 * share p that differ at least as much. The promise is broken when p < 0.001 three times in a row (a chance of 10⁻⁹ when
 * nothing leaks). What this can see: with 240 pairs on a quiet machine a shift of about a third of a millisecond.
 */
import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { after, test } from "node:test";
import { bytesToBase64 } from "@temwen/vocabulary";
import { file, sealParcel } from "../support/parcels.ts";
import { startPostgresRecord } from "../support/postgres-record.ts";
import { startSmallOffice } from "../support/small-office.ts";

const pairs = 240;
const lanes = 8;
const relabellings = 2000;

const postgres = await startPostgresRecord();
const office = await startSmallOffice({ record: postgres.record });
after(async () => {
  await office[Symbol.asyncDispose]();
  await postgres[Symbol.asyncDispose]();
});
const agent = new Agent({ keepAlive: true, maxSockets: lanes });
after(() => agent.destroy());

const { hostname, port } = new URL(office.url);

/** Milliseconds from asking to the last byte. */
function timeOf(mailbox: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ mailbox });
    const headers = { "content-type": "application/json", "content-length": body.length };
    const begun = performance.now();
    request({ hostname, port, path: "/api/mailbox", method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(performance.now() - begun));
    })
      .once("error", reject)
      .end(body);
  });
}

/** Numbers from 0 to 1 that are the same in every run. */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

type Pair = readonly [known: number, unknown: number];

const shiftOf = (times: readonly Pair[]): number =>
  medianOf(times.map(([known]) => known)) - medianOf(times.map(([, unknown]) => unknown));

/** The share of relabellings whose medians differ at least as much. */
function chanceOf(times: readonly Pair[], draw: () => number): number {
  const seen = Math.abs(shiftOf(times));
  let asMuch = 0;
  for (let n = 0; n < relabellings; n++) {
    const relabelled = times.map(([a, b]): Pair => (draw() < 0.5 ? [a, b] : [b, a]));
    if (Math.abs(shiftOf(relabelled)) >= seen) asMuch += 1;
  }
  return (asMuch + 1) / (relabellings + 1);
}

async function measure(known: string, draw: () => number, pairs: number): Promise<readonly Pair[]> {
  const times: Pair[] = [];
  const lane = async (): Promise<void> => {
    while (times.length < pairs) {
      const unknown = bytesToBase64(crypto.getRandomValues(new Uint8Array(32)));
      if (draw() < 0.5) times.push([await timeOf(known), await timeOf(unknown)]);
      else {
        const second = await timeOf(unknown);
        times.push([await timeOf(known), second]);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return times;
}

test("the time of an answer does not tell whether a receipt exists", async (context) => {
  const { parcel, keys } = await sealParcel(office.directory());
  assert.equal((await file(office, parcel)).status, 200);
  const draw = drawFrom(20_261_121);
  await measure(keys.mailbox, draw, 80); // until everything is warm
  const chances: number[] = [];
  while (chances.length < 3 && chances.every((chance) => chance < 0.001)) {
    const times = await measure(keys.mailbox, draw, pairs);
    chances.push(chanceOf(times, draw));
    context.diagnostic(`medians differ by ${shiftOf(times).toFixed(3)} ms, p = ${chances.at(-1)?.toFixed(4)}`);
  }
  assert.ok(
    chances.some((chance) => chance >= 0.001),
    `told apart three times in a row: ${chances.join(", ")}`,
  );
});
