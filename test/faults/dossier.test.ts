// A case leaves the office for a forum: over a real server and PostgreSQL, opened with somebody else's program, and checked as
// whoever gets it would.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { type Keeper, verifyStream } from "@temwen/desk";
import { recordBytes, type SignedBody, type Trust, verifyDirectory } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { opensTo, readCommittedLeaf } from "@temwen/sealing/leaf";
import { sealPressure } from "@temwen/sealing/seal";
import { bytesToBase64, type CaseId, granted, type Json, parseBase64 } from "@temwen/vocabulary";
import { type DossierOptions, makeDossier } from "../../apps/temwen/src/dossier/make-dossier.ts";
import { readReceiver } from "../../apps/temwen/src/dossier/receiver.ts";
import { forumsOf, readPack } from "../../apps/temwen/src/running/pack-files.ts";
import type { Terminal } from "../../apps/temwen/src/terminal.ts";
import { ensureAge } from "../../tools/ensure-age.ts";
import { runCommand as runProgram } from "../../tools/run-command.ts";
import {
  acknowledgement,
  ask,
  assessment,
  doActs,
  type FiledCase,
  fileCase,
  headersOf,
  intakeNames,
  view,
} from "../support/casework.ts";
import { type Ran, runCommand } from "../support/office.ts";
import { sendPieces } from "../support/parcels.ts";
import { wordsInPdf } from "../support/pdf-words.ts";
import { consentFact, sendPersonAct, signPersonAct } from "../support/person-acts.ts";
import { startPostgresRecord } from "../support/postgres-record.ts";
import { startWitnessedOffice, type WitnessedOffice } from "../support/witnessed-office.ts";

const stored = await startPostgresRecord();
const given: WitnessedOffice = await startWitnessedOffice(undefined, stored.record);
const folder = await mkdtemp(join(tmpdir(), "temwen-dossier-"));
after(async () => {
  await given[Symbol.asyncDispose]();
  await stored[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const picture = new TextEncoder().encode("this stands for a photo");
const named = { name: "Wozlò Degzanp", contact: "anba pye mango a", safeContact: "Pa rele. Ekri sèlman." };
const story = "Yo te kraze pòt la \u{1f6aa} anvan jou leve.";
const passphrase = "kat chwal blan sou mòn nan";
let age = "";

before(async () => {
  age = await ensureAge();
  for (const name of ["out", "tmp"]) await mkdir(join(folder, name));
  await writeFile(join(folder, "roots.json"), JSON.stringify(given.office.trust));
  for (const [kind, ...args] of [["x25519"], ["hybrid", "-pq"], ["other"]] as const) {
    await runAge("age-keygen", [...args, "-o", join(folder, `${kind}.key`)]);
  }
});

/** Runs the standard tool, or the one beside it. */
async function runAge(tool: "age" | "age-keygen", args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const PATH = `${dirname(age)}${delimiter}${process.env.PATH}`;
  const program = join(dirname(age), tool);
  const { code, output } = await runProgram(program, [...args], { cwd: folder, env: { ...process.env, PATH, ...env } });
  return { code, output };
}

const recipientOf = async (kind: string): Promise<string> => {
  const { output } = await runAge("age-keygen", ["-y", join(folder, `${kind}.key`)]);
  return output.trim();
};

type Told = { readonly [name: string]: unknown };
const told = ({ stdout }: Ran): Told => JSON.parse(stdout) as Told;

/** A case with a photo and messages, assessed, that the person allows to go before a court. */
async function filed(consent: "court" | "investigate-with-me" = "court"): Promise<FiledCase> {
  const evidence = [{ name: "foto\u202Egpj.exe", mediaType: "image/jpeg", bytes: picture }];
  const mine = await fileCase(given.office, { text: story, consent, identity: named, evidence });
  await sendPieces(given.office, mine.caseId, mine.parcel.evidence.values());
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment, { act: "reply", text: "Nou pral voye dosye a." });
  return mine;
}

/** Runs `office dossier` as a person of the office, who has key, passphrase and roots in files. */
async function make(reader: string, caseId: CaseId, ...more: readonly string[]): Promise<Ran> {
  const { keyFile, passphrase: words } = given.office.person(reader);
  await writeFile(join(folder, `${reader}.age`), keyFile);
  await writeFile(join(folder, `${reader}.txt`), words);
  const command = [
    ...["office", "dossier", "--server", given.office.url, "--roots", join(folder, "roots.json"), "--json"],
    ...["--key", join(folder, `${reader}.age`), "--passphrase-file", join(folder, `${reader}.txt`)],
    ...["--case", caseId, "--forum", "ken-odpp", "--policy", given.policy, ...more],
  ];
  return runCommand(command, "", { TMPDIR: join(folder, "tmp") });
}

/** Opens a dossier with `age`, unpacks it with `tar`, and says where it lies. */
async function unpack(file: string, key: string): Promise<string> {
  const place = await mkdtemp(join(folder, "unpacked-"));
  const opened = await runAge("age", ["-d", "-i", join(folder, `${key}.key`), "-o", `${place}.tar`, file]);
  assert.equal(opened.code, 0, opened.output);
  const { code, output } = await runProgram("tar", ["-xf", `${place}.tar`, "-C", place], {});
  assert.equal(code, 0, output);
  return join(place, "dossier");
}

const check = (place: string, manifest: string) =>
  runProgram("sha256sum", ["--strict", "-c", `${manifest}-sha256.txt`], { cwd: place });

const readJson = async (place: string, name: string) => JSON.parse(await readFile(join(place, name), "utf8"));

/** Every byte that was handed over, and what its PDFs say. */
async function everythingIn(place: string): Promise<string> {
  const names = await readdir(place, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(files.map(async (file) => (await readFile(file)).toString("utf8")));
  const pdfs = await Promise.all(files.filter((file) => file.endsWith(".pdf")).map(wordsInPdf));
  return [...texts, ...pdfs, ...files].join("\n");
}

/** Events and directories as they lie in the bag, judged with nothing else but the roots. */
async function judge(place: string, caseId: CaseId, trust: Trust) {
  const records = join(place, "data/record");
  const numbers = (await readdir(records)).filter((name) => /^\d{4}\.json$/.test(name)).sort();
  const events = await Promise.all(
    numbers.map(async (name) => ({
      ...(await readJson(records, name.replace(".json", ".vouchings.json"))),
      body: new Uint8Array(await readFile(join(records, name))),
    })),
  );
  const directories = await Promise.all(
    (await readdir(records))
      .filter((name) => /^directory-\d+\.json$/.test(name))
      .map(async (name) => {
        const body = new Uint8Array(await readFile(join(records, name)));
        const { vouchings } = await readJson(records, name.replace(".json", ".vouchings.json"));
        const verdict = verifyDirectory({ body, vouchings } as SignedBody, trust, verifyOnNode);
        assert.ok(verdict.ok, name);
        return verdict.value;
      }),
  );
  const newest = directories.at(-1)!;
  const stream = await verifyStream(
    caseId,
    events,
    { directory: newest, suspended: new Set() },
    {
      readStanding: async () => granted({ directory: newest, suspended: new Set() }),
      verify: verifyOnNode,
      findEpoch: async (epoch) => directories.find((one) => one.epoch === epoch),
      isSuspended: () => false,
    },
  );
  assert.ok(stream);
  return { stream, events };
}

test("a forum opens a dossier with the standard tool, and both manifests answer for every file", async () => {
  const { reader, caseId, desk } = await filed();
  const out = join(folder, "out/first.age");
  const ran = await make(reader, caseId, "--to", await recipientOf("x25519"), "--out", out);
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(out, "x25519");
  for (const manifest of ["manifest", "tagmanifest"]) {
    const checked = await check(place, manifest);
    assert.equal(checked.code, 0, checked.output);
  }
  const tags = await readFile(join(place, "tagmanifest-sha256.txt"));
  assert.equal(told(ran).digest, createHash("sha256").update(tags).digest("hex"));
  const names = (await readdir(place, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  assert.equal((told(ran).files as readonly unknown[]).length, names.length);

  assert.deepEqual(new Uint8Array(await readFile(join(place, "data/evidence/evidence-1.jpg"))), picture);
  assert.equal(await readFile(join(place, "data/words/story.txt"), "utf8"), `${story}\n`);
  const { custody } = await readJson(place, "data/evidence/evidence-1.json");
  assert.equal(custody.at(-1).exportedFor, "hand-over");
  assert.equal(custody.at(-1).by, given.office.person(reader).id);
  assert.match(await wordsInPdf(join(place, "data/dossier.pdf")), /Yo te kraze pòt la \[U\+1F6AA\] anvan/);
  const { stream } = await judge(place, caseId, given.office.trust);
  assert.deepEqual(stream.alarms, []);
  assert.equal(stream.happened.at(-1)?.fact.type, "case.evidence-exported/1");
  assert.equal(stream.happened.length, (await view(desk, caseId)).version);
});

test("the wrong key opens nothing, and one byte that changed is found", async () => {
  const { reader, caseId } = await filed();
  const out = join(folder, "out/second.age");
  const ran = await make(reader, caseId, "--to", await recipientOf("hybrid"), "--out", out);
  assert.equal(ran.code, 0, ran.stderr);
  assert.notEqual((await runAge("age", ["-d", "-i", join(folder, "other.key"), out])).code, 0);
  const place = await unpack(out, "hybrid");
  const photo = join(place, "data/evidence/evidence-1.jpg");
  const bytes = await readFile(photo);
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  await writeFile(photo, bytes);
  assert.notEqual((await check(place, "manifest")).code, 0);
  const sealed = await readFile(out);
  sealed[sealed.length - 20] = (sealed[sealed.length - 20] ?? 0) ^ 1;
  await writeFile(join(folder, "bent.age"), sealed);
  const bent = await runAge("age", [
    "-d",
    "-i",
    join(folder, "hybrid.key"),
    "-o",
    join(folder, "bent"),
    join(folder, "bent.age"),
  ]);
  assert.notEqual(bent.code, 0);
});

test("a passphrase opens a dossier as the standard tool does it, and a short one is refused", async () => {
  const { reader, caseId, desk } = await filed();
  const file = join(folder, "words.txt");
  await writeFile(file, "too short\n");
  const before = (await view(desk, caseId)).version;
  const out = join(folder, "out/third.age");
  const refusal = await make(reader, caseId, "--seal-passphrase-file", file, "--out", out);
  assert.equal(told(refusal).refused, "passphrase-too-short");
  assert.equal((await view(desk, caseId)).version, before);
  await writeFile(file, `${passphrase}\n`);
  const ran = await make(reader, caseId, "--seal-passphrase-file", file, "--out", out);
  assert.equal(ran.code, 0, ran.stderr);
  const opened = await runAge("age", ["-d", "-j", "batchpass", "-o", join(folder, "third.tar"), out], {
    AGE_PASSPHRASE: passphrase,
  });
  assert.equal(opened.code, 0, opened.output);
});

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

test("every step has a proof that anybody can check, and that opens to the record in the bag", async () => {
  const { reader, caseId } = await filed();
  const out = join(folder, "out/fifth.age");
  const publishing = setInterval(() => void given.office.server.publicLog?.step(), 500);
  const ran = await make(reader, caseId, "--to", await recipientOf("x25519"), "--out", out, "--wait-proofs");
  clearInterval(publishing);
  assert.equal(ran.code, 0, ran.stderr);
  assert.equal(told(ran).proved, told(ran).steps);
  const place = await unpack(out, "x25519");
  const { events } = await judge(place, caseId, given.office.trust);
  const proofs = join(place, "data/proofs");
  const openings: readonly { event: number; part: number; salt: string }[] = await readJson(proofs, "openings.json");
  assert.deepEqual(new Set(openings.map(({ event }) => event)), new Set(events.map(({ index }) => index)));
  for (const [i, { event, part, salt }] of openings.entries()) {
    const name = join(proofs, `${String(event).padStart(4, "0")}-${part}`);
    const leaf = new Uint8Array(await readFile(`${name}.leaf`));
    const bytes = parseBase64(salt);
    const seen = readCommittedLeaf(leaf);
    assert.ok(bytes.ok && seen && opensTo(seen, { salt: bytes.value, record: recordBytes(events[event]!) }), name);
    // Each start of the command is a second on a slow machine: the first and the last stand for all of one form.
    if (i > 0 && i < openings.length - 1) continue;
    const words = ["--proof", `${name}.tlog-proof`, "--leaf", `${name}.leaf`, "--policy", given.policy];
    const verified = await runCommand(["verify", ...words, "--json"]);
    assert.equal(verified.code, 0, verified.stderr);
  }
});

test("beyond what the person allows nothing goes out and nothing is recorded, unless the reason is said and stands in the bag", async () => {
  const { reader, caseId, desk } = await filed("investigate-with-me");
  const before = (await view(desk, caseId)).version;
  const out = join(folder, "out/sixth.age");
  const to = ["--to", await recipientOf("x25519"), "--out", out];
  const refusal = await make(reader, caseId, ...to);
  assert.deepEqual([refusal.code, told(refusal).refused], [1, "beyond-consent"]);
  assert.equal((await view(desk, caseId)).version, before);
  assert.deepEqual((await readdir(join(folder, "out"))).includes("sixth.age"), false);
  const ran = await make(reader, caseId, ...to, "--beyond-consent", "imminent-danger");
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stderr, /goes beyond what the person allows/);
  const info = await readFile(join(await unpack(out, "x25519"), "bag-info.txt"), "utf8");
  assert.match(info, /^Dossier-Beyond-Consent: imminent-danger$/m);
});

test("the name goes along only before a court, for a referral, and after a second person said yes", async () => {
  const mine = await filed();
  const { caseId } = mine;
  const to = ["--to", await recipientOf("x25519"), "--with-identity", "--out", join(folder, "out/seventh.age")];
  const before = (await view(mine.desk, caseId)).version;
  const alone = await make(mine.reader, caseId, ...to);
  assert.equal(told(alone).refused, "identity-not-for-referral");
  assert.equal((await view(mine.desk, caseId)).version, before);
  await doActs(mine.desk, caseId, { act: "ask-identity", reason: "referral", text: "Tribinal la bezwen li." });
  assert.equal(told(await make(mine.reader, caseId, ...to)).refused, "identity-not-approved");
  await sayYes(mine.desk, caseId);
  const ran = await make(mine.reader, caseId, ...to);
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(join(folder, "out/seventh.age"), "x25519");
  assert.equal((await readJson(place, "data/identity.json")).name, named.name);
  assert.match(await readFile(join(place, "bag-info.txt"), "utf8"), /^Dossier-Identity: included$/m);
  const { stream } = await judge(place, caseId, given.office.trust);
  assert.ok(stream.happened.some(({ fact }) => fact.type === "case.identity-opened/1"));
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

test("where its leaves stand is told to nobody who may not read the case", async () => {
  const { caseId } = await filed();
  const path = `/api/desk/cases/${caseId}/leaves`;
  const tied = await ask(given.office, path, await headersOf(given.office, "farid"));
  assert.deepEqual([tied.status, tied.body.code], [404, "unknown-case"]);
  assert.equal((await ask(given.office, path)).status, 401);
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
  const { stream } = await judge(place, mine.caseId, given.office.trust);
  assert.deepEqual(
    stream.alarms.map(({ code }) => code),
    ["sealed-with-old-directory"],
  );
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
  const measure = { number: 1, form: "compensation", bearer: "contributing-state:jam", due: "2027-03-01" };
  await decide(2, { decides: "ruling", measures: [measure] });
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

test("a file that stands there is never written over, and nothing but sealed files is left", async () => {
  const { reader, caseId, desk } = await filed();
  const out = join(folder, "out/ninth.age");
  await writeFile(out, "mine");
  const before = (await view(desk, caseId)).version;
  const ran = await make(reader, caseId, "--to", await recipientOf("x25519"), "--out", out);
  assert.equal(told(ran).refused, "file-exists");
  assert.equal(await readFile(out, "utf8"), "mine");
  assert.equal((await view(desk, caseId)).version, before);
  const names = await readdir(join(folder, "out"));
  assert.deepEqual(await readdir(join(folder, "tmp")), []);
  for (const name of names) {
    assert.ok(!(await readFile(join(folder, "out", name))).includes("anvan jou leve"), name);
  }
  assert.ok(
    names.every((name) => name.endsWith(".age")),
    names.join(", "),
  );
});
