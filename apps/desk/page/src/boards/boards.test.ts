import assert from "node:assert/strict";
import { test } from "node:test";
import { type CaseId, createId, type Instant, type StaffId } from "@temwen/vocabulary";
import type { SurveyedCase } from "../../../keeper/src/survey/survey-views.ts";
import { countLoads } from "./caseload.ts";
import { countPattern } from "./patterns.ts";
import { countStates, listRedress } from "./redress-rows.ts";
import { findUnit } from "./units.ts";

const now = "2026-11-22T15:00:00.000Z" as Instant;
const caseOf = (n: number): CaseId => createId("case", new Uint8Array(16).fill(n));
const asha: StaffId = createId("staff", new Uint8Array(16).fill(101));
const bruno: StaffId = createId("staff", new Uint8Array(16).fill(102));

let n = 0;
function surveyed(change: Partial<SurveyedCase> = {}): SurveyedCase {
  n += 1;
  return {
    caseId: caseOf(n),
    stage: "investigating",
    receivedAt: "2026-11-03T15:00:00.000Z" as Instant,
    inHandsOf: [asha],
    clocks: [],
    assessed: { department: "ht05", month: "2026-10" },
    allegations: [{ right: "integrity", kind: "unit", forces: ["ken"] }],
    measures: [],
    ...change,
  };
}

test("a person's load says how many cases at which stage, the oldest, and where a clock is late", () => {
  const old = surveyed({ stage: "admitted", receivedAt: "2026-09-01T00:00:00.000Z" as Instant });
  const late = surveyed({ clocks: [{ id: "feedback", due: "2026-11-20T00:00:00.000Z" as Instant }] });
  const waiting = surveyed({ stage: "received", inHandsOf: [] });
  const shared = surveyed({ stage: "before-panel", inHandsOf: [asha, bruno] });
  const over = surveyed({ stage: "closed", inHandsOf: [] });
  const loads = countLoads([old, late, waiting, shared, over], now);
  assert.deepEqual(
    loads.map(({ who, cases }) => [who, cases.length]),
    [
      [asha, 3],
      [bruno, 1],
      [undefined, 1],
    ],
  );
  const [first] = loads;
  assert.ok(first);
  assert.deepEqual(first.stages, [
    ["admitted", 1],
    ["investigating", 1],
    ["before-panel", 1],
  ]);
  assert.equal(first.oldest, old);
  assert.deepEqual(first.late, [late]);
});

test("allegations are counted by force and month, each with the cases behind its number, and none is invented", () => {
  const two = surveyed({
    allegations: [
      { right: "integrity", kind: "unit", forces: ["ken"] },
      { right: "liberty", kind: "unit", forces: ["ken"] },
    ],
  });
  const joint = surveyed({
    assessed: { department: "ht05", month: "2026-09" },
    allegations: [{ right: "life", kind: "several-forces", forces: ["ken", "jam"] }],
  });
  const pattern = countPattern([two, joint, surveyed({ allegations: [] })], "forces", "month");
  assert.deepEqual(
    [pattern.rows, pattern.columns],
    [
      ["ken", "jam"],
      ["2026-09", "2026-10"],
    ],
  );
  assert.deepEqual(pattern.cellOf("ken", "2026-10"), { count: 2, cases: [two] });
  assert.deepEqual(pattern.cellOf("jam", "2026-10"), { count: 0, cases: [] });
  assert.deepEqual(pattern.totalOf("ken"), { count: 3, cases: [two, joint] });
  assert.equal(pattern.allegations, 3);
});

test("allegations are counted by unit across cases, however it was written, and what is sealed stands behind what is unknown", () => {
  const against = (unit: Partial<SurveyedCase["allegations"][number]>, force = "ken") =>
    surveyed({ allegations: [{ right: "integrity", kind: "unit", forces: [force], ...unit }] });
  const first = against({ unit: "GSF-2" });
  const same = against({ unit: "gsf 2 " });
  const cases = [against({ isSealed: true }), against({}), first, same, against({ unit: "GSF-2" }, "jam")];
  const pattern = countPattern(cases, "unit", "department");
  assert.deepEqual(pattern.rows, ["ken gsf 2", "jam gsf 2", "unknown", "sealed"]);
  assert.deepEqual(pattern.totalOf("ken gsf 2"), { count: 2, cases: [first, same] });
  assert.deepEqual(pattern.cellOf("ken gsf 2", "ht05"), { count: 2, cases: [first, same] });
  assert.deepEqual(findUnit(cases, "ken gsf 2"), { name: "GSF-2", forces: ["ken"] });
  assert.equal(findUnit(cases, "unknown"), undefined);
});

test("what nobody knows stands last, however often it is", () => {
  const unknown = { department: "unknown", month: "unknown" };
  const rows = countPattern(
    [surveyed({ assessed: unknown }), surveyed({ assessed: unknown }), surveyed()],
    "department",
    "month",
  );
  assert.deepEqual(
    [rows.rows, rows.columns],
    [
      ["ht05", "unknown"],
      ["2026-10", "unknown"],
    ],
  );
});

test("a measure is late when its day has passed where the mission is", () => {
  const due = surveyed({
    measures: [{ number: 1, form: "compensation", bearer: "mission", due: "2026-11-22", isPublished: false }],
  });
  const isLate = (hour: string) =>
    listRedress([due], { now: hour as Instant, zone: "America/Port-au-Prince" })[0]?.isLate;
  assert.deepEqual(["2026-11-23T04:59:00.000Z", "2026-11-23T05:01:00.000Z"].map(isLate), [false, true]);
});

test("measures whose day has passed without an end come first, and those that ended last", () => {
  const measure = { number: 1, form: "compensation", bearer: "mission", due: "2026-11-01", isPublished: false };
  const rows = listRedress(
    [
      surveyed({ measures: [{ ...measure, delivered: "delivered", decidedBy: "mission" }] }),
      surveyed({ measures: [{ ...measure, number: 2, due: "2027-03-01" }] }),
      surveyed({ measures: [{ ...measure, number: 3, delivered: "partly", decidedBy: "mission" }] }),
    ],
    { now, zone: "America/Port-au-Prince" },
  );
  assert.deepEqual(
    rows.map(({ number, state, isLate }) => [number, state, isLate]),
    [
      [3, "partly", true],
      [2, "open", false],
      [1, "delivered", false],
    ],
  );
  assert.deepEqual(countStates(rows), [
    ["open", 1],
    ["delivered", 1],
    ["partly", 1],
  ]);
});
