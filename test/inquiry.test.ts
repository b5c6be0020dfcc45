// A case goes on behind its admission: through desks and server, as the people of an office sign it, and as the person sees it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import type { Keeper } from "@temwen/desk";
import type { CaseId, Json } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, view } from "./support/casework.ts";
import { believedOf, type SmallOffice, startSmallOffice } from "./support/small-office.ts";

const office: SmallOffice = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

type Saying = { readonly [name: string]: Json };
type LaterAct = Extract<Parameters<Keeper["act"]>[1], { readonly says: object }>["act"];
const say = (act: LaterAct, says: Saying = {}, text = "") => ({ act, says, text });

/** A case that the person allows to be examined, and karim was given. */
async function givenToKarim(): Promise<FiledCase & { readonly karim: Keeper }> {
  const mine = await fileCase(office, { consent: "investigate-with-me" });
  await doActs(
    mine.desk,
    mine.caseId,
    acknowledgement,
    assessment,
    say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."),
    say("assign-case", { to: office.person("karim").id, replaces: [] }),
  );
  return { ...mine, karim: await office.desk("karim") };
}

const codeOf = async (desk: Keeper, caseId: CaseId, act: ReturnType<typeof say>): Promise<string> => {
  const done = await desk.act(caseId, act);
  return done.ok ? "done" : done.refusal.code;
};

const allegation = {
  ...{ number: 1, right: "integrity", class: "serious-misconduct", respondent: 1, kind: "unit", forces: ["ken"] },
};

test("an investigator who is given a case reads it, takes it and examines it, and colleagues read every word", async () => {
  const { caseId, karim, desk } = await givenToKarim();
  assert.ok((await view(karim, caseId)).story);
  await doActs(
    karim,
    caseId,
    say("take-case", { declares: "no-tie" }),
    say("plan-inquiry", {}, "Pale ak de temwen."),
    say("state-allegation", allegation, "Yo te bat li."),
    say(
      "record-interview",
      { subject: 1, of: "witness", language: "ht", interpreter: "none", repeats: "first" },
      "Li wè.",
    ),
    say("request-evidence", { number: 1, holder: "mission", due: "2026-12-24" }, "Kaye patwouy la."),
    say("record-answer", { request: 1, answer: "refused" }, "Yo di non."),
  );
  const seen = await view(desk, caseId);
  assert.equal(seen.stage, "investigating");
  assert.deepEqual(seen.alarms, []);
  assert.deepEqual(
    seen.timeline.slice(-5).map(({ type, text }) => [type, text]),
    [
      ["case.inquiry-planned/1", "Pale ak de temwen."],
      ["case.allegation-stated/1", "Yo te bat li."],
      ["case.interview-recorded/1", "Li wè."],
      ["case.evidence-requested/1", "Kaye patwouy la."],
      ["case.answer-recorded/1", "Yo di non."],
    ],
  );
});

test("who was given a case and has a tie steps back, and the server shows it to them no more", async () => {
  const { caseId, karim, desk } = await givenToKarim();
  await doActs(karim, caseId, say("recuse", { reason: "family" }, "Frè m nan fòs la."));
  assert.equal((await karim.readCase(caseId)).ok, false);
  assert.equal(await codeOf(karim, caseId, say("take-case", { declares: "no-tie" })), "unknown-case");
  assert.equal(
    await codeOf(desk, caseId, say("assign-case", { to: office.person("karim").id, replaces: [] })),
    "grantee-not-eligible",
  );
});

test("the person sees that the case was admitted and taken, and nothing of who was asked", async () => {
  const { caseId, karim, receipt } = await givenToKarim();
  await doActs(karim, caseId, say("take-case", { declares: "no-tie" }), say("plan-inquiry", {}, "Plan."));
  const opened = await openMailbox(office.courier(), believedOf(office), receipt);
  assert.ok(opened.ok);
  const told = opened.value.entries.map((entry) => (entry.kind === "step" ? entry.step : entry.kind));
  assert.deepEqual(told.slice(2), ["office", "stepAssessed", "stepAdmitted", "office", "stepTaken"]);
  assert.equal(opened.value.stage, "investigating");
});

test("where the person allows help only, the server too refuses to give the case to anybody", async () => {
  const mine = await fileCase(office, { consent: "help-only" });
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment, say("admit-case", { track: "ordinary" }, "Wi."));
  const assigning = say("assign-case", { to: office.person("karim").id, replaces: [] });
  assert.equal(await codeOf(mine.desk, mine.caseId, assigning), "beyond-consent");
});
