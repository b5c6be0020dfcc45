import assert from "node:assert/strict";
import { test } from "node:test";
import type { TableQuestion } from "@temwen/disclosure";
import { countFigures } from "./count-figures.ts";
import { openOwnCases } from "./own-cases.ts";

type Told = {
  readonly child?: string;
  readonly class?: string;
  readonly stage?: string;
  readonly opened?: string;
  readonly forces?: string;
};
type Given = Told & { readonly steps: readonly (readonly [step: string, day: number])[] };

const hourOf = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString();

/** What is told of a record of these cases, each received on 1 January. */
async function tell(cases: readonly Given[], isWhole = false, tables: readonly TableQuestion[] = []) {
  const rows = cases.map(({ steps: _, stage = "closed", ...facts }, n) => ({
    ...{ caseId: `cas_${n}`, stage, receivedAt: hourOf(0), version: 1 },
    facts: { class: "serious-misconduct", child: "no", ...facts },
  }));
  const events = cases
    .flatMap(({ steps }, n) =>
      steps.map(([type, day]) => ({ stream: `cas_${n}`, type: `case.${type}/1`, at: hourOf(day) })),
    )
    .map((event, place) => ({ ...event, position: place + 1, body: new Uint8Array() }));
  const record = {
    readQueue: async () => ({ rows, stages: {}, more: false }),
    readAfter: async (position: number, limit: number) => events.slice(position, position + limit),
  };
  return (await countFigures(openOwnCases(record as never, ["pnh"]), { tables, isWhole })).figures;
}
const alike = (count: number, one: Given): readonly Given[] => Array.from({ length: count }, () => one);

test("the days to each stage are told as a median of ten cases or more, and not of fewer", async () => {
  const way = {
    steps: [
      ["acknowledged", 2],
      ["assessed", 5],
      ["closed", 90],
    ],
  } as const;
  const { durations } = await tell(alike(10, way));
  assert.deepEqual(
    ["until-acknowledged", "until-assessed", "until-ended"].map((name) => durations[name]?.median),
    [2, 5, 90],
  );
  assert.equal((await tell(alike(9, way))).durations["until-acknowledged"], null);
});

test("what was corrected or reopened counts from its first time, and each way of ending is an end", async () => {
  const { durations } = await tell(
    [
      ...alike(5, {
        steps: [
          ["assessed", 3],
          ["assessed", 30],
          ["not-admitted", 40],
        ],
      }),
      ...alike(5, {
        steps: [
          ["assessed", 3],
          ["withdrawal-accepted", 40],
          ["reopened", 50],
          ["closed", 90],
        ],
      }),
    ],
    true,
  );
  assert.deepEqual([durations["until-assessed"]?.median, durations["until-ended"]?.median], [3, 40]);
});

test("of children, of sexual exploitation and abuse, and of what was erased no day is counted", async () => {
  const way = { steps: [["acknowledged", 2]] } as const;
  for (const told of [
    { child: "yes" },
    { child: "doubt" },
    { class: "sexual-exploitation-and-abuse" },
    { stage: "erased" },
  ]) {
    const { durations } = await tell(alike(20, { ...way, ...told }), true);
    assert.ok(!durations["until-acknowledged"]?.n, JSON.stringify(told));
  }
});

test("a record of more events than one reading brings is read to its end", async () => {
  const many: Given[] = Array.from({ length: 60 }, () => ({
    steps: [...Array.from({ length: 40 }, () => ["message-sent", 1] as const), ["acknowledged", 4] as const],
  }));
  const { durations } = await tell(many);
  assert.deepEqual([durations["until-acknowledged"]?.median, durations["until-acknowledged"]?.p90], [4, 4]);
});

test("who brought a case is counted apart: a person, the office itself, another body; and of an erased one nobody", async () => {
  const steps = [] as const;
  const { tables } = await tell(
    [
      ...alike(8, { steps }),
      ...alike(6, { steps, opened: "press" }),
      ...alike(5, { steps, opened: "handed-over" }),
      ...alike(7, { steps, stage: "erased" }),
    ],
    true,
  );
  const counted = JSON.stringify(tables.find(({ by }) => by.join() === "brought"));
  for (const row of [/"person"[^}]*?8/, /"office"[^}]*?6/, /"handed-over"[^}]*?5/]) assert.match(counted, row);
});

test("to whom cases are attributed is counted: contingents, the host police, jointly, a private company, or unknown", async () => {
  const steps = [] as const;
  const { tables } = await tell(
    [
      ...alike(9, { steps, forces: "ken jam" }),
      ...alike(8, { steps, forces: "pnh unknown" }),
      ...alike(7, { steps, forces: "ken pnh" }),
      ...alike(3, { steps, forces: "ken private-company" }),
      ...alike(6, { steps, forces: "private-company" }),
      ...alike(5, { steps, forces: "unknown" }),
      ...alike(4, { steps }),
    ],
    true,
    [{ by: ["attribution"] }],
  );
  const counted = JSON.stringify(tables);
  for (const [name, count] of Object.entries({
    ...{ contingent: 9, "host-police": 8, joint: 10, "private-company": 6, unknown: 5, "(missing)": 4 },
  }))
    assert.match(counted, new RegExp(`"${name.replaceAll(/[()]/g, "\\$&")}"[^}]*?${count}\\b`), name);
});

test("of joint cases it is counted whether the United Nations' focal point was told, of others nothing is", async () => {
  const told = { steps: [["focal-point-notified", 9]], forces: "ken pnh" } as const;
  const { tables, durations } = await tell(
    [...alike(10, told), ...alike(6, { steps: [], forces: "ken pnh" }), ...alike(7, { steps: [], forces: "ken" })],
    true,
    [{ by: ["focal-point"] }],
  );
  const counted = JSON.stringify(tables);
  for (const row of [/"told"[^}]*?10/, /"not-told"[^}]*?6/, /"\(missing\)"[^}]*?7/]) assert.match(counted, row);
  assert.equal(durations["until-focal-point-told"]?.median, 9);
});
