// What a person does where pictures, files and a voice are shown to the office, step by step.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { checkScreen } from "./browser.ts";
import { openComplaint, readReceipt } from "./complaining.ts";

/** Flags of a phone whose microphone beeps, and whose owner allows it. */
export const microphone = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"] as const;

/** A file as a person chooses it. */
export const asFile = (name: string, mimeType: string, bytes: Uint8Array) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

/** Writes these words and goes to the screen on which things are shown, which is not opened yet. */
export async function goToShow(page: Page, origin: string, words: string): Promise<void> {
  await openComplaint(page, origin);
  await page.click("#start");
  await page.fill("#text", words);
  await page.click("#words [data-next]");
}

/** The same, and opens it. */
export async function openShowing(page: Page, origin: string, words: string): Promise<void> {
  await goToShow(page, origin, words);
  await page.click("#show-open");
  await page.waitForSelector("#evidence-choose");
}

/** Chooses files and waits until each is listed. */
export async function choose(page: Page, ...files: readonly ReturnType<typeof asFile>[]): Promise<void> {
  const opened = page.waitForEvent("filechooser");
  await page.click("#evidence-choose");
  await (await opened).setFiles([...files]);
  for (const { name } of files) await page.waitForSelector(`#show-place li:has-text("${name}")`);
}

/** Speaks for a second, hears both voices, and takes one. */
export async function speak(page: Page, voice: "voice" | "changed-voice"): Promise<void> {
  await page.click("#evidence-record");
  await page.waitForSelector("#evidence-stop");
  await page.waitForTimeout(1000); // a recording lasts as long as it lasts
  await page.click("#evidence-stop");
  await page.check(`[name=voice][value=${voice}]`);
  const lengths = await page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll("audio")].map(async (player) => {
        if (player.readyState === 0) await new Promise((resolve) => player.addEventListener("loadedmetadata", resolve));
        return player.duration;
      }),
    ),
  );
  assert.equal(lengths.length, 2);
  for (const length of lengths) assert.ok(length > 0.5, "a voice that can be heard");
  await checkScreen(page, "which voice");
  await page.click("#evidence-use-voice");
}

/** Goes on from what is shown to the read-back. */
export async function answerRest(page: Page): Promise<void> {
  await page.click("#show [data-next]");
  for (const question of ["force", "child", "wish", "help", "contact"]) await page.click(`#${question} [data-skip]`);
}

/** Answers the rest, sends, and waits for the receipt. */
export async function sendAll(page: Page): Promise<void> {
  await answerRest(page);
  await page.click("#send");
  await readReceipt(page);
}

/** Waits until everything that was shown is at the office. */
export const allArrived = (page: Page) =>
  page.waitForSelector("#evidence-state:has-text('Tout bagay rive.')", { timeout: 60_000 });
