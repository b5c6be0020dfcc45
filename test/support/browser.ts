import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../tools/ensure-browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A cheap phone, held upright. */
export const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } as const;
/** A small laptop. */
export const laptop = { viewport: { width: 1280, height: 800 } } as const;

/** Starts a browser, with these flags besides those of every test. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureBrowser(), args: [...chromiumFlags, ...flags] });
}

/** A page under watch: what it did that no page of ours may do. */
export type Watched = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked, with the method: `POST /api/complaints`. */
  readonly asked: readonly string[];
  /** The dialogs that came up, by kind. */
  readonly dialogs: readonly string[];
};

export type Watching = BrowserContextOptions & {
  /** The only origin that may be asked for anything. */
  readonly origin: string;
  /** Words on the console that this test provokes itself, a line that it cuts for instance. */
  readonly provoked?: RegExp;
  /** What to answer when the page asks whether to leave. */
  readonly leaves?: boolean;
};

/**
 * Opens a page in a fresh browser profile, hands it over, and fails when anything went wrong in it meanwhile: an error, a
 * word on the console (where broken security policies are told), a request to somebody else, a dialog of a script.
 */
export async function withPage(
  browser: Browser,
  { origin, provoked, leaves = true, ...options }: Watching,
  use: (watched: Watched) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const wrong: string[] = [];
  const asked: string[] = [];
  const dialogs: string[] = [];
  context.on("page", (page) => {
    page.on("pageerror", (error) => wrong.push(`threw: ${error.message}`));
    page.on("console", (line) => {
      if (/^(error|warning)$/.test(line.type()) && !provoked?.test(line.text())) wrong.push(`console: ${line.text()}`);
    });
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.type());
      if (dialog.type() !== "beforeunload") wrong.push(`dialog: ${dialog.type()}`);
      void (leaves ? dialog.accept() : dialog.dismiss());
    });
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin === origin) asked.push(`${request.method()} ${url.pathname}`);
    else if (!/^(data|about|blob):/.test(url.protocol)) wrong.push(`asked ${url.origin}`);
  });
  try {
    await use({ page: await context.newPage(), context, asked, dialogs });
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

/** Waits for words in a place of the page; says what stands there and what was asked of the office, where they do not come in time. */
export async function waitForWords(
  { page, asked }: Pick<Watched, "page" | "asked">,
  place: string,
  words: string,
  timeout = 60_000,
): Promise<void> {
  const found = page.locator(place).filter({ hasText: words }).first();
  await found.waitFor({ state: "attached", timeout }).catch(async (cause: unknown) => {
    const stands = await page.locator(place).allTextContents();
    throw new Error(`${place} says ${JSON.stringify(stands)}; asked: ${asked.slice(-20).join(", ")}`, { cause });
  });
}

/** The screen as it stands has no serious barrier for anybody, and needs no sideways scrolling. */
export async function checkScreen(page: Page, name: string): Promise<void> {
  await checkWidth(page, name);
  assert.deepEqual(await findBarriers(page), [], name);
}

export async function checkWidth(page: Page, name: string): Promise<void> {
  const { scrolled, room } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrolled: scrollWidth, room: clientWidth };
  });
  assert.ok(scrolled <= room, `${name} scrolls sideways: ${scrolled} pixels in ${room}`);
}

/** What axe calls serious or critical, targets too small for a thumb among it (WCAG 2.2, off by default). Asked through the debugger, because the page's own policy lets nothing else in. */
async function findBarriers(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const run = `${axe};axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(({violations}) =>
    violations.filter(({impact}) => impact === "serious" || impact === "critical")
      .flatMap(({id, nodes}) => nodes.map(({target, any}) => id + " " + target + " " + (any[0] ? any[0].message : ""))))`;
  const { result } = await session.send("Runtime.evaluate", {
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return result.value as string[];
}

/** Everything that a page may have left in the browser for its origin. */
export async function findTraces(page: Page, context: BrowserContext): Promise<Readonly<Record<string, number>>> {
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: "caches" in globalThis ? (await caches.keys()).length : 0,
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  }));
  return { ...stored, cookies: (await context.cookies()).length };
}

export const noTraces = { local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookies: 0 } as const;
