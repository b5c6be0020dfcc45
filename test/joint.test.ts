// The mission together with the host police: what the office owes then, through desks and server.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import type { CaseId, Json } from "@temwen/vocabulary";
import { doActs, view } from "./support/casework.ts";
import { caseBeforePanel, findings, say, startOfficeWithPanel } from "./support/small-panel.ts";

const office = await startOfficeWithPanel();
after(() => office[Symbol.asyncDispose]());

const codeOf = async (desk: Keeper, caseId: CaseId, act: ReturnType<typeof say>): Promise<string> => {
  const done = await desk.act(caseId, act);
  return done.ok ? "done" : done.refusal.code;
};

test("a joint case is found, and closed only when the United Nations' focal point was told; every desk sees who told it", async () => {
  const { caseId, desk: intake } = await caseBeforePanel(office, ["jam", "pnh"]);
  const [gerda, hugo, ines] = await Promise.all(["gerda", "hugo", "ines"].map((name) => office.desk(name)));
  assert.ok(gerda && hugo && ines);
  const nothing = { findings: [], measures: [], outcome: "none", published: [] };
  const proposing = (sitting: number, said: { readonly [name: string]: Json }) =>
    say("propose-decision", { sitting, ...nothing, ...said }, "Men sa nou pwopoze.");
  const carry = async (sitting: number): Promise<void> => {
    const decision = (await view(hugo, caseId)).sitting?.decision;
    assert.ok(decision);
    for (const member of [gerda, hugo, ines])
      await doActs(member, caseId, say("cast-vote", { sitting, decision, vote: "for" }));
    await doActs(hugo, caseId, say("close-sitting", { sitting }, "Men sa nou deside."));
  };
  await doActs(gerda, caseId, proposing(1, { decides: "findings", findings }));
  await carry(1);

  const closure = proposing(2, { decides: "closure", outcome: "nothing-more-possible" });
  assert.equal(await codeOf(gerda, caseId, closure), "focal-point-not-told");
  const notice = say("notify-focal-point", {}, "Yo ekri biwo a.");
  assert.equal(await codeOf(intake, caseId, notice), "danger-not-assessed");
  assert.deepEqual((await view(gerda, caseId)).attribution, { is: "joint", owesFocalPoint: true, told: [] });
  await doActs(intake, caseId, say("assess-safety", { level: "low", protecting: [] }, "Pa gen danje."), notice);

  const { attribution, alarms } = await view(gerda, caseId);
  assert.deepEqual(
    [attribution.owesFocalPoint, attribution.told.map(({ text }) => text)],
    [false, ["Yo ekri biwo a."]],
  );
  assert.deepEqual(alarms, []);
  await doActs(gerda, caseId, closure);
  await carry(2);
  assert.equal((await view(intake, caseId)).stage, "closed");
});
