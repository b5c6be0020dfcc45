// What a person does on the pages, step by step; the tests say it in these words.
import type { Page } from "playwright-core";

/** What a person answers; what is left out is skipped. */
export type Answers = {
  readonly text: string;
  readonly place?: string;
  readonly force?: string;
  readonly child?: "yes" | "no" | "doubt";
  readonly wish?: string;
  readonly needs?: readonly string[];
  readonly helpWords?: string;
  readonly name?: string;
  readonly way?: string;
  readonly safe?: string;
};

type OnScreen = (screen: string) => Promise<void>;
const nothing: OnScreen = async () => undefined;

/** Opens the page and waits until it can lock words and knows the office. */
export async function openComplaint(page: Page, origin: string, path = "/complain"): Promise<void> {
  await page.goto(origin + path);
  await page.waitForSelector("#start-acts:not([hidden])");
  await page.waitForSelector("#force [name=force] >> nth=1", { state: "attached" });
}

/** Goes from the opening through every question to the read-back. */
export async function answerAll(page: Page, answers: Answers, onScreen = nothing): Promise<void> {
  await onScreen("opening");
  await page.click("#start");
  await page.fill("#text", answers.text);
  await fillIfSaid(page, "#place", answers.place);
  await onScreen("words");
  await page.click("#words [data-next]");
  await onScreen("show");
  await page.click("#show [data-skip]");
  for (const [question, chosen] of [
    ["force", answers.force],
    ["child", answers.child],
    ["wish", answers.wish],
  ] as const) {
    if (chosen !== undefined) await page.check(`[name=${question}][value="${chosen}"]`);
    await onScreen(question);
    await page.click(`#${question} ${chosen === undefined ? "[data-skip]" : "[data-next]"}`);
  }
  for (const need of answers.needs ?? []) await page.check(`[name=need][value=${need}]`);
  await fillIfSaid(page, "#help-words", answers.helpWords);
  await onScreen("help");
  await page.click("#help [data-next]");
  for (const id of ["name", "way", "safe"] as const) await fillIfSaid(page, `#${id}`, answers[id]);
  await onScreen("contact");
  await page.click("#contact [data-next]");
  await page.waitForSelector("#check:not([hidden])");
  await onScreen("check");
}

/** Sends, and reads the receipt from the screen. */
export async function sendComplaint(page: Page): Promise<string> {
  await page.click("#send");
  return readReceipt(page);
}

/** The 24 digits, once they are on screen. */
export async function readReceipt(page: Page): Promise<string> {
  await page.waitForSelector("#received:not([hidden])", { timeout: 60_000 });
  return readDigits(page, "#digits");
}

export async function readDigits(page: Page, list: string): Promise<string> {
  return (await page.locator(`${list} li [aria-hidden]`).allTextContents()).join("");
}

/** Types a receipt at the reply page and waits for the mailbox. */
export async function openMailbox(page: Page, origin: string, receipt: string, path = "/reply"): Promise<void> {
  await page.goto(origin + path);
  await page.waitForSelector("#enter-acts:not([hidden])");
  await page.locator("#digits").pressSequentially(receipt);
  await page.click("#open");
  await page.waitForSelector("#box:not([hidden])", { timeout: 60_000 });
}

/** What the office wrote, word for word, in the order shown. */
export const readAnswers = (page: Page): Promise<readonly string[]> => page.locator("#entries .said").allTextContents();

async function fillIfSaid(page: Page, field: string, words: string | undefined): Promise<void> {
  if (words !== undefined) await page.fill(field, words);
}
