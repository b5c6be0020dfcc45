// Before the office has answered: whoever opens the mailbox, or is done, and what stands there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { replyWords } from "@temwen/words/pages";
import type { Browser } from "playwright-core";
import { checkScreen, openBrowser, phone, withPage } from "../support/browser.ts";
import { fileCase, view } from "../support/casework.ts";
import { answerAll, openComplaint, openMailbox, sendComplaint } from "../support/complaining.ts";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

let office: SmallOffice;
let browser: Browser;

before(async () => {
  browser = await openBrowser();
  office = await startSmallOffice();
});
after(async () => {
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
});

const { nothing, nothingHint, sent } = replyWords.ht;

test("whoever writes before the first answer is not told to check the digits beside the word that it arrived", async () => {
  const mine = await fileCase(office);
  await withPage(browser, { origin: office.url, ...phone }, async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    assert.ok((await page.innerText("#box")).includes(nothingHint));
    await page.fill("#message", "M bliye di: se te aswè.");
    await page.click("#send");
    await page.waitForSelector(`#sent:has-text("${sent}")`);
    await page.waitForSelector("#nothing-hint", { state: "hidden" });
    const box = await page.innerText("#box");
    assert.ok(box.includes(nothing) && !box.includes(nothingHint));
    await checkScreen(page, "written before an answer");
  });
  const { messages } = await view(mine.desk, mine.caseId);
  assert.deepEqual(
    messages.map(({ text }) => text),
    ["M bliye di: se te aswè."],
  );
});

test("help is one tap away: before the first question, behind the receipt, and from the mailbox", async () => {
  await withPage(browser, { origin: office.url, ...phone }, async ({ page }) => {
    const help = page.locator("main a[href='/help']:visible");
    await openComplaint(page, office.url);
    assert.equal(await help.count(), 1);
    await answerAll(page, { text: "Yo kraze pòt mwen." });
    assert.equal(await help.count(), 0, "nothing leads away from words that are not sent");
    const receipt = await sendComplaint(page);
    await page.click("#finish");
    await page.click("#finish-yes");
    assert.equal(await help.count(), 1);
    await checkScreen(page, "finished");
    await openMailbox(page, office.url, receipt);
    await help.click();
    await page.waitForURL(`${office.url}/help`);
  });
});
