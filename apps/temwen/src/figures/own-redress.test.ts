import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToDigest, canonicalBytes, createId, type Json } from "@temwen/vocabulary";
import { countFigures } from "./count-figures.ts";
import { measuresIn, openOwnRedress } from "./own-redress.ts";

const digest = bytesToDigest(new Uint8Array(32).fill(1));
const saying = (fact: { readonly [member: string]: Json }): { readonly body: Uint8Array } => ({
  body: canonicalBytes({
    ...fact,
    case: createId("case", new Uint8Array(16).fill(2)),
    office: createId("office", new Uint8Array(16).fill(3)),
    epoch: 1,
    index: 5,
    previous: digest,
    by: createId("staff", new Uint8Array(16).fill(4)),
    at: "2026-11-03T15:00:00.000Z",
  }),
});
const ruled = (sitting: number, ...bearers: readonly string[]) => ruledFrom(1, sitting, ...bearers);
const ruledFrom = (first: number, sitting: number, ...bearers: readonly string[]) =>
  saying({
    type: "case.ruled/1",
    sitting,
    decision: digest,
    votes: [digest],
    measures: bearers.map((bearer, place) => ({
      number: first + place,
      form: "compensation",
      bearer,
      due: "2027-03-01",
    })),
  });
const delivered = (measure: number, what: string) =>
  saying({
    type: "case.delivery-recorded/2",
    measure,
    delivered: what,
    decidedBy: "mission",
    published: [],
    explanation: { part: "explanation-1", digest },
  });

const toDay = (hour: string): string => hour.slice(0, 10);
const told = (...events: Parameters<typeof measuresIn>[0]) =>
  measuresIn(events, toDay).map(({ fields }) => [fields.bearer, fields.delivered, fields["decided-by"]]);

test("each measure is counted by what was recorded of it last, and one of which nothing was, as open", () => {
  assert.deepEqual(told(ruled(1, "mission", "office"), delivered(1, "partly"), delivered(1, "delivered")), [
    ["mission", "delivered", "mission"],
    ["office", "open", "open"],
  ]);
});

test("ten measures alike of one case count once, so that a number stands for so many cases", () => {
  assert.equal(told(ruled(1, ...Array.from({ length: 10 }, () => "mission"))).length, 1);
});

test("where a case was ruled on anew, its earlier measures are counted on, and what becomes of them later", () => {
  assert.deepEqual(
    told(ruled(1, "mission"), delivered(1, "refused"), ruledFrom(2, 2, "host-state"), delivered(1, "delivered")),
    [
      ["mission", "delivered", "mission"],
      ["host-state", "open", "open"],
    ],
  );
  assert.deepEqual(told(), []);
});

test("one case counts once in a cell, however many bearers its measures name", async () => {
  const events = [ruled(1, "mission", "office", "host-state")];
  const rows = [{ caseId: "cas_1", stage: "ruled", facts: {} }];
  const record = {
    readQueue: async ({ stage }: { readonly stage?: string }) => {
      return { rows: stage === "ruled" ? rows : [], stages: {}, more: false };
    },
    readStream: async () => events,
  };
  const { figures } = await countFigures(openOwnRedress(record as never), {
    tables: [{ by: ["form"] }, { by: ["bearer"] }],
    isWhole: true,
  });
  const [forms, bearers] = figures.tables as readonly { readonly cells?: readonly { readonly count: number }[] }[];
  assert.deepEqual(
    [forms, bearers].map((table) => table?.cells?.map(({ count }) => count)),
    [[1], [1, 1, 1]],
  );
});

test("a second ruling that took the numbers of the first, as it once could, took its place", () => {
  assert.deepEqual(told(ruled(1, "mission"), delivered(1, "refused"), ruled(2, "host-state")), [
    ["host-state", "open", "open"],
  ]);
});
