// The page kept on a phone, and the locked message that waits there for a line: in a real browser, with its real worker.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../../tools/ensure-browser.ts";
import { type FakeOffice, proofNumber, startFakeOffice } from "./fake-office.testing.ts";
import { readSquares } from "./read-squares.testing.ts";

const words = "Yo pran moto m nan, yo pa ban m papye. 🏍️";

/** The page waits 16 seconds in all before it gives up; a test need not. */
const hurry =
  "{ const later = setTimeout; setTimeout = (act, wait) => later(act, wait > 100 && wait <= 10_000 ? 5 : wait); }";

let browser: Browser;
before(async () => {
  browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...chromiumFlags] });
});
after(() => browser.close());

type Phone = { readonly office: FakeOffice; readonly page: Page; readonly context: BrowserContext };

/** A phone in front of an office; fails when the page throws or breaks its own policy. */
async function withPhone(use: (phone: Phone) => Promise<void>): Promise<void> {
  const office = await startFakeOffice();
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce" });
  await context.addInitScript(hurry);
  const wrong: string[] = [];
  context.on("page", (page) => {
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (line) => {
      if (/Content Security Policy|Trusted/.test(line.text())) wrong.push(line.text());
    });
    page.on("dialog", (dialog) => void dialog.accept());
  });
  try {
    await use({ office, page: await context.newPage(), context });
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
    await office.close();
  }
}

async function open({ office, page }: Phone, path = "/complain"): Promise<void> {
  await page.goto(office.url + path);
  await page.waitForSelector("#start-acts:not([hidden])");
}

/** Keeps the page and waits until the phone says how that ended. */
async function keep({ page }: Phone): Promise<string> {
  await page.click("#keep");
  await page.waitForFunction(() => {
    const said = document.querySelector("#keep-said")?.textContent;
    return said && !said.startsWith("N ap");
  });
  return page.innerText("#keep-said");
}

async function answer(page: Page): Promise<void> {
  await page.click("#start");
  await page.fill("#text", words);
  await page.click("#words [data-next]");
  while (!(await page.isVisible("#check"))) await page.click("section:not([hidden]) [data-skip]");
}

/** Writes and sends without a line, up to where the page says that nobody knows. */
async function sendIntoNothing({ page, context }: Phone): Promise<void> {
  await page.waitForSelector("[name=force][value=alfa]", { state: "attached" });
  await answer(page);
  await context.setOffline(true);
  await page.click("#send");
  await page.waitForSelector("#sending-failed:not([hidden])", { timeout: 30_000 });
}

async function letWait({ page }: Phone): Promise<string> {
  await page.click("#wait");
  await page.waitForSelector("#received:not([hidden])");
  return readReceipt(page);
}

const readReceipt = async (page: Page): Promise<string> =>
  (await page.locator("#digits [aria-hidden]").allTextContents()).join("");

const said = (page: Page, text: string) =>
  page.waitForFunction((one) => document.querySelector("#waiting")?.textContent?.includes(one), text);

/** What lies on the phone: each cache with what it holds, and how many workers there are. */
const findKept = (
  page: Page,
): Promise<{ readonly caches: Record<string, readonly string[]>; readonly workers: number }> =>
  page.evaluate(async () => {
    const kept: [string, string[]][] = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      kept.push([name, requests.map(({ url }) => new URL(url).pathname)]);
    }
    return { caches: Object.fromEntries(kept), workers: (await navigator.serviceWorker.getRegistrations()).length };
  });

/** The caches in which locked messages wait. */
const waitingOn = async (page: Page): Promise<readonly string[]> =>
  Object.keys((await findKept(page)).caches).filter((name) => name.startsWith("waiting-"));

const nothingKept = { caches: {}, workers: 0 };

async function storiesOf(office: FakeOffice): Promise<readonly string[]> {
  const stories = await Promise.all([...office.kept.keys()].map((caseId) => office.readStory(caseId)));
  return stories.map(({ text }) => text);
}

test("until a person taps, the page leaves nothing on the phone and asks for no worker", () =>
  withPhone(async (phone) => {
    await open(phone);
    await answer(phone.page);
    assert.deepEqual(await findKept(phone.page), nothingKept);
    assert.equal(phone.office.askedFor("/complain-worker.js"), 0);
  }));

test("a kept page holds itself, its words, its annexes and the list of staff, and nothing of what was typed", () =>
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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

test("without permission nothing waits on the phone, and the open page sends by itself when there is a line", () =>
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
    const { office, page, context } = phone;
    const second = { ...phone, page: await context.newPage() };
    await open(second);
    await open(phone);
    await sendIntoNothing(phone);
    await letWait(phone);
    await page.evaluate(() => {
      const erase = caches.delete.bind(caches);
      caches.delete = async (name) => {
        await new Promise((resolve) => window.addEventListener("now", resolve));
        return erase(name);
      };
    });
    await second.page.route("**/api/complaints", (route) => route.abort());
    await context.setOffline(false);
    while (office.filings() < 1) await page.evaluate(() => window.dispatchEvent(new Event("online")));
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
    withPhone(async (phone) => {
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

test("the squares of a receipt hold its 24 digits and nothing else", () =>
  withPhone(async (phone) => {
    const { page } = phone;
    await open(phone);
    await answer(page);
    await page.click("#send");
    await page.waitForSelector("#received:not([hidden])", { timeout: 30_000 });
    const receipt = await readReceipt(page);
    await page.click("#qr");
    await page.waitForSelector(".squares");
    assert.equal(readSquares((await page.getAttribute(".squares path", "d")) ?? "", 4), receipt);
  }));

test("leave no trace takes the page away at once, and all that it kept, from whatever screen", () =>
  withPhone(async (phone) => {
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
    withPhone(async (phone) => {
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
  withPhone(async (phone) => {
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
