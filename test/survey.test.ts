// The boards of a desk count what the person at it may read, and nothing else: asked of a real server, case by case.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { withUnit } from "@temwen/casework";
import type { Keeper } from "@temwen/desk";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, proposal } from "./support/casework.ts";
import { type SmallOffice, startSmallOffice } from "./support/small-office.ts";
import { say } from "./support/small-panel.ts";

const office: SmallOffice = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

type Page = Extract<Awaited<ReturnType<Keeper["survey"]>>, { readonly ok: true }>["value"];

/** All that a desk may count, step by step. */
async function surveyAll(
  desk: Keeper,
  withUnits = false,
): Promise<{ readonly cases: Page["cases"]; readonly untrusted: number }> {
  const cases: Page["cases"][number][] = [];
  let untrusted = 0;
  for (let place: Page["next"]; ; ) {
    const page = await desk.survey(place, withUnits);
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

test("a unit that an allegation names is counted by whoever can open its words, and no server learns the name", async () => {
  const mine = await fileCase(office, { consent: "investigate-with-me", force: "jam" });
  await doActs(
    mine.desk,
    mine.caseId,
    acknowledgement,
    { ...assessment, forces: ["jam"] },
    say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."),
    say("assign-case", { to: office.person("karim").id, replaces: [] }),
  );
  const sent: string[] = [];
  const watched: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push(request.url, Buffer.from(await request.clone().arrayBuffer()).toString("latin1"));
    return fetch(request);
  };
  const karim = await office.desk("karim", { fetch: watched });
  const unit = { right: "integrity", class: "serious-misconduct", respondent: 1, kind: "unit", forces: ["jam"] };
  const other = { ...unit, respondent: 2, kind: "described" };
  await doActs(
    karim,
    mine.caseId,
    say("take-case", { declares: "no-tie" }),
    say("state-allegation", { ...unit, number: 1 }, withUnit("Yo te bat li.", "GSF-2 Delmas")),
    say("state-allegation", { ...other, number: 2 }, "Yo te kenbe l."),
  );
  const unitsAt = async (desk: Keeper, withUnits: boolean) =>
    (await surveyAll(desk, withUnits)).cases
      .find(({ caseId }) => caseId === mine.caseId)
      ?.allegations.map(({ unit: named, isSealed }) => named ?? isSealed);
  assert.deepEqual(await unitsAt(karim, true), ["GSF-2 Delmas", undefined]);
  assert.deepEqual(await unitsAt(karim, false), [undefined, undefined], "nobody asked for them");
  // Who it was comes out later: the notice names it, and takes the place of what was known.
  const notice = { respondent: 2, how: "by-mission", replyBy: new Date(Date.now() + 15 * 86_400_000).toISOString() };
  await doActs(
    karim,
    mine.caseId,
    say("notify-respondent", notice, withUnit("Yo di li te kenbe yon moun.", "GSF-3 Kanperen")),
  );
  assert.deepEqual(await unitsAt(karim, true), ["GSF-2 Delmas", "GSF-3 Kanperen"]);
  const seen = await karim.readCase(mine.caseId);
  assert.ok(seen.ok);
  assert.deepEqual(
    seen.value.inquiry?.respondents.map(({ unit: named, notice: given }) => [named, given?.text]),
    [
      ["GSF-2 Delmas", undefined],
      ["GSF-3 Kanperen", "Yo di li te kenbe yon moun."],
    ],
  );
  assert.equal(seen.value.inquiry?.allegations[0]?.text, "Yo te bat li.");

  // An officer who is not among the readers counts the case, and is told that its words are sealed to them.
  const readers = await Promise.all(
    ["asha", "benoit", "carla", "dario", "esther", "farid"].map(async (name) => {
      const desk = await office.desk(name);
      const read = await desk.readCase(mine.caseId);
      return { desk, canOpen: read.ok && read.value.story !== undefined, sees: read.ok };
    }),
  );
  const outside = readers.find(({ canOpen, sees }) => sees && !canOpen);
  assert.ok(outside);
  assert.deepEqual(await unitsAt(outside.desk, true), [true, true]);

  // Long enough to stand in no ciphertext by chance.
  assert.ok(sent.length > 0);
  assert.ok(!sent.some((text) => /delmas|kanperen/i.test(text)));
  const stored = await office.record.readAfter(0, 1000);
  assert.ok(!/delmas|kanperen/i.test(JSON.stringify(stored)));
});
