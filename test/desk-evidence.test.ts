// Evidence at the desk's screens: a real office, a real complaint, a real browser.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Locator } from "playwright-core";
import { type DeskScreens, openCase, openDeskScreens } from "./support/desk-screens.ts";
import { paperOf } from "./support/paper.ts";

let at: DeskScreens;
before(async () => {
  at = await openDeskScreens();
});
after(() => at?.[Symbol.asyncDispose]());

test("a picture is shown in a locked frame, and every look at it is recorded", async (t) => {
  const filed = await at.complain("Gade foto a.", "--attach", at.picture.place);
  const { page } = await at.openAsReader(filed.case);

  await t.test(
    "a picture is opened only when somebody asks, and covered until they ask again, by keyboard too",
    async () => {
      await page.getByRole("button", { name: "Open and show" }).focus();
      await page.keyboard.press("Enter");
      await page.locator(".viewer.covered iframe").waitFor();
      await page.getByText("This is the file the person sealed. Its SHA-256 was checked.").waitFor();
      await page.getByRole("button", { name: "Show it clearly" }).focus();
      await page.keyboard.press("Enter");
      await page.frameLocator(".viewer iframe").locator("img").waitFor();
      assert.equal(await page.locator(".viewer.covered").count(), 0);
      await page.keyboard.press("Escape");
      await page.locator(".viewer.covered").waitFor();
      await page.keyboard.press("Enter");
      await page.frameLocator(".viewer iframe").locator("img").click();
      await page.keyboard.press("Escape");
      await page.locator(".viewer.covered").waitFor();
    },
  );

  await t.test("the frame that draws it shares no origin with the desk and reaches no network", async () => {
    const inside = page.frameLocator(".viewer iframe").locator("body");
    const listener = await listenAnywhere();
    const reached = await whatIsReached(inside, listener.url);
    await listener[Symbol.asyncDispose]();
    assert.equal(listener.asked(), 0);
    assert.deepEqual(reached, ["null", "refused", "refused", "refused"]);
  });

  await t.test("the record tells who opened it, and a copy leaves only with a warning and a reason", async () => {
    await page.getByText("Looked at 1 time").click();
    await page.locator(".custody li", { hasText: "Opened at the desk" }).waitFor();
    await page.getByRole("button", { name: "Save a copy" }).click();
    await page.getByText("The file may be dangerous.").waitFor();
    await page.getByRole("button", { name: "Save it, and note it in the record" }).click();
    await page.getByText("Choose a reason.").waitFor();
    await page.getByLabel("To look at it on an offline computer").check();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save it, and note it in the record" }).click(),
    ]);
    assert.deepEqual(await readFile(await saved.path()), at.picture.bytes);
    await page.locator(".custody li", { hasText: "To look at it on an offline computer" }).waitFor();
    await page.getByRole("button", { name: "Close it" }).click();
    assert.equal(await page.locator("iframe").count(), 0);
  });
  await page.context().close();
});

test("somebody who is no first reader is told that this is ordinary, and is offered nothing that would be refused", async () => {
  const filed = await at.complain("Gade lòt foto a.", "--attach", at.picture.place);
  const page = await at.openDesk();
  await at.signIn(page, "Demo Intake 6 (tied to Kenya)");
  await page.locator(".top").getByText("You: Demo Intake 6 (tied to Kenya), intake").waitFor();
  await openCase(page, filed.case);
  await page.getByText("The first readers are drawn by lot.").waitFor();
  await page.getByText("Ask a colleague who does to give you access.").waitFor();
  assert.equal(await page.locator(".acts button").count(), 0);
  // What was sent is told in the story.
  assert.equal(await page.locator("#evidence").count(), 0);
  await page.close();
});

test("a PDF is drawn page by page in a frame that may do even less, and runs nothing of its own", async () => {
  await using listener = await listenAnywhere();
  const folder = await mkdtemp(join(tmpdir(), "temwen-paper-"));
  const [paper, broken] = [join(folder, "lèt.pdf"), join(folder, "kase.pdf")];
  await writeFile(paper, paperOf(12, listener.url));
  await writeFile(broken, "%PDF-1.7 and nothing that follows");
  const filed = await at.complain("Gade papye a.", "--attach", paper, "--attach", broken);
  await rm(folder, { recursive: true, force: true });
  const { page } = await at.openAsReader(filed.case);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const pieces = page.locator(".evidence > li");

  await pieces.nth(0).getByRole("button", { name: "Open and show" }).click();
  await pieces.nth(0).locator(".viewer.covered iframe").waitFor();
  await pieces.nth(0).getByText("12 pages.").waitFor();
  await pieces.nth(0).getByRole("button", { name: "Show it clearly" }).click();
  const frame = pieces.nth(0).frameLocator(".viewer iframe");
  const sheets = frame.locator("canvas");
  assert.equal(await sheets.count(), 12);
  const inkOn = (number: number) =>
    sheets.nth(number).evaluate((sheet: HTMLCanvasElement) => {
      if (sheet.width === 0) return -1;
      const points = sheet.getContext("2d")?.getImageData(0, 0, sheet.width, sheet.height).data ?? [];
      let dark = 0;
      for (let i = 0; i < points.length; i += 4) if ((points[i] ?? 255) < 128 && (points[i + 3] ?? 0) > 128) dark++;
      return dark / (sheet.width * sheet.height);
    });
  const waitFor = async (number: number, isEnough: (ink: number) => boolean, what: string) => {
    for (let tries = 0; tries < 200; tries++) {
      if (isEnough(await inkOn(number))) return;
      await page.waitForTimeout(100);
    }
    assert.fail(`${what}: ${await inkOn(number)}`);
  };
  // The black field alone is 100 by 40 points of 300 by 300; the letters come on top.
  await waitFor(0, (ink) => ink > 0.046, "letters are drawn, not the field alone");
  assert.equal(await inkOn(11), -1, "nobody scrolled there yet");
  await sheets.nth(11).scrollIntoViewIfNeeded();
  await waitFor(11, (ink) => ink > 0, "the page is drawn when it is scrolled to");
  await waitFor(0, (ink) => ink === -1, "the page is forgotten when it is far");

  const inside = frame.locator("body");
  assert.deepEqual(await whatIsReached(inside, listener.url), ["null", "refused", "refused", "refused"]);
  assert.equal(
    await inside.evaluate(() => document.fonts.size),
    0,
    "no letter of the document reaches the browser's own",
  );
  await sheets.nth(11).click();
  assert.equal(listener.asked(), 0);
  assert.equal(page.context().pages().length, 1);
  assert.ok((await page.title()) !== "out");
  await page.keyboard.press("Escape");
  await pieces.nth(0).locator(".viewer.covered").waitFor();

  await pieces.nth(1).getByRole("button", { name: "Open and show" }).click();
  await pieces.nth(1).getByText("The browser cannot show this file.").waitFor();
  assert.deepEqual(
    asked.filter((path) => path.startsWith("/viewer")),
    ["/viewer-document.html", "/viewer-document.html"],
    "its script is fetched when a PDF is opened, and for nothing else",
  );
  await page.context().close();
});

test("what came without a kind is shown by its bytes, and so are sounds by any name", async () => {
  const folder = await mkdtemp(join(tmpdir(), "temwen-kinds-"));
  const nameless = join(folder, "foto-san-non");
  const voice = join(folder, "vwa.wav");
  await Promise.all([writeFile(nameless, at.picture.bytes), writeFile(voice, halfSecondOfSilence())]);
  const filed = await at.complain("Gade sa a.", "--attach", nameless, "--attach", voice);
  await rm(folder, { recursive: true, force: true });
  const { page } = await at.openAsReader(filed.case);
  const pieces = page.locator(".evidence > li");
  await pieces.nth(0).getByRole("button", { name: "Open and show" }).click();
  await pieces.nth(0).getByRole("button", { name: "Show it clearly" }).click();
  const drawn = pieces.nth(0).frameLocator(".viewer iframe").locator("img");
  await drawn.waitFor();
  assert.equal(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth), 1);
  await pieces.nth(1).getByRole("button", { name: "Open and show" }).click();
  await pieces.nth(1).getByRole("button", { name: "Uncover it" }).click();
  const heard = pieces.nth(1).frameLocator(".viewer iframe").locator("audio");
  await heard.waitFor();
  await page.waitForFunction(() => !document.body.textContent?.includes("The browser cannot show this file."));
  assert.equal(await heard.evaluate((sound: HTMLAudioElement) => sound.error?.message ?? "none"), "none");
  await page.context().close();
});

/** Eight thousand points a second, one byte each, as recorders write them (RIFF WAVE, PCM). */
function halfSecondOfSilence(): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + 4000, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(4000, 40);
  return Buffer.concat([head, Buffer.alloc(4000, 0x80)]);
}

/** What a script inside a frame gets of the network and of the desk: its origin, a fetch, a picture, the desk's title. */
const whatIsReached = (inside: Locator, url: string): Promise<readonly string[]> =>
  inside.evaluate(async (_, address) => {
    const asked = await fetch(address, { mode: "no-cors" }).then(
      () => "answered",
      () => "refused",
    );
    const drawn = await new Promise<string>((resolve) => {
      const image = new Image();
      image.onload = () => resolve("answered");
      image.onerror = () => resolve("refused");
      image.src = address;
    });
    const top = (() => {
      try {
        return String(globalThis.top?.document.title);
      } catch {
        return "refused";
      }
    })();
    return [globalThis.origin, asked, drawn, top];
  }, url);

/** Somebody on the network who would hear the frame ask. */
async function listenAnywhere(): Promise<{ readonly url: string; readonly asked: () => number } & AsyncDisposable> {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked++;
    answer.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: () => asked,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
