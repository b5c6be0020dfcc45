// A phone of 2020 that was never updated: what its browser does not have, no page asks it for.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { jpeg, jpegExif } from "../../packages/media/src/samples.testing.ts";
import type { Watched } from "../support/browser.ts";
import { openMailbox, readAnswers, readReceipt } from "../support/complaining.ts";
import { type FiledView, type Journey, openJourney } from "../support/journey.ts";
import { takeOutWhatIsNewer } from "../support/old-phone.ts";
import { answerRest, asFile, choose, microphone, openShowing } from "../support/showing.ts";
import { readAmong } from "../support/staff.ts";

const words = "Telefòn mwen ansyen, men li mache.";
const photo = jpeg([jpegExif(6)]);

let journey: Journey;
before(async () => {
  journey = await openJourney(microphone);
});
after(() => journey?.[Symbol.asyncDispose]());

const onOldPhone = (use: (watched: Watched) => Promise<void>) =>
  journey.onPhone(async (watched) => {
    await watched.context.addInitScript(takeOutWhatIsNewer);
    await use(watched);
  });

let receipt = "";
let mine: FiledView;

test("an old phone locks words, a picture and a voice, shows the receipt and its squares, and finds the proof", async () => {
  [mine = assert.fail()] = await journey.filedBy(() =>
    onOldPhone(async ({ page }) => {
      await openShowing(page, journey.office.url, words);
      assert.equal(await page.evaluate("typeof Object.hasOwn"), "undefined", "an old phone");
      await choose(page, asFile("kay.jpg", "image/jpeg", photo));
      await page.click("#evidence-record");
      await page.waitForTimeout(500); // a recording lasts as long as it lasts
      await page.click("#evidence-stop");
      await page.check("[name=voice][value=changed-voice]");
      await page.click("#evidence-use-voice");
      await answerRest(page);
      await page.click("#send");
      receipt = await readReceipt(page);
      await page.waitForSelector("#evidence-state:has-text('Tout bagay rive.')");
      await page.click("#qr");
      await page.waitForSelector(".squares");
      await page.click("#proof-show");
      await page.waitForSelector("#proof-shown:has(*)");
    }),
  );
  assert.equal(mine.view.story.text, words);
  assert.equal(mine.view.story.evidence?.length, 3, "the picture, its copy, the voice");
});

test("an old phone opens the answer, writes back, changes what is allowed, and has each step checked", async () => {
  assert.ok((await mine.desk.act(mine.view.caseId, { act: "acknowledge", text: "Nou li l." })).ok);
  await onOldPhone(async ({ page }) => {
    await openMailbox(page, journey.office.url, receipt);
    assert.deepEqual(await readAnswers(page), ["Nou li l."]);
    await page.fill("#message", "Mèsi.");
    await page.click("#send");
    await page.waitForSelector("#entries .person:has-text('Ou te voye yon mesaj.')");
    await page.click("#consent");
    await page.click("#act-change");
    await page.check("[name=next][value=help-only]");
    await page.click("#act-next");
    await page.click("#act-confirm");
    await page.click("#act-done");
    await page.waitForSelector("#entries .person:has-text('èd sèlman')");
    await page.click("#check");
    await page.waitForSelector("#checked:has(*)");
  });
  const { view } = await readAmong(journey.desks, mine.view.caseId);
  assert.deepEqual([view.messages.at(-1)?.text, view.alarms], ["Mèsi.", []]);
});
