// The locked message that waits on a phone for a line: in a real browser, with its real worker.
import assert from "node:assert/strict";
import { test } from "node:test";
import { proofNumber } from "./fake-office.testing.ts";
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
  waitingOn,
  withKept,
  words,
} from "./kept.testing.ts";

test("without permission nothing waits on the phone, and the open page sends by itself when there is a line", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    await open(phone);
    await sendIntoNothing(phone);
    assert.deepEqual(await findKept(page), nothingKept);
    await context.setOffline(false);
    await page.waitForSelector("#received:not([hidden])");
    assert.ok(await page.isVisible("#arrived"));
    assert.deepEqual(await storiesOf(office), [words]);
    assert.deepEqual(await findKept(page), nothingKept);
  }));

test("a message that waits is sent when the page is opened again with a line, once, and then erased", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    await open(phone);
    await sendIntoNothing(phone);
    await letWait(phone);
    const [[name = "", entries] = []] = Object.entries((await findKept(page)).caches);
    assert.match(name, /^waiting-cas_/);
    assert.deepEqual(entries, ["/api/complaints"]);
    assert.equal(await page.inputValue("#text"), "");
    await page.goto("about:blank");
    await context.setOffline(false);
    // The office has it, and its answer is lost; the browser itself asks once more on a line that it had before.
    office.breakLine("after", 1);
    await open(phone);
    await page.waitForFunction(() => document.querySelector("#waiting:not([hidden])"));
    while (office.filings() < 2) await open(phone);
    await said(page, "0481 5162 3420");
    assert.equal(proofNumber, "048151623420");
    assert.deepEqual(await storiesOf(office), [words]);
    assert.deepEqual(await findKept(page), nothingKept);
  }));

test("two tabs over one waiting message are one complaint, and both say that it arrived", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    const second = await context.newPage();
    await open({ ...phone, page: second });
    await open(phone);
    await sendIntoNothing(phone);
    await letWait(phone);
    await second.evaluate(() => window.dispatchEvent(new Event("online")));
    await said(second, "ap tann");
    await context.setOffline(false);
    await said(second, "rive");
    await said(page, "rive");
    assert.ok(await page.isVisible("#arrived"));
    assert.deepEqual(await storiesOf(office), [words]);
  }));

test("where the browser wakes the worker of a kept page, it sends what waits though the page is closed", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    await open(phone);
    await keep(phone);
    const session = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) =>
      session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        if (registrations[0]) resolve(registrations[0].registrationId);
      }),
    );
    await session.send("ServiceWorker.enable");
    await sendIntoNothing(phone);
    await letWait(phone);
    await page.goto(`data:text/html,`);
    await context.setOffline(false);
    const registrationId = await registered;
    const wake = { origin: office.url, registrationId, tag: "waiting", lastChance: true };
    for (let tries = 0; tries < 50 && office.filings() === 0; tries++) {
      await session.send("ServiceWorker.dispatchSyncEvent", wake).catch(() => undefined);
      await page.waitForTimeout(100);
    }
    assert.deepEqual(await storiesOf(office), [words]);
    await page.goto(`${office.url}/help`);
    assert.deepEqual(
      Object.keys((await findKept(page)).caches).map((name) => name.slice(0, 5)),
      ["kept-"],
    );
  }));

test("back and reload take neither the receipt nor the message that waits", () =>
  withKept(async (phone) => {
    const { page } = phone;
    await open(phone);
    await keep(phone);
    await sendIntoNothing(phone);
    const receipt = await letWait(phone);
    await page.goBack();
    assert.equal(await readReceipt(page), receipt);
    assert.ok(await page.isVisible("#not-yet"));
    await page.reload();
    await said(page, "ap tann");
    assert.equal((await waitingOn(page)).length, 1);
  }));

test("an answer of somebody else, a sign-in page of a hotel for instance, does not let the message go", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    await open(phone);
    await sendIntoNothing(phone);
    await letWait(phone);
    const answers = [
      { status: 200, contentType: "text/html", body: "<h1>Wi-Fi</h1>" },
      { status: 200, json: { case: "cas_00000000000000000000000000", at: "", proofNumber } },
      { status: 403, json: { code: "blocked" } },
      { status: 422, body: "" },
    ];
    await context.route("**/api/complaints", (route) => route.fulfill(answers.pop() ?? { status: 502 }));
    await context.setOffline(false);
    while (answers.length > 0) await open(phone);
    await said(page, "ap tann");
    await context.unroute("**/api/complaints");
    await open(phone);
    await said(page, "rive");
    assert.deepEqual(await storiesOf(office), [words]);
  }));

test("a message that the office will not take stays, and the page says so", () =>
  withKept(async (phone) => {
    const { page, context } = phone;
    await open(phone);
    await sendIntoNothing(phone);
    await letWait(phone);
    await context.route("**/api/complaints", (route) =>
      route.fulfill({ status: 422, json: { code: "unknown-epoch" } }),
    );
    await context.setOffline(false);
    await said(page, "pa aksepte");
    assert.equal((await waitingOn(page)).length, 1);
    let asked = 0;
    context.on("request", (request) => {
      if (request.url().endsWith("/api/complaints")) asked++;
    });
    const again = () => page.evaluate(() => window.dispatchEvent(new Event("online")));
    for (let times = 0; times < 3; times++) await again();
    await open(phone);
    await said(page, "pa aksepte");
    for (let times = 0; times < 3; times++) await again();
    await page.evaluate(() => caches.keys());
    assert.equal(asked, 1, "only the page that was opened anew asked once");
  }));

test("a message that begins to wait while another tab erases one that arrived stays on the phone", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    const second = { ...phone, page: await context.newPage() };
    await open(second);
    await open(phone);
    await sendIntoNothing(phone);
    await letWait(phone);
    await page.evaluate(() => {
      const erase = caches.delete.bind(caches);
      const now = new Promise((resolve) => window.addEventListener("now", resolve));
      caches.delete = async (name) => {
        document.body.dataset.erases = name;
        await now;
        return erase(name);
      };
    });
    await second.page.route("**/api/complaints", (route) => route.abort());
    await context.setOffline(false);
    while (office.filings() < 1) await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await page.waitForSelector("[data-erases]");
    // Either tab sends what the other lets wait; here each is to keep its own.
    await page.route("**/api/complaints", (route) => route.abort());
    await answer(second.page);
    await second.page.click("#send");
    await second.page.waitForSelector("#sending-failed:not([hidden])", { timeout: 30_000 });
    await letWait(second);
    await page.evaluate(() => window.dispatchEvent(new Event("now")));
    for (const one of [page, second.page]) await said(one, "rive");
    assert.equal((await waitingOn(page)).length, 1);
    // The other's arrival and proof number are not taken for this one's.
    await said(second.page, "ap tann liy");
    assert.ok(await second.page.isVisible("#not-yet"));
    assert.ok(await second.page.isHidden("#proof-place"));
    assert.ok(await page.isVisible("#proof-place"));
    await second.page.unroute("**/api/complaints");
    await second.page.evaluate(() => window.dispatchEvent(new Event("online")));
    await second.page.waitForSelector("#arrived:not([hidden])");
    assert.deepEqual(await storiesOf(office), [words, words]);
    assert.deepEqual(await findKept(page), nothingKept);
  }));

test("a browser that stores nothing says that the message cannot wait, and keeps words and receipt on the page", () =>
  withKept(async (phone) => {
    const { page, context } = phone;
    await page.addInitScript(() => {
      const forbidden = () => Promise.reject(new DOMException("", "SecurityError"));
      const ways = { open: forbidden, keys: forbidden, has: forbidden, match: forbidden, delete: forbidden };
      Object.assign(CacheStorage.prototype, ways);
    });
    await open(phone);
    await sendIntoNothing(phone);
    await page.click("#wait");
    await page.waitForSelector("#wait-full:not([hidden])");
    assert.equal(await page.inputValue("#text"), words);
    assert.ok(await page.isVisible("#unsure-digits"));
    await context.setOffline(false);
    await page.waitForSelector("#received:not([hidden])");
    await page.click("#no-trace");
    await page.waitForURL("about:blank");
  }));

test("a try that ends badly after another brought the words leaves the receipt where it is", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    const tries: (() => void)[] = [];
    await open(phone);
    await sendIntoNothing(phone);
    await page.route("**/api/complaints", async (route) => {
      if (tries.length === 2) return route.abort();
      const isFirst = tries.length === 0;
      await new Promise<void>((resolve) => tries.push(resolve));
      return isFirst ? route.continue() : route.abort();
    });
    await context.setOffline(false);
    while (tries.length < 1) await page.waitForTimeout(20);
    await page.click("#again-same");
    while (tries.length < 2) await page.waitForTimeout(20);
    tries[0]?.();
    const receipt = await page.waitForSelector("#received:not([hidden])").then(() => readReceipt(page));
    const failed = page.waitForEvent("requestfailed");
    tries[1]?.();
    await failed;
    await page
      .waitForSelector("#sending-failed:not([hidden])", { state: "attached", timeout: 5000 })
      .catch(() => undefined);
    await page.goBack();
    assert.ok(await page.isVisible("#received"));
    assert.equal(await readReceipt(page), receipt);
    assert.deepEqual(await storiesOf(office), [words]);
  }));

test("on a full phone the page says that nothing was kept, and neither words nor receipt are lost", () =>
  withKept(async (phone) => {
    const { office, page, context } = phone;
    const session = await context.newCDPSession(page);
    const quota = (quotaSize: number) =>
      session.send("Storage.overrideQuotaForOrigin", { origin: office.url, quotaSize });
    await open(phone);
    await quota(1000);
    assert.match(await keep(phone), /^Telefòn nan plen/);
    assert.deepEqual(await findKept(page), nothingKept);
    await sendIntoNothing(phone);
    const promised = (await page.locator("#unsure-digits [aria-hidden]").allTextContents()).join("");
    await page.click("#wait");
    await page.waitForSelector("#wait-full:not([hidden])");
    assert.deepEqual(await findKept(page), nothingKept);
    assert.equal(await page.inputValue("#text"), words);
    await quota(100_000_000);
    assert.equal(await letWait(phone), promised);
    await context.setOffline(false);
    await said(page, "rive");
    assert.deepEqual(await storiesOf(office), [words]);
  }));

for (const year of [2016, 2036]) {
  test(`a phone whose clock stands in ${year} keeps the page, lets a message wait, and sends it like any other`, () =>
    withKept(async (phone) => {
      const { office, page, context } = phone;
      await page.clock.setSystemTime(new Date(`${year}-11-21T12:00:00Z`));
      await open(phone);
      await keep(phone);
      await context.setOffline(true);
      await open(phone);
      await sendIntoNothing(phone);
      await letWait(phone);
      await context.setOffline(false);
      await said(page, "rive");
      assert.deepEqual(await storiesOf(office), [words]);
    }));
}

for (const lost of ["opening", "words", "show", "force", "child", "wish", "help", "contact", "check"]) {
  test(`whoever loses the line at ${lost} answers on, and the locked message waits with its receipt`, () =>
    withKept(async (phone) => {
      const { office, page, context } = phone;
      await open(phone);
      await page.waitForSelector("[name=force][value=alfa]", { state: "attached" });
      await answer(page, async (screen) => {
        if (screen === lost) await context.setOffline(true);
      });
      await page.click("#send");
      await page.waitForSelector("#sending-failed:not([hidden])", { timeout: 30_000 });
      assert.match(await letWait(phone), /^\d{24}$/);
      assert.equal(office.filings(), 0);
      await context.setOffline(false);
      await said(page, "rive");
      assert.deepEqual(await storiesOf(office), [words]);
    }));
}
