// What every page that seals does: leaving, languages, an office that nobody vouches for, a browser without script.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkScreen, openComplain, withPhone, words } from "./phone.testing.ts";

test("the language in use is marked in the switch, for eyes and for screen readers", () =>
  withPhone(async (phone) => {
    const { page } = phone;
    await openComplain(phone);
    const marked = async () => {
      const current = page.locator(".top nav [aria-current=true]");
      assert.ok(await current.isVisible());
      return current.allTextContents();
    };
    assert.deepEqual(await marked(), ["Kreyòl"]);
    await page.click("[data-language=fr]");
    await page.waitForSelector("html[lang=fr]");
    assert.deepEqual(await marked(), ["Français"]);
    await checkScreen(phone, "opening in French");
  }));

test("a list of staff that the roots did not sign ends it before anything is typed", () =>
  withPhone(async (phone) => {
    const { page, office } = phone;
    office.forgeDirectory();
    await page.goto(`${office.url}/complain`);
    await page.waitForSelector("#opening-stopped:not([hidden])");
    assert.equal(await page.isVisible("#start"), false);
    await checkScreen(phone, "stopped");
    assert.equal(office.filings(), 0);
  }));

test("leaving quickly leaves neither the words nor a way back to them", () =>
  withPhone(async (phone) => {
    const { page } = phone;
    await page.goto("data:text/html,<title>before</title>");
    await openComplain(phone);
    await page.click("#start");
    await page.fill("#text", words);
    await page.click("#words [data-next]");
    await page.click("#show [data-skip]");
    await page.click("#force [data-next]");
    await page.click("#leave");
    await page.waitForURL("about:blank");
    await page.goBack();
    assert.equal(await page.title(), "before");
    await page.goForward();
    assert.equal(page.url(), "about:blank");
  }));

test("the language changes in the middle without losing what was typed, and back goes one question back", () =>
  withPhone(async (phone) => {
    const { page } = phone;
    await openComplain(phone);
    await page.click("#start");
    await page.fill("#text", words);
    await page.click("#words [data-next]");
    await page.click("#show [data-skip]");
    await page.check("[name=force][value=alfa]");
    await page.click("[data-language=fr]");
    await page.waitForSelector("html[lang=fr]");
    assert.equal(await page.innerText("#force h1"), "Quelle force a fait cela ?");
    assert.equal(await page.innerText("#step"), "Question 3 sur 7");
    assert.equal(await page.innerText(".choice:first-of-type span"), "Force exemple alfa");
    assert.equal(await page.isChecked("[name=force][value=alfa]"), true);
    assert.equal(new URL(page.url()).pathname, "/complain/fr");
    await page.goBack();
    await page.goBack();
    assert.equal(await page.isVisible("#words"), true);
    assert.equal(await page.inputValue("#text"), words);
  }));

test("without script the page says that it takes no words, and offers no place for them", () =>
  withPhone(
    async ({ page, office }) => {
      for (const [address, said] of [
        ["/complain", "Paj sa a p ap pran pawòl ou san kle."],
        ["/complain/fr", "Cette page ne prend pas vos mots sans verrou."],
        ["/reply", "Paj sa a bezwen JavaScript."],
      ] as const) {
        await page.goto(office.url + address);
        assert.ok((await page.innerText("body")).includes(said), address);
        assert.equal(await page.locator("textarea:visible, input:visible").count(), 0, address);
      }
    },
    { javaScriptEnabled: false },
  ));
