// One case from the phone to the review, at a real office and by clicking: a picture that tells where it was taken, an officer who
// steps back, findings, redress of which a part is refused, a State that never answers, a court that does, and other people who look
// again. What goes to the court is opened with tools that are not ours.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import type { CaseId } from "@temwen/vocabulary";
import type { Browser, Page } from "playwright-core";
import { ensureAge } from "../../tools/ensure-age.ts";
import { runCommand as runProgram } from "../../tools/run-command.ts";
import { laptop, openBrowser, phone, withPage } from "../support/browser.ts";
import { openMailbox, readReceipt } from "../support/complaining.ts";
import { openSheet } from "../support/desk-inquiry.ts";
import { openCaseAtPage, openDeskPage, shortNumber, signInAtPage } from "../support/desk-page.ts";
import { openAct } from "../support/desk-screens.ts";
import { decideAt, enterHearing, fillMeasure, lookAgain, signOnce } from "../support/hearing.ts";
import { readTags } from "../support/media-files.ts";
import { type DemoPerson, runCommand, startOffice, type TestOffice } from "../support/office.ts";
import { needsOutside, readOutside } from "../support/outside-data.ts";
import { wordsInPdf } from "../support/pdf-words.ts";
import { allArrived, asFile, choose as chooseFiles, openShowing } from "../support/showing.ts";
import { findReader, openDesks, peopleOf } from "../support/staff.ts";
import {
  admit,
  assign,
  hearBothSides,
  lookAtPiece,
  lookInto,
  readClosed,
  recommend,
  stepBack,
  take,
} from "../support/whole-case.ts";

/** A photo of a real camera, which wrote into it where it was. */
const photo = "data/upload_files/metadata/17307b_DSCN0010.jpg";
const outside = needsOutside([photo]);

let office: TestOffice;
let browser: Browser;
let folder = "";
let tools = "";
let receipt = "";
let caseId = "" as CaseId;
before(async () => {
  if (outside.skip !== false) return;
  tools = dirname(await ensureAge());
  folder = await mkdtemp(join(tmpdir(), "temwen-whole-"));
  [office, browser] = await Promise.all([startOffice(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const seats = new Map<string, Page>();

/** The desk of somebody, signed in; one each, however often they are asked for. */
async function deskOf(person: DemoPerson | undefined): Promise<Page> {
  assert.ok(person);
  const known = seats.get(person.id);
  if (known) return known;
  const page = await (await browser.newContext({ locale: "en-GB", ...laptop })).newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => assert.fail(`the page failed: ${error.message}`));
  await openDeskPage(page, office.desk);
  await signInAtPage(page, person);
  seats.set(person.id, page);
  return page;
}

const look = async (page: Page, name: string): Promise<void> => {
  const to = process.env.TEMWEN_PICTURES;
  if (to !== undefined) await page.screenshot({ path: `${to}/whole-${name}.png`, fullPage: true });
};

/** The officer who was drawn to read the case. */
let reader: DemoPerson;
const intake = (): Promise<Page> => deskOf(reader);

test(
  "a person complains in Creole with a picture, and its copy no longer tells where it was taken",
  outside,
  async () => {
    await withPage(browser, { origin: office.url, ...phone, locale: "ht-HT" }, async ({ page }) => {
      await openShowing(page, office.url, "Yon patwouy te kraze pòt kay mwen nan lannuit.");
      await chooseFiles(page, asFile("pòt la.jpg", "image/jpeg", await readOutside(photo)));
      await page.click("#show [data-next]");
      await page.check("[name=force][value=ken]");
      await page.click("#force [data-next]");
      await page.click("#child [data-skip]");
      await page.check("[name=wish][value=court]");
      await page.click("#wish [data-next]");
      for (const question of ["help", "contact"]) await page.click(`#${question} [data-skip]`);
      await page.click("#send");
      receipt = await readReceipt(page);
      await allArrived(page);
    });
    const [first] = await openDesks(office, peopleOf(office, "intake").slice(0, 1));
    const queue = await first?.readQueue({ limit: 1 });
    first?.close();
    assert.ok(queue?.ok && queue.value.rows[0]);
    caseId = queue.value.rows[0].caseId;
    ({ reader } = await findReader(office, caseId));
    const [desk] = await openDesks(office, [reader]);
    assert.ok(desk);
    const seen = await desk.readCase(caseId);
    assert.ok(seen.ok);
    const pieces = new Map<string, Uint8Array>();
    for (const { part } of seen.value.evidence) {
      const piece = await desk.readEvidence(caseId, part);
      assert.ok(piece.ok);
      pieces.set(`${part}.jpg`, piece.value.bytes);
    }
    desk.close();
    assert.equal(pieces.size, 2);
    const told = [...(await readTags(pieces))].map(([, tags]) => tags.some(({ name }) => /GPS/.test(name)));
    assert.deepEqual(told.sort(), [false, true], "the picture as it is, and the copy without its place");
  },
);

/** That neither the list nor the number shows the case to somebody. */
async function seesNothing(page: Page): Promise<void> {
  assert.equal(await page.locator(".case-row", { hasText: shortNumber(caseId) }).count(), 0);
  await page.fill("#number", shortNumber(caseId));
  await page.keyboard.press("Enter");
  await page.locator(".by-number .error").waitFor();
}

// The directory bars whom it knows to be tied to the State that the complaint is about; what it does not know the officer says.
test(
  "whoever is tied to that State is not offered the case, an officer who turns out to be its citizen steps back, and another examines it",
  outside,
  async () => {
    const page = await intake();
    await openCaseAtPage(page, caseId);
    await openAct(page, "Acknowledge");
    await page.fill("#act-text", "Nou resevwa pawòl ou.");
    await signOnce(page);
    await assess(page);
    await admit(page);
    const tied = peopleOf(office, "intake").find(({ ties }) => ties.includes("ken"));
    assert.ok(tied);
    await seesNothing(await deskOf(tied));
    await openAct(page, "Give a colleague access");
    assert.match(await readClosed(page, tied.id), /Kenya/);
    await page.locator(".act-sheet").getByRole("button", { name: "Cancel" }).click();

    const [citizen, free] = peopleOf(office, "investigator");
    assert.ok(citizen && free);
    assert.deepEqual([citizen.ties, free.ties.includes("ken")], [[], false], "the directory knows of no tie of either");
    await assign(page, citizen.id);
    const stepping = await deskOf(citizen);
    await stepBack(stepping, caseId, "Mwen se sitwayen Kenya. Anyè biwo a pa t konnen sa.");
    await seesNothing(stepping);
    await lookAgain(page);
    await openSheet(page, "assign-case", "en");
    assert.match(await readClosed(page, citizen.id), /Stepped back/i);
    await page.locator(".act-sheet").getByRole("button", { name: "Cancel" }).click();
    await assign(page, free.id);
    const examiner = await deskOf(free);
    await take(examiner, caseId);
    const copy = examiner.locator(".evidence > li.copy");
    await lookAtPiece(copy);
    // Once by the officer who looked what the phone had sent, and once just now.
    await copy.getByText("Looked at 2 times").waitFor();
    await lookInto(examiner, "ken");
    await hearBothSides(examiner);
    await look(examiner, "examined");
    await recommend(examiner);
    await look(examiner, "recommended");
  },
);

/** What happened, to whom it is attributed and where, as the officer reads it in the story. */
async function assess(page: Page): Promise<void> {
  await openAct(page, "Assess");
  await page.locator('input[name="rights"][value="home-and-property"]').check();
  await page.locator('input[name="class"][value="serious-misconduct"]').check();
  await page.locator('input[name="forces"][value="ken"]').check();
  await page.locator('input[name="child"][value="no"]').check();
  await page.locator("#department").selectOption("ht02");
  await signOnce(page);
}

test(
  "three of the panel find, and rule on two measures of which one is refused with a reason for everybody",
  outside,
  async () => {
    const members = peopleOf(office, "panel").slice(0, 3);
    const panel = await Promise.all(members.map(deskOf));
    for (const page of panel) {
      await openCaseAtPage(page, caseId);
      await enterHearing(page);
    }
    const [one] = panel as [Page];
    await openAct(one, "Propose a decision");
    await one.locator("#ask-findings-1-happened").selectOption("established");
    await one.locator("#ask-findings-1-answers").selectOption("established");
    await one.locator("#ask-words-1").fill("Foto a ak de temwen di menm bagay la.");
    await signOnce(one);
    await decideAt(panel, "Bonjou. Men sa nou jwenn.");
    await openAct(one, "Propose a decision");
    await one.getByLabel("redress").check();
    await fillMeasure(one, 1, { form: "Restitution", bearer: "the mission", text: "Repare pòt la." });
    await one.getByRole("button", { name: "Add a measure" }).click();
    await fillMeasure(one, 2, { form: "Compensation", bearer: "the State of Kenya police", text: "Peye sa l pèdi." });
    await signOnce(one);
    await decideAt(panel, "Bonjou. Men sa nou mande yo fè.");
    await deliver(one, "1. Restitution, the mission", "delivered", "the mission");
    await deliver(one, "2. Compensation, the State of Kenya police", "refused", "the contributing State");
    await one.locator(".redress").getByText("Eta a di li pa reskonsab.").waitFor();
    await look(one, "redress");
  },
);

async function deliver(page: Page, measure: string, became: string, by: string): Promise<void> {
  await openAct(page, "Record what was delivered");
  await page.getByLabel(measure).check();
  await page.getByLabel(became, { exact: true }).check();
  await page.locator("#ask-decidedBy").getByLabel(by).check();
  await page.locator("#ask-words-shown").fill("Lèt yo a.");
  if (became === "refused") await page.locator("#ask-words-published").fill("Eta a di li pa reskonsab.");
  await signOnce(page);
}

const age = async (tool: string, ...args: readonly string[]): Promise<string> => {
  const { code, output } = await runProgram(join(tools, tool), [...args], { cwd: folder });
  assert.equal(code, 0, output);
  return output.trim();
};

/** Makes the dossier for a forum at this desk, and refers the case with it. */
async function refer(page: Page, forum: string, recipient: string): Promise<string> {
  await page.getByRole("button", { name: "Prepare the dossier" }).click();
  await page.locator("#dossier-forum").selectOption(forum);
  await page.getByLabel("Whoever holds a key").check();
  await page.locator("#dossier-key").fill(recipient);
  const downloading = page.waitForEvent("download", { timeout: 120_000 });
  await page.getByRole("button", { name: "Make the file" }).click();
  const file = join(folder, `${forum}.age`);
  await (await downloading).saveAs(file);
  await page.getByRole("button", { name: "Go on: refer the case" }).click();
  for (const box of await page.locator("#ask-basis input").all()) await box.check();
  await page.locator("#act-text").fill("Komisyon an jwenn ke sa te rive.");
  await signOnce(page);
  return file;
}

test(
  "a court opens the dossier with its own tools and answers; one changed byte is found; the State is awaited",
  outside,
  async () => {
    const page = await deskOf(peopleOf(office, "panel")[0]);
    await page.keyboard.press("b");
    await age("age-keygen", "-o", "court.key");
    const recipient = await age("age-keygen", "-y", "court.key");
    await refer(page, "ken-odpp", recipient);
    const file = await refer(page, "hti-pole-judiciaire", recipient);
    await age("age", "-d", "-i", "court.key", "-o", "court.tar", file);
    await runProgram("tar", ["-xf", "court.tar"], { cwd: folder });
    const bag = join(folder, "dossier");
    const check = async (manifest: string) =>
      (await runProgram("sha256sum", ["--strict", "-c", `${manifest}-sha256.txt`], { cwd: bag })).code;
    assert.deepEqual([await check("manifest"), await check("tagmanifest")], [0, 0]);
    for (const [place, manifest] of [
      ["data/letter.pdf", "manifest"],
      ["bag-info.txt", "tagmanifest"],
    ] as const) {
      const whole = await readFile(join(bag, place));
      const flipped = Buffer.from(whole);
      flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
      await writeFile(join(bag, place), flipped);
      assert.equal(await check(manifest), 1, place);
      await writeFile(join(bag, place), whole);
    }
    await holdsEvidence(join(bag, "data/evidence"));
    const letter = await wordsInPdf(join(bag, "data/letter.pdf"));
    const code = /[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}/.exec(letter)?.[0] ?? assert.fail("no code");
    await answerAsCourt(code);
    await lookAgain(page);
    await page.getByRole("button", { name: "Record it" }).click();
    await page.locator('#ask-received input[type="radio"]').first().check();
    await signOnce(page);
    await look(page, "referred");
  },
);

/** The picture as it was taken and its copy, each with the custody that tells who examined it. */
async function holdsEvidence(at: string): Promise<void> {
  const names = await readdir(at);
  const pictures = await Promise.all(
    names.filter((name) => name.endsWith(".jpg")).map((name) => readFile(join(at, name))),
  );
  assert.equal(pictures.length, 2);
  const taken = Buffer.from(await readOutside(photo));
  assert.equal(pictures.filter((bytes) => bytes.equals(taken)).length, 1);
  const custody = await Promise.all(
    names.filter((name) => name.endsWith(".json")).map((name) => readFile(join(at, name), "utf8")),
  );
  const [, examiner] = peopleOf(office, "investigator");
  assert.equal(custody.filter((told) => examiner && told.includes(examiner.id)).length, 1);
}

async function answerAsCourt(code: string): Promise<void> {
  const page = await browser.newPage({ javaScriptEnabled: false, locale: "fr-FR" });
  await page.goto(`${office.url}/referral/fr`);
  await page.getByLabel("Code de la lettre").fill(code);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Nous enquêtons").check();
  await page.locator("#text").fill("Dossier ouvert.");
  await page.getByRole("button", { name: "Envoyer la réponse" }).click();
  await page.getByText("Votre réponse est arrivée").waitFor();
  await page.close();
}

test(
  "the panel closes, the person reads each step that is theirs and asks for a review, and the reserve decides",
  outside,
  async () => {
    const panel = await Promise.all(peopleOf(office, "panel").slice(0, 3).map(deskOf));
    const [one] = panel as [Page];
    await enterHearing(one);
    await openAct(one, "Propose a decision");
    await one.getByLabel("settled", { exact: true }).check();
    await one.locator("#ask-words-all").fill("Yo fè youn, yo refize lòt la.");
    await signOnce(one);
    await decideAt(panel, "Bonjou. Dosye a fèmen. Ou ka mande lòt moun gade l.");
    await withPage(browser, { origin: office.url, ...phone, locale: "ht-HT" }, async ({ page }) => {
      await openMailbox(page, office.url, receipt);
      await look(page, "reply");
      const read = await page.locator("#entries").innerText();
      for (const words of ["Pôle judiciaire", "Public Prosecutions", "Dosye a fèmen."])
        assert.ok(read.includes(words), words);
      await page.click("#decided");
      await page.waitForSelector("#act h1");
      const decided = await page.innerText("#act");
      for (const words of ["Sa te rive: li pwouve.", "Yo refize fè l."]) assert.ok(decided.includes(words), words);
      await look(page, "decided");
      await page.click("#act-back");
      await page.click("#review");
      await page.click("#act-confirm");
      await page.click("#act-done");
      await page.getByText("Ou mande lòt moun gade dosye w ankò.").waitFor();
    });
    const reserve = peopleOf(office, "panel", "reserve").slice(0, 3);
    const page = await intake();
    await lookAgain(page);
    await page.getByRole("button", { name: "Let in the others" }).click();
    await page.getByText("Who decides and has no key yet").waitFor({ state: "detached" });
    const others = await Promise.all(reserve.map(deskOf));
    for (const other of others) {
      await openCaseAtPage(other, caseId);
      await enterHearing(other);
    }
    const [first] = others as [Page];
    await openAct(first, "Propose a decision");
    await first.getByLabel("the case stays as it ended").check();
    await first.locator("#ask-words-all").fill("Nou dakò ak premye desizyon an.");
    await signOnce(first);
    await decideAt(others, "Bonjou. Lòt moun gade l. Desizyon an rete.");
    await look(first, "reviewed");
    const [desk] = await openDesks(office, [reader]);
    const seen = await desk?.readCase(caseId);
    desk?.close();
    assert.ok(seen?.ok);
    assert.deepEqual([seen.value.stage, seen.value.alarms], ["closed", []]);
    assert.ok(seen.value.panel?.review?.decidedAt);
    const standings = seen.value.referrals?.referrals.map(({ forum, standing }) => [forum, standing]);
    assert.deepEqual(standings, [
      ["ken-odpp", "waiting"],
      ["hti-pole-judiciaire", "answered"],
    ]);
  },
);

test(
  "when its days have passed the State's silence counts, beside the court's answer, and so few are told to nobody",
  outside,
  async () => {
    const preload = new URL("../support/set-clock.mjs", import.meta.url).href;
    const later = { NODE_OPTIONS: `--import ${preload}`, TEMWEN_TEST_CLOCK: String(120 * 86_400_000) };
    const figures = ["figures", "--data", office.data, "--of", "referrals", "--by", "jurisdiction,standing", "--json"];
    const count = async (...more: readonly string[]) => {
      const ran = await runCommand([...figures, ...more], "", later);
      assert.equal(ran.code, 0, ran.stderr);
      const [table] = (JSON.parse(ran.stdout) as { readonly tables: readonly Table[] }).tables;
      return new Map((table?.cells ?? []).map(({ at, count: number }) => [at.join(" "), number]));
    };
    assert.deepEqual(
      await count("--no-suppression"),
      new Map([
        ["ken silent", 1],
        ["hti answered", 1],
      ]),
    );
    assert.ok([...(await count()).values()].every((number) => typeof number !== "number"));
  },
);

type Table = { readonly cells?: readonly { readonly at: readonly string[]; readonly count?: number }[] };
