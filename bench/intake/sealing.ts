import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Directory } from "@temwen/office";
import { deriveReceiptKeys, drawReceipt } from "@temwen/sealing/receipt";
import { sealComplaint } from "@temwen/sealing/seal";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../tools/ensure-browser.ts";
import { median, quantile, round, spell } from "../numbers.ts";
import type { BenchContext, Part, PartReport } from "../report.ts";
import { makeOffice } from "./office.ts";
import { draftComplaint } from "./parcels.ts";
import type { PageTimes } from "./sealing-page.ts";

/** How long a person waits while their words are locked: in Node, in a browser, in a browser six times slower. */
export const sealing: Part = { name: "sealing", run: measureSealing };

/** About the distance between this generation of servers and a cheap phone. */
const slowdown = 6;

const extents = { full: { sealings: 20, pages: 7 }, quick: { sealings: 5, pages: 2 } };

type Times = Pick<PageTimes, "receipt" | "seal"> & Partial<PageTimes>;
type Place = { readonly place: string; readonly times: readonly Times[] };

async function measureSealing(context: BenchContext): Promise<PartReport> {
  const extent = context.quick ? extents.quick : extents.full;
  const { directory } = await makeOffice(context);
  context.say("sealing in Node");
  const places: Place[] = [{ place: "Node", times: await sealInNode(directory, extent.sealings) }];
  const url = await serveSealingPage(context);
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...chromiumFlags] });
  context.closing.defer(() => browser.close());
  for (const rate of [1, slowdown]) {
    context.say(`sealing in Chromium, ${rate} × slower`);
    places.push({ place: `Chromium ×${rate}`, times: await sealInPages(browser, url, directory, rate, extent.pages) });
  }
  return describe(places, browser.version());
}

async function sealInNode(directory: Directory, count: number): Promise<readonly Times[]> {
  const times: Times[] = [];
  for (let n = 0; n < count; n++) {
    const begun = performance.now();
    const receipt = await deriveReceiptKeys(drawReceipt(), directory.receiptSalt);
    const derived = performance.now();
    const parcel = await sealComplaint(draftComplaint(900), receipt, directory);
    if (!parcel.ok) throw new Error(`sealing was refused: ${parcel.refusal.code}`);
    times.push({ receipt: derived - begun, seal: performance.now() - derived });
  }
  return times;
}

/** The page's own libraries, bundled for the engines it is built for, at an address where browsers allow WebCrypto. */
async function serveSealingPage({ closing }: BenchContext): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL("./sealing-page.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome80", "firefox78", "safari14"],
    supported: { destructuring: true },
    logLevel: "error",
  });
  const script = bundle.outputFiles[0]?.text.replaceAll("</script", "<\\/script") ?? "";
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>sealing</title><script>${script}</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.defer(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Each time a fresh page, because a complainant seals once: nothing is compiled yet. */
async function sealInPages(
  browser: Browser,
  url: string,
  directory: Directory,
  ...[rate, count]: readonly [rate: number, count: number]
): Promise<readonly PageTimes[]> {
  const times: PageTimes[] = [];
  for (let n = 0; n < count; n++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate });
    await page.goto(url);
    const asked = { directory, draft: draftComplaint(900) };
    times.push(await page.evaluate(({ directory, draft }) => globalThis.measureSealing(directory, draft), asked));
    await context.close();
  }
  return times;
}

function describe(places: readonly Place[], chromiumVersion: string): PartReport {
  const figures = places.map(({ place, times }) => {
    const of = (name: keyof PageTimes) => times.flatMap((time) => time[name] ?? []);
    return {
      place,
      times: times.length,
      receipt: round(median(of("receipt"))),
      seal: round(median(of("seal"))),
      sealP95: round(quantile(of("seal"), 0.95)),
      ...(place !== "Node" && {
        receiptBlock: round(median(of("receiptBlock"))),
        sealBlock: round(median(of("sealBlock"))),
      }),
    };
  });
  return {
    tables: [
      {
        title: "Sealing one complaint, 4 KiB bucket, 16 sealed parts, milliseconds",
        head: ["where", "times", "receipt", "its longest block", "sealing", "p95", "its longest block"],
        rows: figures.map(({ place, times, receipt, receiptBlock, seal, sealP95, sealBlock }) => {
          const measured = [receipt, receiptBlock, seal, sealP95, sealBlock].map((time) => spell(time ?? Number.NaN));
          return [place, String(times), ...measured];
        }),
        notes: [
          `Chromium ${chromiumVersion}, main thread, a fresh page each time; ×${slowdown}: its own CPU throttling.`,
          "A block is the longest task of the main thread, median over the pages: meanwhile nothing moves.",
          "receipt: 600 000 rounds of PBKDF2, which browsers run beside the main thread, where throttling does not reach.",
        ],
      },
    ],
    verdicts: [],
    figures: { chromium: chromiumVersion, sealing: figures },
  };
}
