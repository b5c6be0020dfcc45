// Somebody fills the disk while a person writes: her phone does a little work, and her words arrive.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { checkScreen, openBrowser, phone, waitForWords, withPage } from "../support/browser.ts";
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
    await holdWork(page);
    await page.click("#send");
    await page.waitForSelector("#doing-work.now");
    await checkScreen(page, "working");
    const pauses = await releaseWork(page);
    assert.match(await readReceipt(page), /^\d{24}$/);
    // 500 tries between two pauses, 2^18 tries expected; by luck there may be few.
    const share = Math.min((((await pauses()) - 1) * 500) / 2 ** 18, 0.99);
    assert.equal(await page.textContent("#worked"), `${Math.round(share * 100)} %`);
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

test("a message that waits on the phone is told why, does the work by itself, and gets through the flood", async () => {
  await withPage(browser, { origin: office.url, ...phone, provoked }, async ({ page, context, asked }) => {
    const said = (text: string) => waitForWords({ page, asked }, "#waiting", text, 90_000);
    await openComplaint(page, office.url);
    await answerAll(page, { text: "Mesaj mwen an ap tann." });
    await context.route("**/api/complaints", (route) => route.abort());
    await page.click("#send");
    await page.waitForSelector("#wait-offer:not([hidden])", { timeout: 60_000 });
    await page.route("**/annexes/work.*", (route) => route.abort());
    await page.click("#wait");
    assert.match(await readReceipt(page), /^\d{24}$/);
    await context.unroute("**/api/complaints");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await said("Anpil mesaj ap rive");
    await checkScreen(page, "waiting in a flood");
    await page.unroute("**/annexes/work.*");
    await page.waitForSelector("#arrived:not([hidden])", { timeout: 90_000 });
    assert.match(await page.innerText("#proof"), /^\d{4} \d{4} \d{4}$/);
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  });
});

type Held = { go: (() => void) | undefined; pauses: number; isFree: boolean };

/** Stops the work at its first pause: by luck it is done before anybody looks. */
const holdWork = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const held: Held = { go: undefined, pauses: 0, isFree: false };
    const later = window.setTimeout.bind(window);
    const hold = (go: () => void, millis?: number) => {
      const isPause = millis === undefined && document.querySelector("#doing-work.now") !== null;
      if (isPause) held.pauses++;
      if (!isPause || held.isFree) return later(go, millis);
      held.go = go;
      return 0;
    };
    Object.assign(window, { setTimeout: hold, held });
  });

/** Lets it go on; what comes back tells how often the work paused to let the page live. */
async function releaseWork(page: Page): Promise<() => Promise<number>> {
  const held = await page.evaluateHandle(() => (window as unknown as { held: Held }).held);
  await held.evaluate((one) => {
    one.isFree = true;
    one.go?.();
  });
  return () => held.evaluate(({ pauses }) => pauses);
}
