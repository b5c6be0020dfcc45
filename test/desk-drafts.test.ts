// Words of an act that is being written survive a closed tab and a desk that was killed: sealed to whoever wrote them, on
// this machine only, until they are sent, erased, or too old.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import { millisToInstant } from "@temwen/vocabulary";
import type { Page } from "playwright-core";
import { openBadLine } from "./support/bad-line.ts";
import { fileCase, intakeNames } from "./support/casework.ts";
import { openCaseAtPage, openDeskPage } from "./support/desk-page.ts";
import { startOfficeWithBrowser, startSmallDesk } from "./support/small-desk.ts";

const { office, browser, closing } = await startOfficeWithBrowser();
const draftFolder = join(await mkdtemp(join(tmpdir(), "temwen-desk-drafts-")), "drafts");
closing.defer(() => rm(join(draftFolder, ".."), { recursive: true, force: true }));

const words = "Bonjou Wozlò. Nou li pawòl ou.";
const startDesk = () => startSmallDesk(office, browser, intakeNames, { draftFolder });
const files = () => readdir(draftFolder).catch(() => []);

// What another test left belongs to whoever the lot made its reader.
beforeEach(() => rm(draftFolder, { recursive: true, force: true }));

/** Starts an acknowledgement, and waits until the machine has its words. */
async function write(page: Page, caseId: string): Promise<void> {
  await openCaseAtPage(page, caseId);
  await page.locator(".acts").getByRole("button", { name: "Acknowledge", exact: true }).click();
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/drafts/keep"));
  await page.fill("#act-text", words);
  await page.locator(".act-sheet").getByText("Your words stay on this computer, sealed with your key").waitFor();
  await kept;
}

test("what was typed is there again after the tab and the desk are gone, and leaves the disk when it is sent", async () => {
  const mine = await fileCase(office);
  const first = await startDesk();
  await write(await first.signIn(mine.reader), mine.caseId);
  await first[Symbol.asyncDispose]();

  const [name = "", ...others] = await files();
  assert.equal(others.length, 0);
  const sealed = (await readFile(join(draftFolder, name))).toString("latin1");
  for (const secret of ["Bonjou", mine.caseId, "acknowledge"]) assert.ok(!sealed.includes(secret));

  await using second = await startDesk();
  const page = await second.signIn(mine.reader);
  const list = page.locator(".unsent");
  await list.getByText("Acknowledge").waitFor();
  await list.getByRole("button", { name: "Open", exact: true }).click();
  await page.locator(".acts").getByRole("button", { name: "Acknowledge", exact: true }).click();
  assert.equal(await page.locator("#act-text").inputValue(), words);
  await page.click(".act-sheet [type=submit]");
  await page.waitForSelector(".notice.done");
  await page.waitForFunction(() => document.querySelector(".flag") === null);
  assert.deepEqual(await files(), []);
  await page.context().close();
});

test("a colleague at the same machine sees nothing of them", async () => {
  const mine = await fileCase(office);
  await using desk = await startDesk();
  await write(await desk.signIn(mine.reader), mine.caseId);
  const other = await desk.signIn(intakeNames.find((name) => name !== mine.reader)!);
  await other.getByRole("heading", { name: "Cases" }).waitFor();
  assert.equal(await other.locator(".unsent").count(), 0);
  await other.context().close();
});

test("whoever signs out keeps them sealed or erases them, as they say", async () => {
  const mine = await fileCase(office);
  await using desk = await startDesk();
  const page = await desk.signIn(mine.reader);
  await write(page, mine.caseId);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("button", { name: "Sign out and keep them sealed" }).click();
  await page.waitForSelector("#passphrase");
  assert.ok((await files()).length > 0);

  const again = await desk.signIn(mine.reader);
  await again.locator(".unsent li").first().waitFor();
  await again.getByRole("button", { name: "Sign out", exact: true }).click();
  await again.getByRole("button", { name: "Sign out and lose them" }).click();
  await again.waitForSelector("#passphrase");
  assert.deepEqual(await files(), []);
  await Promise.all([page.context().close(), again.context().close()]);
});

test("without a line the words can be read and changed, by whoever signs in without one too, and are there when it is back", async () => {
  const mine = await fileCase(office);
  const line = await openBadLine(office.url);
  await using desk = await startSmallDesk(office, browser, intakeNames, { draftFolder, server: line.url, waits: [] });
  const page = await desk.signIn(mine.reader);
  await write(page, mine.caseId);
  line.breakUploads("before", 1_000_000, 0);

  // The same tab, loaded anew in the case: its words stand where the case cannot.
  await page.reload();
  const change = async (at: Page, text: string) => {
    await at.getByText("Read and change these words here").click();
    const kept = at.waitForResponse((answer) => answer.url().endsWith("/api/drafts/keep"));
    const field = at.getByLabel("Your words");
    const before = await field.inputValue();
    await field.fill(text);
    await kept;
    return before;
  };
  assert.equal(await change(page, `${words} Nan tab la.`), words);
  await page.context().close();

  // Somebody who sits down without a line: their key opens what is theirs.
  const later = await (await browser.newContext({ locale: "en-GB" })).newPage();
  later.setDefaultTimeout(30_000);
  await openDeskPage(later, desk.url);
  const me = office.person(mine.reader);
  await later.selectOption("#who", me.id);
  await later.fill("#passphrase", me.passphrase);
  await later.click(".sign-in [type=submit]");
  await later.getByRole("heading", { name: "No line to the office" }).waitFor();
  assert.equal(await later.locator(".case-row").count(), 0);
  await later.reload();
  assert.equal(await change(later, `${words} San liy.`), `${words} Nan tab la.`);
  await later.getByRole("button", { name: "Try again" }).click();
  await later.getByRole("button", { name: "Try again" }).waitFor();

  line.breakUploads("before", 0);
  await later.getByRole("button", { name: "Try again" }).click();
  await openCaseAtPage(later, mine.caseId);
  await later.locator(".acts").getByRole("button", { name: "Acknowledge", exact: true }).click();
  assert.equal(await later.locator("#act-text").inputValue(), `${words} San liy.`);
  await later.click(".act-sheet [type=submit]");
  await later.waitForSelector(".notice.done");
  await later.context().close();
  await line.close();
});

test("a key that was suspended meanwhile sits at no desk, with a line or waiting for one", async () => {
  const line = await openBadLine(office.url);
  await using desk = await startSmallDesk(office, browser, intakeNames, { draftFolder, server: line.url, waits: [] });
  const [name = ""] = intakeNames;
  line.breakUploads("before", 1_000_000, 0);
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await openDeskPage(page, desk.url);
  await page.selectOption("#who", office.person(name).id);
  await page.fill("#passphrase", office.person(name).passphrase);
  await page.click(".sign-in [type=submit]");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  const suspension = office.signSuspension(name, office.roots[0]!);
  assert.ok((await office.server.registry.acceptSuspension(suspension, millisToInstant(Date.now()))).ok);
  line.breakUploads("before", 0);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("This key is suspended.").waitFor();
  await page.waitForSelector("#passphrase");
  await page.context().close();
  await line.close();
});
