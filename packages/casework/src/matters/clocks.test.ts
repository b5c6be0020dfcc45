import assert from "node:assert/strict";
import { test } from "node:test";
import { answerDay, type Deadlines } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import { received } from "../testing/given.testing.ts";
import { directoryOf } from "../testing/history.testing.ts";
import { clocksOfMatter, isMissed } from "./clocks.ts";
import { evolveMatter, type MatterEvent } from "./evolve.ts";
import { judgeMatter } from "./judge.ts";
import type { KnownMatter } from "./matter.ts";
import {
  answer,
  carla,
  fabien,
  gerda,
  handOver,
  type MatterStep,
  madeOf,
  make,
  makeClaim,
  matterOf,
  mona,
  publish,
  stateAnswer,
  stateAsked,
} from "./matters.testing.ts";
import { toldOfStep } from "./public.ts";
import type { MatterHappened } from "./statements.ts";

const noClocks = { clocks: [], zone: "America/Port-au-Prince", calendars: [] } as unknown as Deadlines;
const about = matterOf("recommendation");
const due = "2027-01-01T12:00:00.000Z" as Instant;
const late = "2027-01-02T00:00:00.000Z" as Instant;
const passed = (clock: string = answerDay, hour: Instant = due) =>
  ({ type: "matter.clock-missed/1", matter: about, office: received.office, clock, due: hour }) as const;
const clocksAfter = (...steps: readonly MatterStep[]) => clocksOfMatter(madeOf(steps).matter as KnownMatter, noClocks);

const toAsked: readonly MatterStep[] = [
  [fabien, make()],
  [carla, publish()],
  [carla, handOver("2026-12-31")],
];

/** What readers make of these steps with what the server said by itself behind them. */
function judgeWith(
  steps: readonly MatterStep[],
  ...server: readonly (readonly [Instant, ReturnType<typeof passed>])[]
) {
  const { events } = madeOf(steps);
  const signed = events.map((event, index) => ({ ...event.fact, ...event, matter: about, epoch: 7, index }));
  const said = server.map(([at, fact], n) => ({ ...fact, at, index: signed.length + n }));
  const judged = judgeMatter(about, [...signed, ...said] as unknown as readonly MatterHappened[], directoryOf);
  return { codes: judged.unlawful.map(({ refusal }) => refusal.code), matter: judged.matter as KnownMatter };
}

test("the day that an act names for an answer is a clock: it runs until the answer, and anew behind another question", () => {
  assert.deepEqual(clocksAfter([fabien, make()]), []);
  assert.deepEqual(clocksAfter(...toAsked), [{ id: answerDay, due }]);
  assert.deepEqual(clocksAfter(...toAsked, [mona, answer("accepted")]), []);
  const asked: readonly MatterStep[] = [
    [gerda, makeClaim()],
    [mona, stateAsked()],
  ];
  assert.deepEqual(clocksAfter(...asked), [{ id: answerDay, due }]);
  assert.deepEqual(clocksAfter(...asked, [gerda, stateAnswer("refused")]), []);
  assert.equal(clocksAfter(...asked, [gerda, stateAnswer("refused")], [mona, stateAsked()]).length, 1);
});

test("that a clock of a matter passed is said once, behind its hour, and only of a day that is awaited", () => {
  const once = judgeWith(toAsked, [late, passed()]);
  assert.deepEqual(once.codes, []);
  assert.ok(isMissed(once.matter, { id: answerDay, due }));
  assert.deepEqual(judgeWith(toAsked, [late, passed()], [late, passed()]).codes, ["clock-not-missed"]);
  assert.deepEqual(judgeWith(toAsked, [due, passed()]).codes, ["clock-not-missed"]);
  assert.deepEqual(judgeWith(toAsked, [late, passed(answerDay, late)]).codes, ["clock-not-missed"]);
  const answered: readonly MatterStep[] = [...toAsked, [mona, answer("accepted")]];
  assert.deepEqual(judgeWith(answered, [late, passed()]).codes, ["clock-not-missed"]);
  assert.deepEqual(judgeWith([], [late, passed()]).codes, ["unknown-matter"]);
});

test("everybody is told of a silence behind a published text, and of no clock that would say when it was made", () => {
  const tell = (steps: readonly MatterStep[], fact: ReturnType<typeof passed>) => {
    const event: MatterEvent = { fact, at: late };
    return toldOfStep(evolveMatter(madeOf(steps).matter, event), fact);
  };
  assert.deepEqual(tell(toAsked, passed()), { clock: answerDay, due });
  assert.equal(tell(toAsked, passed("recommendation-answer")), undefined);
  const unpublished = toAsked.filter(([, { type }]) => type !== "publish-recommendation");
  assert.equal(tell(unpublished, passed()), undefined);
});
