// Somebody fills the disk while a person writes: her phone does a little work, and her words arrive.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { checkScreen, openBrowser, phone, withPage } from "../support/browser.ts";
import { answerAll, openComplaint, readReceipt } from "../support/complaining.ts";
import { copyParcel, sealParcel } from "../support/parcels.ts";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

/** The answer that asks for work, and the line that this test cuts. */
const provoked = /status of 422|ERR_FAILED/;
let browser: Browser;
let office: SmallOffice;
before(async () => {
  browser = await openBrowser();
  // Any parcel is a flood for this disk: the hardest work is asked.
  office = await startSmallOffice({ door: { readFree: async () => 1, leastFlood: 1 } });
  const sealed = await sealParcel(office.directory());
  assert.ok((await office.courier().fileParcel(copyParcel(sealed, office.directory()))).ok);
});
after(async () => {
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
});

test("in a flood the phone says that it works, the page stays alive, and the words arrive", async () => {
  await withPage(browser, { origin: office.url, ...phone, provoked }, async ({ page }) => {
    await openComplaint(page, office.url);
    await answerAll(page, { text: "Dlo a ap moute, men pawòl mwen dwe rive." });
    // Every share that is shown is kept: a quick machine may be done before anybody looks twice.
    await page.evaluate(() => {
      const shown = document.querySelector("#worked") as HTMLElement;
      const keep = () => {
        shown.dataset.seen = `${shown.dataset.seen ?? ""}|${shown.textContent}`;
      };
      new MutationObserver(keep).observe(shown, { childList: true, characterData: true, subtree: true });
    });
    await page.click("#send");
    await page.waitForSelector("#doing-work.now");
    await checkScreen(page, "working");
    assert.match(await readReceipt(page), /^\d{24}$/);
    const seen = (await page.getAttribute("#worked", "data-seen")) ?? "";
    assert.ok(new Set(seen.split("|").filter(Boolean)).size > 1, "the share of the work moved");
  });
});

test("where the code for the work does not come, the person is told to wait, and loses nothing", async () => {
  await withPage(browser, { origin: office.url, ...phone, provoked }, async ({ page }) => {
    await page.route("**/annexes/work.*", (route) => route.abort());
    await openComplaint(page, office.url);
    await answerAll(page, { text: "M ap tann yon minit." });
    await page.click("#send");
    await page.waitForSelector("#sending-failed:not([hidden])");
    assert.match((await page.textContent("#sending-stopped")) ?? "", /Tann yon minit/);
    await page.unroute("**/annexes/work.*");
    await page.click("#again");
    assert.match(await readReceipt(page), /^\d{24}$/);
  });
});
