import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { calendarsShape, type WorkCalendar } from "./calendars.ts";
import { type Clock, clockDue, clockShape, hourBehind, turnsOf } from "./clocks.ts";

type Case = { readonly start: Instant; readonly due: string; readonly shows: string };
const vectors = JSON.parse(readFileSync(new URL("../../../vectors/clocks.json", import.meta.url), "utf8")) as {
  readonly zone: string;
  readonly calendar: WorkCalendar;
  readonly workingDays: readonly (Case & { readonly ends: Instant })[];
  readonly turns: readonly (Case & {
    readonly every: string;
    readonly renewed: Instant | null;
    readonly ends: readonly Instant[];
  })[];
  readonly passedOn: readonly { readonly due: Instant; readonly after: string; readonly at: Instant }[];
};
const example: Clock = {
  id: "example",
  startsOn: "case.received",
  stopsOn: "case.acknowledged",
  due: "P10D",
  bearer: "office",
  source: "an example",
  basis: "platform-default",
  publish: false,
};
const { zone, calendar } = vectors;
const working: Clock = { ...example, days: "working", calendar: calendar.id };

test("working days end when the vectors say: no weekend, no holiday of the calendar, the same local hour", () => {
  for (const { start, due, ends, shows } of vectors.workingDays) {
    assert.equal(clockDue({ ...working, due }, start, { zone, calendars: [calendar] }), ends, shows);
  }
});

test("what comes back is counted from its own start, or from the last answer", () => {
  for (const { start, due, every, renewed, ends, shows } of vectors.turns) {
    const turns = turnsOf({ ...example, due, every }, { start, renewed: renewed ?? undefined }, { zone });
    assert.deepEqual(
      Array.from({ length: ends.length }, () => turns.next().value),
      ends,
      shows,
    );
  }
});

test("the next bearer comes in so long behind the due hour, on the zone's calendar", () => {
  for (const { due, after, at } of vectors.passedOn) assert.equal(hourBehind(due, after, zone), at);
});

test("working days without a calendar, or mixed with hours or months, are refused", () => {
  assert.ok(clockShape(working));
  for (const change of [
    { due: "P1M" },
    { due: "PT24H" },
    { due: "P1DT1H" },
    { due: "P2W" },
    { every: "P10D", renewsOn: "case.told" },
  ]) {
    assert.equal(clockShape({ ...working, ...change }), undefined, JSON.stringify(change));
  }
  assert.equal(clockShape({ ...example, days: "working" }), undefined);
  assert.equal(clockShape({ ...example, calendar: "example" }), undefined);
});

test("a clock that comes back says what answers it, and never comes back at once", () => {
  assert.ok(clockShape({ ...example, every: "P28D", renewsOn: "case.message-sent" }));
  for (const change of [
    { every: "P28D" },
    { renewsOn: "case.message-sent" },
    { every: "PT0S", renewsOn: "case.told" },
  ]) {
    assert.equal(clockShape({ ...example, ...change }), undefined, JSON.stringify(change));
  }
});

// Its stop label would stand in the log once for each turn, and tie those leaves to one case.
test("a clock that comes back, or may be put off, has no stop label", () => {
  const publish = true;
  assert.equal(clockShape({ ...example, publish, every: "P28D", renewsOn: "case.message-sent" }), undefined);
  assert.equal(clockShape({ ...example, publish, extends: { most: "P1M" } }), undefined);
});

test("a clock may start at the latest so long behind another fact, and not behind its own", () => {
  const startsBy = { on: "case.received", after: "P7D" };
  const clock = { ...example, startsOn: "case.acknowledged" };
  assert.ok(clockShape({ ...clock, startsBy }));
  for (const change of [
    { startsBy: { on: "case.received" } },
    { startsBy: { ...startsBy, after: "soon" } },
    { startsBy, startsOn: startsBy.on },
  ]) {
    assert.equal(clockShape({ ...clock, ...change }), undefined, JSON.stringify(change));
  }
});

test("a condition that asks for nothing, or for a fact that no case has, is refused", () => {
  assert.ok(clockShape({ ...example, when: [{ track: ["sea"] }, { class: ["serious-misconduct"], child: ["no"] }] }));
  for (const when of [[{}], [{ weather: ["rain"] }], { track: ["sea"] }]) {
    assert.equal(clockShape({ ...example, when }), undefined, JSON.stringify(when));
  }
});

test("a calendar without a working day, or with a day that does not exist, is refused", () => {
  assert.ok(calendarsShape([calendar]));
  for (const change of [{ workdays: [] }, { workdays: ["lundi"] }, { holidays: ["2026-02-30"] }]) {
    assert.equal(calendarsShape([{ ...calendar, ...change }]), undefined, JSON.stringify(change));
  }
});
