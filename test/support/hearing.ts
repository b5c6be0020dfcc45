// What members of the panel do in the hearing room, by the English words they read there.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openAct, pressSign } from "./desk-screens.ts";

/** Goes from the case into the hearing room. */
export async function enterHearing(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open the hearing room" }).click();
  await page.locator("#sittings").waitFor();
}

/** Signs a form that asks a second time, and waits until it is recorded. */
export async function signTwice(page: Page): Promise<void> {
  await pressSign(page);
  await page.locator(".confirm button").last().click();
  await page.locator(".notice.done").waitFor();
}

/** Signs a form that asks once. */
export async function signOnce(page: Page): Promise<void> {
  await pressSign(page);
  await page.locator(".notice.done").waitFor();
}

/** Reads the room anew, as somebody does whom a colleague tells to look. */
export async function lookAgain(page: Page): Promise<void> {
  await page.locator("h1").click();
  const read = page.waitForEvent("requestfinished", (request) => /\/api\/cases\/cas_\w+$/.test(request.url()));
  await page.keyboard.press("r");
  await read;
}

/** Opens the ballot, and votes. */
export async function voteAt(page: Page, vote: "For" | "Against" | "Abstains", dissent = ""): Promise<void> {
  await lookAgain(page);
  await openAct(page, "Vote");
  await page.getByLabel(vote, { exact: true }).check();
  if (dissent !== "") await page.locator("#act-text").fill(dissent);
  await signTwice(page);
}

/** Closes the open sitting and tells the person. */
export async function closeAt(page: Page, message: string): Promise<void> {
  await lookAgain(page);
  await openAct(page, "Close the sitting");
  await page.locator("#act-text").fill(message);
  await signTwice(page);
}

/** Three votes for what is proposed, and the close. */
export async function decideAt(pages: readonly Page[], message: string): Promise<void> {
  for (const page of pages) await voteAt(page, "For");
  const [first] = pages;
  assert.ok(first);
  await closeAt(first, message);
}

/** Fills in one measure of a ruling, by its place. */
export async function fillMeasure(
  page: Page,
  number: number,
  { form, bearer, text }: { readonly form: string; readonly bearer: string; readonly text: string },
): Promise<void> {
  const at = `#ask-measures-${number}`;
  await page.locator(`${at}-form`).selectOption({ label: form });
  await page.locator(`${at}-bearer`).selectOption({ label: bearer });
  await page.locator(`${at}-text`).fill(text);
}
