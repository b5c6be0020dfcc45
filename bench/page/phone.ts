import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../tools/ensure-browser.ts";
import { makeOffice, type ServedOffice, serveOffice } from "../intake/office.ts";
import type { BenchContext } from "../report.ts";

/** An office at work, and a browser to visit it with. */
export type Visit = { readonly office: ServedOffice; readonly browser: Browser };

/** Makes both; they end with the part. */
export async function prepareVisit(context: BenchContext): Promise<Visit> {
  const office = await serveOffice(await makeOffice(context), context);
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...chromiumFlags] });
  context.closing.defer(() => browser.close());
  return { office, browser };
}

/** A cheap phone, held upright. */
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } as const;

type OnPhone = { readonly page: Page; readonly context: BrowserContext; readonly devtools: CDPSession };

/** A small phone that has never been here: nothing is in its cache, nothing compiled. */
export async function onFreshPhone<T>(browser: Browser, use: (on: OnPhone) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ...phone });
  try {
    const page = await context.newPage();
    return await use({ page, context, devtools: await context.newCDPSession(page) });
  } finally {
    await context.close();
  }
}
