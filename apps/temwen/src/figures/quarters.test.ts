import assert from "node:assert/strict";
import { test } from "node:test";
import { countFigures } from "./count-figures.ts";
import { openOwnCases } from "./own-cases.ts";
import { isWithin } from "./period.ts";
import { isGuarded } from "./queue-rows.ts";

type Row = { readonly stage?: string; readonly child?: string; readonly class?: string; readonly rights?: string };

/** What is counted of cases received in the months of 2026, so many in each. */
async function count(by: readonly string[], of: Row, counts: readonly number[], more: object = {}) {
  const rows = counts.flatMap((cases, month) =>
    Array.from({ length: cases }, (_, n) => {
      const { stage = "closed", ...facts } = of;
      const receivedAt = `2026-${String(month + 1).padStart(2, "0")}-07T12:00:00.000Z`;
      return {
        caseId: `cas_${month}_${n}`,
        stage,
        receivedAt,
        facts: { class: "serious-misconduct", child: "no", ...facts },
      };
    }),
  );
  const record = { readQueue: async () => ({ rows, stages: {}, more: false }), readAfter: async () => [] };
  const { figures } = await countFigures(openOwnCases(record as never, []), {
    tables: [{ by }],
    isWhole: true,
    ...more,
  });
  const [table] = figures.tables as readonly {
    readonly cells?: readonly { readonly at: readonly string[]; readonly count: number | null }[];
  }[];
  return Object.fromEntries((table?.cells ?? []).map(({ at, count: told }) => [at.join(" "), told]));
}

const guarded: readonly Row[] = [
  { child: "yes" },
  { child: "doubt" },
  { class: "sexual-exploitation-and-abuse" },
  { rights: "integrity sexual-violence-and-exploitation" },
  { rights: "children" },
  { stage: "erased" },
];

test("cases of children, and of sexual exploitation and abuse, are told by quarter, however finely somebody asks", async () => {
  for (const of of guarded) {
    for (const by of ["received", "received:month", "received:quarter"]) {
      assert.deepEqual(
        await count([by], of, [1, 2, 3, 4]),
        { "2026-Q1": 6, "2026-Q2": 4 },
        `${by} ${JSON.stringify(of)}`,
      );
    }
    assert.deepEqual(await count(["received:year"], of, [1, 2]), { "2026": 3 });
  }
  const child = await count(["child", "received:month"], { child: "yes" }, [1, 0, 4]);
  assert.deepEqual(child, { "yes 2026-Q1": 5 });
});

test("other cases are told by month", async () => {
  assert.deepEqual(await count(["received:month"], {}, [1, 2]), { "2026-01": 1, "2026-02": 2 });
});

test("a period of one month finds none of those told by quarter, and one of whole quarters finds them", async () => {
  const [of] = guarded;
  assert.ok(of);
  const within = (from: string, until: string) => count(["child"], of, [1, 2, 3, 4], { period: { from, until } });
  assert.deepEqual(await within("2026-02", "2026-02"), {});
  assert.deepEqual(await within("2026-02", "2026-06"), { yes: 4 });
  assert.deepEqual(await within("2026", "2026"), { yes: 10 });
  for (const [from, until] of [
    ["2026-10", "2026-12"],
    ["2026-10-01", "2026-12-31"],
    ["2026", "2026"],
  ] as const) {
    assert.ok(isWithin("2026-Q4", { from, until }), `${from}..${until}`);
  }
  assert.ok(!isWithin("2026-Q4", { from: "2026-10-02", until: "2026-12-31" }));
  assert.ok(!isWithin("2026-Q4", { from: "2026-10", until: "2026-11" }));
});

test("a case that nobody assessed yet, or of an adult, is none of those", () => {
  assert.ok(!isGuarded({ stage: "received", facts: {} }));
  assert.ok(!isGuarded({ stage: "closed", facts: { child: "no", rights: "integrity liberty" } }));
});
