import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { startLocalDesk } from "@temwen/desk/local";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { intakeNames } from "./casework.ts";
import { openDeskPage, signInAtPage } from "./desk-page.ts";
import { type SmallOffice, startSmallOffice } from "./small-office.ts";

/** The desk's page over a small office: who signs in is chosen by name, and each gets a window of their own. */
export type SmallDesk = AsyncDisposable & {
  readonly url: string;
  /** Everything the local desk logged. */
  readonly logged: () => string;
  readonly signIn: (name: string, context?: Parameters<Browser["newContext"]>[0]) => Promise<Page>;
};

/** Starts a local desk whose people are these of the office. */
export async function startSmallDesk(
  office: SmallOffice,
  browser: Browser,
  names: readonly string[],
  options: Partial<Parameters<typeof startLocalDesk>[0]> = {},
): Promise<SmallDesk> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-small-desk-"));
  const people = names.map((name) => {
    const { id, member } = office.person(name);
    return { id, label: name, role: member.role, ties: member.ties, keyFile: `${name}.age` };
  });
  for (const name of names) await writeFile(join(folder, `${name}.age`), office.person(name).keyFile);
  await writeFile(join(folder, "people.json"), JSON.stringify(people));
  const lines: string[] = [];
  const desk = await startLocalDesk({
    server: office.url,
    trust: office.trust,
    pack: office.pack,
    port: 0,
    keyFolder: folder,
    log: (line) => lines.push(JSON.stringify(line)),
    ...options,
  });
  return {
    url: desk.url,
    logged: () => lines.join("\n"),
    signIn: async (name, context = { locale: "en-GB" }) => {
      const page = await (await browser.newContext(context)).newPage();
      page.setDefaultTimeout(30_000);
      await openDeskPage(page, desk.url);
      await signInAtPage(page, office.person(name));
      return page;
    },
    [Symbol.asyncDispose]: async () => {
      await desk.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A small office and a browser for the tests of one file; `closing` closes them, last first, when those are over. */
export async function startOfficeWithBrowser(): Promise<{
  readonly office: SmallOffice;
  readonly browser: Browser;
  readonly closing: AsyncDisposableStack;
}> {
  await using opening = new AsyncDisposableStack();
  const office = opening.use(await startSmallOffice());
  const browser = opening.adopt(await openBrowser(), (one) => one.close());
  const closing = opening.move();
  after(() => closing.disposeAsync());
  return { office, browser, closing };
}

/** The same with a desk for these people; for intake, where nobody is named. */
export async function startOfficeWithDesk(
  names: readonly string[] = intakeNames,
): Promise<{ readonly office: SmallOffice; readonly desk: SmallDesk }> {
  const { office, browser, closing } = await startOfficeWithBrowser();
  return { office, desk: closing.use(await startSmallDesk(office, browser, names)) };
}
