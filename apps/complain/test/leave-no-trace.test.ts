// One tap that takes the page away, and all that it kept: in a real browser, with its real worker.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, findKept, keep, letWait, nothingKept, open, sendIntoNothing, withKept } from "./kept.testing.ts";

test("leave no trace takes the page away at once, and all that it kept, from whatever screen", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(phone);
    await keep(phone);
    for (const screen of ["#opening", "#words", "#check", "#received"] as const) {
      await page.goto("data:text/html,<title>before</title>");
      await open(phone);
      if (screen === "#words") await page.click("#start");
      if (screen === "#check") await answer(page);
      if (screen === "#received") {
        await sendIntoNothing(phone);
        await letWait(phone);
        await page.click("#copy");
        await page.waitForSelector("#copied:not([hidden])");
      }
      await page.waitForSelector(`${screen}:not([hidden])`);
      await page.click("#no-trace");
      await page.waitForURL("about:blank");
      await page.goBack();
      assert.equal(await page.title(), "before", screen);
      await context.setOffline(false);
      await page.goto(`${office.url}/help`);
      assert.deepEqual(await findKept(page), nothingKept, screen);
    }
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "");
    assert.equal(office.filings(), 0);
  }));

for (const late of ["/complain-worker.js", "/complain/words/sw.json"]) {
  test(`leave no trace in the middle of keeping the page, while ${late} is on its way, leaves nothing either`, () =>
    withKept(async (phone) => {
      const { office, page } = phone;
      await open(phone);
      const letCome = office.holdBack(late);
      await page.click("#keep");
      while (office.askedFor(late) === 0) await page.waitForTimeout(20);
      await page.click("#no-trace");
      letCome();
      await page.waitForURL("about:blank");
      await page.goto(`${office.url}/help`);
      assert.deepEqual(await findKept(page), nothingKept);
    }));
}

test("what a slow line brings for a page that left no trace in the middle of keeping is not kept", () =>
  withKept(async (phone) => {
    const { office, page } = phone;
    // The patience of the emptied page, which a test need not have.
    await page.addInitScript(
      "{ const later = setTimeout; setTimeout = (act, wait) => later(act, wait === 15000 ? 5 : wait); }",
    );
    await open(phone);
    const letCome = office.holdBack("/complain-worker.js");
    await page.click("#keep");
    while (office.askedFor("/complain-worker.js") === 0) await page.waitForTimeout(20);
    await page.click("#no-trace");
    await page.waitForURL("about:blank");
    await page.goto(`${office.url}/help`);
    letCome();
    while ((await findKept(page)).workers > 0) await page.waitForTimeout(20);
    assert.deepEqual(await findKept(page), nothingKept);
    assert.equal(office.askedFor("/api/directory"), 1, "the page asked for it, and no worker");
  }));
