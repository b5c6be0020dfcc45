// Whoever has a good key and no desk is refused by the server what the rules refuse by now, under the earlier number too.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { StaffFact } from "@temwen/casework";
import { sendReview, sendWithdrawal } from "@temwen/complain/person-acts";
import type { Keeper } from "@temwen/desk";
import { digestOf } from "@temwen/sealing/open";
import { type CaseId, type Digest, type Instant, type Json, utf8 } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, fileCase, view } from "../support/casework.ts";
import type { Answer } from "../support/parcels.ts";
import { nowhere, sendAs, signRaw, typesIn } from "../support/raw-acts.ts";
import { believedOf } from "../support/small-office.ts";
import { caseBeforePanel, closing, propose, say, startOfficeWithPanel, voting } from "../support/small-panel.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startOfficeWithPanel();
after(() => office[Symbol.asyncDispose]());

const inDays = (days: number): Instant => new Date(Date.now() + days * 86_400_000).toISOString() as Instant;

const codeOf = async (desk: Keeper, caseId: CaseId, act: ReturnType<typeof say>): Promise<string> => {
  const done = await desk.act(caseId, act);
  return done.ok ? "done" : done.refusal.code;
};

type Said = { [name: string]: Json };

/** Sends an order with the one fact that says the same, under a number of it; `beside` stands in the order alone. */
async function send(
  name: string,
  caseId: CaseId,
  [order, fact, beside = {}]: readonly [order: string, fact: string, beside?: Said],
  said: Said,
): Promise<Answer> {
  const stated = { ...said };
  // The earlier numbers of a delivery name no evidence.
  if (/^case.delivery-recorded\/[12]$/.test(fact)) delete stated.shownBy;
  const facts = [{ type: fact, ...stated } as unknown as StaffFact];
  return sendAs(
    office,
    name,
    caseId,
    await signRaw(office, name, caseId, { command: { type: order, ...said, ...beside }, facts }),
  );
}

test("nobody takes days away that a respondent was given, and a lawful notice under the earlier number is none", async () => {
  const { caseId, karim } = await caseBeforePanel(office);
  await doActs(
    karim,
    caseId,
    say("notify-respondent", { respondent: 1, how: "in-hand", replyBy: inDays(30) }, "Men sa."),
  );
  const notice = (replyBy: Instant) => ({
    respondent: 1,
    how: "in-hand",
    replyBy,
    explanation: nowhere("explanation-1"),
  });
  for (const number of [1, 2]) {
    const names = ["notify-respondent", `case.respondent-notified/${number}`] as const;
    assertRefused(await send("karim", caseId, names, notice(inDays(20))), "takes-days-away");
  }
  const earlier = ["notify-respondent", "case.respondent-notified/1"] as const;
  assertRefused(await send("karim", caseId, earlier, notice(inDays(40))), "decision-differs");
  const types = await typesIn(office, caseId);
  assert.equal(types.filter((type) => type.startsWith("case.respondent-notified/")).length, 1);
});

test("sexual exploitation and abuse is not admitted as an ordinary case, at the desk or at the server", async () => {
  const { reader, desk, caseId } = await fileCase(office, { consent: "investigate-with-me" });
  await doActs(desk, caseId, acknowledgement, { ...assessment, class: "sexual-exploitation-and-abuse" });
  const done = await desk.act(caseId, say("admit-case", { track: "ordinary" }, "Wi."));
  assert.equal(done.ok ? "done" : done.refusal.code, "track-misfit");
  for (const number of [1, 2]) {
    const names = ["admit-case", `case.admitted/${number}`] as const;
    assertRefused(await send(reader, caseId, names, { track: "ordinary" }), "track-misfit");
  }
  await doActs(desk, caseId, say("admit-case", { track: "sea" }, "Nou pral egzamine sa."));
});

test("a case in which nothing was ruled is not proposed to be closed as settled, under any number", async () => {
  const { caseId } = await caseBeforePanel(office);
  const decision = await propose(office, "gerda", caseId);
  for (const member of ["gerda", "hugo", "ines"]) await doActs(await office.desk(member), caseId, voting(1, decision));
  await doActs(await office.desk("gerda"), caseId, closing(1));
  const closure = { sitting: 2, decides: "closure", findings: [], measures: [], outcome: "settled", published: [] };
  for (const number of [1, 2, 3]) {
    const names = ["propose-decision", `case.decision-proposed/${number}`] as const;
    const answer = await send("gerda", caseId, names, { ...closure, explanation: nowhere("explanation-1") });
    assertRefused(answer, "nothing-ruled");
    const ended = { ...closure, outcome: "not-established", explanation: nowhere("explanation-1") };
    assertRefused(await send("gerda", caseId, names, ended), "outcome-misfit");
  }
});

test("nobody is silent before their day is over, under any number, and a delivery names no evidence that is none", async () => {
  const { desk, karim, caseId } = await caseBeforePanel(office);
  const decision = await propose(office, "gerda", caseId);
  const members = ["gerda", "hugo", "ines"];
  const decide = async (sitting: number, over: Digest): Promise<void> => {
    for (const member of members) await doActs(await office.desk(member), caseId, voting(sitting, over));
    await doActs(await office.desk("gerda"), caseId, closing(sitting));
  };
  await decide(1, decision);
  const measure = { number: 1, form: "compensation", bearer: "mission", due: inDays(30).slice(0, 10) };
  const ruling = { sitting: 2, decides: "ruling", findings: [], measures: [measure], outcome: "none", published: [] };
  const past = { ...ruling, measures: [{ ...measure, due: inDays(-3).slice(0, 10) }] };
  const gerda = await office.desk("gerda");
  assert.equal(await codeOf(gerda, caseId, say("propose-decision", past, "§ 1\nPeye l.")), "day-is-past");
  await doActs(gerda, caseId, say("propose-decision", ruling, "§ 1\nPeye l."));
  const seen = await view(gerda, caseId);
  const open = seen.panel?.sittings.at(-1)?.decision;
  assert.ok(open);
  await decide(2, open);
  const said = { measure: 1, delivered: "no-answer", decidedBy: "nobody", published: [], shownBy: [] };
  const explanation = nowhere("explanation-1");
  for (const number of [1, 2, 3]) {
    const names = ["record-delivery", `case.delivery-recorded/${number}`] as const;
    assertRefused(await send("karim", caseId, names, { ...said, explanation }), "day-not-past");
  }
  assert.equal(await codeOf(desk, caseId, say("record-delivery", said, "Anyen.")), "day-not-past");
  const shown = { ...said, delivered: "delivered", decidedBy: "mission", shownBy: [digestOf(utf8("no piece of it"))] };
  assert.equal(await codeOf(karim, caseId, say("record-delivery", shown, "Yo peye.")), "not-announced");
  const paper = { name: "resi.txt", mediaType: "text/plain", bytes: utf8("Resevwa.") };
  await doActs(karim, caseId, {
    ...say("take-evidence", { source: "mission", request: [] }, "Resi a."),
    files: [paper],
  });
  const [piece] = (await view(karim, caseId)).evidence;
  assert.ok(piece?.sealed);
  await doActs(karim, caseId, say("record-delivery", { ...shown, shownBy: [piece.sealed] }, "Yo peye."));
  assert.deepEqual((await view(desk, caseId)).panel?.measures[0]?.deliveries[0]?.shownBy, [piece.sealed]);
});

test("whoever examines a case does not judge the report that they harmed the person for speaking, under any number", async () => {
  const { desk, karim, caseId } = await caseBeforePanel(office);
  await doActs(desk, caseId, say("report-retaliation", { about: [] }, "Yo menase l."));
  const finds = { finds: "no-grounds", explanation: nowhere("explanation-1") };
  for (const number of [1, 2]) {
    const names = ["review-retaliation", `case.retaliation-reviewed/${number}`] as const;
    assertRefused(await send("karim", caseId, names, finds), "examines-this-case");
  }
  const done = await karim.act(caseId, say("review-retaliation", { finds: "no-grounds" }, "Anyen."));
  assert.equal(done.ok ? "done" : done.refusal.code, "examines-this-case");
});

test("nobody has a case erased in which a report of retaliation waits, under any number", async () => {
  const { reader, desk, caseId } = await fileCase(office);
  await doActs(desk, caseId, acknowledgement, assessment);
  const erasing = (number: number) =>
    send(reader, caseId, ["propose-erasure", `case.erasure-proposed/${number}`], { reason: "retention-ended" });
  for (const number of [1, 2]) assertRefused(await erasing(number), "decision-differs");
  await doActs(desk, caseId, say("report-retaliation", { about: [] }, "Yo menase l."));
  for (const number of [1, 2, 3]) assertRefused(await erasing(number), "retaliation-waits");
  const done = await desk.act(caseId, { act: "propose-erasure", reason: "retention-ended" });
  assert.equal(done.ok ? "done" : done.refusal.code, "retaliation-waits");
  assert.deepEqual((await view(desk, caseId)).stillOwed, [{ code: "retaliation-waits" }]);
});

test("two who agreed before a report came are asked again: the second signature is refused, and an agreement is over", async () => {
  const { desk, caseId } = await fileCase(office);
  const panel = { act: "grant", to: office.person("gerda").id, reason: "asked-to-help" } as const;
  const wanting = { act: "propose-erasure", reason: "law-requires" } as const;
  const agreeing = { act: "confirm-erasure", text: "Nan 14 jou n ap efase plent ou an." } as const;
  const report = say("report-retaliation", { about: [] }, "Yo menase l.");
  const look = say("review-retaliation", { finds: "no-grounds" }, "Anyen.");
  await doActs(desk, caseId, acknowledgement, assessment, panel, wanting, report);
  const gerda = await office.desk("gerda");
  const early = await gerda.act(caseId, agreeing);
  assert.equal(early.ok ? "done" : early.refusal.code, "retaliation-waits");
  await doActs(gerda, caseId, look, agreeing);
  assert.equal((await view(desk, caseId)).erasure?.step, "confirmed");
  await doActs(desk, caseId, report);
  const { erasure, alarms } = await view(desk, caseId);
  assert.deepEqual([erasure, alarms], [undefined, []]);
});

test("a case is given to nobody under the earlier number", async () => {
  const { reader, desk, caseId } = await fileCase(office, { consent: "investigate-with-me" });
  await doActs(desk, caseId, acknowledgement, assessment, say("admit-case", { track: "ordinary" }, "Wi."));
  const to = office.person("karim").id;
  const grants = [{ to, keys: ["story"], grant: nowhere("grant-karim") }] as unknown as Json;
  const earlier = ["assign-case", "case.assigned/1", { grants }] as const;
  assertRefused(await send(reader, caseId, earlier, { to, replaces: [] }), "decision-differs");
  assert.ok(!(await typesIn(office, caseId)).some((type) => type.startsWith("case.assigned/")));
});

// The last: it changes who is of the reserve.
test("what a review sent back is not given to whoever examined it, under any number", async () => {
  const { reader, desk, caseId, keys } = await caseBeforePanel(office);
  const courier = office.courier();
  assert.ok((await sendWithdrawal(courier, believedOf(office), keys)).ok);
  await doActs(desk, caseId, { act: "grant", to: office.person("lena").id, reason: "asked-to-help" });
  const checked = say("check-pressure", { spoke: "person", level: "low", free: "yes" }, "Li lib.");
  await doActs(await office.desk("lena"), caseId, checked);
  await doActs(desk, caseId, say("accept-withdrawal", {}, "Nou fini."));
  assert.ok((await sendReview(courier, believedOf(office), keys)).ok);

  const names = ["hugo", "ines", "jules"];
  const reserve = names.map((name) => office.person(name).id);
  const bench = "reserve" as const;
  await office.publish({
    staff: office.directory().staff.map((one) => (reserve.includes(one.id) ? { ...one, bench } : one)),
  });
  for (const to of reserve) await doActs(desk, caseId, { act: "grant", to, reason: "asked-to-help" });
  const review = { sitting: 1, decides: "review", findings: [], measures: [], outcome: "examined-anew", published: [] };
  const hugo = await office.desk("hugo");
  await doActs(hugo, caseId, say("propose-decision", review, "Fòk lòt moun egzamine sa."));
  const { sitting } = await view(hugo, caseId);
  assert.ok(sitting);
  for (const name of names) await doActs(await office.desk(name), caseId, voting(1, sitting.decision));
  await doActs(hugo, caseId, closing(1));

  const to = office.person("karim").id;
  const grants = [{ to, keys: ["story"], grant: nowhere("grant-karim") }] as unknown as Json;
  for (const number of [1, 2]) {
    const assigned = ["assign-case", `case.assigned/${number}`, { grants }] as const;
    assertRefused(await send(reader, caseId, assigned, { to, replaces: [] }), "examined-before");
  }
  const done = await desk.act(caseId, say("assign-case", { to, replaces: [] }));
  assert.equal(done.ok ? "done" : done.refusal.code, "examined-before");
});
