// Evidence that a person adds later, on a small phone: chosen, sealed there, brought over a bad line, opened at the desk.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { holdsSecret, jpeg, jpegExif, secret, segment } from "../../packages/media/src/samples.testing.ts";
import { openBadLine } from "../support/bad-line.ts";
import { checkScreen, findTraces, noTraces, openBrowser, phone, withPage } from "../support/browser.ts";
import { acknowledgement, doActs, type FiledCase, fileCase, view } from "../support/casework.ts";
import { openMailbox } from "../support/complaining.ts";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

const photo = jpeg([jpegExif(6), segment(0xfe, secret)]);
const paper = new TextEncoder().encode(`Lis sa yo pran.\n${"Yon moto. ".repeat(40_000)}`);

let office: SmallOffice;
let browser: Browser;

before(async () => {
  browser = await openBrowser();
  office = await startSmallOffice();
});
after(async () => {
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
});

async function readCase(): Promise<FiledCase> {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  return mine;
}

/** Opens the screen on which evidence is chosen, and chooses. */
async function choose(page: Page, ...files: readonly (readonly [string, string, Uint8Array])[]): Promise<void> {
  await page.click("#add");
  await page.waitForSelector("#evidence-choose");
  const opened = page.waitForEvent("filechooser");
  await page.click("#evidence-choose");
  await (await opened).setFiles(
    files.map(([name, mimeType, bytes]) => ({ name, mimeType, buffer: Buffer.from(bytes) })),
  );
  for (const [name] of files) await page.waitForSelector(`#act li:has-text("${name}")`);
}

test("evidence added over a line that is cut again and again arrives, and opens byte for byte at the desk", async () => {
  const mine = await readCase();
  const line = await openBadLine(office.url);
  try {
    await withPage(
      browser,
      { origin: line.url, ...phone, provoked: /Failed to load resource/ },
      async ({ page, context, asked }) => {
        await openMailbox(page, line.url, mine.receipt);
        await page.click("#add");
        await page.waitForSelector("#evidence-choose");
        await page.click("#act-confirm");
        assert.match(await page.innerText("#act .error:visible"), /Chwazi omwen/);
        await page.click("#act-back");
        await page.waitForSelector("#box:not([hidden])");
        await choose(page, ["kay.jpg", "image/jpeg", photo], ["lis.txt", "text/plain", paper]);
        await checkScreen(page, "evidence chosen");
        line.breakUploads("before", 3, 150_000);
        await page.click("#act-confirm");
        await page.waitForSelector("#evidence-state:has-text('Liy lan koupe.')");
        await checkScreen(page, "evidence on its way");
        await page.click("#act-done");
        assert.match(await page.innerText("#act .error:visible"), /rès la ap pèdi/);
        await page.evaluate(() => {
          setInterval(() => window.dispatchEvent(new Event("online")), 50);
        });
        await page.waitForSelector("#evidence-state:has-text('Tout bagay rive.')", { timeout: 60_000 });
        assert.equal(line.breaks(), 3);
        assert.equal(await page.isVisible("#act .error"), false, "nothing is lost any more");
        await page.click("#act-done");
        await page.waitForSelector("#box:not([hidden])");
        assert.match(await page.innerText("#entries > li:last-child"), /Ou voye prèv: 3\./);
        assert.equal(asked.filter((one) => one.includes("/annexes/evidence.")).length, 1);
        assert.deepEqual(await findTraces(page, context), noTraces);
      },
    );
  } finally {
    await line.close();
  }
  const seen = await view(mine.desk, mine.caseId);
  assert.deepEqual(seen.alarms, []);
  assert.deepEqual(
    seen.evidence.map(({ part, name, arrived, copyOf }) => [part, name, arrived, copyOf]),
    [
      ["added-1-1", "kay.jpg", true, undefined],
      ["added-1-2", "copy-of-added-1-1.jpg", true, "added-1-1"],
      ["added-1-3", "lis.txt", true, undefined],
    ],
  );
  const opened = await Promise.all(
    seen.evidence.map(async ({ part }) => {
      const read = await mine.desk.readEvidence(mine.caseId, part);
      assert.ok(read.ok, part);
      return Buffer.from(read.value.bytes);
    }),
  );
  assert.ok(opened[0]?.equals(photo) && opened[2]?.equals(paper));
  assert.ok(opened[1] && !holdsSecret(opened[1]));
});

test("evidence whose announcement was lost on the line is announced once, and arrives", async () => {
  const mine = await readCase();
  await withPage(browser, { origin: office.url, ...phone, provoked: /Failed to load resource/ }, async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    await choose(page, ["lis.txt", "text/plain", paper]);
    await page.route("**/api/mailbox/acts", async (route) => {
      await route.fetch();
      await route.fulfill({ status: 503, body: JSON.stringify({ code: "cannot-tell", outcome: "unknown" }) });
    });
    await page.click("#act-confirm");
    await page.waitForSelector("#act .error:visible", { timeout: 60_000 });
    await page.unroute("**/api/mailbox/acts");
    await page.click("#act-confirm");
    await page.waitForSelector("#evidence-state:has-text('Tout bagay rive.')", { timeout: 60_000 });
  });
  const seen = await view(mine.desk, mine.caseId);
  assert.deepEqual(
    seen.evidence.map(({ part, arrived }) => [part, arrived]),
    [["added-1-1", true]],
  );
});
