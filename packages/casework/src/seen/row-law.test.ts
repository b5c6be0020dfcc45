import assert from "node:assert/strict";
import { test } from "node:test";
import type { KnownCase } from "../case/case.ts";
import { eraseFrom } from "../erasure/erasure.ts";
import { mayRead, queueStages } from "../law/reading.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  dario,
  eraseWithPanel,
  everybody,
  given,
  type Step,
  send,
} from "../testing/given.testing.ts";
import { recuse, reportRetaliation, toClosed, toInvestigating, toPanel } from "../testing/later.testing.ts";
import { mayKnowOf, tellRow } from "./row-law.ts";
import { briefCase } from "./summary.ts";

const acknowledged: Step = [asha, acknowledge()];
const histories: readonly (readonly Step[])[] = [
  [acknowledged],
  [acknowledged, [asha, recuse()]],
  [acknowledged, [bruno, send()], [asha, recuse()], [bruno, recuse()]],
  [...toInvestigating, [bruno, reportRetaliation(asha)]],
  [...toPanel, [dario, recuse()], [asha, reportRetaliation(dario)]],
  [...toClosed, [dario, recuse()]],
];
const caseOf = (history: readonly Step[]): KnownCase => given(...history).theCase as KnownCase;

test("a list shows a case of a role's stages to whoever of that role may read it, and to nobody else", () => {
  for (const history of histories) {
    const theCase = caseOf(history);
    const row = briefCase(theCase, []);
    for (const actor of everybody.filter(({ role }) => queueStages(role).includes(row.stage))) {
      assert.equal(mayKnowOf(row, actor), mayRead(theCase, actor), `${actor.role} at ${row.stage}`);
    }
  }
});

test("a list still hides an erased case from whoever was out of it", () => {
  const agreed: readonly Step[] = [...eraseWithPanel()];
  const theCase = caseOf([acknowledged, [asha, assess()], ...agreed, [asha, recuse()]]);
  assert.ok(theCase.stage !== "erased" && theCase.erasure?.step === "confirmed");
  const erased = eraseFrom(theCase, theCase.erasure.due) as KnownCase;
  const row = briefCase(erased, []);
  assert.deepEqual([mayKnowOf(row, asha), mayKnowOf(row, bruno)], [false, true]);
  assert.deepEqual(tellRow(row), { stage: "erased", receivedAt: erased.receivedAt, facts: {} });
});

test("who is out of a case is in no row that is told", () => {
  for (const history of histories) {
    const row = briefCase(caseOf(history), []);
    for (const { id } of everybody) assert.ok(!JSON.stringify(tellRow(row)).includes(id));
    const { out: _out, ...facts } = row.facts as { readonly out?: string };
    assert.deepEqual(tellRow(row).facts, facts);
  }
});
