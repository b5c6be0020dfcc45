import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter } from "../testing/beginnings.testing.ts";
import { carla, dario, fabien, mona } from "../testing/given.testing.ts";
import {
  recuse,
  toAdmitted,
  toAssigned,
  toClosed,
  toInvestigating,
  toPanel,
  toRuled,
} from "../testing/later.testing.ts";
import { inHandsOf } from "./in-hand.ts";

test("a case lies with whoever took it up, was given it or was let in to decide, and with nobody while it waits", () => {
  assert.deepEqual(inHandsOf(caseAfter(...toAdmitted)), []);
  assert.deepEqual(inHandsOf(caseAfter(...toAssigned)), [fabien.id]);
  assert.deepEqual(inHandsOf(caseAfter(...toInvestigating, [fabien, recuse()])), []);
  assert.deepEqual(inHandsOf(caseAfter(...toPanel)), [carla.id, dario.id, mona.id]);
  assert.deepEqual(inHandsOf(caseAfter(...toRuled, [dario, recuse()])), [carla.id, mona.id]);
  assert.deepEqual(inHandsOf(caseAfter(...toClosed)), []);
});
