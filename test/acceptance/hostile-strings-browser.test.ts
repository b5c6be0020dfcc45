// Strings that break programs, on every screen that shows what somebody wrote: in a browser none of them is anything but text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { checkWidth, laptop, withPage } from "../support/browser.ts";
import { answerAll, openComplaint, openMailbox, readAnswers, sendComplaint } from "../support/complaining.ts";
import {
  actAtPage,
  openCaseAtPage,
  openDeskPage,
  signInAtPage,
  storyAtPage,
  uncoverAtPage,
} from "../support/desk-page.ts";
import { findMarkup } from "../support/find-markup.ts";
import { areSame, outsideStrings, readHostileStrings } from "../support/hostile-filing.ts";
import { type Journey, openJourney } from "../support/journey.ts";
import { findReader, listCases, readAmong } from "../support/staff.ts";

let journey: Journey;
before(async () => {
  if (outsideStrings.skip === false) journey = await openJourney();
});
after(() => journey?.[Symbol.asyncDispose]());

test("in a browser none of them runs, draws, asks or disappears", outsideStrings, async () => {
  const strings = await readHostileStrings();
  const halves = [0, 1].map((half) => strings.filter((text, i) => i % 2 === half && text !== "").join("\n"));
  for (const text of halves) {
    const messages = [text.slice(0, 4000), text.slice(-4000)].map((part) =>
      part.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ""),
    );
    await walk(text, messages);
  }
});

async function walk(text: string, messages: readonly string[]) {
  const known = new Set((await listCases(journey.office)).map((row) => row.case));
  const line = text.slice(200, 290).replaceAll("\n", " ").trim();
  let receipt = "";
  const look = async (page: Page, where: string): Promise<void> => {
    assert.deepEqual(await findMarkup(page), [], where);
    await checkWidth(page, where);
  };
  await journey.onPhone(async ({ page }) => {
    await openComplaint(page, journey.office.url);
    await answerAll(page, { text, place: line, helpWords: line, name: line, way: line, safe: line }, (screen) =>
      look(page, screen),
    );
    assert.ok((await page.locator("#answers").textContent())?.includes(text), "it is read back as it was typed");
    receipt = await sendComplaint(page);
    await look(page, "received");
  });
  const caseId = (await listCases(journey.office)).find((row) => !known.has(row.case))?.case ?? "";
  const { view } = await readAmong(journey.desks, caseId);
  assert.ok(view.story.text === text && view.story.place === line && view.support?.words === line);
  const { reader } = await findReader(journey.office, caseId);
  await withPage(
    journey.browser,
    { origin: new URL(journey.office.desk).origin, locale: "en", ...laptop },
    async ({ page }) => {
      await openDeskPage(page, journey.office.desk);
      await signInAtPage(page, reader);
      await look(page, "queue");
      await openCaseAtPage(page, caseId);
      await uncoverAtPage(page);
      assert.ok((await storyAtPage(page).textContent()) === text, "the desk shows it as it was typed");
      await look(page, "case");
      await actAtPage(page, "Acknowledge", messages[0] ?? "");
      await actAtPage(page, "Reply", messages[1] ?? "");
      await look(page, "case after the answer");
    },
  );
  await journey.onPhone(async ({ page }) => {
    await openMailbox(page, journey.office.url, receipt);
    assert.ok(areSame(await readAnswers(page), messages), "the answers are shown as they were written");
    await look(page, "mailbox");
  });
}
