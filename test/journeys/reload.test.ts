// Files that have not arrived when the page goes: with the person's permission their sealed pieces wait on the phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { type BadLine, openBadLine } from "../support/bad-line.ts";
import { checkScreen, findTraces, noTraces, waitForWords } from "../support/browser.ts";
import { readReceipt } from "../support/complaining.ts";
import { type Journey, openJourney, openPieces } from "../support/journey.ts";
import { allArrived, answerRest, asFile, choose, openShowing } from "../support/showing.ts";

const words = "Men lis tout sa yo pran lakay mwen.";
const lists = ["lis-yon.txt", "lis-de.txt"].map((name, i) => ({
  name,
  bytes: new TextEncoder().encode(`Lis ${i + 1}.\n${"Yon moto. ".repeat(40_000)}`),
}));

let journey: Journey;
before(async () => {
  journey = await openJourney();
});
after(() => journey?.[Symbol.asyncDispose]());

type Upload = { readonly page: Page; readonly context: BrowserContext; readonly line: BadLine };

/** Two files are on their way over a line on which nothing goes on after half of the first; the receipt is on screen. */
async function midUpload(use: (upload: Upload) => Promise<void>): Promise<readonly (readonly Uint8Array[])[]> {
  const line = await openBadLine(journey.office.url);
  try {
    const filed = await journey.filedBy(() =>
      journey.onPhone(
        async ({ page, context }) => {
          await openShowing(page, line.url, words);
          await choose(page, ...lists.map(({ name, bytes }) => asFile(name, "text/plain", bytes)));
          await answerRest(page);
          line.breakUploads("stuck", 1, 200_000);
          await page.click("#send");
          await readReceipt(page);
          await page.waitForSelector("#bringing li.now");
          await use({ page, context, line });
        },
        { origin: line.url, provoked: /Failed to load resource/ },
      ),
    );
    return await Promise.all(
      filed.map(async (one) => (await openPieces(one).catch(() => [])).map(({ bytes }) => bytes)),
    );
  } finally {
    await line.close();
  }
}

const allowed = async ({ page }: Upload): Promise<void> => {
  await page.click("#bringing button:has-text('Kite yo tann')");
  await page.waitForSelector("#bringing .hint:has-text('7 jou')");
};

const piecesOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("piece-")));

const freeLine = ({ line }: Upload): void => line.breakUploads("before", 0);

/** What the office holds at the end, against what was chosen. */
function assertAllCame(opened: readonly (readonly Uint8Array[])[]): void {
  assert.equal(opened.length, 1, "one complaint");
  const [pieces = []] = opened;
  assert.deepEqual(
    pieces.map((bytes) => Buffer.from(bytes).toString()),
    lists.map(({ bytes }) => Buffer.from(bytes).toString()),
  );
}

test("files that were allowed to wait are offered after a reload, go on where they were, and leave nothing behind", async () => {
  assertAllCame(
    await midUpload(async (upload) => {
      const { page, context } = upload;
      await checkScreen(page, "files on their way");
      await allowed(upload);
      await checkScreen(page, "files that may wait");
      assert.equal((await piecesOn(page)).length, 2);
      freeLine(upload);
      await page.reload();
      await page.waitForSelector("#left-state");
      await checkScreen(page, "files that waited");
      assert.match(await page.innerText("#left-state"), /^0 sou 2/);
      await page.click("#opening button:has-text('Kontinye voye')");
      await page.waitForSelector("#left-state:has-text('Tout bagay rive.')", { timeout: 60_000 });
      assert.deepEqual(await findTraces(page, context), noTraces);
    }),
  );
});

test("what of a file had arrived before the reload is not sent again", async () => {
  assertAllCame(
    await midUpload(async (upload) => {
      const { page } = upload;
      await allowed(upload);
      freeLine(upload);
      const offsets: string[] = [];
      let begun = 0;
      page.on("request", (request) => {
        if (request.method() === "PATCH") offsets.push(request.headers()["upload-offset"] ?? "");
        if (request.method() === "HEAD") begun++;
      });
      await page.reload();
      await page.click("#opening button:has-text('Kontinye voye')");
      await page.waitForSelector("#left-state:has-text('Tout bagay rive.')", { timeout: 60_000 });
      const [first, ...others] = offsets.map(Number);
      assert.ok(first && first > 100_000, `the first file goes on at ${first}`);
      assert.equal(others.filter((at) => at === 0).length, 1, "only the second one begins anew");
      assert.equal(begun, 2, "each file goes through in one go");
    }),
  );
});

test("without permission nothing is written, and after a reload the page says what it cannot know and where to add again", () =>
  midUpload(async (upload) => {
    const { page, context } = upload;
    assert.match(await page.innerText("#bringing .hint"), /Kite paj la louvri/);
    assert.deepEqual(await findTraces(page, context), noTraces);
    freeLine(upload);
    await page.reload();
    await page.waitForSelector("#opening a[href='/reply']");
    assert.match(await page.innerText("#opening"), /nou pa ka konnen isit la kisa ki rive/);
    await checkScreen(page, "what cannot be known");
    assert.deepEqual(await findTraces(page, context), noTraces);
  }).then(() => undefined));

test("before anything is sent the page says that it must stay open until every file has arrived", () =>
  journey.onPhone(async ({ page }) => {
    await openShowing(page, journey.office.url, words);
    await choose(page, asFile("lis.txt", "text/plain", new TextEncoder().encode("Yon moto.")));
    assert.match(await page.innerText("#show-place"), /kite paj la louvri jiskaske tout fichye rive/);
  }));

test("of two windows over the same files only one sends, and the other says so", async () => {
  assertAllCame(
    await midUpload(async (upload) => {
      const { page, context, line } = upload;
      await allowed(upload);
      const second = await context.newPage();
      const asked: string[] = [];
      second.on("request", (request) => asked.push(request.url()));
      await second.goto(`${line.url}/complain`);
      await second.click("#opening button:has-text('Kontinye voye')");
      await second.waitForSelector("#left-state:has-text('Yon lòt fenèt')");
      assert.ok(!asked.some((url) => url.includes("/api/evidence/")), "the other window keeps still");
      // The first goes; what it had begun is the second's to finish.
      freeLine(upload);
      await page.close({ runBeforeUnload: false });
      await second.evaluate(() => {
        setInterval(() => window.dispatchEvent(new Event("online")), 50);
      });
      await second.waitForSelector("#left-state:has-text('Tout bagay rive.')", { timeout: 60_000 });
      assert.deepEqual(await piecesOn(second), []);
    }),
  );
});

test("a phone without room says so, writes nothing, and the files go on from the open page", async () => {
  assertAllCame(
    await midUpload(async (upload) => {
      const { page, context, line } = upload;
      const session = await context.newCDPSession(page);
      await session.send("Storage.overrideQuotaForOrigin", { origin: line.url, quotaSize: 600_000 });
      await page.click("#bringing button:has-text('Kite yo tann')");
      await page.waitForSelector("#evidence-state:has-text('Telefòn nan plen. Nou pa konsève anyen.')");
      assert.deepEqual(await piecesOn(page), []);
      await page.click("#bringing button:has-text('Sispann')");
      freeLine(upload);
      await page.click("#bringing button:has-text('Kontinye')");
      await allArrived(page);
    }),
  );
});

test("who erases the waiting files finds none on the phone afterwards, and is told how to add them again", () =>
  midUpload(async (upload) => {
    const { page, context } = upload;
    await allowed(upload);
    freeLine(upload);
    await page.reload();
    await page.click("#opening button:has-text('Efase yo')");
    await page.waitForSelector("#opening a[href='/reply']");
    assert.match(await page.innerText("#opening"), /Nou efase fichye yo/);
    assert.deepEqual(await findTraces(page, context), noTraces);
  }).then(() => undefined));

test("files that waited seven days are erased when the page is opened, and the page says so", () =>
  midUpload(async (upload) => {
    const { page, context } = upload;
    await allowed(upload);
    freeLine(upload);
    await page.clock.setFixedTime(Date.now() + 8 * 86_400_000);
    await page.reload();
    await page.waitForSelector("#opening a[href='/reply']");
    assert.match(await page.innerText("#opening"), /te tann 7 jou/);
    assert.deepEqual(await findTraces(page, context), noTraces);
  }).then(() => undefined));

for (const year of [2016, 2036]) {
  test(`files put down while the phone's clock stood in ${year} are not erased when it is right again`, async () => {
    assertAllCame(
      await midUpload(async (upload) => {
        const { page, context } = upload;
        await page.clock.setSystemTime(new Date(`${year}-11-21T12:00:00Z`));
        await allowed(upload);
        assert.ok((await piecesOn(page)).every((name) => name.endsWith(`.${year}-11-21`)));
        freeLine(upload);
        await page.clock.setSystemTime(new Date());
        await page.reload();
        await page.waitForSelector("#left-state");
        const today = new Date().toISOString().slice(0, 10);
        const names = await piecesOn(page);
        assert.deepEqual([names.length, names.every((name) => name.endsWith(today))], [2, true]);
        await page.click("#opening button:has-text('Kontinye voye')");
        await page.waitForSelector("#left-state:has-text('Tout bagay rive.')", { timeout: 60_000 });
        assert.deepEqual(await findTraces(page, context), noTraces);
      }),
    );
  });
}

test("words and files that wait together for a line arrive together: the words first, by themselves", async () => {
  const filed = await journey.filedBy(() =>
    journey.onPhone(
      async ({ page, context, asked }) => {
        await openShowing(page, journey.office.url, words);
        await choose(page, ...lists.map(({ name, bytes }) => asFile(name, "text/plain", bytes)));
        await answerRest(page);
        await context.setOffline(true);
        await page.click("#send");
        await page.waitForSelector("#sending-failed:not([hidden])", { timeout: 60_000 });
        await page.click("#wait");
        await readReceipt(page);
        await page.waitForSelector("#evidence-state:has-text('Pawòl ou yo ap tann liy')");
        assert.equal((await piecesOn(page)).length, 2);
        // Nothing gets through before the page is gone: it is the new one that sends.
        await context.route("**/api/complaints", (route) => route.abort());
        await context.setOffline(false);
        await page.reload();
        await context.unroute("**/api/complaints");
        await waitForWords({ page, asked }, "#waiting", "ki t ap tann lan rive");
        await page.click("#opening button:has-text('Kontinye voye')");
        await page.waitForSelector("#left-state:has-text('Tout bagay rive.')", { timeout: 60_000 });
        assert.deepEqual(await findTraces(page, context), noTraces);
      },
      { provoked: /Failed to load resource/ },
    ),
  );
  assertAllCame(await Promise.all(filed.map(async (one) => (await openPieces(one)).map(({ bytes }) => bytes))));
});
