import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonicalBytes, type Json } from "@temwen/vocabulary";
import { countFigures } from "./count-figures.ts";
import { openOpenings } from "./openings.ts";

type Body = { readonly [name: string]: Json };
type Golden = { readonly events: readonly { readonly body: Body }[] };
const golden = JSON.parse(
  readFileSync(new URL("../../../../vectors/case-streams/case.escrow-opened-1.json", import.meta.url), "utf8"),
) as Golden;
const bodies = golden.events.map(({ body }) => body);
const last = bodies.at(-1);
assert.ok(last);

/** What is told of a record of cases, of which each was opened for these reasons. */
async function tell(cases: readonly (readonly string[])[], isWhole = false) {
  const said = (reasons: readonly string[]): readonly Body[] => [
    ...bodies.slice(0, -1),
    ...reasons.map((because) => ({ ...last, because })),
  ];
  const events = cases
    .flatMap((reasons, n) => said(reasons).map((body) => ({ n, body })))
    .map(({ n, body }, place) => ({
      ...{ stream: `cas_${n}`, type: String(body.type), at: "2027-03-01T12:00:00.000Z", position: place + 1 },
      body: canonicalBytes(body),
    }));
  const rows = cases.map((_, n) => ({ caseId: `cas_${n}`, stage: "found", facts: {} }));
  const record = {
    readQueue: async () => ({ rows, stages: {}, more: false }),
    readAfter: async (after: number, limit: number) => events.slice(after, after + limit),
  };
  const { figures } = await countFigures(openOpenings(record as never), { tables: [{ by: ["because"] }], isWhole });
  const [table] = figures.tables as readonly {
    readonly cells?: readonly { readonly at: readonly string[]; readonly count: number | null }[];
  }[];
  return Object.fromEntries((table?.cells ?? []).map(({ at, count }) => [at[0], count]));
}

test("openings are counted by their reason, a case once for each, among all that happened in it", async () => {
  const told = await tell([["life-at-risk", "life-at-risk"], ["life-at-risk", "readers-refuse"], []], true);
  assert.deepEqual(told, { "life-at-risk": 2, "readers-refuse": 1 });
});

test("a few openings are not told to the public, who could find the case behind them", async () => {
  const seven = Array.from({ length: 7 }, () => ["all-readers-gone"]);
  const six = Array.from({ length: 6 }, () => ["readers-unreachable"]);
  assert.deepEqual(await tell([...seven, ...six]), { "all-readers-gone": 7, "readers-unreachable": 6 });
  const few = await tell([...seven, ...six, ["life-at-risk"]]);
  assert.equal(few["life-at-risk"], null);
});
