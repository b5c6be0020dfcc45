import assert from "node:assert/strict";
import { test } from "node:test";
import { hourAfter, jules, karim, office } from "../testing/given.testing.ts";
import { decideMatter } from "./decide.ts";
import {
  answerVisit,
  callOff,
  carla,
  fabien,
  given,
  hugo,
  madeOf,
  make,
  matterOf,
  mona,
  planVisit,
  recordVisit,
  reportVisit,
  toVisited,
} from "./matters.testing.ts";

test("a visit is planned, made, reported by somebody of the panel and answered", () => {
  const { matter } = madeOf([...toVisited, [carla, reportVisit()], [mona, answerVisit("partly")]]);
  assert.equal(matter.stage, "answered");
  assert.equal("entry" in matter && matter.entry, "full");
});

test("whoever made a visit does not report it, and whoever planned one does not call it off", () => {
  given([fabien, planVisit()], [carla, recordVisit()])
    .when(carla, reportVisit())
    .refuses("cannot-confirm-own-proposal");
  given([carla, planVisit()]).when(carla, callOff).refuses("cannot-confirm-own-proposal");
  given([carla, planVisit()]).when(mona, callOff).says("visit.called-off/1");
});

test("a door that stayed shut is reported like one that opened", () => {
  const refused = [
    [fabien, planVisit()],
    [hugo, recordVisit("refused")],
  ] as const;
  given(...refused)
    .when(carla, callOff)
    .refuses("wrong-stage");
  const { matter } = madeOf([...refused, [carla, reportVisit()]]);
  assert.equal("entry" in matter && matter.entry, "refused");
  assert.deepEqual(matter.stage === "unknown" ? undefined : matter.told, { ht: "Nou te vizite." });
});

test("nobody tied to those who are visited plans, makes or reports a visit", () => {
  given().when(karim, planVisit()).refuses("tied-to-respondent");
  given(...toVisited)
    .when(jules, reportVisit())
    .refuses("tied-to-respondent");
  given(...toVisited)
    .when(carla, reportVisit("contributing-state:bravo"))
    .refuses("forces-misfit");
  given()
    .when(fabien, planVisit({ department: "nowhere" }))
    .refuses("unknown-department");
});

test("silence about a report is told when its day is over, and not before", () => {
  given(...toVisited, [carla, reportVisit()])
    .when(mona, answerVisit("none"))
    .refuses("day-not-past");
});

test("an order of one kind is none in a matter of the other", () => {
  const about = matterOf("visit");
  const decided = decideMatter({ stage: "unknown" }, make(), { about, actor: fabien, office, at: hourAfter(1) });
  assert.equal(decided.ok ? "lawful" : decided.refusal.code, "wrong-stage");
});
