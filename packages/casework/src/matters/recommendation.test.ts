import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { asha, elsa, gerda, ines, jules, karim, lena } from "../testing/given.testing.ts";
import {
  answer,
  carla,
  check,
  claim,
  close,
  dario,
  fabien,
  given,
  handOver,
  hugo,
  letIn,
  madeOf,
  make,
  mona,
  publish,
  stepBack,
  toClaimed,
  toHandedOver,
} from "./matters.testing.ts";

test("a recommendation is made, handed over, answered, followed, and that is looked at by somebody else", () => {
  const { matter, events } = madeOf([...toClaimed, [fabien, check("changed")]]);
  assert.equal(matter.stage, "changed");
  assert.deepEqual(
    events.map(({ fact }) => fact.type),
    [
      ...["recommendation.made/1", "recommendation.handed-over/1", "recommendation.answered/1"],
      ...["recommendation.change-claimed/1", "recommendation.change-checked/1"],
    ],
  );
});

test("whoever writes down that it was followed never looks whether that is so", () => {
  given(...toClaimed)
    .when(hugo, check("changed"))
    .refuses("cannot-check-own-claim");
  // Not even behind somebody else's look.
  given(...toClaimed, [fabien, check("not-changed")], [mona, claim])
    .when(hugo, check("changed"))
    .refuses("cannot-check-own-claim");
});

test("what was claimed and is not so is open again", () => {
  const { matter } = madeOf([...toClaimed, [fabien, check("partly")]]);
  assert.equal(matter.stage, "answered");
});

test("nobody hands over, publishes or closes what they made themselves", () => {
  const own = [[carla, make({ grants: make().grants })]] as const;
  given(...own)
    .when(carla, handOver())
    .refuses("cannot-confirm-own-proposal");
  given(...own)
    .when(carla, publish())
    .refuses("cannot-confirm-own-proposal");
  given(...own, [mona, handOver()], [mona, answer("refused")])
    .when(carla, close)
    .refuses("cannot-confirm-own-proposal");
  given(...own, [mona, handOver()], [mona, answer("refused")])
    .when(mona, close)
    .says("recommendation.closed/1");
});

test("none is closed past an answer: a silence is written down first, and only when its day is over everywhere", () => {
  given(...toHandedOver)
    .when(mona, close)
    .refuses("wrong-stage");
  given(...toHandedOver)
    .when(mona, answer("none"))
    .refuses("day-not-past");
  const evening = "2027-01-01T11:59:59.000Z" as Instant;
  given(...toHandedOver)
    .when(mona, answer("none"), evening)
    .refuses("day-not-past");
  const over = "2027-01-01T12:00:00.000Z" as Instant;
  given(...toHandedOver)
    .when(mona, answer("none"), over)
    .says("recommendation.answered/1");
  given(...toHandedOver, [mona, answer("none"), over])
    .when(mona, close, over)
    .says("recommendation.closed/1");
});

test("whoever is tied to the force neither makes one, nor is let in, nor does anything in it", () => {
  given()
    .when(karim, make({ grants: [...make().grants, { ...make().grants[0]!, to: karim.id }] }))
    .refuses("tied-to-respondent");
  given(...toHandedOver)
    .when(jules, publish())
    .refuses("tied-to-respondent");
  given(...toHandedOver)
    .when(fabien, letIn(ines))
    .refuses("grantee-not-eligible");
  // Of whom it is not known whom it concerns, anybody with a tie might be one of them.
  given()
    .when(karim, make({ forces: ["unknown"], to: "mission" }))
    .refuses("tied-to-respondent");
});

test("a State is asked only where it is said that its people are concerned", () => {
  given()
    .when(fabien, make({ forces: ["bravo"] }))
    .refuses("forces-misfit");
  given()
    .when(fabien, make({ forces: [] }))
    .refuses("unknown-force");
  given()
    .when(fabien, make({ forces: ["alfa", "alfa"] }))
    .refuses("unknown-force");
  given()
    .when(fabien, make({ forces: ["alfa", "unknown"] }))
    .refuses("forces-misfit");
  // A company may be concerned, and is no State.
  given()
    .when(fabien, make({ forces: ["private-company"], to: "contributing-state:private-company" }))
    .refuses("forces-misfit");
  given()
    .when(fabien, make({ forces: ["alfa", "private-company"] }))
    .says("recommendation.made/1");
});

test("its words are never held by one person alone, and one at least is of the panel", () => {
  const [mine, ...others] = make().grants;
  given()
    .when(fabien, make({ grants: others }))
    .refuses("key-would-be-lost");
  given()
    .when(fabien, make({ grants: [mine!] }))
    .refuses("too-few-of-panel");
  given()
    .when(fabien, make({ grants: [mine!, { ...mine!, to: gerda.id }] }))
    .refuses("grantee-not-eligible");
  given()
    .when(fabien, make({ grants: [mine!, mine!] }))
    .refuses("grantee-not-eligible");
});

test("only who was let in by name acts, and whoever stepped back never again", () => {
  given(...toHandedOver)
    .when(dario, publish())
    .refuses("not-let-in");
  given(...toHandedOver)
    .when(fabien, letIn(elsa))
    .says("matter.let-in/1");
  given(...toHandedOver)
    .when(fabien, letIn())
    .refuses("no-grants");
  given(...toHandedOver, [mona, stepBack])
    .when(mona, answer("accepted"))
    .refuses("recused");
  given(...toHandedOver, [mona, stepBack])
    .when(fabien, letIn(mona))
    .refuses("grantee-not-eligible");
});

test("it is published once, by the panel, at any stage", () => {
  given(...toHandedOver)
    .when(mona, publish())
    .says("recommendation.published/1");
  given(...toHandedOver, [mona, publish()])
    .when(mona, publish("Ankò."))
    .refuses("already-published");
  given(...toHandedOver)
    .when(fabien, publish())
    .refuses("wrong-role");
});

test("whoever has no part in it is told so: support, the registrar, intake before anybody was let in", () => {
  given().when(gerda, make()).refuses("wrong-role");
  given().when(lena, make()).refuses("wrong-role");
  given().when(asha, make()).refuses("wrong-role");
  given(...toHandedOver)
    .when(fabien, make())
    .refuses("wrong-stage");
  given([fabien, make()]).when(mona, handOver("2020-01-01")).refuses("day-is-past");
});
