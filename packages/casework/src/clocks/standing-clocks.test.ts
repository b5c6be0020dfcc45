import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clock, DeadlineBook } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import { replayClocks } from "../history/replayed-clocks.ts";
import { acknowledge, asha, given, miss, type Step, send } from "../testing/given.testing.ts";
import { historyOf } from "../testing/history.testing.ts";
import { dayAfter, extendClock, toInvestigating } from "../testing/later.testing.ts";
import { findPassedOn, standingClocks } from "./standing-clocks.ts";

const zone = "America/Port-au-Prince";
const clock = (change: Partial<Clock>): Clock => ({
  ...{ id: "example", startsOn: "case.acknowledged", stopsOn: "case.ended", due: "P7D", bearer: "office" },
  ...{ source: "an example", basis: "platform-default", publish: false },
  ...change,
});
const told = clock({ id: "told", due: "P28D", every: "P28D", renewsOn: "case.message-sent" });
const inquiry = clock({ id: "inquiry", startsOn: "case.admitted", due: "P6M", extends: { most: "P6M" } });
const standing = (clocks: readonly Clock[], at: Instant, ...history: readonly Step[]) => {
  const { theCase } = given(...history);
  assert.ok(theCase.stage !== "unknown");
  const book: DeadlineBook = { zone, clocks };
  return standingClocks(theCase, book, at);
};
const acknowledged: Step = [asha, acknowledge()];
const due = "2026-12-01T16:00:00.000Z" as Instant;

test("a clock is late from the moment behind its hour, and not at it", () => {
  const lateAt = (at: string) => standing([told], at as Instant, acknowledged)[0]?.isLate;
  assert.deepEqual([lateAt(due), lateAt("2026-12-01T16:00:00.001Z")], [false, true]);
});

test("the same case at the same hour gives the same clocks, however often it is asked", () => {
  const once = JSON.stringify(standing([told, inquiry], dayAfter(60), ...toInvestigating));
  for (let i = 0; i < 3; i += 1) {
    assert.equal(JSON.stringify(standing([told, inquiry], dayAfter(60), ...toInvestigating)), once);
  }
});

test("of what comes back one line is shown: the oldest hour, and how many have passed", () => {
  const silent: readonly Step[] = [acknowledged, miss("told", due)];
  const [line, ...others] = standing([told], dayAfter(60), ...silent);
  assert.deepEqual(others, []);
  assert.deepEqual([line?.due, line?.passed], [due, 2]);
});

test("what is late is the next one's to see to from the hour that the pack says, and at last the last one's", () => {
  const escalates = [
    { after: "P3D", to: "panel" },
    { after: "P10D", to: "registrar" },
  ];
  const at = (hour: string) => findPassedOn(clock({ escalates }), due, { at: hour as Instant, zone });
  assert.equal(at("2026-12-04T15:59:59.999Z"), undefined);
  assert.deepEqual(at("2026-12-04T16:00:00.000Z"), { to: "panel", since: "2026-12-04T16:00:00.000Z" });
  assert.deepEqual(at("2027-01-01T00:00:00.000Z"), { to: "registrar", since: "2026-12-11T16:00:00.000Z" });
});

test("the bearer of what has gone on must act all the same", () => {
  const [line] = standing([clock({ escalates: [{ after: "P1D", to: "panel" }] })], dayAfter(30), acknowledged);
  assert.deepEqual([line?.bearer, line?.passedOn?.to], ["office", "panel"]);
});

test("until when more time may be given is told as long as none was", () => {
  const [before] = standing([inquiry], dayAfter(1), ...toInvestigating);
  assert.ok(before?.latest);
  const [after] = standing([inquiry], dayAfter(1), ...toInvestigating, [
    asha,
    extendClock({ due: before.due, until: before.latest }),
  ]);
  assert.deepEqual([after?.due, after?.latest], [before.latest, undefined]);
});

test("a day is replayed: the clocks of an hour come from what had happened by then, and nothing after it changes them", () => {
  const history = historyOf(...toInvestigating, [asha, send()]);
  const book: DeadlineBook = { zone, clocks: [told, inquiry] };
  for (const [place, { at }] of history.entries()) {
    const whole = replayClocks(history, book, at);
    const cut = replayClocks(
      history.filter((event) => event.at <= at),
      book,
      at,
    );
    assert.deepEqual(whole, cut, `event ${place}`);
  }
  assert.equal(replayClocks(history, book, "2020-01-01T00:00:00.000Z" as Instant), undefined);
});

test("an event that bears an earlier hour than the one before it stays behind that one", () => {
  const [filed, second, ...others] = historyOf([asha, acknowledge()], [asha, send()]);
  assert.ok(filed && second);
  const skewed = [filed, second, ...others.map((event) => ({ ...event, at: filed.at }))];
  const book: DeadlineBook = { zone, clocks: [told] };
  assert.deepEqual(replayClocks(skewed, book, filed.at), []);
});
