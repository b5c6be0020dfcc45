import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonicalBytes, type Json } from "@temwen/vocabulary";
import { countFigures } from "./count-figures.ts";
import { missedIn, openMissed } from "./missed.ts";

type Golden = { readonly events: readonly { readonly body: { readonly [name: string]: Json } }[] };
const golden = JSON.parse(
  readFileSync(new URL("../../../../vectors/case-streams/case.clock-missed-1.json", import.meta.url), "utf8"),
) as Golden;
const missed = golden.events.at(-1)?.body;
assert.ok(missed);
const toDay = (hour: string): string => hour.slice(0, 10);
const passed = (
  JSON.parse(
    readFileSync(new URL("../../../../vectors/matter-streams/matter.clock-missed-1.json", import.meta.url), "utf8"),
  ) as Golden
).events.at(-1)?.body;
const miss = (clock: string, due: string) => ({ body: canonicalBytes({ ...missed, clock, due } as Json) });

test("what a case missed is counted by clock, among everything else that happened to it", () => {
  const [one, ...others] = missedIn(
    golden.events.map(({ body }) => ({ body: canonicalBytes(body) })),
    toDay,
  );
  assert.deepEqual([one?.fields.clock, others], [missed.clock, []]);
});

test("a clock that came back a dozen times in one case counts once, on the first day", () => {
  const months = Array.from({ length: 12 }, (_, n) => `2027-${String(n + 1).padStart(2, "0")}-01T15:00:00.000Z`);
  const counted = missedIn(
    [...months.map((due) => miss("person-told", due)), miss("inquiry", "2027-05-01T15:00:00.000Z")],
    toDay,
  );
  assert.deepEqual(
    counted.map(({ fields }) => [fields.clock, fields.due]),
    [
      ["person-told", "2027-01-01"],
      ["inquiry", "2027-05-01"],
    ],
  );
});

/** What is told of a record of cases, each of which missed these clocks. */
async function tell(...cases: readonly (readonly string[])[]) {
  return tellBoth(cases, []);
}

/** The same with recommendations, each of which waited for these answers in vain, and as many claims of families. */
async function tellBoth(cases: readonly (readonly string[])[], matters: readonly (readonly string[])[]) {
  const record = {
    readQueue: async () => ({
      rows: cases.map((one, n) => ({ caseId: `cas_${n}`, stage: "found", facts: { missed: one.length } })),
      stages: {},
      more: false,
    }),
    readStream: async (id: string) =>
      id.startsWith("cas_")
        ? (cases[Number(id.slice(4))] ?? []).map((clock) => miss(clock, "2027-01-01T15:00:00.000Z"))
        : (matters[Number(id.slice(4))] ?? []).map((clock) => ({ body: canonicalBytes({ ...passed, clock } as Json) })),
    readMatters: async (kind: string) =>
      kind === "visit" ? [] : matters.map((_, n) => ({ matter: `${kind.slice(0, 3)}_${n}`, version: 1 })),
  };
  const source = openMissed(record as never);
  const { figures } = await countFigures(source, { tables: [{ by: ["clock"] }], isWhole: false });
  const [table] = figures.tables as readonly {
    readonly cells?: readonly { readonly at: readonly string[]; readonly count: number | null }[];
  }[];
  return Object.fromEntries((table?.cells ?? []).map(({ at, count }) => [at[0], count]));
}

test("a missed deadline is told where five cases missed it, and hidden where fewer did", async () => {
  const six = Array.from({ length: 6 }, () => ["feedback"]);
  const seven = Array.from({ length: 7 }, () => ["acknowledgement"]);
  assert.deepEqual(await tell(...six, ...seven), { feedback: 6, acknowledgement: 7 });
  const { inquiry, feedback, acknowledgement } = await tell(...six, ...seven, ["inquiry"], []);
  // The one that is hidden cannot be had by taking the others from the total.
  assert.deepEqual([inquiry, feedback, acknowledgement], [null, null, 7]);
});

test("days for an answer that went by in silence are counted with the other deadlines, and none of a family's claim", async () => {
  const six = Array.from({ length: 6 }, () => ["answer-day", "answer-day"]);
  assert.deepEqual(
    await tellBoth(
      Array.from({ length: 7 }, () => ["feedback"]),
      six,
    ),
    { "answer-day": 6, feedback: 7 },
  );
});
