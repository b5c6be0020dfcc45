// What staff do at the desk's screens, by the English words they read there; everybody is of the demonstration.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { shortNumber } from "./desk-page.ts";
import { runCommand, startOffice, type TestOffice } from "./office.ts";

/** What a complaint left with the person who sent it. */
export type Filed = { readonly receipt: string; readonly case: string };

/** A case at a reader's desk, and who reads there. */
export type AtReader = { readonly page: Page; readonly label: string };

/** A whole office and a browser in which its people sit at their desks. */
export type DeskScreens = AsyncDisposable & {
  readonly office: TestOffice;
  /** A picture of one pixel, in a file and as its bytes. */
  readonly picture: { readonly place: string; readonly bytes: Buffer };
  /** A desk of nobody yet, in a fresh profile. */
  readonly openDesk: (at?: Pick<TestOffice, "desk">, options?: Parameters<Browsing["newContext"]>[0]) => Promise<Page>;
  /** A page that never saw the link of the desk. */
  readonly openElsewhere: (address: string) => Promise<Page>;
  readonly signIn: (page: Page, label: string, at?: Pick<TestOffice, "data">) => Promise<void>;
  /** Signs in as an officer who can read the case (or the one longest received), whoever the lot made that, and opens it. */
  readonly openAsReader: (caseId?: string) => Promise<AtReader>;
  /** A page for each of the four who can read a case, with the case open. */
  readonly openAllReaders: (caseId: string) => Promise<readonly Page[]>;
  /** Complains by the command, about the force called ken. */
  readonly complain: (text: string, ...more: readonly string[]) => Promise<Filed>;
  /** What the person reads with a receipt. */
  readonly readAnswers: (receipt: string) => Promise<string>;
};

type Browsing = Awaited<ReturnType<typeof openBrowser>>;

export async function openDeskScreens(): Promise<DeskScreens> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-desk-screens-"));
  const [office, browser] = await Promise.all([startOffice(), openBrowser()]);
  const picture = { place: join(folder, "prèv.png"), bytes: onePixel };
  await writeFile(picture.place, picture.bytes);

  const openDesk: DeskScreens["openDesk"] = async (at = office, options = {}) => {
    const context = await browser.newContext({ locale: "en-GB", ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => assert.fail(`the page failed: ${error.message}`));
    page.on("dialog", () => assert.fail("a window over the page"));
    await page.goto(at.desk);
    await page.getByLabel("Passphrase").waitFor();
    return page;
  };

  const signIn: DeskScreens["signIn"] = async (page, label, at = office) => {
    const people = JSON.parse(await readFile(join(at.data, "demo/people.json"), "utf8")) as readonly DeskPerson[];
    const person = people.find((one) => one.label === label);
    assert.ok(person, label);
    await page.locator("#who").selectOption(person.id);
    await page.getByLabel("Passphrase").fill(person.passphrase);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.locator(".queue h1").waitFor();
  };

  /** The case at the desk of each who is asked in turn, and whether they can read it. */
  async function* atDesks(caseId?: string): AsyncIterable<AtReader & { readonly canRead: boolean }> {
    for (const number of [1, 2, 3, 4, 5]) {
      const label = `Demo Intake ${number}`;
      const page = await openDesk();
      await signIn(page, label);
      await page.getByRole("button", { name: /^Received/ }).click();
      if (caseId === undefined) await openFirst(page);
      else await openCase(page, caseId);
      const canRead = (await page.locator("section:has(#story) .said").count()) > 0;
      yield { page, label, canRead };
      if (!canRead) await page.context().close();
    }
  }

  return {
    office,
    picture,
    openDesk,
    signIn,
    openElsewhere: async (address) => {
      const page = await browser.newPage({ locale: "en-GB" });
      await page.goto(address);
      return page;
    },
    openAsReader: async (caseId) => {
      for await (const { canRead, ...at } of atDesks(caseId)) if (canRead) return at;
      throw new Error("none of the officers can read the story");
    },
    openAllReaders: async (caseId) => {
      const readers: Page[] = [];
      for await (const { page, canRead } of atDesks(caseId)) if (canRead) readers.push(page);
      return readers;
    },
    complain: async (text, ...more) => {
      const args = ["complain", "--server", office.url, "--text", "-", "--force", "ken", "--lang", "ht", "--json"];
      const filed = await runCommand([...args, ...more], text);
      assert.equal(filed.code, 0, filed.stderr);
      return JSON.parse(filed.stdout);
    },
    readAnswers: async (receipt) => {
      const read = await runCommand(["reply", "--server", office.url, "--receipt", "-", "--json"], receipt);
      assert.equal(read.code, 0, read.stderr);
      return read.stdout;
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await office[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type DeskPerson = { readonly id: string; readonly label: string; readonly passphrase: string };

/** Opens the first case of the list. */
export async function openFirst(page: Page): Promise<void> {
  await page.locator(".case-row").first().click();
  await page.locator("#story").waitFor();
}

/** Opens a case of the list, by its id. */
export async function openCase(page: Page, caseId: string): Promise<void> {
  await page.locator(".case-row", { hasText: shortNumber(caseId) }).click();
  await page.locator("#story").waitFor();
}

/** Opens an act's form. */
export const openAct = (page: Page, name: string) =>
  page.locator(".acts").getByRole("button", { name, exact: true }).click();

/** Presses the button that signs, whatever comes of it. */
export const pressSign = (page: Page) => page.locator(".act-sheet button[type=submit]").click();

/** Signs, and waits until it is recorded. */
export async function sign(page: Page): Promise<void> {
  await pressSign(page);
  await page.locator(".notice.done").getByText("Signed and recorded.").waitFor();
}

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
