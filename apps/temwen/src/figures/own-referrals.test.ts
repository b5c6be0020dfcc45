import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Forum } from "@temwen/mission-pack";
import { createSamples } from "@temwen/record/contract";
import { createMemoryRecord } from "@temwen/record/memory";
import { canonicalBytes, type Instant, type Json } from "@temwen/vocabulary";
import { countFigures } from "./count-figures.ts";
import { openOwnReferrals } from "./own-referrals.ts";

const forum = (id: string, state: string): Forum => ({
  ...{ id, name: id, kind: "haitian-civilian-court", state, basis: ["investigates-with-civil-party"], obstacle: [] },
  ...{ reach: "not-established", source: "no published source", confidence: "memory", language: "fr" },
});
const pack = { zone: "America/Port-au-Prince", forums: [forum("court", "hti"), forum("odpp", "ken")] };

/** So many cases, each with these referrals as the list of cases holds them. */
async function recordOf(...cases: readonly string[]) {
  const samples = createSamples("referrals counted");
  const record = createMemoryRecord();
  for (const referrals of cases) {
    const filing = samples.filing();
    await record.fileComplaint({ ...filing, summary: { ...filing.summary, facts: { referrals } } });
  }
  return record;
}

const count = async (cases: readonly string[], hour: string, isWhole: boolean) => {
  const source = openOwnReferrals(await recordOf(...cases), pack, hour as Instant);
  const { figures } = await countFigures(source, { tables: [{ by: ["jurisdiction", "standing"] }], isWhole });
  return JSON.stringify(figures);
};
const silent = "1/odpp/2026-11-01/2026-12-31// 2/court/2026-11-02/2026-12-31/investigating/";
const answered = "1/court/2026-11-02/2026-12-31/acknowledged/";

test("a referral that never answers is silent in the figures from the day after its due day on, by its State", async () => {
  const cases = [...Array.from({ length: 6 }, () => silent), ...Array.from({ length: 7 }, () => answered)];
  const before = await count(cases, "2027-01-01T04:00:00.000Z", true);
  assert.ok(before.includes("waiting") && !before.includes("silent"), before);
  const behind = await count(cases, "2027-01-01T06:00:00.000Z", true);
  assert.match(behind, /"ken"[^}]*"silent"[^}]*6/);
  assert.match(behind, /"hti"[^}]*"answered"[^}]*13/);
});

test("a few silences are not told to the public, who could find the case behind them", async () => {
  const cases = [silent, silent, ...Array.from({ length: 9 }, () => answered)];
  const told = await count(cases, "2027-02-01T12:00:00.000Z", false);
  assert.ok(!/"silent"[^}]*\b2\b/.test(told), told);
});

test("one case that went to six bodies of one State and one of another counts once in each cell, and fills none", async () => {
  const many = [1, 2, 3, 4, 5, 6].map((number) => `${number}/odpp/2026-11-0${number}/2026-12-31/acknowledged/`);
  const record = await recordOf([...many, "7/court/2026-11-07/2026-12-31//"].join(" "));
  const source = openOwnReferrals(record, pack, "2026-12-01T12:00:00.000Z" as Instant);
  const tables = [
    { by: ["jurisdiction", "standing"] },
    { by: ["jurisdiction"] },
    { by: ["standing"] },
    { by: ["answer"] },
  ];
  const { figures } = await countFigures(source, { tables, isWhole: true });
  assert.equal(figures.cases, 1);
  for (const { by, cells } of figures.tables) {
    assert.deepEqual([by, cells.map(({ count }) => count)], [by, [1, 1]]);
  }
  const told = (await countFigures(source, { tables, isWhole: false })).figures;
  assert.ok(
    told.tables.every(({ cells }) => cells.every(({ count }) => count === null)),
    JSON.stringify(told),
  );
});

test("a forum that never answered stays silent in the figures when the case is erased", async () => {
  const golden = JSON.parse(
    readFileSync(new URL("../../../../vectors/case-streams/case.referral-answered-1.json", import.meta.url), "utf8"),
  ) as { readonly events: readonly { readonly body: Json }[] };
  const events = golden.events.map(({ body }) => ({ body: canonicalBytes(body) }));
  const referred = events.findIndex(({ body }) => Buffer.from(body).includes('"case.referred/'));
  const told = async (stream: typeof events): Promise<readonly string[]> => {
    const record = {
      readQueue: async () => ({
        rows: [{ caseId: "cas_1", stage: "erased", receivedAt: "", version: 1, facts: {} }],
        stages: {},
        more: false,
      }),
      readStream: async () => stream,
      referrals: { readAnswers: async () => [] },
    };
    const found: string[] = [];
    const source = openOwnReferrals(record as never, pack, "2040-01-01T12:00:00.000Z" as Instant);
    for await (const { fields } of source.cases()) found.push(`${fields.standing} ${fields.asked}`);
    return found;
  };
  assert.match((await told(events.slice(0, referred + 1))).join(), /^silent \d{4}-Q[1-4]$/);
  assert.match((await told(events)).join(), /^answered \d{4}-Q[1-4]$/);
});
