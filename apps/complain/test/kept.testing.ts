// What lies on a phone for the page that is kept and the message that waits, and how a person comes to it.
import type { Page } from "playwright-core";
import type { FakeOffice } from "./fake-office.testing.ts";
import { type Phone, withPhone } from "./phone.testing.ts";

export const words = "Yo pran moto m nan, yo pa ban m papye. 🏍️";

/** A phone on which nothing waits long for a line. */
export const withKept = (use: (phone: Phone) => Promise<void>): Promise<void> => withPhone(use, { hurries: true });

export async function open({ office, page }: Phone, path = "/complain"): Promise<void> {
  await page.goto(office.url + path);
  await page.waitForSelector("#start-acts:not([hidden])");
}

/** Keeps the page and waits until the phone says how that ended. */
export async function keep({ page }: Phone): Promise<string> {
  await page.click("#keep");
  await page.waitForFunction(() => {
    const said = document.querySelector("#keep-said")?.textContent;
    return said && !said.startsWith("N ap");
  });
  return page.innerText("#keep-said");
}

/** Answers the first question and passes the others, up to the read-back; `at` is told of each screen. */
export async function answer(page: Page, at: (screen: string) => Promise<void> = async () => {}): Promise<void> {
  await at("opening");
  await page.click("#start");
  await page.fill("#text", words);
  await at("words");
  await page.click("#words [data-next]");
  while (!(await page.isVisible("#check"))) {
    await at((await page.locator("form > section:not([hidden])").getAttribute("id")) ?? "");
    await page.click("section:not([hidden]) [data-skip]");
  }
  await at("check");
}

/** Writes and sends without a line, up to where the page says that nobody knows. */
export async function sendIntoNothing({ page, context }: Phone): Promise<void> {
  await page.waitForSelector("[name=force][value=alfa]", { state: "attached" });
  await answer(page);
  await context.setOffline(true);
  await page.click("#send");
  await page.waitForSelector("#sending-failed:not([hidden])", { timeout: 30_000 });
}

export async function letWait({ page }: Phone): Promise<string> {
  await page.click("#wait");
  await page.waitForSelector("#received:not([hidden])");
  return readReceipt(page);
}

export const readReceipt = async (page: Page): Promise<string> =>
  (await page.locator("#digits [aria-hidden]").allTextContents()).join("");

export const said = (page: Page, text: string) =>
  page.waitForFunction((one) => document.querySelector("#waiting")?.textContent?.includes(one), text);

/** What lies on the phone: each cache with what it holds, and how many workers there are. */
export const findKept = (
  page: Page,
): Promise<{ readonly caches: Record<string, readonly string[]>; readonly workers: number }> =>
  page.evaluate(async () => {
    const kept: [string, string[]][] = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      kept.push([name, requests.map(({ url }) => new URL(url).pathname)]);
    }
    return { caches: Object.fromEntries(kept), workers: (await navigator.serviceWorker.getRegistrations()).length };
  });

/** The caches in which locked messages wait. */
export const waitingOn = async (page: Page): Promise<readonly string[]> =>
  Object.keys((await findKept(page)).caches).filter((name) => name.startsWith("waiting-"));

export const nothingKept = { caches: {}, workers: 0 };

export async function storiesOf(office: FakeOffice): Promise<readonly string[]> {
  const stories = await Promise.all([...office.kept.keys()].map((caseId) => office.readStory(caseId)));
  return stories.map(({ text }) => text);
}
