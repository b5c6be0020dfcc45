// A case goes on behind its admission: through desks and server, as the people of an office sign it, and as the person sees it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import { sendReview } from "@temwen/complain/person-acts";
import type { Keeper } from "@temwen/desk";
import { digestOf } from "@temwen/sealing/open";
import type { CaseId, Json } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, proposal, view } from "./support/casework.ts";
import { believedOf } from "./support/small-office.ts";
import { caseBeforePanel, findings, say, startOfficeWithPanel } from "./support/small-panel.ts";

const office = await startOfficeWithPanel();
after(() => office[Symbol.asyncDispose]());

type Saying = { readonly [name: string]: Json };

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
    say("request-evidence", { number: 1, holder: "mission", due: "2031-12-24" }, "Kaye patwouy la."),
    say("record-answer", { request: 1, answer: "refused" }, "Yo di non."),
  );
  const seen = await view(desk, caseId);
  assert.equal(seen.stage, "investigating");
  assert.deepEqual(seen.alarms, []);
  const [asked] = seen.inquiry?.requests ?? [];
  assert.deepEqual([asked?.holder, asked?.answers.map(({ answer }) => answer)], ["mission", ["refused"]]);
  assert.deepEqual(
    seen.timeline.slice(-5).map(({ type, text }) => [type, text]),
    [
      ["case.inquiry-planned/1", "Pale ak de temwen."],
      ["case.allegation-stated/2", "Yo te bat li."],
      ["case.interview-recorded/2", "Li wè."],
      ["case.evidence-requested/2", "Kaye patwouy la."],
      ["case.answer-recorded/2", "Yo di non."],
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

test("three of the panel find, rule and close by votes of their own, and the person reads it step by step", async () => {
  const mine = await caseBeforePanel(office);
  const { caseId } = mine;
  const [gerda, hugo, ines] = await Promise.all(["gerda", "hugo", "ines"].map((name) => office.desk(name)));
  assert.ok(gerda && hugo && ines);
  const nothing = { findings: [], measures: [], outcome: "none", published: [] };
  const decide = async (sitting: number, said: Saying): Promise<void> => {
    await doActs(gerda, caseId, say("propose-decision", { sitting, ...nothing, ...said }, "Men sa nou pwopoze."));
    const { sitting: open } = await view(hugo, caseId);
    assert.ok(open);
    const { decision } = open;
    assert.equal(await codeOf(hugo, caseId, say("close-sitting", { sitting }, "Men.")), "no-quorum");
    for (const member of [gerda, hugo, ines])
      await doActs(member, caseId, say("cast-vote", { sitting, decision, vote: "for" }));
    assert.equal(await codeOf(ines, caseId, say("cast-vote", { sitting, decision, vote: "against" })), "already-voted");
    await doActs(hugo, caseId, say("close-sitting", { sitting }, "Men sa nou deside."));
  };
  await decide(1, { decides: "findings", findings });
  await decide(2, {
    decides: "ruling",
    measures: [{ number: 1, form: "compensation", bearer: "contributing-state:jam", due: "2031-03-01" }],
  });
  const settled = say("propose-decision", { sitting: 3, ...nothing, decides: "closure", outcome: "settled" }, "Men.");
  assert.equal(await codeOf(gerda, caseId, settled), "measure-unanswered");
  const delivery = { measure: 1, delivered: "refused", decidedBy: "contributing-state", published: [] };
  assert.equal(await codeOf(mine.desk, caseId, say("record-delivery", delivery, "Yo di non.")), "reason-missing");
  const reason = "Eta a di li pa reskonsab.";
  const published = [digestOf(new TextEncoder().encode(reason))];
  await doActs(
    mine.desk,
    caseId,
    say("record-delivery", { ...delivery, published }, `Yo di non.\n§ published\n${reason}`),
  );
  await decide(3, { decides: "closure", outcome: "settled" });

  const seen = await view(mine.desk, caseId);
  assert.deepEqual([seen.stage, seen.alarms], ["closed", []]);
  const opened = await openMailbox(office.courier(), believedOf(office), mine.receipt);
  assert.ok(opened.ok);
  const told = opened.value.entries.map((entry) => (entry.kind === "step" ? entry.step : entry.kind));
  assert.deepEqual(told.slice(6), [
    ...["stepTaken", "stepHearing", "office", "stepRecommended"],
    ...["stepFound", "office", "stepRuled", "office", "stepDelivery", "stepClosed", "office"],
  ]);
  assert.equal(opened.value.stage, "closed");
});

test("a person who does not agree asks others to look again, and the reserve sends the case back to be examined", async () => {
  const mine = await fileCase(office, { consent: "investigate-with-me", force: "jam" });
  const { caseId } = mine;
  await doActs(mine.desk, caseId, acknowledgement, { ...assessment, forces: ["jam"] }, proposal);
  const gerda = await office.desk("gerda");
  await doActs(gerda, caseId, { act: "confirm", text: "Nou pa ka egzamine sa." });

  const courier = office.courier();
  assert.ok((await sendReview(courier, believedOf(office), mine.keys)).ok);
  assert.ok((await sendReview(courier, believedOf(office), mine.keys)).ok, "whoever asked before has asked");

  // Hugo and ines change places: with jules they are the reserve now.
  const reserve = ["hugo", "ines", "jules"].map((name) => office.person(name).id);
  const bench = "reserve" as const;
  await office.publish({
    staff: office.directory().staff.map((one) => (reserve.includes(one.id) ? { ...one, bench } : one)),
  });
  for (const to of reserve) await doActs(mine.desk, caseId, { act: "grant", to, reason: "asked-to-help" });
  const [hugo, ines, jules] = await Promise.all(["hugo", "ines", "jules"].map((name) => office.desk(name)));
  assert.ok(hugo && ines && jules);
  const said = { sitting: 1, decides: "review", findings: [], measures: [], outcome: "examined-anew", published: [] };
  assert.equal(await codeOf(gerda, caseId, say("propose-decision", said, "Non.")), "handled-this-case");
  await doActs(hugo, caseId, say("propose-decision", said, "Fòk nou egzamine sa."));
  const { sitting: open } = await view(ines, caseId);
  assert.ok(open);
  for (const member of [hugo, ines, jules])
    await doActs(member, caseId, say("cast-vote", { sitting: 1, decision: open.decision, vote: "for" }));
  await doActs(jules, caseId, say("close-sitting", { sitting: 1 }, "Nou pral egzamine l."));

  const opened = await openMailbox(courier, believedOf(office), mine.receipt);
  assert.ok(opened.ok);
  const told = opened.value.entries.map((entry) => (entry.kind === "step" ? entry.step : entry.kind));
  assert.deepEqual(told.slice(-4), ["office", "reviewAsked", "stepReviewed", "office"]);
  assert.equal(opened.value.stage, "assessed");
  await doActs(mine.desk, caseId, say("admit-case", { track: "ordinary" }, "Nou aksepte."));
});
