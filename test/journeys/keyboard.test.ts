// Somebody without mouse or touch, against a real office in a real browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { phone, withPage } from "../support/browser.ts";
import { openComplaint, readReceipt } from "../support/complaining.ts";
import { type Journey, openJourney } from "../support/journey.ts";
import { pressAt, tabTo, typeAt } from "../support/keyboard.ts";

let journey: Journey;
before(async () => {
  journey = await openJourney();
});
after(() => journey?.[Symbol.asyncDispose]());

const words = "Yo pran moto m nan, yo pa ban m papye. 🏍️";

test("somebody without mouse or touch complains and reads the answer", async () => {
  let receipt = "";
  const filed = await journey.filedBy(() =>
    withPage(journey.browser, { origin: journey.office.url, viewport: phone.viewport }, async ({ page }) => {
      const next = (question: string) => pressAt(page, `#${question} [data-next]`);
      await openComplaint(page, journey.office.url);
      await pressAt(page, "#start");
      await typeAt(page, "#text", words);
      await typeAt(page, "#place", "Kafou");
      await next("words");
      await pressAt(page, "#show [data-skip]");
      await tabTo(page, "#force input");
      await page.keyboard.press("Space");
      await next("force");
      await pressAt(page, "#child input", "ArrowDown");
      await next("child");
      await pressAt(page, "#wish [data-skip]");
      await pressAt(page, "#help input[value=legal]", "Space");
      await typeAt(page, "#help-words", "Yon avoka");
      await next("help");
      await typeAt(page, "#name", "Fiktif");
      await page.keyboard.press("Enter");
      await pressAt(page, "#send");
      receipt = await readReceipt(page);
      await typeAt(page, "#rehearsal", receipt);
      assert.equal(await page.getAttribute("#rehearsed", "class"), "right");
      await pressAt(page, "#finish");
      await pressAt(page, "#finish-yes");
      await page.waitForSelector("#finished:not([hidden])");
    }),
  );
  assert.deepEqual(
    filed.map(({ view: { story } }) => [story.text, story.place, story.force, story.child]),
    [[words, "Kafou", "ken", "no"]],
  );
  await withPage(journey.browser, { origin: journey.office.url, viewport: phone.viewport }, async ({ page }) => {
    await page.goto(`${journey.office.url}/reply`);
    await page.waitForSelector("#enter-acts:not([hidden])");
    await typeAt(page, "#digits", receipt);
    await pressAt(page, "#open");
    await page.waitForSelector("#box:not([hidden])", { timeout: 60_000 });
    await typeAt(page, "#message", "Mèsi.");
    await pressAt(page, "#send");
    // Before the office's first answer the mailbox shows nothing to whoever forces it open, but it says that it sent.
    await page.waitForFunction(() => document.querySelector("#sent")?.textContent === "Mesaj ou rive.");
    await pressAt(page, "#close");
    await page.waitForSelector("#closed:not([hidden])");
  });
});
