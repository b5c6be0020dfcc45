import type { Browser } from "playwright-core";
import { median, round, spell, sum } from "../numbers.ts";
import type { Part, PartReport } from "../report.ts";
import { onFreshPhone, prepareVisit } from "./phone.ts";

/** How long a line of 100 kbit/s and 800 ms keeps a person from the first word, and from being able to begin. */
export const slowLine: Part = {
  name: "slow-line",
  run: async (context) => {
    const { office, browser } = await prepareVisit(context);
    const visits: Visited[] = [];
    for (const place of places) {
      context.say(`${place.path} over the slow line`);
      for (let n = 0; n < (context.quick ? 1 : 5); n++) visits.push(await visit(browser, office.url, place));
    }
    return describe(visits, browser.version());
  },
};

const kilobitsPerSecond = 100;
const delayMillis = 800;
/** Seconds until the page can be used. */
const longest = 5;

/** What must be on the screen before a person can do what they came for. */
const places = [
  { path: "/", usable: "main a" },
  { path: "/complain", usable: "#start-acts:not([hidden])" },
  { path: "/reply", usable: "#enter-acts:not([hidden])" },
  { path: "/help", usable: "main" },
] as const;

type Visited = {
  readonly path: string;
  /** Seconds. */
  readonly painted: number;
  readonly usable: number;
  readonly kilobytes: number;
  readonly requests: number;
};

async function visit(browser: Browser, origin: string, { path, usable }: (typeof places)[number]): Promise<Visited> {
  return onFreshPhone(browser, async ({ page, devtools }) => {
    const sizes: number[] = [];
    devtools.on("Network.loadingFinished", ({ encodedDataLength }) => sizes.push(encodedDataLength));
    await devtools.send("Network.enable");
    const throughput = (kilobitsPerSecond * 1000) / 8;
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: delayMillis,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
    const begun = performance.now();
    await page.goto(origin + path, { waitUntil: "commit" });
    // Looked at in every frame: waiting for a selector looks twice a second.
    await page.waitForFunction((wanted) => document.querySelector(wanted)?.checkVisibility(), usable, {
      polling: "raf",
    });
    const seconds = (performance.now() - begun) / 1000;
    const [bytes, requests] = [sum(sizes), sizes.length];
    // The browser's own count of when there was something to read.
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const first = list.getEntriesByName("first-contentful-paint")[0];
            if (first) resolve(first.startTime / 1000);
          }).observe({ type: "paint", buffered: true });
        }),
    );
    return { path, painted, usable: seconds, kilobytes: bytes / 1000, requests };
  });
}

function describe(visits: readonly Visited[], version: string): PartReport {
  const figures = places.map(({ path }) => {
    const own = visits.filter((one) => one.path === path);
    const of = (name: "painted" | "usable" | "kilobytes" | "requests") => round(median(own.map((one) => one[name])));
    const [painted, usable] = [of("painted"), of("usable")];
    return { path, visits: own.length, painted, usable, kilobytes: of("kilobytes"), requests: of("requests") };
  });
  return {
    tables: [
      {
        title: `A first visit over ${kilobitsPerSecond} kbit/s and ${delayMillis} ms, seconds`,
        head: ["page", "visits", "first words", "usable", "KB so far", "requests"],
        rows: figures.map(({ path, visits: count, painted, usable, kilobytes, requests }) => [
          path,
          String(count),
          ...[painted, usable, kilobytes].map(spell),
          String(requests),
        ]),
        notes: [
          `Chromium ${version}, its own emulation: the delay is of each answer; opening the connection and TLS cost nothing here.`,
          "usable: what one came for can be begun. What comes behind it (the directory) is waited for when it is needed.",
        ],
      },
    ],
    verdicts: figures.map(({ path, usable }) => ({
      what: `${path}: seconds until it is usable`,
      measured: usable,
      sense: "at most",
      bound: longest,
    })),
    figures: { chromium: version, slowLine: figures },
  };
}
