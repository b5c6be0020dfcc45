// What an examiner does at the desk's screens from admission on: by the ids that every language has in common.
import type { CaseId } from "@temwen/vocabulary";
import { type DeskWords, deskWords } from "@temwen/words/desk";
import type { Page } from "playwright-core";

type Spoken = keyof typeof deskWords;
type Order = Extract<keyof DeskWords, `order.${string}`>;

/** Opens the case that a colleague told the number of, as somebody does whose role has no list. */
export async function openByNumber(page: Page, caseId: CaseId): Promise<void> {
  await page.fill("#number", caseId);
  await page.click(".by-number [type=submit]");
}

/** Opens the sheet of an order from the list of what may be done now. */
export async function openSheet(page: Page, order: string, spoken: Spoken = "ht"): Promise<void> {
  const name = deskWords[spoken][`order.${order}` as Order] as string;
  await page.locator(".acts").getByRole("button", { name, exact: true }).click();
  await page.waitForSelector(".act-sheet");
}

/** Chooses an answer of a question, by the order's own names. */
export const choose = (page: Page, name: string, ...values: readonly string[]): Promise<void> =>
  values.reduce(
    (before, value) => before.then(() => page.check(`.act-sheet input[name="${name}"][value="${value}"]`)),
    Promise.resolve(),
  );

/** Writes the words that are sealed with the act. */
export const write = (page: Page, words: string): Promise<void> => page.fill("#act-text", words);

/** Signs, and once more where it is asked twice; waits until it is in the record. */
export async function sign(page: Page): Promise<void> {
  await page.click(".act-sheet [type=submit]");
  const twice = page.locator(".confirm .row button").last();
  const done = page.locator(".notice.done, .queue h1").first();
  await twice.or(done).first().waitFor({ timeout: 60_000 });
  if (await twice.isVisible()) await twice.click();
  await done.waitFor({ timeout: 60_000 });
}
