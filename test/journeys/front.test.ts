// The front of the house: somebody who looks for help, or asks who this is, with and without script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { languages } from "@temwen/words";
import { aboutWords, helpWords, homeWords } from "@temwen/words/pages";
import type { Browser, Page } from "playwright-core";
import { checkScreen, findTraces, laptop, noTraces, openBrowser, phone, withPage } from "../support/browser.ts";
import { pressAt, tabTo } from "../support/keyboard.ts";
import { startOffice, type TestOffice } from "../support/office.ts";

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

const withoutScript = { ...phone, javaScriptEnabled: false } as const;
const addressIn = (page: string, language: string) =>
  language === "ht" ? `/${page}` : `/${page}${page && "/"}${language}`;

/** What is on the screen, as far as a screen shows it. */
const seen = (page: Page): Promise<string> => page.locator("body").innerText();

for (const language of languages) {
  test(`home, help, about and the log are whole for everybody in ${language}: small phone and laptop, light, dark and forced colours`, async () => {
    for (const view of [phone, { ...laptop, colorScheme: "dark" }, { ...phone, forcedColors: "active" }] as const) {
      await withPage(browser, { origin: office.url, ...view }, async ({ page }) => {
        for (const [name, words] of [
          ["", homeWords],
          ["help", helpWords],
          ["about", aboutWords],
        ] as const) {
          await page.goto(office.url + addressIn(name, language));
          assert.equal(await page.title(), words[language].title);
          await checkScreen(page, `/${name} in ${language}`);
        }
        for (const name of ["log", "api"]) {
          const answer = await page.goto(office.url + addressIn(name, language));
          assert.equal(answer?.status(), 200, `/${name} in ${language}`);
          await checkScreen(page, `/${name} in ${language}`);
        }
      });
    }
  });
}

test("the first screens of complaining and of reading the answer are whole in forced colours", () =>
  withPage(browser, { origin: office.url, ...phone, forcedColors: "active" }, async ({ page }) => {
    for (const name of ["complain", "reply"]) {
      await page.goto(`${office.url}/${name}`);
      await page.locator("h1:visible").first().waitFor();
      await checkScreen(page, name);
    }
  }));

test("without script a person finds from the front door who helps in their department, and what is not confirmed", () =>
  withPage(browser, { origin: office.url, ...withoutScript }, async ({ page, asked }) => {
    await page.goto(office.url);
    await page.click("a[href='/help']");
    const words = helpWords.ht;
    assert.ok(!(await seen(page)).includes("FAVILEK"), "a department is shown when it is asked for");
    await page.click(".tiles a[href='#ht01']");
    assert.ok(await page.locator("#ht01 h3").isVisible());
    assert.match(await page.locator("#ht01").innerText(), /Pran Men m[\s\S]*Delmas[\s\S]*lemanifeste\.info/);
    assert.ok((await page.locator("#ht01").innerText()).includes(words.noNumber));
    await page.click(".tiles a[href='#ht03']");
    assert.ok((await page.locator("#ht03").innerText()).includes(words.noneHere));
    assert.ok(!(await page.locator("#ht01").isVisible()));
    await page.click("#ht03 a[href='#country']");
    assert.ok((await page.locator("#country").innerText()).includes("OPC"));
    assert.ok(!(await page.locator("#counting").isVisible()), "nothing is offered that does not work");
    assert.match(await page.locator("#care table").innerText(), /72[\s\S]*120/);
    assert.deepEqual(asked, ["GET /", "GET /help"]);
  }));

test("without script a person finds the same services by need", () =>
  withPage(browser, { origin: office.url, ...withoutScript }, async ({ page }) => {
    await page.goto(`${office.url}/help/fr`);
    const medical = page.locator("details", { hasText: helpWords.fr.medical });
    await medical.locator("summary").click();
    await medical.locator("li", { hasText: "Zanmi Lasante" }).getByText("Centre").click();
    assert.ok(await page.locator("#ht06 [data-service=zanmi-lasante]").isVisible());
  }));

test("the hours that are left are counted on the phone: nothing is asked, sent or kept", () =>
  withPage(browser, { origin: office.url, ...phone }, async ({ page, context, asked }) => {
    await page.clock.setFixedTime(new Date(2026, 10, 21, 14, 5));
    await page.goto(`${office.url}/help/fr`);
    await page.selectOption("#day", "1");
    await page.selectOption("#hour", "22");
    assert.deepEqual(await page.locator("#counted dd").allInnerTexts(), ["55 heures", "103 heures"]);
    assert.match(await page.innerText("#phone-time"), /14:05/);
    await checkScreen(page, "counted");
    await page.selectOption("#day", "3");
    await page.selectOption("#hour", "14");
    assert.deepEqual(await page.locator("#counted dd").allInnerTexts(), [helpWords.fr.leftNone, "47 heures"]);
    await page.selectOption("#day", "0");
    await page.selectOption("#hour", "15");
    assert.ok(await page.locator("#not-yet").isVisible());
    await page.click("#clear");
    assert.ok(!(await page.locator("#counted").isVisible()) && !(await page.locator("#not-yet").isVisible()));

    await page.selectOption("#day", "2");
    await page.goto(`${office.url}/about`);
    await page.goBack();
    assert.equal(await page.inputValue("#day"), "");
    assert.deepEqual(asked.filter((request) => !request.startsWith("GET /")).length, 0);
    assert.ok(
      asked.every((request) => /^GET \/(help\/fr|about)$/.test(request)),
      asked.join(),
    );
    assert.deepEqual(await findTraces(page, context), noTraces);
  }));

test("by keyboard alone: from the door to a department, to the hours, and out", () =>
  withPage(browser, { origin: office.url, ...laptop }, async ({ page }) => {
    await page.goto(office.url);
    await pressAt(page, "a[href='/help']");
    await page.waitForURL("**/help");
    await tabTo(page, "#day");
    await page.keyboard.press("ArrowDown");
    await pressAt(page, ".tiles a[href='#ht02']");
    assert.ok(await page.locator("#ht02 h3").isVisible());
    await page.keyboard.press("Shift+Tab");
    await page.locator("#leave").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("about:blank");
  }));

test("leaving quickly from the page of help takes its words away and puts another address in its place", () =>
  withPage(browser, { origin: office.url, ...phone }, async ({ page }) => {
    await page.goto(office.url);
    await page.goto(`${office.url}/help`);
    await page.click("#leave");
    await page.waitForURL("about:blank");
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, "/");
  }));

test("a demonstration says who it is not, on every page and in full where it tells who we are", () =>
  withPage(browser, { origin: office.url, ...withoutScript }, async ({ page }) => {
    for (const address of ["/", "/help", "/about"]) {
      await page.goto(office.url + address);
      assert.ok(await page.locator("#demo").isVisible(), address);
    }
    assert.ok(await page.locator("#fiction").isVisible());
    assert.ok((await seen(page)).includes(aboutWords.ht.limitHide));
    assert.equal((await page.request.get(`${office.url}/api/directory`)).status(), 200);
  }));

test("printed, the page of help shows every department", () =>
  withPage(browser, { origin: office.url, ...withoutScript }, async ({ page }) => {
    await page.goto(`${office.url}/help`);
    await page.emulateMedia({ media: "print" });
    for (const id of ["ht01", "ht03", "ht10", "country"]) assert.ok(await page.locator(`#${id} h3`).isVisible(), id);
    assert.ok(!(await page.locator("#leave").isVisible()));
  }));
