// The browser's profile as it lies on the disk after "leave no trace", against a real office in a real browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { jpeg, jpegExif, secret, segment } from "../../packages/media/src/samples.testing.ts";
import { answerAll, openComplaint, readDigits, sendComplaint } from "../support/complaining.ts";
import { type Journey, openJourney, openPieces } from "../support/journey.ts";
import { findBytes, findTexts, withProfile } from "../support/profile.ts";
import { allArrived, asFile, choose, microphone, openShowing, sendAll, speak } from "../support/showing.ts";
import { listCases } from "../support/staff.ts";

let journey: Journey;
before(async () => {
  journey = await openJourney();
});
after(() => journey?.[Symbol.asyncDispose]());

const words = "Yo kraze pòt la, yo pran de kabrit ak sak diri a anvan jou leve.";
const place = "Dèyè legliz Sen Jozèf la";
const name = "Fiktif Jan Batis";
const planted = "sa a plante espre nan telefòn nan";

test("after leave no trace no piece of the words, the receipt or the case lies in the browser's profile", async () => {
  let receipt = "";
  let caseId = "";
  await withProfile(
    async (page) => {
      await openComplaint(page, journey.office.url);
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
      caseId = (await listCases(journey.office)).at(-1)?.case ?? assert.fail("it was filed");
    },
    async (folder) => {
      assert.deepEqual(await findTexts(folder, [words, place, name, receipt, caseId]), []);
    },
  );
});

/** Says it all without a line, lets the locked message wait on the phone, and gives its case. */
async function letWait(page: Page, context: BrowserContext): Promise<string> {
  await openComplaint(page, journey.office.url);
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
      assert.deepEqual(await findTexts(folder, [words, place, name, receipt, caseId]), []);
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
      const finds = await findTexts(folder, [planted]);
      assert.ok(finds.length > 0, "the planted words are found");
      assert.ok((await findTexts(folder, [caseId])).length > 0, "the waiting case is found");
      // What waits is sealed: the words themselves are nowhere.
      assert.deepEqual(await findTexts(folder, [words, place, name]), []);
    },
  );
});

/** Shows a file whose upload is held up, lets its sealed piece wait on the phone, and gives the piece's name there. */
async function letFileWait(page: Page, paper: string): Promise<string> {
  await page.route("**/api/evidence/**", (route) => route.abort());
  await openShowing(page, journey.office.url, words);
  await choose(page, asFile("lis.txt", "text/plain", new TextEncoder().encode(paper)));
  await sendAll(page);
  await page.click("#bringing button:has-text('Kite yo tann')");
  await page.waitForSelector("#bringing .hint:has-text('7 jou')");
  return page.evaluate(async () => {
    const [name = ""] = await caches.keys();
    return name;
  });
}

const paper = `Lis sa yo pran.\n${"Yon moto. ".repeat(4000)}`;

for (const [ending, end] of [
  [
    "arrived after a reload",
    async (page: Page) => {
      await page.unroute("**/api/evidence/**");
      await page.reload();
      await page.click("#opening button:has-text('Kontinye voye')");
      await page.waitForSelector("#left-state:has-text('Tout bagay rive.')", { timeout: 60_000 });
    },
  ],
  [
    "was erased after a reload",
    async (page: Page) => {
      await page.reload();
      await page.click("#opening button:has-text('Efase yo')");
      await page.waitForSelector("#opening a[href='/reply']");
    },
  ],
  [
    "went with leave no trace",
    async (page: Page) => {
      await page.click("#no-trace");
      await page.waitForURL("about:blank");
    },
  ],
] as const) {
  test(`of a locked file that waited on the phone and ${ending} no piece lies there`, async () => {
    let piece = "";
    await withProfile(
      async (page) => {
        piece = await letFileWait(page, paper);
        assert.match(piece, /^piece-cas_/);
        await end(page);
      },
      async (folder) => {
        const [, caseId = "", digest = ""] = /^piece-(\w+)\.\d\.(\w+)/.exec(piece) ?? [];
        assert.deepEqual(await findTexts(folder, [paper.slice(0, 300), words, caseId, digest]), []);
      },
    );
  });
}

test("the same search finds a locked file that still waits, and never the file itself", async () => {
  let piece = "";
  await withProfile(
    async (page) => {
      piece = await letFileWait(page, paper);
    },
    async (folder) => {
      assert.ok((await findTexts(folder, [piece])).length > 0, "the waiting piece is found");
      assert.deepEqual(await findTexts(folder, [paper.slice(0, 300), words]), []);
    },
  );
});

test("a phone looked through afterwards holds nothing of what was shown, the voice included", async () => {
  const photo = jpeg([jpegExif(6), segment(0xfe, secret)]);
  const paper = `Lis sa yo pran.\n${"Yon moto. ".repeat(40_000)}`;
  let voice: Uint8Array = new Uint8Array();
  const noise = crypto.getRandomValues(new Uint8Array(4096));
  await withProfile(
    async (page) => {
      const filed = await journey.filedBy(async () => {
        await openShowing(page, journey.office.url, words);
        const list = asFile("lis.txt", "text/plain", new TextEncoder().encode(paper));
        await choose(page, asFile("kay.jpg", "image/jpeg", photo), list);
        await speak(page, "voice");
        await sendAll(page);
        await allArrived(page);
      });
      const [one = assert.fail()] = filed;
      voice = (await openPieces(one)).find(({ name }) => name === "voice.webm")?.bytes ?? assert.fail();
      // What is put there on purpose is found by the same searches.
      await page.evaluate(
        async ([text, bytes]) => {
          localStorage.setItem("planted", text);
          await (await caches.open("planted")).put("/planted", new Response(new Uint8Array(bytes)));
        },
        [planted, [...noise]] as const,
      );
    },
    async (folder) => {
      assert.ok((await findTexts(folder, [planted])).length > 0, "the planted words are found");
      assert.ok((await findBytes(folder, noise)).length > 0, "the planted bytes are found");
      assert.deepEqual(await findTexts(folder, [secret, paper.slice(0, 300), words]), []);
      assert.deepEqual(await findBytes(folder, voice), []);
    },
    microphone,
  );
});
