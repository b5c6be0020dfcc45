import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { roles } from "@temwen/office";
import type { CaseFact } from "../facts/facts.ts";
import { partsOf } from "../facts/parts.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  confirm,
  fabien,
  filed,
  gerda,
  given,
  grantTo,
  ines,
  jules,
  karim,
  keepOpen,
  lena,
  letIn,
  propose,
} from "../testing/given.testing.ts";
import { mayRead, queueStages } from "./reading.ts";

const acknowledged = given([asha, acknowledge()]).theCase;
const assessed = given([asha, acknowledge()], [asha, assess()]).theCase;
const proposed = given([asha, acknowledge()], [asha, assess()], [asha, propose()]).theCase;

test("intake sees every case, the panel only from the proposal on", () => {
  for (const theCase of [filed, acknowledged, assessed, proposed]) {
    assert.ok(mayRead(theCase, bruno));
    assert.equal(mayRead(theCase, carla), theCase === proposed);
  }
  const decided = given([asha, acknowledge()], [asha, assess()], [asha, propose()], [carla, confirm()]).theCase;
  assert.ok(mayRead(decided, carla));
});

test("a panel member who was let in still sees a case that was kept open", () => {
  const kept = given([asha, acknowledge()], [asha, assess()], [asha, propose()], [carla, keepOpen()]).theCase;
  assert.ok(mayRead(kept, carla));
});

test("everybody else sees a case only when let in by name", () => {
  for (const actor of [fabien, gerda, lena]) assert.equal(mayRead(assessed, actor), false);
  const letInLater = given([asha, acknowledge()], [asha, assess()], [asha, letIn(grantTo(fabien, "story"))]).theCase;
  assert.ok(mayRead(letInLater, fabien));
  assert.equal(mayRead(letInLater, gerda), false);
});

test("nobody tied to the respondent sees that the case exists", () => {
  for (const actor of [ines, jules, karim]) {
    assert.equal(mayRead(assessed, actor), false);
    assert.equal(mayRead(proposed, actor), false);
  }
  const letInBefore = given(
    [asha, acknowledge()],
    [asha, assess({ forces: ["bravo"] })],
    [asha, letIn(grantTo(karim, "story"))],
    [asha, assess()],
  ).theCase;
  assert.equal(mayRead(letInBefore, karim), false);
});

test("a case that nobody filed is seen by nobody, and most roles have no queue", () => {
  for (const role of roles) {
    assert.equal(mayRead({ stage: "unknown" }, { ...asha, role }), false);
    assert.equal(queueStages(role).length > 0, role === "intake" || role === "panel");
  }
});

test("every digest of a sealed part that a fact names is told once, with its kind", () => {
  const { records } = JSON.parse(
    readFileSync(new URL("../../../../vectors/records.json", import.meta.url), "utf8"),
  ) as {
    readonly records: readonly { readonly record: string }[];
  };
  const facts = records.map(({ record }) => (JSON.parse(record) as { readonly body: CaseFact }).body);
  const kinds: Record<string, string> = {
    escrow: "share",
    "message-in": "message",
    "message-out": "message",
    "message-copy": "message",
    access: "grant",
    explanation: "explanation",
  };
  const parts = facts.flatMap(partsOf);
  assert.equal(new Set(parts.map(({ part }) => part)).size, parts.length);
  for (const { part, kind } of parts) assert.equal(kind, kinds[part.replace(/(-\d+)+$/, "")], part);
  const named = facts.slice(1).flatMap((fact) => JSON.stringify(fact).match(/"part":/g) ?? []);
  assert.equal(parts.length, named.length);
});
