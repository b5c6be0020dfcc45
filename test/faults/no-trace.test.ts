// The browser's profile as it lies on the disk after "leave no trace", against a real office in a real browser.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../tools/ensure-browser.ts";
import { phone } from "../support/browser.ts";
import { answerAll, openComplaint, readDigits, sendComplaint } from "../support/complaining.ts";
import { createLeakSearch, type Find, piecesOf } from "../support/leak-search.ts";
import { startOffice, type TestOffice } from "../support/office.ts";
import { listCases } from "../support/staff.ts";

let office: TestOffice;
before(async () => {
  office = await startOffice();
});
after(async () => {
  await office?.[Symbol.asyncDispose]();
});

const words = "Yo kraze pòt la, yo pran de kabrit ak sak diri a anvan jou leve.";
const place = "Dèyè legliz Sen Jozèf la";
const name = "Fiktif Jan Batis";
const planted = "sa a plante espre nan telefòn nan";

/** A browser with its profile in a folder of its own, which is there for the test to read once the browser has ended. */
async function withProfile(
  use: (page: Page, context: BrowserContext) => Promise<void>,
  look: (folder: string) => Promise<void>,
) {
  const folder = await mkdtemp(join(tmpdir(), "temwen-profile-"));
  try {
    const options = { executablePath: await ensureBrowser(), args: [...chromiumFlags], ...phone };
    const context = await chromium.launchPersistentContext(folder, {
      ...options,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    try {
      await use(context.pages()[0] ?? (await context.newPage()), context);
    } finally {
      await context.close();
    }
    await look(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every piece of twelve characters of these texts, in every file of the profile and in the names of the files. */
async function findIn(folder: string, texts: readonly string[]): Promise<readonly Find[]> {
  const search = createLeakSearch(piecesOf(texts));
  const finds: Find[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    finds.push(...search.look(`name of ${entry.name}`, Buffer.from(entry.name)));
    if (entry.isFile()) finds.push(...search.look(path.slice(folder.length), await readFile(path)));
  }
  return finds;
}

test("after leave no trace no piece of the words, the receipt or the case lies in the browser's profile", async () => {
  let receipt = "";
  let caseId = "";
  await withProfile(
    async (page) => {
      await openComplaint(page, office.url);
      await page.click("#keep");
      await page.waitForSelector("#unkeep:not([hidden])");
      await answerAll(page, { text: words, place, force: "ken", name });
      receipt = await sendComplaint(page);
      await page.locator("#rehearsal").pressSequentially(receipt);
      await page.click("#qr");
      await page.waitForSelector(".squares");
      await page.click("#copy");
      await page.waitForSelector("#copied:not([hidden])");
      await page.click("#no-trace");
      await page.waitForURL("about:blank");
      caseId = (await listCases(office)).at(-1)?.case ?? assert.fail("it was filed");
    },
    async (folder) => {
      assert.deepEqual(await findIn(folder, [words, place, name, receipt, caseId]), []);
    },
  );
});

/** Says it all without a line, lets the locked message wait on the phone, and gives its case. */
async function letWait(page: Page, context: BrowserContext): Promise<string> {
  await openComplaint(page, office.url);
  await answerAll(page, { text: words, place, name });
  await context.setOffline(true);
  await page.click("#send");
  await page.waitForSelector("#sending-failed:not([hidden])", { timeout: 60_000 });
  await page.click("#wait");
  await page.waitForSelector("#received:not([hidden])");
  return page.evaluate(async () => {
    const [name = ""] = await caches.keys();
    return name.replace("waiting-", "");
  });
}

test("after leave no trace nothing lies there of a message that waited without a line either", async () => {
  let receipt = "";
  let caseId = "";
  await withProfile(
    async (page, context) => {
      caseId = await letWait(page, context);
      receipt = await readDigits(page, "#digits");
      assert.match(caseId, /^cas_/);
      await page.click("#no-trace");
      await page.waitForURL("about:blank");
    },
    async (folder) => {
      assert.deepEqual(await findIn(folder, [words, place, name, receipt, caseId]), []);
    },
  );
});

test("the same search finds a message that still waits, and words that were planted on purpose", async () => {
  let caseId = "";
  await withProfile(
    async (page, context) => {
      caseId = await letWait(page, context);
      await page.evaluate((text) => localStorage.setItem("planted", text), planted);
    },
    async (folder) => {
      const finds = await findIn(folder, [planted]);
      assert.ok(finds.length > 0, "the planted words are found");
      assert.ok((await findIn(folder, [caseId])).length > 0, "the waiting case is found");
      // What waits is sealed: the words themselves are nowhere.
      assert.deepEqual(await findIn(folder, [words, place, name]), []);
    },
  );
});
