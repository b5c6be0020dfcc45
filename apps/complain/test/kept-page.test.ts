// The page that a person keeps on a phone: in a real browser, with its real worker.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answer,
  findKept,
  keep,
  letWait,
  nothingKept,
  open,
  readReceipt,
  said,
  sendIntoNothing,
  storiesOf,
  withKept,
  words,
} from "./kept.testing.ts";

test("until a person taps, the page leaves nothing on the phone and asks for no worker", () =>
  withKept(async (phone) => {
    await open(phone);
    await answer(phone.page);
    assert.deepEqual(await findKept(phone.page), nothingKept);
    assert.equal(phone.office.askedFor("/complain-worker.js"), 0);
  }));

test("a kept page holds itself, its words, its annexes and the list of staff, and nothing of what was typed", () =>
  withKept(async (phone) => {
    await open(phone);
    assert.match(await keep(phone), /^Sou telefòn sa a/);
    await answer(phone.page);
    const { caches, workers } = await findKept(phone.page);
    assert.equal(workers, 1);
    const [files = []] = Object.values(caches);
    const languages = ["ht", "fr", "en", "es", "sw"].map((language) => `/complain/words/${language}.json`);
    assert.deepEqual(
      files.filter((file) => !file.startsWith("/annexes/")),
      ["/complain", "/api/directory", ...languages],
    );
    const annexes = files.flatMap((file) => /^\/annexes\/(\w+)\.[0-9a-f]{32}\.js$/.exec(file)?.[1] ?? []);
    assert.deepEqual(annexes.sort(), ["evidence", "keeping", "proof", "qr", "work"]);
    assert.equal(Object.keys(caches).length, 1);
  }));

test("a kept page opens, changes its language and complains in airplane mode; with a line it files once", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    await open(phone);
    await keep(phone);
    await context.setOffline(true);
    await open(phone);
    await page.click("[data-language=fr]");
    await page.waitForFunction(() => document.documentElement.lang === "fr");
    await open(phone, "/complain/sw");
    await sendIntoNothing(phone);
    const receipt = await letWait(phone);
    assert.match(receipt, /^\d{24}$/);
    assert.ok(await page.isVisible("#not-yet"));
    assert.ok(!(await page.isVisible("#arrived")) && !(await page.isVisible("#proof-place")));
    assert.equal(office.filings(), 0);
    await context.setOffline(false);
    await said(page, "rive");
    assert.ok(await page.isVisible("#arrived"));
    assert.equal(await page.innerText("#proof"), "0481 5162 3420");
    assert.equal(await readReceipt(page), receipt);
    assert.deepEqual(await storiesOf(office), [words]);
    assert.deepEqual(
      Object.keys((await findKept(page)).caches).map((name) => name.slice(0, 5)),
      ["kept-"],
    );
  }));

test("a kept page that is taken away leaves nothing behind, and opens without a line no more", () =>
  withKept(async (phone) => {
    const { page, context } = phone;
    await open(phone);
    await keep(phone);
    await open(phone);
    await page.click("#unkeep");
    await page.waitForSelector("#keep:not([hidden])");
    assert.deepEqual(await findKept(page), nothingKept);
    await page.goto("about:blank");
    await context.setOffline(true);
    await assert.rejects(open(phone));
  }));

test("a newer release is taken on the next opening, and never while the page is in use", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    const title = () => page.title();
    await open(phone);
    await keep(phone);
    office.publish("nouvo");
    await open(phone);
    assert.equal(await title(), "Di sa k pase");
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting);
    assert.equal(await title(), "Di sa k pase");
    await page.goto("about:blank");
    await context.setOffline(true);
    // The browser lets the older release go when nothing of it is open any more, in its own time.
    for (let opened = 0; opened < 100 && (await title()) !== "nouvo"; opened++) {
      await page.waitForTimeout(300);
      await open(phone);
      if ((await title()) !== "nouvo") await page.goto("about:blank");
    }
    assert.equal(await title(), "nouvo");
    assert.deepEqual(Object.keys((await findKept(page)).caches), ["kept-nouvo"]);
  }));
