// The boards of a desk count what the person at it may read, and nothing else: asked of a real server, case by case.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, proposal } from "./support/casework.ts";
import { type SmallOffice, startSmallOffice } from "./support/small-office.ts";

const office: SmallOffice = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

type Page = Extract<Awaited<ReturnType<Keeper["survey"]>>, { readonly ok: true }>["value"];

/** All that a desk may count, step by step. */
async function surveyAll(desk: Keeper): Promise<{ readonly cases: Page["cases"]; readonly untrusted: number }> {
  const cases: Page["cases"][number][] = [];
  let untrusted = 0;
  for (let place: Page["next"]; ; ) {
    const page = await desk.survey(place);
    assert.ok(page.ok);
    cases.push(...page.value.cases);
    untrusted += page.value.untrusted.length;
    place = page.value.next;
    if (!place) return { cases, untrusted };
  }
}

const forKen: FiledCase = await fileCase(office);
await doActs(forKen.desk, forKen.caseId, acknowledgement, assessment);
const forJam: FiledCase = await fileCase(office, { force: "jam" });
await doActs(forJam.desk, forJam.caseId, acknowledgement, { ...assessment, forces: ["jam"] }, proposal);

test("an officer's board counts every case of the office, with whom it lies and since when", async () => {
  const { cases, untrusted } = await surveyAll(await office.desk("asha"));
  assert.equal(untrusted, 0);
  const found = cases.find(({ caseId }) => caseId === forKen.caseId);
  assert.deepEqual([found?.stage, found?.inHandsOf], ["assessed", [office.person(forKen.reader).id]]);
  assert.deepEqual(found?.assessed, { department: "ht01", month: "2026-10" });
  assert.equal(cases.length, 2);
});

test("what somebody may not read is in none of their counts: a tied officer's, and the panel's before a proposal", async () => {
  const tied = await surveyAll(await office.desk("farid"));
  assert.deepEqual(
    tied.cases.map(({ caseId }) => caseId),
    [forJam.caseId],
  );
  const panel = await surveyAll(await office.desk("gerda"));
  assert.deepEqual(
    panel.cases.map(({ caseId, stage }) => [caseId, stage]),
    [[forJam.caseId, "non-admission-proposed"]],
  );
  assert.deepEqual((await surveyAll(await office.desk("karim"))).cases, []);
});

test("a case whose history the server changed is not counted, and said to be left out", async () => {
  const bent: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (!String(input).endsWith(`/cases/${forKen.caseId}`)) return answer;
    const body = (await answer.json()) as { readonly events: readonly object[] };
    return Response.json({ ...body, events: body.events.toSpliced(1, 1) });
  };
  const { cases, untrusted } = await surveyAll(await office.desk("benoit", { fetch: bent }));
  assert.deepEqual(
    cases.map(({ caseId }) => caseId),
    [forJam.caseId],
  );
  assert.equal(untrusted, 1);
});
