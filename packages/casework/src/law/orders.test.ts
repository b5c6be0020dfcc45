import assert from "node:assert/strict";
import { test } from "node:test";
import { roles } from "@temwen/office";
import type { Actor } from "../case/commands.ts";
import { toAcknowledged } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  bruno,
  carla,
  fabien,
  gerda,
  given,
  ines,
  jules,
  lena,
  office,
  testId,
  write,
} from "../testing/given.testing.ts";
import { answers, law } from "../testing/order-table.testing.ts";
import { now, stages } from "../testing/stages.testing.ts";
import { decideStaffAct } from "./decide.ts";
import { decidePersonAct } from "./decide-person.ts";
import { lawfulOrders } from "./orders.ts";

const stranger = (role: Actor["role"]): Actor => ({ id: testId("staff", `a stranger as ${role}`), role, ties: [] });

const readByPanel = ["before-panel", "found", "ruled", "settled", "closed"];

test("every order is given by the roles and at the stages that the specification lists, and by no others", () => {
  for (const { order: first, sincePanel, roles: allowedRoles, stages: allowedStages, only, lacks } of law) {
    for (const role of roles) {
      for (const [stage, history] of Object.entries(stages)) {
        const order = sincePanel && readByPanel.includes(stage) ? sincePanel : first;
        const actor = only ? { ...only, role } : stranger(role);
        const answer = decideStaffAct(given(...history).theCase, order, { actor, office, at: now });
        const inTime = allowedStages.split(" ").includes(stage) ? (lacks ?? "granted") : "wrong-stage";
        const expected = allowedRoles.split(" ").includes(role) ? inTime : "wrong-role";
        assert.equal(answer.ok ? "granted" : answer.refusal.code, expected, `${order.type} by ${role} at ${stage}`);
      }
    }
  }
});

test("nothing is ordered or asked in a case that nobody filed", () => {
  for (const { order } of law) {
    const answer = decideStaffAct({ stage: "unknown" }, order, { actor: asha, office, at: now });
    assert.deepEqual(answer, { ok: false, refusal: { code: "unknown-case" } });
  }
  assert.deepEqual(decidePersonAct({ stage: "unknown" }, write(1)), { ok: false, refusal: { code: "unknown-case" } });
});

test("a refusal for role or stage says what would have been allowed", () => {
  given()
    .when(carla, acknowledge())
    .refuses("wrong-role", { role: "panel", allowed: ["intake"] });
  given(...toAcknowledged)
    .when(bruno, acknowledge())
    .refuses("wrong-stage", { stage: "acknowledged", allowed: ["received", "flood-proposed", "closed-as-flood"] });
});

test("the desk shows an order as possible exactly when role, stage and ties allow it", () => {
  for (const history of Object.values(stages)) {
    const { theCase } = given(...history);
    for (const actor of [asha, bruno, carla, fabien, gerda, ines, jules, lena]) {
      for (const { order, refusal } of lawfulOrders(theCase, actor, now)) {
        const wanted = [...law.map((entry) => entry.order), ...answers].find(({ type }) => type === order);
        assert.ok(wanted, `${order} stands in no row of the law above`);
        const answer = decideStaffAct(theCase, wanted, { actor, office, at: now });
        if (refusal) assert.deepEqual(answer, { ok: false, refusal });
        else assert.ok(answer.ok || answer.refusal.code !== "wrong-stage");
      }
    }
  }
});
