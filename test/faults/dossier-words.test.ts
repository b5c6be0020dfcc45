// What goes along in a dossier and what stays: the person's own word decides, and what is left out is said.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import { sealPressure } from "@temwen/sealing/seal";
import { bytesToBase64, type CaseId, type Json, utf8 } from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
import { type DossierOptions, makeDossier } from "../../apps/temwen/src/dossier/make-dossier.ts";
import { readReceiver } from "../../apps/temwen/src/dossier/receiver.ts";
import { forumsOf, readPack } from "../../apps/temwen/src/running/pack-files.ts";
import type { Terminal } from "../../apps/temwen/src/terminal.ts";
import {
  acknowledgement,
  assessment,
  doActs,
  type FiledCase,
  fileCase,
  findReader,
  intakeNames,
  view,
} from "../support/casework.ts";
import { everythingIn, judge, named, openDossierRoom, readJson, story, told } from "../support/dossier-room.ts";
import { wordsInPdf } from "../support/pdf-words.ts";
import { consentFact, sendPersonAct, signPersonAct } from "../support/person-acts.ts";

const room = await openDossierRoom();
const { given, folder, recipientOf, filed, make, unpack } = room;
after(() => room[Symbol.asyncDispose]());

test("name and contact are nowhere in a dossier, and letter and bag say that they are left out", async () => {
  const { reader, caseId, keys } = await filed();
  const out = join(folder, "out/fourth.age");
  const ran = await make(reader, caseId, "--to", await recipientOf("x25519"), "--out", out, "--lang", "en");
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(out, "x25519");
  const everything = await everythingIn(place);
  for (const secret of Object.values(named)) assert.ok(!everything.includes(secret), secret);
  assert.ok(!everything.includes("AGE-SECRET-KEY"));
  assert.ok(!everything.includes(bytesToBase64(keys.labelKey)));
  assert.match(everything, /Dossier-Identity: left out/);
  assert.match(await wordsInPdf(join(place, "data/letter.pdf")), /Name and contact of the person are left out/);
  const leftOut = await readJson(place, "data/left-out.json");
  assert.ok(leftOut.some(({ what }: { what: string }) => what === "identity"));
});

test("beyond what the person allows nothing goes out and nothing is recorded, unless two people agreed and the person was told", async () => {
  const { reader, caseId, desk } = await filed("investigate-with-me");
  const before = (await view(desk, caseId)).version;
  const out = join(folder, "out/sixth.age");
  const to = ["--to", await recipientOf("x25519"), "--out", out];
  const refusal = await make(reader, caseId, ...to);
  assert.deepEqual([refusal.code, told(refusal).refused], [1, "beyond-consent"]);
  assert.equal((await view(desk, caseId)).version, before);
  assert.deepEqual((await readdir(join(folder, "out"))).includes("sixth.age"), false);
  const said = ["--beyond-consent", "imminent-danger"];
  const alone = await make(reader, caseId, ...to, ...said);
  assert.deepEqual([alone.code, told(alone).refused], [1, "override-not-confirmed"]);
  const override = { forum: "ken-odpp", beyond: "imminent-danger" };
  const danger = { level: "immediate", protecting: [] };
  await doActs(desk, caseId, say("assess-safety", danger, "Yo menase li ankò."));
  await doActs(desk, caseId, say("propose-override", override, "Nou oblije avèti yo: gen danje."));
  assert.equal(told(await make(reader, caseId, ...to, ...said)).refused, "override-not-confirmed");
  await doActs(await colleagueOf(desk, caseId), caseId, say("confirm-override", { forum: "ken-odpp" }));
  const ran = await make(reader, caseId, ...to, ...said);
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stderr, /goes beyond what the person allows/);
  const info = await readFile(join(await unpack(out, "x25519"), "bag-info.txt"), "utf8");
  assert.match(info, /^Dossier-Beyond-Consent: imminent-danger$/m);
});

/** Somebody of intake besides whoever sits at this desk, who reads the case too: which four do is drawn by lot. */
async function colleagueOf(desk: Keeper, caseId: CaseId): Promise<Keeper> {
  const others = intakeNames.filter((name) => given.office.person(name).id !== desk.me.id);
  return (await findReader(given.office, caseId, others)).desk;
}

/** The person says yes to one body, and what may go along. */
const allow = (including: readonly string[]) => {
  const consent = { purpose: "referral", recipient: "ken-odpp", given: "yes", including };
  return say("record-consent", { ...consent, language: "ht", explainer: "officer", until: [] }, "Li di wi.");
};

test("what the person did not name for a body stays: evidence is left out, and nothing is said to have gone", async () => {
  const { reader, caseId, desk } = await filed("investigate-with-me");
  await doActs(desk, caseId, allow([]));
  const out = join(folder, "out/words-only.age");
  const ran = await make(reader, caseId, "--to", await recipientOf("x25519"), "--out", out, "--lang", "en");
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(out, "x25519");
  assert.ok(!(await everythingIn(place)).includes("this stands for a photo"));
  assert.deepEqual((await view(desk, caseId)).evidence[0]?.custody, []);
  const leftOut = await readJson(place, "data/left-out.json");
  assert.deepEqual(
    leftOut.find(({ what }: { what: string }) => what === "evidence-1"),
    { what: "evidence-1", why: "evidence-not-allowed" },
  );
  assert.match(await wordsInPdf(join(place, "data/letter.pdf")), /The person said yes to this very body/);
});

test("the name goes along only where the person named it for this body, for a referral, and after a second person said yes", async () => {
  const mine = await filed();
  const { caseId } = mine;
  const to = ["--to", await recipientOf("x25519"), "--with-identity", "--out", join(folder, "out/seventh.age")];
  const before = (await view(mine.desk, caseId)).version;
  assert.equal(told(await make(mine.reader, caseId, ...to)).refused, "identity-not-allowed");
  assert.equal((await view(mine.desk, caseId)).version, before, "a court in all is no yes to this one");
  await doActs(mine.desk, caseId, allow(["identity", "evidence"]));
  const alone = await make(mine.reader, caseId, ...to);
  assert.equal(told(alone).refused, "identity-not-for-referral");
  await doActs(mine.desk, caseId, { act: "ask-identity", reason: "referral", text: "Tribinal la bezwen li." });
  assert.equal(told(await make(mine.reader, caseId, ...to)).refused, "identity-not-approved");
  await sayYes(mine.desk, caseId);
  const ran = await make(mine.reader, caseId, ...to);
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(join(folder, "out/seventh.age"), "x25519");
  const identity = await readJson(place, "data/identity.json");
  assert.deepEqual([identity.name, identity.contact, identity.safeContact], [named.name, undefined, undefined]);
  const everything = await everythingIn(place);
  for (const secret of [named.contact, named.safeContact]) assert.ok(!everything.includes(secret), secret);
  assert.match(await readFile(join(place, "bag-info.txt"), "utf8"), /^Dossier-Identity: name$/m);
  const { timeline } = await view(mine.desk, caseId);
  assert.ok(timeline.some(({ type }) => type === "case.identity-opened/1"));
  assert.ok(!everything.includes("case.identity-"), "who asked, and who said yes, stays in the office");
});

async function sayYes(asker: Keeper, caseId: CaseId): Promise<void> {
  for (const name of intakeNames) {
    const desk = await given.office.desk(name);
    if (desk.me.id === asker.me.id) continue;
    if ((await desk.act(caseId, { act: "approve-identity" })).ok) return;
  }
  throw new Error("nobody could say yes");
}

test("what a person said of being pressed, to the office alone, goes to no forum", async () => {
  const mine = await filed();
  const said = { case: mine.caseId, sequence: 1, pressed: "yes", text: "Chèf la vin lakay mwen." } as const;
  const sealed = await sealPressure(said, mine.parcel.manifest.event.storyRecipient);
  assert.ok(sealed.ok);
  const message = { part: "message-in-1", digest: sealed.value.digest };
  const header = { type: "case.message-received/1", case: mine.caseId, office: given.office.trust.office };
  const act = signPersonAct(mine, { ...header, sequence: 1, message }, sealed.value.sealed);
  assert.equal((await sendPersonAct(given.office, act)).status, 200);
  const [seen] = (await view(mine.desk, mine.caseId)).messages.filter(({ pressed }) => pressed === "yes");
  assert.equal(seen?.text, said.text);
  const out = join(folder, "out/pressed.age");
  const ran = await make(mine.reader, mine.caseId, "--to", await recipientOf("x25519"), "--out", out);
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(out, "x25519");
  const everything = await everythingIn(place);
  assert.ok(!everything.includes("lakay mwen") && !everything.includes("pressed"));
  const kept: readonly { readonly text?: string }[] = await readJson(place, "data/words/messages.json");
  assert.ok(kept.some(({ text }) => text === "Nou pral voye dosye a."));
});

test("when the person changes their mind while a dossier is made, it is not made", async () => {
  const mine = await filed();
  const pack = await readPack("haiti");
  const forum = forumsOf(pack).find(({ id }) => id === "ken-odpp");
  const receiver = await readReceiver([await recipientOf("x25519")], undefined);
  assert.ok(forum && receiver.ok);
  const said: string[] = [];
  const terminal: Terminal = {
    json: false,
    result: () => assert.fail("it was made"),
    entry: () => undefined,
    progress: (line) => said.push(line),
    readStdin: async () => new Uint8Array(),
  };
  const changesMind: Keeper = {
    ...mine.desk,
    handOver: async (...wish) => {
      const handed = await mine.desk.handOver(...wish);
      const act = signPersonAct(mine, consentFact(given.office, mine, 1, "help-only"));
      assert.equal((await sendPersonAct(given.office, act)).status, 200);
      return handed;
    },
  };
  const out = join(folder, "out/changed.age");
  const options: DossierOptions = {
    ...{ caseId: mine.caseId, forum, pack, receiver: receiver.value, out, language: "en" as const, asks: ["answer"] },
    ...{ leaveOut: new Set<string>(), withIdentity: false, prove: { server: given.office.url, wait: false } },
  };
  assert.equal(await makeDossier(changesMind, options, terminal), 1);
  assert.match(said.join("\n"), /the person allows less than this/);
  assert.ok(!(await readdir(join(folder, "out"))).includes("changed.age"));
});

test("what the panel found and ruled goes along with its reasons, said to be no conviction; notes among colleagues stay", async () => {
  const mine = await ruled();
  const out = join(folder, "out/found.age");
  const ran = await make(mine.reader, mine.caseId, "--to", await recipientOf("x25519"), "--lang", "en", "--out", out);
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(out, "x25519");
  const { findings, reasons, measures } = await readJson(place, "data/findings.json");
  assert.deepEqual(
    [findings[0].happened, findings[0].text, reasons],
    ["established", "Yo te bat li.", "Men rezon nou."],
  );
  assert.deepEqual([measures[0].form, measures[0].bearer], ["compensation", "contributing-state:jam"]);
  const said = await wordsInPdf(join(place, "data/dossier.pdf"));
  assert.match(said, /What the panel found/);
  assert.match(said, /administrative record, not a conviction/);
  assert.match(said, /Who answers for it: not determined/);
  assert.match(said, /the contributing State \(Jamaica forces\)/);
  const { broken, types } = await judge(place, mine.caseId, given.office.trust);
  assert.deepEqual(broken, []);
  for (const type of ["case.findings-recommended/1", "case.found/1", "case.ruled/1"])
    assert.ok(types.includes(type), type);
  assert.deepEqual([measures[0].delivered, measures[0].decidedBy], ["partly", "contributing-state"]);
  assert.match(said, /Measure 1: decided by: the contributing State/);
  const everything = await everythingIn(place);
  for (const note of ["Plan ankèt la.", "Pawòl temwen an.", "Anketè a kwè li."])
    assert.ok(!everything.includes(note), note);
});

/** A case that was examined, found and ruled upon; the person allows it to go before a court. */
async function ruled(): Promise<FiledCase> {
  const mine = await fileCase(given.office, { text: story, consent: "court", force: "jam" });
  const { caseId } = mine;
  // A later directory, in which one of the panel is of civil society.
  const hugo = given.office.person("hugo").id;
  const { staff } = given.office.directory();
  await given.office.publish({ staff: staff.map((one) => (one.id === hugo ? { ...one, civilSociety: true } : one)) });
  const finding = { allegation: 1, happened: "established", answers: "not-determined", why: "nobody-identified" };
  const findings = [{ ...finding, standard: "balance-of-probabilities" }];
  const allegation = { number: 1, right: "integrity", class: "serious-misconduct", respondent: 1, kind: "described" };
  const interview = { subject: 1, of: "witness", language: "ht", interpreter: "none", repeats: "first" };
  await doActs(
    mine.desk,
    caseId,
    acknowledgement,
    { ...assessment, forces: ["jam"] },
    say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."),
    say("assign-case", { to: given.office.person("karim").id, replaces: [] }),
  );
  await doActs(
    await given.office.desk("karim"),
    caseId,
    say("take-case", { declares: "no-tie" }),
    say("plan-inquiry", {}, "Plan ankèt la."),
    say("state-allegation", { ...allegation, forces: ["jam"] }, "Yo te bat li."),
    say("record-interview", interview, "Pawòl temwen an."),
    say("offer-hearing", {}, "Eske ou vle pale?"),
    say("recommend-findings", { findings }, "Anketè a kwè li."),
  );
  const panel = await Promise.all(["gerda", "hugo", "ines"].map((name) => given.office.desk(name)));
  const [gerda] = panel as [Keeper];
  const nothing = { findings: [], measures: [], outcome: "none", published: [] };
  const decide = async (sitting: number, said: Saying): Promise<void> => {
    await doActs(gerda, caseId, say("propose-decision", { sitting, ...nothing, ...said }, "Men rezon nou."));
    const decision = (await view(gerda, caseId)).sitting?.decision ?? "";
    for (const member of panel) await doActs(member, caseId, say("cast-vote", { sitting, decision, vote: "for" }));
    await doActs(gerda, caseId, say("close-sitting", { sitting }, "Men sa nou deside."));
  };
  await decide(1, { decides: "findings", findings });
  const measure = { number: 1, form: "compensation", bearer: "contributing-state:jam", due: "2031-03-01" };
  await decide(2, { decides: "ruling", measures: [measure] });
  const reason = "Lajan an pa ase.";
  const published = [digestOfBytes(utf8(reason))];
  const delivery = { measure: 1, delivered: "partly", decidedBy: "contributing-state", published };
  await doActs(mine.desk, caseId, say("record-delivery", delivery, `Yo peye mwatye.\n§ published\n${reason}`));
  return mine;
}

type Saying = { readonly [name: string]: Json };
type LaterAct = Extract<Parameters<Keeper["act"]>[1], { readonly says: object }>["act"];
const say = (act: LaterAct, says: Saying = {}, text = "") => ({ act, says, text });

test("what is left out by choice stays, is named with its reason, and the record is not told that it went", async () => {
  const { reader, caseId, desk } = await filed();
  const out = join(folder, "out/eighth.age");
  const to = ["--to", await recipientOf("x25519"), "--out", out];
  const misspelled = await make(reader, caseId, ...to, "--leave-out", "evidence-9");
  assert.equal(told(misspelled).refused, "not-a-choice");
  const ran = await make(reader, caseId, ...to, "--leave-out", "evidence-1", "--leave-out", "words");
  assert.equal(ran.code, 0, ran.stderr);
  const everything = await everythingIn(await unpack(out, "x25519"));
  assert.ok(!everything.includes("anvan jou leve") && !everything.includes("this stands for a photo"));
  assert.deepEqual((await view(desk, caseId)).evidence[0]?.custody, []);
  const leftOut = told(ran).leftOut as readonly { readonly what: string; readonly why: string }[];
  assert.deepEqual(
    leftOut.filter(({ why }) => why === "by-choice").map(({ what }) => what),
    ["words", "evidence-1"],
  );
});
