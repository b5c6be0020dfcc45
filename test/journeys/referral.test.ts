// A case goes before a Haitian court and before a prosecutor of a sending State, all at the desk's own page: the court opens the
// file, finds the code in its letter and answers on the page; the prosecutor never answers.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { ensureAge } from "../../tools/ensure-age.ts";
import { runCommand as runProgram } from "../../tools/run-command.ts";
import { checkScreen } from "../support/browser.ts";
import { type DeskScreens, openDeskScreens, sign } from "../support/desk-screens.ts";
import { asPerson, runCommand } from "../support/office.ts";
import { wordsInPdf } from "../support/pdf-words.ts";

const folder = await mkdtemp(join(tmpdir(), "temwen-referral-"));
let screens: DeskScreens;
let tools = "";
before(async () => {
  tools = dirname(await ensureAge());
  screens = await openDeskScreens();
});
after(async () => {
  await screens?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** A complaint that may go before a court, assessed by whoever can read it, and their desk. */
async function openAssessed(): Promise<{ readonly page: Page; readonly receipt: string }> {
  const filed = await screens.complain("Yon patwouy te kraze pòt kay la.", "--consent", "court");
  const { page, label } = await screens.openAsReader(filed.case);
  const person = screens.office.people.find((one) => one.label === label);
  assert.ok(person);
  const as = asPerson(screens.office, person);
  const act = async (name: string, input: string, ...more: readonly string[]) => {
    const done = await runCommand(["office", "act", name, "--case", filed.case, ...as, ...more], input);
    assert.equal(done.code, 0, done.stderr);
  };
  await act("acknowledge", "Nou resevwa pawòl ou.", "--text", "-");
  await act("assess", "", ...["--set", "right=home-and-property", "--set", "force=ken", "--set", "department=ht02"]);
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "Prepare the dossier" }).waitFor();
  return { page, receipt: filed.receipt };
}

/** Prepares a dossier for a forum at the desk, saves it, and goes on to the referral with it. */
async function prepare(page: Page, forum: string, recipient: string): Promise<string> {
  await page.getByRole("button", { name: "Prepare the dossier" }).click();
  await page.locator("#dossier-forum").selectOption(forum);
  await page.getByLabel("Whoever holds a key").check();
  await page.locator("#dossier-key").fill(recipient);
  const downloading = page.waitForEvent("download", { timeout: 120_000 });
  await page.getByRole("button", { name: "Make the file" }).click();
  const file = join(folder, `${forum}.age`);
  await (await downloading).saveAs(file);
  await page.getByRole("button", { name: "Go on: refer the case" }).click();
  return file;
}

async function refer(page: Page): Promise<void> {
  for (const box of await page.locator("#ask-basis input").all()) await box.check();
  await page.locator("#act-text").fill("Gen ase rezon pou yon tribinal gade sa.");
  await sign(page);
}

const age = async (tool: string, ...args: readonly string[]): Promise<string> => {
  const { code, output } = await runProgram(join(tools, tool), [...args], { cwd: folder });
  assert.equal(code, 0, output);
  return output.trim();
};

test("a Haitian court answers by the code of its letter, a prosecutor abroad is awaited, and the person reads both", async () => {
  const { page, receipt } = await openAssessed();
  await age("age-keygen", "-o", "court.key");
  const recipient = await age("age-keygen", "-y", "court.key");
  const file = await prepare(page, "hti-pole-judiciaire", recipient);
  await checkScreen(page, "referral-sheet");
  const digest = (await page.locator(".act-sheet .facts dd").allTextContents()).find((text) =>
    /^[0-9a-f]{64}$/.test(text),
  );
  await refer(page);
  await prepare(page, "ken-odpp", recipient);
  await refer(page);

  // Whoever gets the file opens it with the standard tools.
  await age("age", "-d", "-i", "court.key", "-o", "court.tar", file);
  await runProgram("tar", ["-xf", "court.tar"], { cwd: folder });
  const bag = join(folder, "dossier");
  for (const manifest of ["manifest", "tagmanifest"]) {
    const { code, output } = await runProgram("sha256sum", ["--strict", "-c", `${manifest}-sha256.txt`], { cwd: bag });
    assert.equal(code, 0, output);
  }
  const letter = await wordsInPdf(join(bag, "data/letter.pdf"));
  const code = /[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}/.exec(letter)?.[0] ?? assert.fail(letter);
  const address = /http:\/\/\S+\/referral\/fr/.exec(letter)?.[0] ?? assert.fail(letter);
  assert.ok(!(await readFile(join(bag, "data/dossier.pdf"), "latin1")).includes(code));

  const court = await screens.openElsewhere(address);
  await court.getByLabel("Code de la lettre").fill(code.toLowerCase());
  await court.getByRole("button", { name: "Continuer" }).click();
  assert.equal((await court.locator("#digest").textContent())?.trim(), digest);
  await checkScreen(court, "referral-answer");
  await court.getByLabel("Nous enquêtons").check();
  await court.locator("#text").fill("Dossier ouvert sous le numéro 12.");
  await court.getByRole("button", { name: "Envoyer la réponse" }).click();
  await court.getByText("Votre réponse est arrivée").waitFor();
  await court.context().close();

  await page.keyboard.press("r");
  await page.getByText("Answers that came over the page").waitFor();
  await checkScreen(page, "referral-waiting");
  await page.getByRole("button", { name: "Record it" }).click();
  await page.locator('#ask-received input[type="radio"]').first().check();
  await sign(page);
  assert.equal(await page.getByText("Answers that came over the page").count(), 0);

  const read = await screens.readAnswers(receipt);
  assert.ok(
    read.includes("Pôle judiciaire spécialisé") && read.includes("Office of the Director of Public Prosecutions"),
  );

  await page.getByRole("button", { name: "Referrals", exact: true }).click();
  const rows = page.locator(".case-row");
  await rows.nth(1).waitFor();
  const told = await rows.allTextContents();
  assert.equal(told.length, 2);
  assert.match(told[0] ?? "", /Public Prosecutions.*|Waiting/);
  assert.match(told[1] ?? "", /Pôle judiciaire.*investigating|Answered/);
  await checkScreen(page, "referral-board");
  await rows.first().click();
  await page.locator("#referrals").waitFor();
});
