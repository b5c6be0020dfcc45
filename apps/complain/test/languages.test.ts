import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { languageFacts, languages } from "@temwen/words";
import { aboutWords, complainWords, replyWords } from "@temwen/words/pages";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../../tools/ensure-browser.ts";
import { type FakeOffice, startFakeOffice } from "./fake-office.testing.ts";

let browser: Browser;
let office: FakeOffice;

before(async () => {
  browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...chromiumFlags] });
  office = await startFakeOffice();
});
after(async () => {
  await browser.close();
  await office.close();
});

/** How much of a phone's 640 pixels may stand still above what is read: an eighth. */
const roomAbove = 80;

async function withScreen(width: number, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 640 }, reducedMotion: "reduce" });
  try {
    await use(page);
  } finally {
    await page.close();
  }
}

/** Whatever a person sees that stands beyond the screen or is wider than its place. */
const findCutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isShown = (place: Element): boolean =>
      place.getClientRects().length > 0 && place.closest(".aloud, svg, textarea") === null;
    return [...document.querySelectorAll("body *")]
      .filter(isShown)
      .filter((place) => {
        const { left, right } = place.getBoundingClientRect();
        const isOver = getComputedStyle(place).display !== "inline" && place.scrollWidth > place.clientWidth + 1;
        return left < -0.5 || right > innerWidth + 0.5 || isOver;
      })
      .map((place) => `${place.tagName} ${place.textContent?.slice(0, 40)}`);
  });

/** Boxes of the languages and of the way out that touch each other. */
const findOverlaps = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll("[data-language], #leave")].map((place) => ({
      name: place.textContent,
      box: place.getBoundingClientRect(),
    }));
    return boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          ({ box }) =>
            box.left < one.box.right &&
            one.box.left < box.right &&
            box.top < one.box.bottom &&
            one.box.top < box.bottom,
        )
        .map((other) => `${one.name} and ${other.name}`),
    );
  });

test("five languages and the way out stand above every page, whole, and leave room for the words", async () => {
  for (const width of [320, 412, 1280]) {
    await withScreen(width, async (page) => {
      for (const language of languages) {
        await page.goto(`${office.url}/complain/${language}`);
        const name = `${language} at ${width}`;
        assert.deepEqual(await findCutOff(page), [], name);
        assert.deepEqual(await findOverlaps(page), [], name);
        const names = await page.locator("[data-language]").allTextContents();
        assert.deepEqual(
          names,
          languages.map((code) => languageFacts[code].name),
        );
        const header = await page.locator(".top").boundingBox();
        assert.ok((header?.height ?? 0) <= roomAbove, `${name} takes ${header?.height} pixels`);
      }
    });
  }
});

test("on a narrow phone no question is cut off in any language, and each is asked in it", async () => {
  await withScreen(320, async (page) => {
    for (const language of languages) {
      await page.goto(`${office.url}/complain/${language}`);
      await page.waitForSelector("#start-acts:not([hidden])");
      await page.click("#start");
      assert.equal(await page.innerText("#words h1"), complainWords[language].words);
      await page.fill("#text", "…");
      await page.click("#words [data-next]");
      for (const question of ["show", "force", "child", "wish", "help", "contact"] as const) {
        assert.equal(await page.innerText(`#${question} h1`), complainWords[language][question]);
        assert.deepEqual(await findCutOff(page), [], `${language} ${question}`);
        await page.click(`#${question} [data-skip]`);
      }
      await page.waitForSelector("#check:not([hidden])");
      assert.deepEqual(await findCutOff(page), [], `${language} check`);
      assert.equal(await page.isVisible("#unreviewed"), !languageFacts[language].reviewed);
      await page.goto(`${office.url}/reply/${language}`);
      await page.waitForSelector("#enter-acts:not([hidden])");
      assert.equal(await page.innerText("h1"), replyWords[language].digits);
      assert.deepEqual(await findCutOff(page), [], `${language} reply`);
    }
  });
});

test("the words change into each language in place, the names of forces among them", async () => {
  await withScreen(320, async (page) => {
    await page.goto(`${office.url}/complain`);
    await page.waitForSelector("[name=force][value=alfa]", { state: "attached" });
    await page.click("#start");
    await page.fill("#text", "…");
    await page.click("#words [data-next]");
    const told: string[] = [];
    for (const language of languages) {
      await page.click(`[data-language=${language}]`);
      await page.waitForSelector(`html[lang=${language}]`);
      assert.equal(await page.innerText("#force h1"), complainWords[language].force);
      told.push(await page.locator("#forces label:has([value=alfa])").innerText());
    }
    const [creole, french, english, spanish, swahili] = told.map((name) => name.trim());
    assert.equal(new Set([creole, french, english]).size, 3);
    assert.deepEqual([spanish, swahili], [french, english]);
  });
});

test("the page about us says in every language that nothing on these pages can be listened to", async () => {
  await withScreen(320, async (page) => {
    for (const language of languages) {
      await page.goto(`${office.url}/about${language === "ht" ? "" : `/${language}`}`);
      assert.ok((await page.innerText("main")).includes(aboutWords[language].limitListen), language);
      assert.deepEqual(await findCutOff(page), [], language);
    }
  });
});
