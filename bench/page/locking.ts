import type { Browser, Page } from "playwright-core";
import { median, round, spell } from "../numbers.ts";
import type { Part, PartReport } from "../report.ts";
import { awaitReceipt, openComplaint, skipQuestions, tellWords } from "./filling-in.ts";
import { onFreshPhone, prepareVisit } from "./phone.ts";

/** From the last tap to the locked message leaving the phone, on the page itself, on a processor six times slower. */
export const locking: Part = {
  name: "locking",
  run: async (context) => {
    const { office, browser } = await prepareVisit(context);
    const times: Locked[] = [];
    for (let n = 0; n < (context.quick ? 1 : 7); n++) {
      context.say(`a complaint on a phone, ${n + 1}`);
      times.push(await complain(browser, office.url));
    }
    return describe(times, browser.version());
  },
};

/** About the distance between this generation of servers and a cheap phone. */
const slowdown = 6;
/** Seconds from the tap until the parcel leaves. */
const longest = 3;

type Locked = {
  /** Seconds. */
  readonly locked: number;
  readonly received: number;
  /** Milliseconds in which the page could neither draw nor hear, at worst. */
  readonly blocked: number;
  /** How many different things it said meanwhile. */
  readonly told: number;
};

async function complain(browser: Browser, origin: string): Promise<Locked> {
  return onFreshPhone(browser, async ({ page, devtools }) => {
    await openComplaint(page, origin);
    await tellWords(page, "Sa a se yon egzanp. ".repeat(45));
    await page.click("#show [data-skip]");
    await skipQuestions(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await watch(page);
    const left = page.waitForRequest((request) => request.url().endsWith("/api/complaints"), { timeout: 60_000 });
    const begun = performance.now();
    await page.click("#send");
    await left;
    const locked = (performance.now() - begun) / 1000;
    await awaitReceipt(page);
    const received = (performance.now() - begun) / 1000;
    return { locked, received, ...(await readWatched(page)) };
  });
}

declare global {
  var watched: { blocked: number; readonly told: Set<string> };
}

/** Listens for tasks that block the page, and for what it says while it works. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    globalThis.watched = { blocked: 0, told: new Set() };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        globalThis.watched.blocked = Math.max(globalThis.watched.blocked, duration);
      }
    }).observe({ type: "longtask" });
    const place = document.getElementById("sending");
    if (!place) throw new Error("the page has no place to say what it does");
    new MutationObserver(() => globalThis.watched.told.add(place.innerText)).observe(place, {
      ...{ subtree: true, childList: true, characterData: true, attributes: true },
    });
  });

async function readWatched(page: Page): Promise<Pick<Locked, "blocked" | "told">> {
  // Long tasks are told a little after they end.
  await page.waitForTimeout(500);
  return page.evaluate(() => ({ blocked: globalThis.watched.blocked, told: globalThis.watched.told.size }));
}

function describe(times: readonly Locked[], version: string): PartReport {
  const of = (name: keyof Locked): number => round(median(times.map((time) => time[name])));
  const blocked = round(Math.max(...times.map((time) => time.blocked)));
  const [locked, received, told] = [of("locked"), of("received"), of("told")];
  return {
    tables: [
      {
        title: "From the last tap, on the page itself",
        head: ["where", "times", "locked, s", "receipt on screen, s", "longest block, ms", "things said meanwhile"],
        rows: [
          [`Chromium ×${slowdown}`, String(times.length), ...[locked, received, blocked].map(spell), String(told)],
        ],
        notes: [
          `Chromium ${version}, main thread slowed by its own throttling, a fresh profile each time; words of 900 bytes.`,
          "locked: until the request with the sealed parcel begins. The block is the worst of all times, the others are medians.",
          "PBKDF2 runs beside the main thread, where throttling does not reach: see bench -- intake --only sealing.",
        ],
      },
    ],
    verdicts: [
      { what: "seconds until the words are locked", measured: locked, sense: "at most", bound: longest },
      { what: "different things said meanwhile", measured: told, sense: "at least", bound: 3 },
      { what: "milliseconds in which the page stood still", measured: blocked, sense: "at most", bound: 1000 },
    ],
    figures: { chromium: version, locking: { slowdown, times: times.length, locked, received, blocked, told } },
  };
}
