// A phone on which no script runs: a person says in Creole what happened, keeps the receipt, sees the steps; and on the
// server's disk and in what it said there is no piece of their words or digits.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { languages } from "@temwen/words";
import { complainWords, plainWords, replyWords } from "@temwen/words/pages";
import type { Browser, Page } from "playwright-core";
import { checkScreen, checkWidth, laptop, openBrowser, phone, withPage } from "../support/browser.ts";
import { readDigits } from "../support/complaining.ts";
import { openCaseAtPage, openDeskPage, signInAtPage, storyAtPage, uncoverAtPage } from "../support/desk-page.ts";
import { filesOf, tablesOf, withDatabase } from "../support/everything-stored.ts";
import { createLeakSearch, piecesOf } from "../support/leak-search.ts";
import { startOffice, type TestOffice } from "../support/office.ts";
import { askAs, findReader, listCases } from "../support/staff.ts";

let office: TestOffice;
let browser: Browser;

before(async () => {
  browser = await openBrowser();
  office = await startOffice();
});
after(async () => {
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
});

const words = "Yè maten, twa moun ak inifòm antre lakay mwen.\n\nYo pran <radyo> mwen ak 'telefòn' mwen & yo ale.";
const seen = (page: Page): Promise<string> => page.locator("main").innerText();

test("without script, at 320 pixels: from the page that cannot seal to the receipt, the desk and the steps", async () => {
  let digits = "";
  await withPage(browser, { origin: office.url, ...phone, javaScriptEnabled: false }, async ({ page, asked }) => {
    await page.goto(`${office.url}/complain`);
    assert.equal(await page.locator("textarea:visible").count(), 0);
    await page.click("noscript a[href='/complain/plain']");
    assert.ok((await seen(page)).startsWith(plainWords.ht.readable));
    await checkWidth(page, "the form");
    await page.fill("#text", words);
    await page.check("[name=force][value=ken]");
    await page.check("[name=wish][value=help-only]");
    await page.click("[type=submit]");
    digits = await readDigits(page, "#digits");
    assert.match(digits, /^\d{24}$/);
    await checkWidth(page, "the receipt");
    assert.match(await page.innerText("#proof"), /^\d{12}$/);
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator("header, h1, #proof, footer").filter({ visible: true }).count()));
    assert.ok(await page.locator(".receipt").isVisible());
    assert.deepEqual(asked, ["GET /complain", "GET /complain/plain", "POST /complain/plain"]);
  });

  const caseId = (await listCases(office))[0]?.case ?? "";
  const { reader } = await findReader(office, caseId);
  await withPage(browser, { origin: new URL(office.desk).origin, locale: "en", ...laptop }, async ({ page }) => {
    await openDeskPage(page, office.desk);
    await signInAtPage(page, reader);
    await openCaseAtPage(page, caseId);
    await uncoverAtPage(page);
    assert.equal(await storyAtPage(page).textContent(), words);
    assert.match(await page.innerText(".case-head"), /not sealed on the device/);
  });
  const answered = await askAs(
    office,
    reader,
    ["act", "acknowledge", "--case", caseId, "--text", "-"],
    "Nou li pawòl ou.",
  );
  assert.equal(answered.exit, 0);

  await withPage(browser, { origin: office.url, ...phone, javaScriptEnabled: false }, async ({ page, asked }) => {
    await page.goto(`${office.url}/reply`);
    await page.click("noscript a[href='/reply/plain']");
    assert.ok((await seen(page)).startsWith(plainWords.ht.digitsReadable));
    await page.fill("#digits", digits.replace(/(.{4})/g, "$1 "));
    await page.click("[type=submit]");
    const steps = await page.innerText("#steps");
    for (const step of [replyWords.ht.stepReceived, replyWords.ht.stepAcknowledged, plainWords.ht.message]) {
      assert.ok(steps.includes(step), step);
    }
    assert.ok(!(await page.content()).includes("Nou li pawòl ou."), "what the office wrote is not shown");
    assert.ok((await page.innerText("main")).includes(plainWords.ht.checkSteps), "how to check the steps is said");
    await checkWidth(page, "the steps");
    assert.deepEqual(asked, ["GET /reply", "GET /reply/plain", "POST /reply/plain"]);
    assert.ok(!page.url().includes("?"));
  });

  const search = createLeakSearch(piecesOf([words, digits, digits.replace(/(.{4})(?=.)/g, "$1 ")]));
  assert.ok(search.pieces > 90);
  const finds = [...search.look("what the office said", Buffer.from(office.said()))];
  for await (const { place, bytes } of filesOf(office.data)) finds.push(...search.look(place, bytes));
  await withDatabase(office.data, async (client) => {
    for await (const { place, bytes } of tablesOf(client)) finds.push(...search.look(place, bytes));
  });
  assert.deepEqual(
    finds.map(({ place, how }) => `${place}: ${how}`),
    [],
  );
});

for (const language of languages) {
  const suffix = language === "ht" ? "" : `/${language}`;
  test(`the pages without script have no serious barrier in ${language}: light, dark and forced colours`, async () => {
    for (const view of [phone, { ...laptop, colorScheme: "dark" }, { ...phone, forcedColors: "active" }] as const) {
      await withPage(browser, { origin: office.url, provoked: /422/, ...view }, async ({ page }) => {
        await page.goto(`${office.url}/complain/plain${suffix}`);
        await checkScreen(page, "the form");
        await page.click("[type=submit]");
        await page.waitForSelector(".notice[role=alert]:visible");
        await checkScreen(page, "the form refused");
        await page.goto(`${office.url}/reply/plain${suffix}`);
        await checkScreen(page, "the steps");
        if (view !== phone) return;
        await page.goto(`${office.url}/complain/plain${suffix}`);
        await page.fill("#text", "Bonjou.");
        await page.click("[type=submit]");
        await page.waitForSelector("#digits");
        assert.equal(await page.title(), complainWords[language].received);
        await checkScreen(page, "the receipt");
      });
    }
  });
}
