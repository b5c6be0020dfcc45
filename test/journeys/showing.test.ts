// Pictures, files and voice: chosen or recorded on a phone, sealed there, brought after the words, opened at the desk.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { holdsSecret, jpeg, jpegExif, secret, segment } from "../../packages/media/src/samples.testing.ts";
import { openBadLine } from "../support/bad-line.ts";
import { checkScreen, findTraces, noTraces, openBrowser, phone, withPage } from "../support/browser.ts";
import { openComplaint, readReceipt } from "../support/complaining.ts";
import { type Journey, openJourney, openPieces } from "../support/journey.ts";
import {
  allArrived,
  answerRest,
  asFile,
  choose,
  goToShow,
  microphone,
  openShowing as openShowingAt,
  sendAll,
  speak,
} from "../support/showing.ts";

const words = "Men foto kay la ak mesaj vwa mwen.";

let journey: Journey;
before(async () => {
  journey = await openJourney(microphone);
});
after(() => journey?.[Symbol.asyncDispose]());

const photo = jpeg([jpegExif(6), segment(0xfe, secret)]);
const paper = new TextEncoder().encode(`Lis sa yo pran.\n${"Yon moto. ".repeat(40_000)}`);

const onPhone: Journey["onPhone"] = (...asked) => journey.onPhone(...asked);

const openShowing = (page: Page, origin = journey.office.url) => openShowingAt(page, origin, words);

/** What the office can open of the one case that `file` files. */
async function openedAfter(file: () => Promise<void>) {
  const [one = assert.fail(), ...others] = await journey.filedBy(file);
  assert.deepEqual(others, []);
  return { story: one.view.story, opened: await openPieces(one) };
}

test("picture, file and voice arrive as they were, and of the picture a copy that does not say where it was taken", async () => {
  const { story, opened } = await openedAfter(() =>
    onPhone(async ({ page, context }) => {
      await openShowing(page);
      await choose(page, asFile("kay.jpg", "image/jpeg", photo), asFile("lis.txt", "text/plain", paper));
      await speak(page, "changed-voice");
      await checkScreen(page, "show");
      assert.match(await page.innerText("#show-place"), /kopi ki pa gen/);
      await sendAll(page);
      await allArrived(page);
      await checkScreen(page, "received with what was shown");
      assert.deepEqual(await findTraces(page, context), noTraces);
    }),
  );
  assert.equal(story.text, words);
  assert.deepEqual(
    opened.map(({ name, mediaType }) => [name, mediaType]),
    [
      ["kay.jpg", "image/jpeg"],
      ["copy-of-evidence-1.jpg", "image/jpeg"],
      ["lis.txt", "text/plain"],
      ["voice-changed.wav", "audio/wav"],
    ],
  );
  const [original, copy, list, voice] = opened.map(({ bytes }) => Buffer.from(bytes));
  assert.ok(original?.equals(photo));
  assert.ok(copy && !holdsSecret(copy) && holdsSecret(photo));
  assert.ok(list?.equals(paper));
  assert.equal(voice?.toString("latin1", 0, 4), "RIFF");
});

test("who does not write speaks, in the own voice if they choose so, and that is a complaint", async () => {
  const { story, opened } = await openedAfter(() =>
    onPhone(async ({ page }) => {
      await openComplaint(page, journey.office.url);
      await page.click("#start");
      await page.click("#speak");
      await page.click("#show [data-next]");
      await page.waitForSelector("#words:not([hidden])");
      await page.click("#speak");
      await page.click("#show-open");
      await speak(page, "voice");
      await sendAll(page);
      await allArrived(page);
    }),
  );
  assert.equal(story.text, "");
  assert.deepEqual(
    opened.map(({ name }) => name),
    ["voice.webm"],
  );
});

/** A file is chosen on a phone whose line is bad; after what `use` does to both, the office has it whole. */
async function bringPaper(use: (page: Page, line: Awaited<ReturnType<typeof openBadLine>>) => Promise<void>) {
  const line = await openBadLine(journey.office.url);
  try {
    const { opened } = await openedAfter(() =>
      onPhone(
        async ({ page }) => {
          await openShowing(page, line.url);
          await choose(page, asFile("lis.txt", "text/plain", paper));
          await answerRest(page);
          await use(page, line);
        },
        { origin: line.url, provoked: /Failed to load resource/ },
      ),
    );
    assert.ok(opened[0] && Buffer.from(opened[0].bytes).equals(paper));
  } finally {
    await line.close();
  }
}

test("a line that is cut again and again in the middle of a file brings it all the same, and the words before", async () => {
  await bringPaper(async (page, line) => {
    line.breakUploads("before", 3, 150_000);
    await page.click("#send");
    await readReceipt(page);
    await page.waitForSelector("#evidence-state:has-text('Liy lan koupe.')");
    await page.evaluate(() => {
      setInterval(() => window.dispatchEvent(new Event("online")), 50);
    });
    await allArrived(page);
    assert.equal(line.breaks(), 3);
  });
});

test("who stops the files keeps the complaint, and may go on", async () => {
  await bringPaper(async (page, line) => {
    line.breakUploads("stuck", 1, 150_000);
    await page.click("#send");
    await readReceipt(page);
    await page.click("#bringing button");
    await page.waitForSelector("#evidence-state:has-text('Ou sispann.')");
    line.breakUploads("before", 0);
    await page.click("#bringing button");
    await allArrived(page);
  });
});

test("who finishes while files are on their way is told first that they are lost, and may stay until they arrived", async () => {
  await bringPaper(async (page, line) => {
    line.breakUploads("stuck", 1, 150_000);
    await page.click("#send");
    await readReceipt(page);
    await page.click("#finish");
    assert.match(await page.innerText("#finish-loses"), /poko rive/);
    await checkScreen(page, "finishing while files are on their way");
    await page.click("#bringing button");
    await page.click("#finish-no");
    await page.click("#finish");
    assert.ok(await page.isVisible("#finish-loses"), "who stopped them may still go on");
    await page.click("#finish-no");
    line.breakUploads("before", 0);
    await page.click("#bringing button");
    await allArrived(page);
    await page.click("#finish");
    assert.ok((await page.isVisible("#finish-yes")) && !(await page.isVisible("#finish-loses")));
    await page.click("#finish-yes");
    await page.waitForSelector("#finished:not([hidden])");
  });
});

test("an office that has no room for files says so; words and receipt are safe, and one may go on later", async () => {
  const { story, opened } = await openedAfter(() =>
    onPhone(
      async ({ page }) => {
        await openShowing(page);
        await choose(page, asFile("kay.jpg", "image/jpeg", photo));
        const body = JSON.stringify({ code: "no-space", message: "", outcome: "none" });
        await page.route("**/api/evidence/**", (route) =>
          route.request().method() === "PATCH" ? route.fulfill({ status: 503, body }) : route.continue(),
        );
        await sendAll(page);
        await page.waitForSelector("#evidence-state:has-text('pa gen plas pou fichye')");
        assert.match(await page.innerText("#evidence-state"), /Pawòl ou an sekirite/);
        assert.equal((await readReceipt(page)).length, 24);
        await page.unroute("**/api/evidence/**");
        await page.click("#bringing button");
        await allArrived(page);
      },
      { provoked: /Failed to load resource/ },
    ),
  );
  assert.equal(story.text, words);
  assert.equal(opened.length, 2);
});

test("without a line the screen says so, keeps the words, and opens when the line is back", () =>
  onPhone(
    async ({ page, context }) => {
      await goToShow(page, journey.office.url, words);
      await context.setOffline(true);
      await page.click("#show-open");
      await page.waitForSelector("#show-wrong:not([hidden])");
      assert.match(await page.innerText("#show-wrong"), /Liy lan koupe/);
      assert.equal(await page.inputValue("#text"), words);
      await context.setOffline(false);
      await page.click("#show-open");
      await page.waitForSelector("#evidence-choose");
      assert.ok(!(await page.isVisible("#show-wrong")));
    },
    { provoked: /Failed to load resource/ },
  ));

test("code for pictures in which one byte was changed is not run, and the page says so", () =>
  onPhone(
    async ({ page }) => {
      await page.route("**/annexes/evidence.*", async (route) => {
        const answer = await route.fetch();
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replace("voice-changed", "voice-chanced"),
        });
      });
      await goToShow(page, journey.office.url, words);
      await page.click("#show-open");
      await page.waitForSelector("#show-wrong:not([hidden])");
      assert.match(await page.innerText("#show-wrong"), /pa fèt pou paj sa a/);
      assert.equal(await page.locator("#evidence-choose").count(), 0);
    },
    { provoked: /Content Security Policy/ },
  ));

test("a phone without a microphone, or whose owner does not allow it, is told so", async () => {
  const silent = await openBrowser();
  try {
    await withPage(silent, { origin: journey.office.url, ...phone }, async ({ page }) => {
      await openShowing(page);
      await page.click("#evidence-record");
      await page.waitForSelector("#show-place .error:visible");
      assert.match(await page.innerText("#show-place .error:visible"), /mikwo/);
    });
  } finally {
    await silent.close();
  }
});

/** From now on the page's microphones and sound addresses are counted. */
async function watchSounds(
  page: Page,
): Promise<{ readonly open: () => Promise<number>; readonly held: () => Promise<number> }> {
  await page.evaluate(() => {
    const tracks: MediaStreamTrack[] = [];
    const addresses = new Set<string>();
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      tracks.push(...stream.getTracks());
      return stream;
    };
    const [make, drop] = [URL.createObjectURL, URL.revokeObjectURL];
    URL.createObjectURL = (blob) => {
      const address = make.call(URL, blob);
      addresses.add(address);
      return address;
    };
    URL.revokeObjectURL = (address) => {
      drop.call(URL, address);
      addresses.delete(address);
    };
    Object.assign(window, { tracks, addresses });
  });
  const count = (what: "tracks" | "addresses") =>
    page.evaluate((name) => {
      const watched = window as unknown as { tracks: readonly MediaStreamTrack[]; addresses: ReadonlySet<string> };
      return name === "tracks"
        ? watched.tracks.filter(({ readyState }) => readyState === "live").length
        : watched.addresses.size;
    }, what);
  return { open: () => count("tracks"), held: () => count("addresses") };
}

test("two taps on record are one recording, and the microphone is let go when it ends", () =>
  onPhone(async ({ page }) => {
    await openShowing(page);
    const { open } = await watchSounds(page);
    await page.evaluate(() => {
      const button = document.getElementById("evidence-record");
      button?.click();
      button?.click();
    });
    await page.waitForSelector("#evidence-stop");
    assert.equal(await open(), 1);
    await page.click("#evidence-stop");
    await page.waitForSelector("#evidence-use-voice");
    assert.equal(await open(), 0);
  }));

test("a phone that gives the microphone and then cannot record lets it go, and says so", () =>
  onPhone(async ({ page }) => {
    await openShowing(page);
    const { open } = await watchSounds(page);
    await page.evaluate(() => {
      MediaRecorder.prototype.start = () => {
        throw new DOMException("", "NotSupportedError");
      };
    });
    await page.click("#evidence-record");
    await page.waitForSelector("#show-place .error:visible");
    assert.equal(await open(), 0);
  }));

test("a voice that was heard keeps its place when the language changes, and goes with the page if nobody took it", () =>
  onPhone(async ({ page }) => {
    await openShowing(page);
    const { open, held } = await watchSounds(page);
    await choose(page, asFile("kay.jpg", "image/jpeg", photo));
    await page.click("#evidence-record");
    await page.waitForSelector("#evidence-stop");
    await page.waitForTimeout(1000); // of a shorter recording no other voice can be made
    await page.click("#evidence-stop");
    await page.check("[name=voice][value=voice]");
    assert.equal(await held(), 3);
    await page.click("[data-language=fr]");
    await page.waitForFunction(() => document.documentElement.lang === "fr");
    assert.equal(await held(), 3, "no sound is held twice");
    assert.ok(await page.isChecked("[name=voice][value=voice]"));
    await answerRest(page);
    await page.click("#send");
    await readReceipt(page);
    await page.click("#finish");
    await page.click("#finish-yes");
    await page.waitForSelector("#finished:not([hidden])");
    assert.equal(await page.locator("audio").count(), 0);
    assert.deepEqual([await open(), await held()], [0, 0]);
  }));

test("what does not fit is named, and what was chosen before stays", () =>
  onPhone(async ({ page }) => {
    await openShowing(page);
    const photos = Array.from({ length: 4 }, (_, i) => asFile(`foto-${i + 1}.jpg`, "image/jpeg", photo));
    await choose(page, ...photos);
    const opened = page.waitForEvent("filechooser");
    await page.click("#evidence-choose");
    await (await opened).setFiles([
      asFile("foto-5.jpg", "image/jpeg", photo),
      asFile("vid.txt", "text/plain", new Uint8Array()),
    ]);
    await page.waitForSelector("#show-place .error:visible");
    assert.match(await page.innerText("#show-place .error:visible"), /foto-5\.jpg.*vid\.txt vid/s);
    assert.equal(await page.locator("#show-place li").count(), 4);
    await page.click("#show-place li:first-child button");
    await choose(page, asFile("foto-5.jpg", "image/jpeg", photo));
  }));

test("a picture that was chosen is not lost by passing the question: only its own button takes it back", () =>
  onPhone(async ({ page }) => {
    await openShowing(page);
    assert.equal(await page.isVisible("#show [data-skip]"), true);
    await choose(page, asFile("kay.jpg", "image/jpeg", photo));
    assert.equal(await page.isVisible("#show [data-skip]"), false);
    await page.click("#show-place li:first-child button");
    assert.equal(await page.isVisible("#show [data-skip]"), true);
  }));
