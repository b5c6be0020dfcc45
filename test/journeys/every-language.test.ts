// The same way in each language but the first, which other journeys go: no screen of it has a barrier, or scrolls sideways.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { languages } from "@temwen/words";
import { checkScreen } from "../support/browser.ts";
import { answerAll, openComplaint, openMailbox, sendComplaint } from "../support/complaining.ts";
import { type Journey, openJourney } from "../support/journey.ts";

let journey: Journey;
before(async () => {
  journey = await openJourney();
});
after(() => journey?.[Symbol.asyncDispose]());

for (const language of languages.filter((one) => one !== "ht")) {
  test(`from the first word to the open mailbox no screen shuts anybody out: ${language}`, () =>
    journey.onPhone(async ({ page }) => {
      const { url } = journey.office;
      const look = (screen: string): Promise<void> => checkScreen(page, `${language}, ${screen}`);
      await openComplaint(page, url, `/complain/${language}`);
      assert.equal(await page.getAttribute("html", "lang"), language);
      await answerAll(page, { text: "Sa se yon egzanp.", needs: ["medical"], child: "doubt", wish: "help-only" }, look);
      const receipt = await sendComplaint(page);
      await look("received");
      await page.goto("about:blank");
      await openMailbox(page, url, receipt, `/reply/${language}`);
      await look("mailbox");
    }));
}
