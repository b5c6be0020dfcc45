// Words of an act that is being written survive a closed tab and a desk that was killed: sealed to whoever wrote them, on
// this machine only, until they are sent, erased, or too old.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { fileCase, intakeNames } from "./support/casework.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
import { startOfficeWithBrowser, startSmallDesk } from "./support/small-desk.ts";

const { office, browser, closing } = await startOfficeWithBrowser();
const draftFolder = join(await mkdtemp(join(tmpdir(), "temwen-desk-drafts-")), "drafts");
closing.defer(() => rm(join(draftFolder, ".."), { recursive: true, force: true }));

const words = "Bonjou Wozlò. Nou li pawòl ou.";
const startDesk = () => startSmallDesk(office, browser, intakeNames, { draftFolder });
const files = () => readdir(draftFolder).catch(() => []);

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
