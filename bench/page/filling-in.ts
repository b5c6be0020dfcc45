import type { Page } from "playwright-core";

/** Opens the complaint page and waits until it can lock words and knows the office. */
export async function openComplaint(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/complain`);
  await page.waitForSelector("#start-acts:not([hidden])");
  await page.waitForSelector("#force [name=force] >> nth=1", { state: "attached" });
}

/** Goes from the opening to the screen on which things are shown. */
export async function tellWords(page: Page, words: string): Promise<void> {
  await page.click("#start");
  await page.fill("#text", words);
  await page.click("#words [data-next]");
}

/** Passes by every question that comes after what is shown, to the read-back. */
export async function skipQuestions(page: Page): Promise<void> {
  for (const question of ["force", "child", "wish", "help", "contact"]) await page.click(`#${question} [data-skip]`);
  await page.waitForSelector("#check:not([hidden])");
}

/** Waits until the receipt is on the screen. */
export async function awaitReceipt(page: Page): Promise<void> {
  await page.waitForSelector("#received:not([hidden])", { timeout: 120_000 });
}
