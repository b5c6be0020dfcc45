// The proof that words arrived, from the screen with the receipt: what the office promised, and what the public log holds.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { readPromise } from "@temwen/complain/promise";
import { parseKeptFiling } from "@temwen/complain/read-kept";
import { verifyOnNode } from "@temwen/office/signing-node";
import { leafHashOf } from "@temwen/sealing/leaf";
import { bytesToBase64 } from "@temwen/vocabulary";
import { complainWords, proofWords, stepsWords } from "@temwen/words/pages";
import type { Browser, Page } from "playwright-core";
import { checkScreen, openBrowser, phone, withPage } from "../support/browser.ts";
import { answerAll, openComplaint, sendComplaint } from "../support/complaining.ts";
import { runCommand } from "../support/office.ts";
import { startWitnessedOffice, type WitnessedOffice } from "../support/witnessed-office.ts";

let browser: Browser;
let given: WitnessedOffice;
before(async () => {
  browser = await openBrowser();
  given = await startWitnessedOffice();
});
after(async () => {
  await browser?.close();
  await given?.[Symbol.asyncDispose]();
});

/** The sentence without what stands in its gaps. */
const start = (sentence: string): string => sentence.split("{")[0] ?? "";

async function file(page: Page): Promise<void> {
  await openComplaint(page, given.office.url);
  await answerAll(page, { text: "Yon egzanp pou tès yo." });
  await sendComplaint(page);
}

const waitFor = (page: Page, sentence: string): Promise<unknown> =>
  page.waitForSelector(`#proof-shown >> text=${start(sentence)}`);

const save = async (page: Page, button: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  const place = join(given.folder, download.suggestedFilename());
  await download.saveAs(place);
  return place;
};

test("with the receipt, without a tap and before any batch, the office's signed promise is shown, and kept by one", () =>
  withPage(browser, { origin: given.office.url, ...phone }, async ({ page, asked }) => {
    await file(page);
    await page.waitForSelector(`#promised >> text=${start(complainWords.ht.promised)}`);
    await checkScreen(page, "the promise");
    const before = asked.length;
    const place = await save(page, "#promise-keep");
    assert.equal(asked.length, before, "nobody is asked for it");
    const number = (await page.textContent("#proof"))?.replace(/ /g, "");
    assert.equal(basename(place), `${number}.kept`);
    const kept = parseKeptFiling(await readFile(place));
    assert.ok(kept.ok && kept.value.promise);
    const { clockKey, office } = given.office.directory();
    const { promise, leaf } = kept.value;
    assert.equal(promise.body.leaf, bytesToBase64(leafHashOf(leaf)));
    assert.ok(readPromise(promise, { clockKey, office }, [promise.body.leaf], verifyOnNode).ok);
    const receipt = (await page.locator("#digits li [aria-hidden]").allTextContents()).join("");
    assert.match(receipt, /^\d{24}$/);
    assert.ok(!(await readFile(place, "latin1")).includes(receipt));
    // Said anew in another language, where the person stands.
    await page.click('[data-language="fr"]');
    await page.waitForSelector(`#promised >> text=${start(complainWords.fr.promised)}`);
  }));

test("whoever stays on the receipt sees the proof, and keeps a file that a third party accepts", () =>
  withPage(browser, { origin: given.office.url, ...phone, provoked: /status of 404/ }, async ({ page, asked }) => {
    await file(page);
    await page.click("#proof-show");
    await waitFor(page, proofWords.ht.waits);
    await checkScreen(page, "waiting for the proof");
    await given.settle();
    await waitFor(page, stepsWords.ht.included);
    await waitFor(page, proofWords.ht.seenBy);
    await checkScreen(page, "the proof");
    const proof = await save(page, `#proof-shown >> text=${stepsWords.ht.save}`);
    const verified = await runCommand(["verify", "--proof", proof, "--policy", given.policy, "--json"]);
    assert.equal(verified.code, 0, verified.stderr);
    const kept = parseKeptFiling(await readFile(await save(page, "#promise-keep")));
    assert.ok(kept.ok && kept.value.proof, "what is kept from now on bears the proof too");
    assert.deepEqual(Buffer.from(kept.value.proof), await readFile(proof));
    await page.click(`#proof-shown >> text=${proofWords.ht.squares}`);
    await page.waitForSelector("#proof-shown svg.squares");
    await checkScreen(page, "the proof as squares");
    // Nothing that opens a mailbox, and no place in the log, stands in an address.
    assert.ok(asked.every((one) => !/\d{12}/.test(one)));
    assert.ok((await readFile(proof, "utf8")).startsWith("c2sp.org/tlog-proof"));
    // Done with the receipt, nothing of the proof stays.
    await page.click("#finish");
    await page.click("#finish-yes");
    await page.waitForSelector("#finished:not([hidden])");
    assert.equal(await page.locator("#proof-shown").count(), 0);
  }));

test("a promise for something else than what was filed is called wrong", () =>
  withPage(browser, { origin: given.office.url, ...phone }, async ({ page }) => {
    await page.route("**/api/complaints", async (route) => {
      const answer = await route.fetch();
      const filed = await answer.json();
      filed.promise.body.leaf = Buffer.alloc(32).toString("base64");
      await route.fulfill({ response: answer, json: filed });
    });
    await file(page);
    await page.waitForSelector(`#promise-wrong >> text=${complainWords.ht.promiseWrong}`);
    assert.ok(await page.locator("#promised").isHidden());
  }));

test("an office that promised nothing is said to whoever asks for the proof", () =>
  withPage(browser, { origin: given.office.url, ...phone }, async ({ page }) => {
    await page.route("**/api/complaints", async (route) => {
      const { promise: _, ...filed } = await (await route.fetch()).json();
      await route.fulfill({ json: filed });
    });
    await file(page);
    assert.ok(await page.locator("#promised").isHidden());
    await page.click("#proof-show");
    await waitFor(page, proofWords.ht.promiseNone);
  }));

test("a log that shows another leaf for the complaint is noticed", () =>
  withPage(browser, { origin: given.office.url, ...phone }, async ({ page }) => {
    await file(page);
    await given.settle();
    await page.route("**/api/log/find", (route) => route.fulfill({ json: { indexes: ["0"] } }));
    await page.click("#proof-show");
    await waitFor(page, stepsWords.ht.another);
  }));

test("a proof with so many signatures that no squares hold it is said to be too long, and still saved", () =>
  withPage(browser, { origin: given.office.url, ...phone }, async ({ page }) => {
    await file(page);
    await given.settle();
    // Witnesses whom the policy does not name: their lines travel with every proof.
    const stranger = (i: number): string => `— w${i}.example/w ${Buffer.alloc(76, i + 1).toString("base64")}\n`;
    await page.route("**/log/checkpoint", async (route) => {
      const answer = await route.fetch();
      const lines = Array.from({ length: 24 }, (_, i) => stranger(i)).join("");
      await route.fulfill({ response: answer, body: `${await answer.text()}${lines}` });
    });
    await page.click("#proof-show");
    await waitFor(page, stepsWords.ht.included);
    await page.click(`#proof-shown >> text=${proofWords.ht.squares}`);
    await waitFor(page, proofWords.ht.squaresTooLong);
    const proof = await save(page, `#proof-shown >> text=${stepsWords.ht.save}`);
    assert.ok((await readFile(proof)).length > 2953);
  }));

test("without a line the page says so, and finds the proof when the line is back", () =>
  withPage(browser, { origin: given.office.url, ...phone, provoked: /ERR_/ }, async ({ page }) => {
    await file(page);
    await given.settle();
    await page.route("**/log/**", (route) => route.abort());
    await page.click("#proof-show");
    await waitFor(page, proofWords.ht.unreachable);
    await page.unroute("**/log/**");
    await waitFor(page, stepsWords.ht.included);
  }));
