// A phone with a fresh browser in front of a fresh office, and what a person does on it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../../tools/ensure-browser.ts";
import { type FakeOffice, startFakeOffice } from "./fake-office.testing.ts";

export type Phone = { readonly office: FakeOffice; readonly page: Page; readonly context: BrowserContext };

export const words = "Yè swa twa moun ak zam antre lakay mwen.\nYo kraze pòt la. 💔 <script>alert(1)</script>";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The page waits 16 seconds in all before it gives up; a test need not. What counts as a stuck line stays half a minute. */
const hurry =
  "{ const later = setTimeout; setTimeout = (act, wait) => later(act, wait > 100 && wait <= 10_000 ? 5 : wait); }";

let browser: Browser;
before(async () => {
  browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...chromiumFlags] });
});
after(() => browser.close());

/** It fails the test when the page throws, breaks its own policy, or asks anybody else for anything. */
export async function withPhone(
  use: (phone: Phone) => Promise<void>,
  { hurries = false, ...options }: { readonly javaScriptEnabled?: boolean; readonly hurries?: boolean } = {},
): Promise<void> {
  const office = await startFakeOffice();
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    reducedMotion: "reduce",
    ...options,
  });
  if (hurries) await context.addInitScript(hurry);
  const wrong: string[] = [];
  context.on("page", (page) => {
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (line) => {
      if (/Content Security Policy|Trusted/.test(line.text())) wrong.push(line.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(office.url) && !/^(data|about|blob):/.test(request.url()))
        wrong.push(request.url());
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

export async function openComplain({ page, office }: Phone, address = "/complain"): Promise<void> {
  await page.goto(office.url + address);
  await page.waitForSelector("#start-acts:not([hidden])");
  await page.waitForSelector("[name=force][value=alfa]", { state: "attached" });
}

/** Answers the first question and skips the others, up to the read-back. */
export async function answerShortly({ page }: Phone): Promise<void> {
  await page.click("#start");
  await page.fill("#text", words);
  await page.click("#words [data-next]");
  for (const question of ["show", "force", "child", "wish", "help", "contact"])
    await page.click(`#${question} [data-skip]`);
}

export async function readReceipt({ page }: Phone): Promise<string> {
  await page.waitForSelector("#received:not([hidden])", { timeout: 30_000 });
  return (await page.locator("#digits li span:first-child").allTextContents()).join("");
}

/** Files a short complaint. */
export async function complain(phone: Phone): Promise<{ readonly receipt: string; readonly caseId: string }> {
  await openComplain(phone);
  await answerShortly(phone);
  await phone.page.click("#send");
  return { receipt: await readReceipt(phone), caseId: [...phone.office.kept.keys()][0] ?? "" };
}

/** Types a receipt at `/reply`. */
export async function typeReceipt({ page, office }: Phone, digits: string): Promise<void> {
  await page.goto(`${office.url}/reply`);
  await page.waitForSelector("#enter-acts:not([hidden])");
  await page.locator("#digits").pressSequentially(digits);
  await page.click("#open");
}

/** The same, up to the open mailbox. */
export async function openBox(phone: Phone, digits: string): Promise<void> {
  await typeReceipt(phone, digits);
  await phone.page.waitForSelector("#box:not([hidden])", { timeout: 30_000 });
}

/** Nothing scrolls sideways, and axe finds nothing serious. */
export async function checkScreen({ page }: Phone, name: string): Promise<void> {
  const isTooWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
  assert.equal(isTooWide, false, `${name} scrolls sideways`);
  const session = await page.context().newCDPSession(page);
  const expression = `${axe};axe.run(document).then((r) => r.violations.map((v) => v.impact + " " + v.id + " " + v.nodes[0].html))`;
  const { result } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  const serious = (result.value as string[]).filter((line) => /^(serious|critical)/.test(line));
  assert.deepEqual(serious, [], name);
}
