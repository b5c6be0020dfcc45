// To whom it is attributed: the mission's contingents, the host police, a private company, several of them together, or nobody knows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { privateCompany } from "@temwen/office";
import { forcesOf } from "../case/case.ts";
import { mayRead } from "../law/reading.ts";
import { toAcknowledged } from "../testing/beginnings.testing.ts";
import { assess, bruno, carla, dario, fabien, given, grantTo, mona, type Step } from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  allege,
  finding,
  measure,
  notify,
  recommend,
  ruling,
  toFound,
  toInvestigating,
} from "../testing/later.testing.ts";
import { attributionOf } from "../words/attribution.ts";

const guard = allege({ kind: "known-member", forces: [privateCompany] });
const company = allege({ kind: "company", forces: [privateCompany] });

test("a complaint may be about a private company, alone or with a force, before it is known which company", () => {
  for (const forces of [[privateCompany], ["bravo", privateCompany]])
    given(...toAcknowledged)
      .when(bruno, assess({ forces }))
      .gives("case.assessed/3");
});

test("an allegation is against somebody of a private company, the company itself, or a force and a company together", () => {
  for (const order of [guard, company, allege({ kind: "several-forces", forces: ["bravo", privateCompany] })]) {
    const theCase = given(...toInvestigating)
      .when(fabien, order)
      .gives("case.allegation-stated/2");
    assert.ok(forcesOf(theCase).includes(privateCompany), "ties are judged by it from here on");
  }
  given(...toInvestigating)
    .when(fabien, allege({ kind: "company" }))
    .refuses("forces-misfit");
  judgedLawful(historyOf(...toInvestigating, [fabien, guard]));
});

test("whoever served or is paid by a private company takes no part in a case about one, and learns nothing of it", () => {
  const paid = { ...fabien, ties: [privateCompany] };
  const stated: readonly Step[] = [...toInvestigating, [fabien, guard]];
  given(...toInvestigating)
    .when(paid, guard)
    .refuses("tied-to-respondent", { ties: [privateCompany] });
  given(...toAcknowledged)
    .when({ ...bruno, ties: [privateCompany] }, assess({ forces: [privateCompany] }))
    .refuses("tied-to-respondent");
  given(...stated)
    .when(paid, notify())
    .refuses("tied-to-respondent");
  const { theCase } = given(...stated);
  assert.ok(mayRead(theCase, fabien));
  assert.ok(!mayRead(theCase, paid));
  // Of a case about a force alone the same tie bars nobody.
  given(...toInvestigating)
    .when(paid, allege())
    .gives("case.allegation-stated/2");
});

test("a company is heard like everybody who can be told apart: nobody finds against it without notice", () => {
  given(...toInvestigating, [fabien, company])
    .when(fabien, recommend([finding()], [grantTo(carla, "story"), grantTo(dario, "story"), grantTo(mona, "story")]))
    .refuses("respondent-not-heard", { respondent: 1 });
});

test("a company is no State: nothing that a contributing State bears is asked of one", () => {
  given(...toFound)
    .when(carla, ruling(measure({ bearer: `contributing-state:${privateCompany}` })))
    .refuses("unknown-force");
});

test("what the forces of a case come to is one word", () => {
  const host = ["pnh"];
  assert.equal(attributionOf(["ken", "jam"], host), "contingent");
  assert.equal(attributionOf(["pnh", "unknown"], host), "host-police");
  assert.equal(attributionOf([privateCompany], host), "private-company");
  for (const together of [
    ["ken", "pnh"],
    ["ken", privateCompany],
    ["pnh", privateCompany],
  ])
    assert.equal(attributionOf(together, host), "joint");
  for (const none of [["unknown"], []]) assert.equal(attributionOf(none, host), "unknown");
});
