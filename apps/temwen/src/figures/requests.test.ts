import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonicalBytes, type Json } from "@temwen/vocabulary";
import { countFigures } from "./count-figures.ts";
import { openRequests, requestsOf } from "./requests.ts";

type Golden = { readonly events: readonly { readonly body: { readonly [name: string]: Json } }[] };
const golden = JSON.parse(
  readFileSync(new URL("../../../../vectors/case-streams/case.answer-recorded-1.json", import.meta.url), "utf8"),
) as Golden;
const bodies = golden.events.map(({ body }) => ({ body: canonicalBytes(body) }));
const [asks, answers] = ["case.evidence-requested/1", "case.answer-recorded/1"].map(
  (type) => golden.events.find(({ body }) => body.type === type)!.body,
);
const toDay = (hour: string): string => hour.slice(0, 10);
const caseWith = (...answered: readonly string[]) =>
  answered.flatMap((answer, n) => [
    { body: canonicalBytes({ ...asks, number: n + 1, holder: "mission" } as Json) },
    ...(answer === "waiting" ? [] : [{ body: canonicalBytes({ ...answers, request: n + 1, answer } as Json) }]),
  ]);

test("a request counts by who holds the evidence and what they answered last", () => {
  const [one] = requestsOf(bodies, toDay);
  assert.equal(one?.fields.answer, answers?.answer);
  assert.equal(one?.fields.holder, asks?.holder);
  assert.deepEqual(
    requestsOf(caseWith("waiting"), toDay).map(({ fields }) => fields.answer),
    ["waiting"],
  );
});

test("a request counts by whichever number of its facts it was recorded", () => {
  const renumbered = caseWith("obstructed").map(({ body }) => {
    const said = JSON.parse(new TextDecoder().decode(body));
    return { body: canonicalBytes({ ...said, type: said.type.replace(/1$/, "2") }) };
  });
  assert.deepEqual(
    requestsOf(renumbered, toDay).map(({ fields }) => fields.answer),
    ["obstructed"],
  );
});

test("ten refusals in one case count as one, so that a number of five stands for five cases", () => {
  assert.equal(requestsOf(caseWith(..."refused ".repeat(10).trim().split(" ")), toDay).length, 1);
  assert.equal(requestsOf(caseWith("refused", "given", "refused"), toDay).length, 2);
});

/** A record of so many cases, each with these answers. */
const recordOf = (cases: readonly (readonly string[])[]) => ({
  readQueue: async () => ({
    rows: cases.map((_, n) => ({ caseId: `cas_${n}`, stage: "investigating", receivedAt: "", version: 1, facts: {} })),
    stages: {},
    more: false,
  }),
  readStream: async (id: string) => caseWith(...(cases[Number(id.slice(4))] ?? [])),
});
const countOf = async (answer: string, cases: readonly (readonly string[])[]): Promise<number | null | undefined> => {
  const source = openRequests(recordOf(cases) as never);
  const { figures } = await countFigures(source, { tables: [{ by: ["answer"] }], isWhole: false });
  const [table] = figures.tables as readonly {
    readonly cells?: readonly { readonly at: readonly string[]; readonly count: number | null }[];
  }[];
  return table?.cells?.find(({ at }) => at[0] === answer)?.count;
};

test("refusals and obstructions are told where five cases met them, and hidden where fewer did", async () => {
  const six = Array.from({ length: 6 }, () => ["refused"]);
  assert.equal(await countOf("obstructed", [...six, ["obstructed"]]), null);
  // The one that is hidden cannot be had by taking the other from the total.
  assert.equal(await countOf("refused", [...six, ["obstructed"]]), null);
  const seven = Array.from({ length: 7 }, () => ["obstructed"]);
  assert.equal(await countOf("refused", [...six, ...seven]), 6);
  assert.equal(await countOf("obstructed", [...six, ...seven]), 7);
});

test("one case that asked every kind of holder in vain is one refusal in the table of answers", async () => {
  const one = ["mission", "contributing-state", "host-authority", "other"].flatMap((holder, n) => [
    { body: canonicalBytes({ ...asks, number: n + 1, holder } as Json) },
    { body: canonicalBytes({ ...answers, request: n + 1, answer: "refused" } as Json) },
  ]);
  const record = { ...recordOf([["refused"]]), readStream: async () => one };
  const source = openRequests(record as never);
  const { figures } = await countFigures(source, { tables: [{ by: ["answer"] }], isWhole: true });
  assert.deepEqual(
    figures.tables[0]?.cells.map(({ count }) => count),
    [1],
  );
});

test("a refusal stays in the figures when the case is erased, by the quarter and no day", async () => {
  const cases = Array.from({ length: 6 }, () => ["refused"]);
  const record = recordOf(cases);
  const readQueue = async () => {
    const page = await record.readQueue();
    return { ...page, rows: page.rows.map((row) => ({ ...row, stage: "erased" })) };
  };
  const told: (string | undefined)[] = [];
  for await (const { fields } of openRequests({ ...record, readQueue } as never).cases())
    told.push(`${fields.answer} ${fields.asked}`);
  assert.equal(told.length, 6);
  assert.match(told[0] ?? "", /^refused \d{4}-Q[1-4]$/);
});
