// What a member of staff does at the desk's page, by what every language has in common: the ids.
import type { Page } from "playwright-core";
import type { DemoPerson } from "./office.ts";

/** Opens the desk by the link it showed when it started. */
export async function openDeskPage(page: Page, desk: string): Promise<void> {
  await page.goto(desk);
  await page.waitForSelector("#passphrase");
}

export async function signInAtPage(page: Page, person: Pick<DemoPerson, "id" | "passphrase">): Promise<void> {
  await page.selectOption("#who", person.id);
  await page.fill("#passphrase", person.passphrase);
  await page.click(".sign-in [type=submit]");
  // Whoever holds shares has no list of cases.
  await page.waitForSelector(".queue h1, .shares h1", { timeout: 60_000 });
}

/** Opens a case of the queue by its number, asking for more of the queue until it is there. */
export async function openCaseAtPage(page: Page, caseId: string): Promise<void> {
  const row = page.locator(".case-row", { hasText: shortNumber(caseId) });
  await page.waitForSelector(".case-row");
  while ((await row.count()) === 0) {
    const rows = await page.locator(".case-row").count();
    await page.click(".queue-foot button");
    await page.waitForFunction((shown) => document.querySelectorAll(".case-row").length > shown, rows);
  }
  await row.click();
  await page.waitForSelector("#story");
}

/** How the desk spells a case's number. */
export const shortNumber = (caseId: string): string => `${caseId.slice(4, 8)} ${caseId.slice(8, 12)}`;

/** Shows the names, places and numbers that a case room covers at first. */
export const uncoverAtPage = (page: Page) => page.click(".cover-all button[aria-pressed=false]");

/** The story as the case room shows it. */
export const storyAtPage = (page: Page) => page.locator("section:has(> #story) > .said");

/** Opens an act's form, fills in the words, signs and sends. */
export async function actAtPage(page: Page, name: string, words: string): Promise<void> {
  await page.locator(".acts").getByRole("button", { name, exact: true }).click();
  await page.fill("#act-text", words);
  await page.click(".act-sheet [type=submit]");
  await page.waitForSelector(".notice.done", { timeout: 60_000 });
}
