// Whoever stepped back from a case, or is complained about in it, does not follow it through the lists either.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import type { CaseId, Json } from "@temwen/vocabulary";
import {
  acknowledgement,
  assessment,
  doActs,
  fileCase,
  findReader,
  headersOf,
  intakeNames,
} from "../support/casework.ts";
import { postJson } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

type LaterAct = Extract<Parameters<Keeper["act"]>[1], { readonly says: object }>["act"];
const say = (act: LaterAct, says: { readonly [name: string]: Json } = {}, text = "") => ({ act, says, text });
const stepBack = say("recuse", { reason: "family" }, "Frè m nan fòs la.");

/** What the office's lists say to somebody, every page and the search, as text. */
async function listsTo(name: string, caseId: CaseId): Promise<string> {
  const headers = await headersOf(office, name);
  const queue = await postJson(office, "/api/desk/queue", { limit: 200 }, headers);
  const stage = await postJson(office, "/api/desk/queue", { limit: 200, stage: "assessed" }, headers);
  const found = await postJson(office, "/api/desk/find", { number: caseId.slice(4) }, headers);
  // A board that is shown a case which it may not read counts nothing any more.
  for (let place: Parameters<Keeper["survey"]>[0]; ; ) {
    const board = await (await office.desk(name)).survey(place);
    assert.ok(board.ok, `a board was refused: ${board.ok ? "" : board.refusal.code}`);
    place = board.value.next;
    if (!place) break;
  }
  assert.deepEqual([queue.status, stage.status, found.status], [200, 200, 200]);
  return queue.text + stage.text + found.text;
}

test("an officer who stepped back finds the case in no list and no search, and others are not told who did", async () => {
  const { caseId, desk, reader } = await fileCase(office);
  await doActs(desk, caseId, acknowledgement, assessment);
  assert.ok((await listsTo(reader, caseId)).includes(caseId));
  await doActs(desk, caseId, stepBack);
  assert.ok(!(await listsTo(reader, caseId)).includes(caseId));
  const other = reader === "asha" ? "benoit" : "asha";
  const told = await listsTo(other, caseId);
  assert.ok(told.includes(caseId) && !told.includes(office.person(reader).id));
});

test("an officer whom the person complains about does not find the case any more, whatever happens in it", async () => {
  const { caseId, desk, reader } = await fileCase(office);
  const untied = intakeNames.filter((name) => name !== "farid" && name !== reader);
  const second = await findReader(office, caseId, untied);
  await doActs(desk, caseId, acknowledgement, assessment);
  const about = [office.person(reader).id];
  await doActs(second.desk, caseId, say("report-retaliation", { about }, "Li menase m."));
  assert.ok(!(await listsTo(reader, caseId)).includes(caseId));
  const told = await listsTo(second.reader, caseId);
  assert.ok(told.includes(caseId) && !told.includes(office.person(reader).id));
});
