// Two people act on one case at the same moment, and lines lose answers: nobody's act is lost or done twice.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createMemoryRecord, type MemoryOptions } from "@temwen/record/memory";
import {
  acknowledgement,
  assessment,
  captureAct,
  doActs,
  fileCase,
  findReader,
  headersOf,
  intakeNames,
  sendAct,
  view,
} from "../support/casework.ts";
import { startSmallOffice } from "../support/small-office.ts";

const wishes: MemoryOptions = {};
const office = await startSmallOffice({ record: createMemoryRecord(wishes) });
after(() => office[Symbol.asyncDispose]());

test("of two who act at once the second is told, with both versions and what happened since", async () => {
  const { caseId, reader, desk } = await fileCase(office);
  const other = await findReader(
    office,
    caseId,
    intakeNames.filter((name) => name !== reader),
  );
  const [one, two] = await Promise.all([
    desk.act(caseId, acknowledgement),
    other.desk.act(caseId, { act: "acknowledge", text: "Mwen menm tou." }),
  ]);
  const [done, told] = one.ok ? [one, two] : [two, one];
  assert.deepEqual(done, { ok: true, value: { version: 4 } });
  assert.ok(!told.ok);
  const { code, expected, actual, since } = told.refusal;
  assert.deepEqual([code, expected, actual], ["conflict", 1, 4]);
  assert.deepEqual(
    (since as { type: string }[]).map(({ type }) => type),
    ["case.acknowledged/1", "case.consent-given/1", "case.message-sent/1"],
  );
  assert.equal((await office.record.readStream(caseId)).length, 4);
  assert.deepEqual((await view(desk, caseId)).alarms, []);
});

test("six who act at once make one act", async () => {
  const { caseId, reader } = await fileCase(office);
  const headers = await headersOf(office, reader);
  const acts = await Promise.all(Array.from({ length: 6 }, () => captureAct(office, reader, caseId, acknowledgement)));
  const answers = await Promise.all(acts.map((act) => sendAct(office, headers, caseId, act)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409]);
  for (const { body } of answers.filter(({ status }) => status === 409)) {
    assert.deepEqual([body.code, body.expected, body.actual, body.outcome], ["conflict", 1, 4, "none"]);
    assert.equal((body.since as object[]).length, 3);
  }
});

test("a desk that looked at an older version is told before it seals anything", async () => {
  const { caseId, desk } = await fileCase(office);
  await doActs(desk, caseId, acknowledgement);
  const told = await desk.act(caseId, assessment, 1);
  assert.ok(!told.ok);
  assert.deepEqual([told.refusal.code, told.refusal.expected, told.refusal.actual], ["conflict", 1, 4]);
});

test("the same act sent again, because its answer was lost, is the act that was done", async () => {
  const { caseId, reader } = await fileCase(office);
  const headers = await headersOf(office, reader);
  const act = await captureAct(office, reader, caseId, acknowledgement);
  const send = () => sendAct(office, headers, caseId, act);
  const answers = [...(await Promise.all([send(), send(), send()])), await send()];
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.version]),
    answers.map(() => [200, 4]),
  );
  assert.equal((await office.record.readStream(caseId)).length, 4);
});

test("a desk whose answer is lost on the way finds out by itself that its act stands", async () => {
  for (const lost of ["before-write", "after-write"] as const) {
    const { caseId, reader } = await fileCase(office);
    wishes.loseAnswer = undefined;
    const { desk } = await findReader(office, caseId, [reader], {
      waits: [0, 0],
      fetch: async (input, init) => {
        if (!String(input).endsWith("/acts")) return fetch(input, init);
        const answer = await fetch(input, init);
        wishes.loseAnswer = undefined;
        return answer;
      },
    });
    await view(desk, caseId);
    wishes.loseAnswer = lost;
    const done = await desk.act(caseId, acknowledgement);
    wishes.loseAnswer = undefined;
    assert.deepEqual(done, { ok: true, value: { version: 4 } });
    assert.equal((await office.record.readStream(caseId)).length, 4);
  }
});

test("on a full disk an act is refused whole, and can be done when there is room", async () => {
  const { caseId, desk } = await fileCase(office);
  await view(desk, caseId);
  wishes.full = true;
  const refused = await desk.act(caseId, acknowledgement);
  wishes.full = false;
  assert.equal(refused.ok ? "" : refused.refusal.code, "no-space");
  assert.equal((await office.record.readStream(caseId)).length, 1);
  await doActs(desk, caseId, acknowledgement);
});
