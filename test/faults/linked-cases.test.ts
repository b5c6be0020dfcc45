// Two cases that belong together: each says so in its own record, and a case of retaliation goes to other people.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import {
  acknowledgement,
  assessment,
  captureAct,
  doActs,
  type FiledCase,
  fileCase,
  headersOf,
  intakeNames,
  restate,
  sendAct,
  view,
} from "../support/casework.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const [karim, marta] = [office.person("karim").id, office.person("marta").id];

const admitted = async (): Promise<FiledCase> => {
  const mine = await fileCase(office, { consent: "investigate-with-me" });
  const admit = { act: "admit-case" as const, says: { track: "ordinary" }, text: "Nou pral egzamine sa." };
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment, admit);
  return mine;
};
const give = (to: string, replaces: readonly string[] = []) =>
  ({ act: "assign-case", says: { to, replaces }, text: "" }) as const;

/** Two cases, and a colleague of intake who can open both. */
async function twoCases(): Promise<{ one: FiledCase; two: FiledCase; name: string; desk: Keeper }> {
  const [one, two] = [await admitted(), await admitted()];
  for (const name of intakeNames) {
    const desk = await office.desk(name);
    const both = await Promise.all([one, two].map(({ caseId }) => desk.readCase(caseId)));
    if (both.every((seen) => seen.ok && seen.value.story)) return { one, two, name, desk };
  }
  // Of six who are drawn from, four read each case: two of them read both.
  throw new Error("nobody opens both cases");
}
const linksOf = async (desk: Keeper, caseId: CaseId) =>
  (await view(desk, caseId)).links.map(({ other, reason, team }) => [other, reason, team]);
const said = { reason: "retaliation-for", text: "Yo menase l apre li te pale." } as const;

test("a link stands in both cases, each in its own words, and a mistake is taken back in both", async () => {
  const { one, two, desk } = await twoCases();
  const linked = await desk.linkCases(one.caseId, two.caseId, { reason: "same-event", text: "Menm aswè a." });
  assert.deepEqual(linked, { ok: true, value: { both: true } });
  assert.deepEqual(await linksOf(desk, one.caseId), [[two.caseId, "same-event", []]]);
  assert.deepEqual(await linksOf(desk, two.caseId), [[one.caseId, "same-event", []]]);
  for (const { caseId } of [one, two]) {
    const { timeline, alarms } = await view(desk, caseId);
    assert.deepEqual([timeline.at(-1)?.type, timeline.at(-1)?.text, alarms], ["case.linked/1", "Menm aswè a.", []]);
  }
  assert.deepEqual(await desk.unlinkCases(two.caseId, one.caseId, "Se pa menm."), { ok: true, value: { both: true } });
  assert.deepEqual([await linksOf(desk, one.caseId), await linksOf(desk, two.caseId)], [[], []]);
});

test("a case of retaliation is not given to whoever has the other, also where that came later", async () => {
  const { one, two, desk } = await twoCases();
  await doActs(desk, one.caseId, give(karim));
  assert.ok((await desk.linkCases(two.caseId, one.caseId, said)).ok);
  assert.deepEqual(await linksOf(desk, two.caseId), [[one.caseId, "retaliation-for", [karim]]]);
  assert.deepEqual(await linksOf(desk, one.caseId), [[two.caseId, "followed-by-retaliation", []]]);
  const refused = await desk.act(two.caseId, give(karim));
  assert.ok(!refused.ok && refused.refusal.code === "has-linked-case");
  await doActs(desk, two.caseId, give(marta));
  // Marta has the one of retaliation now: the rules of one case cannot know it, and the server does.
  const other = await desk.act(one.caseId, give(marta, [karim]));
  assert.ok(!other.ok && other.refusal.code === "has-linked-case");
});

test("nobody links with a case that they cannot read, or leaves out of the link who has it", async () => {
  const { one, two, name, desk } = await twoCases();
  await doActs(desk, one.caseId, give(karim));
  const nowhere = await desk.linkCases(two.caseId, "cas_00000000000000000000000000" as CaseId, said);
  assert.ok(!nowhere.ok && nowhere.refusal.code === "unknown-link");
  const headers = await headersOf(office, name);
  const says = { other: one.caseId, reason: "retaliation-for", team: [karim] };
  const act = await captureAct(office, name, two.caseId, { act: "link-case", says, text: "Yo menase l." });
  const bend = (change: object) =>
    restate({ ...act, command: { ...act.command, ...change } as never }, office.person(name).signer, (one_) => ({
      ...one_,
      ...change,
    }));
  assertRefused(await sendAct(office, headers, two.caseId, bend({ team: [] })), "team-misfit");
  const strange = { other: "cas_00000000000000000000000000", team: [] };
  assertRefused(await sendAct(office, headers, two.caseId, bend(strange)), "unknown-link");
});

test("a link that only one case says is said by the other when it is asked for again", async () => {
  const { one, two, name, desk } = await twoCases();
  let isCut = false;
  const cut = await office.desk(name, {
    fetch: async (input, init) => {
      if (isCut && String(input).endsWith("/acts")) throw new TypeError("the line is cut");
      const answer = await fetch(input, init);
      if (String(input).endsWith("/acts")) isCut = true;
      return answer;
    },
  });
  const half = await cut.linkCases(one.caseId, two.caseId, { reason: "same-person", text: "Se menm moun." });
  assert.ok(half.ok && !half.value.both && half.value.refusal?.code === "unreachable");
  assert.deepEqual(await linksOf(desk, two.caseId), []);
  const again = await desk.linkCases(one.caseId, two.caseId, { reason: "same-person", text: "Se menm moun." });
  assert.deepEqual(again, { ok: true, value: { both: true } });
  assert.deepEqual(await linksOf(desk, two.caseId), [[one.caseId, "same-person", []]]);
  assert.equal((await linksOf(desk, one.caseId)).length, 1);
});
