// Whoever is given cases by name has a list of these, with their clocks, and boards over them; of every other case there is nothing in it, whatever is asked.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { CaseId } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, fileCase, headersOf } from "./support/casework.ts";
import { postJson } from "./support/parcels.ts";
import { type SmallOffice, startSmallOffice } from "./support/small-office.ts";
import { changeMember, say } from "./support/small-panel.ts";
import { assertRefused } from "./support/stored.ts";

const office: SmallOffice = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const karim = await office.desk("karim");

/** A case about jam that stands at the stage `assessed`. */
async function assessed(): Promise<Awaited<ReturnType<typeof fileCase>>> {
  const mine = await fileCase(office, { consent: "investigate-with-me", force: "jam" });
  await doActs(mine.desk, mine.caseId, acknowledgement, { ...assessment, forces: ["jam"] });
  return mine;
}

/** The same, given to karim. */
async function given(): Promise<CaseId> {
  const { caseId, desk } = await assessed();
  const assigning = say("assign-case", { to: office.person("karim").id, replaces: [] });
  await doActs(desk, caseId, say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."), assigning);
  return caseId;
}

const other = await assessed();
const helped = await assessed();
await doActs(helped.desk, helped.caseId, { act: "grant", to: office.person("karim").id, reason: "asked-to-help" });
const mine = await given();
await doActs(karim, mine, say("take-case", { declares: "no-tie" }));
const left = await given();
await doActs(karim, left, say("recuse", { reason: "family" }, "Se kouzen mwen."));

const idsOf = (body: { readonly [field: string]: unknown }): readonly string[] =>
  (body.rows as readonly { readonly caseId: string }[]).map(({ caseId }) => caseId);

test("an investigator's list has each case they hold by name, with its nearest clock, and counts these alone", async () => {
  const page = await karim.readQueue({});
  assert.ok(page.ok);
  const { rows, stages, next } = page.value;
  assert.deepEqual(new Set(rows.map(({ caseId }) => caseId)), new Set([mine, helped.caseId]));
  assert.deepEqual([stages, next], [{ assessed: 1, investigating: 1 }, undefined]);
  for (const { clock } of rows) assert.ok(clock?.due, "a case that is worked on has a clock");
  assert.deepEqual(
    rows.map(({ clock }) => clock?.due),
    rows.map(({ clock }) => clock?.due).toSorted(),
  );
});

test("page by page the list has each case once, and where it goes on is the reader's alone", async () => {
  const headers = await headersOf(office, "karim");
  const first = await postJson(office, "/api/desk/queue", { limit: 1 }, headers);
  assert.equal(idsOf(first.body).length, 1);
  const second = await postJson(office, "/api/desk/queue", { limit: 1, after: first.body.next as string }, headers);
  assert.deepEqual(new Set([...idsOf(first.body), ...idsOf(second.body)]), new Set([mine, helped.caseId]));
  assert.equal(second.body.next, undefined);
  const stolen = await postJson(
    office,
    "/api/desk/queue",
    { after: first.body.next as string },
    await headersOf(office, "marta"),
  );
  assertRefused(stolen, "malformed-query");
});

test("whatever a curious investigator asks, no other case is in an answer, nor the one they stepped back from", async () => {
  const headers = await headersOf(office, "karim");
  const theirs = await postJson(office, "/api/desk/queue", { limit: 1 }, await headersOf(office, "asha"));
  assert.ok(theirs.body.next, "the office has more cases than one");
  assertRefused(await postJson(office, "/api/desk/queue", { after: theirs.body.next }, headers), "malformed-query");
  const stages = ["received", "acknowledged", "assessed", "admitted", "investigating", "closed", "erased", "no-stage"];
  const asked = [{}, { limit: 200 }, ...stages.map((stage) => ({ stage, limit: 200 }))];
  for (const question of asked) {
    const answer = await postJson(office, "/api/desk/queue", question, headers);
    assert.equal(answer.status, 200);
    for (const hidden of [other.caseId, left])
      assert.ok(!JSON.stringify(answer.body).includes(hidden), JSON.stringify(question));
    assert.deepEqual(answer.body.stages, { assessed: 1, investigating: 1 });
  }
});

test("whoever holds nothing has an empty list, and a role without cases has none", async () => {
  for (const name of ["marta", "lena", "nadia", "omar"]) {
    const page = await (await office.desk(name)).readQueue({});
    assert.ok(page.ok);
    assert.deepEqual([page.value.rows, page.value.stages], [[], {}], name);
  }
});

test("boards of an investigator count the cases they hold, and no other", async () => {
  const found: CaseId[] = [];
  let place: Parameters<typeof karim.survey>[0];
  do {
    const page = await karim.survey(place);
    assert.ok(page.ok);
    found.push(...page.value.cases.map(({ caseId }) => caseId));
    if (page.value.cases.some(({ caseId }) => caseId === mine)) {
      const one = page.value.cases.find(({ caseId }) => caseId === mine);
      assert.deepEqual(one?.inHandsOf, [office.person("karim").id]);
      assert.ok((one?.clocks.length ?? 0) > 0);
    }
    place = page.value.next;
  } while (place);
  assert.deepEqual(new Set(found), new Set([mine, helped.caseId]));
});

test("a case is in the list no more as soon as its holder is tied to whom it is about", async () => {
  await changeMember(office, "karim", { ties: ["jam"] });
  const page = await (await office.desk("karim")).readQueue({});
  assert.ok(page.ok);
  assert.deepEqual([page.value.rows, page.value.stages], [[], {}]);
});
