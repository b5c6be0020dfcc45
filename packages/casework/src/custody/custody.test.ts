import assert from "node:assert/strict";
import { test } from "node:test";
import type { StaffCommand } from "../case/commands.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  confirm,
  digestOf,
  gerda,
  given,
  grantTo,
  ines,
  lena,
  propose,
} from "../testing/given.testing.ts";

const evidence = { part: "evidence-1", digest: digestOf("evidence") };
const look: StaffCommand = { type: "open-evidence", evidence };
const copy: StaffCommand = { type: "export-evidence", evidence, reason: "offline-machine" };

test("whoever opens evidence or takes a copy leaves a signed fact of it, from the first hour", () => {
  given().when(asha, look).gives("case.evidence-opened/1");
  given([asha, acknowledge()]).when(asha, copy).gives("case.evidence-exported/1");
});

test("looking changes nothing of the case, and is no handling of it", () => {
  const before = given([asha, acknowledge()], [bruno, assess()]);
  assert.deepEqual(before.when(carla, look).gives("case.evidence-opened/1"), before.theCase);
});

test("a panel member who looked at the evidence may still decide", () => {
  given([asha, acknowledge()], [bruno, assess()], [asha, propose({ grants: [grantTo(carla, "story")] })], [carla, look])
    .when(carla, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
});

test("who is tied to a respondent, or has no work with evidence, opens none", () => {
  const assessed = given([asha, acknowledge()], [bruno, assess()]);
  assessed.when(ines, look).refuses("tied-to-respondent");
  assessed.when(gerda, look).refuses("wrong-role");
  assessed.when(lena, copy).refuses("wrong-role");
});
