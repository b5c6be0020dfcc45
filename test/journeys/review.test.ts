// Who does not agree with how their case ended asks others to look again, on a small phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { checkScreen, openBrowser, phone, type Watched, withPage } from "../support/browser.ts";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, proposal, view } from "../support/casework.ts";
import { openMailbox } from "../support/complaining.ts";
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

const onPhone = (use: (watched: Watched) => Promise<void>) => withPage(browser, { origin: office.url, ...phone }, use);

/** A complaint that two people did not admit. */
async function refusedCase(): Promise<FiledCase> {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment, proposal);
  await doActs(await office.desk("gerda"), mine.caseId, { act: "confirm", text: "Nou pa ka egzamine sa." });
  return mine;
}

test("whoever does not agree with how their case ended asks others to look again, once, and the desk reads it", async () => {
  const mine = await refusedCase();
  await onPhone(async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    await checkScreen(page, "a case that ended");
    await page.click("#review");
    await page.waitForSelector("#act h1");
    assert.equal(await page.innerText("#act h1"), "Èske ou vle lòt moun gade dosye w ankò?");
    assert.match(await page.innerText("#act"), /30 jou apre dosye a fini\. Se biwo a menm ki chwazi kantite jou sa a/);
    await checkScreen(page, "asking for a review");
    await page.click("#act-confirm");
    await page.waitForSelector("#act-done");
    await page.click("#act-done");
    await page.getByText("Ou mande lòt moun gade dosye w ankò.").waitFor();
    assert.equal(await page.isVisible("#review"), false, "asked once");
  });
  const { timeline } = await view(mine.desk, mine.caseId);
  assert.equal(timeline.at(-1)?.type, "case.review-asked/1");
});

test("before a case has ended nobody is asked to look again", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  await onPhone(async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    assert.equal(await page.isVisible("#review"), false);
  });
});
