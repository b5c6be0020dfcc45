import type { Browser, Page } from "playwright-core";
import { round, spell } from "../numbers.ts";
import type { BenchContext, Part, PartReport } from "../report.ts";
import { type CuttingLine, openCuttingLine } from "./cutting-line.ts";
import { awaitReceipt, openComplaint, skipQuestions, tellWords } from "./filling-in.ts";
import { onFreshPhone, prepareVisit, type Visit } from "./phone.ts";

/** A complaint with a photo of three megabytes, over a line that is cut every twenty seconds. */
export const cutLine: Part = { name: "cut-line", run: measureCutLine };

const extents = {
  full: { bytesPerSecond: 40_000, cutEveryMillis: 20_000, longestMinutes: 15 },
  quick: { bytesPerSecond: 400_000, cutEveryMillis: 4_000, longestMinutes: 4 },
};

type Brought = {
  readonly photoBytes: number;
  readonly wordsSeconds: number;
  readonly photoSeconds: number;
  readonly cuts: number;
  /** Pieces that the office announced for this complaint, and those of them that it has whole. */
  readonly announced: number;
  readonly arrived: number;
};

async function measureCutLine(context: BenchContext): Promise<PartReport> {
  const visit = await prepareVisit(context);
  const extent = context.quick ? extents.quick : extents.full;
  const line = await openCuttingLine(visit.office.url, extent, context.closing);
  context.say("drawing a photo");
  const photo = await drawPhoto(visit.browser);
  context.say(`bringing ${Math.round(photo.length / 1e6)} MB over a line of ${extent.bytesPerSecond / 125} kbit/s`);
  return describe(await bring(visit, line, photo, extent.longestMinutes), extent, visit.browser.version());
}

async function bring(
  { office, browser }: Visit,
  line: CuttingLine,
  photo: Buffer,
  longestMinutes: number,
): Promise<Brought> {
  return onFreshPhone(browser, async ({ page }) => {
    await openComplaint(page, line.url);
    await fillIn(page, photo);
    const [begun, cutBefore] = [performance.now(), line.cuts()];
    const since = (): number => (performance.now() - begun) / 1000;
    await page.click("#send");
    await awaitReceipt(page);
    const wordsSeconds = since();
    const timeout = longestMinutes * 60_000;
    await page.waitForSelector("#evidence-state:has-text('Tout bagay rive.')", { timeout }).catch(() => undefined);
    const photoSeconds = since();
    const { rows } = await office.database.query<{ announced: number; arrived: number }>(
      "select count(*)::int as announced, count(*) filter (where arrived)::int as arrived from announced",
    );
    const { announced = 0, arrived = 0 } = rows[0] ?? {};
    return { photoBytes: photo.length, wordsSeconds, photoSeconds, cuts: line.cuts() - cutBefore, announced, arrived };
  });
}

async function fillIn(page: Page, photo: Buffer): Promise<void> {
  await tellWords(page, "Men foto a. (egzanp)");
  await page.click("#show-open");
  await page.waitForSelector("#evidence-choose", { timeout: 120_000 });
  const opened = page.waitForEvent("filechooser");
  await page.click("#evidence-choose");
  await (await opened).setFiles([{ name: "foto.jpg", mimeType: "image/jpeg", buffer: photo }]);
  await page.waitForSelector('#show-place li:has-text("foto.jpg")', { timeout: 120_000 });
  await page.click("#show [data-next]");
  await skipQuestions(page);
}

/** Noise, so that it weighs what a photo of a street weighs: about three megabytes as a JPEG. */
async function drawPhoto(browser: Browser): Promise<Buffer> {
  const drawn = await onFreshPhone(browser, ({ page }) =>
    page.evaluate(async () => {
      const side = 2200;
      const canvas = new OffscreenCanvas(side, side);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("this browser cannot draw");
      const points = context.createImageData(side, side);
      for (let at = 0; at < points.data.length; at += 65_536) {
        crypto.getRandomValues(points.data.subarray(at, Math.min(at + 65_536, points.data.length)));
      }
      for (let at = 3; at < points.data.length; at += 4) points.data[at] = 255;
      context.putImageData(points, 0, 0);
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return btoa(text);
    }),
  );
  return Buffer.from(drawn, "base64");
}

function describe(brought: Brought, extent: (typeof extents)["full"], version: string): PartReport {
  const { photoBytes, wordsSeconds, photoSeconds, cuts, announced, arrived } = brought;
  const megabytes = round(photoBytes / 1e6);
  const seconds = [wordsSeconds, photoSeconds].map(round);
  return {
    tables: [
      {
        title: `A complaint with a photo over ${extent.bytesPerSecond / 125} kbit/s, cut every ${extent.cutEveryMillis / 1000} s`,
        head: ["photo, MB", "receipt on screen, s", "all arrived, s", "cuts", "pieces", "arrived"],
        rows: [[spell(megabytes), ...seconds.map(spell), String(cuts), String(announced), String(arrived)]],
        notes: [
          `Chromium ${version}. Pieces: the photo as it is, and its copy without place, device and hour.`,
          "A cut ends every connection at once; nobody taps anything meanwhile.",
        ],
      },
    ],
    verdicts: [
      { what: "pieces that did not arrive", measured: announced - arrived, sense: "at most", bound: 0 },
      { what: "cuts on the way", measured: cuts, sense: "at least", bound: 1 },
    ],
    figures: { chromium: version, cutLine: { ...extent, ...brought } },
    isBroken: announced === 0 || arrived < announced,
  };
}
