// Protecting and helping at the desk's screens, and what happens when two act at once in a declared sheet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkScreen } from "./support/browser.ts";
import { acknowledgement, assessment, doActs, fileCase, intakeNames, view } from "./support/casework.ts";
import { choose, openSheet, sign, write } from "./support/desk-inquiry.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk(intakeNames);
const phone = { locale: "en-GB", viewport: { width: 320, height: 640 } };

test("an officer writes down what protects and what help was offered, and whom the person complains about is out", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const page = await desk.signIn(mine.reader, phone);
  await openCaseAtPage(page, mine.caseId);
  await openSheet(page, "assess-safety", "en");
  await choose(page, "level", "raised");
  await page.selectOption("#ask-protecting-relocation", "asked");
  await write(page, "Only in the mailbox, in the evening.");
  await checkScreen(page, "the danger");
  await sign(page);
  await openSheet(page, "offer-support", "en");
  await choose(page, "service", "medical");
  await choose(page, "offered", "accepted");
  await sign(page);
  const other = intakeNames.find((name) => name !== mine.reader) ?? "";
  await openSheet(page, "report-retaliation", "en");
  await choose(page, "about", office.person(other).id);
  await write(page, "A patrol waited at the door.");
  await sign(page);
  const shown = page.locator("section", { has: page.locator("#protection") });
  await shown.getByText("Relocation").waitFor();
  await shown.getByText("A patrol waited").waitFor();
  await checkScreen(page, "protecting and helping");
  const seen = await view(mine.desk, mine.caseId);
  assert.deepEqual(seen.gone, [office.person(other).id]);
  assert.deepEqual(seen.helped, [{ service: "medical", offered: "accepted" }]);
  assert.deepEqual(seen.protecting, [
    { kind: "safe-contact", answer: "given" },
    { kind: "relocation", answer: "asked" },
  ]);
  await page.context().close();
});

test("who is overtaken in a sheet sees what others did beside what they had chosen, and loses no word", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment);
  const page = await desk.signIn(mine.reader, phone);
  await openCaseAtPage(page, mine.caseId);
  await openSheet(page, "admit-case", "en");
  await choose(page, "track", "sea");
  await write(page, "Nou pral egzamine sa.");
  await doActs(mine.desk, mine.caseId, { act: "admit-case", says: { track: "ordinary" }, text: "Wi." });
  await page.click(".act-sheet [type=submit]");
  await page.locator(".confirm .row button").last().click();
  const mineThere = page.locator(".versions section").last();
  await mineThere.getByText("Sexual exploitation and abuse").waitFor();
  await mineThere.getByText("Nou pral egzamine sa.").waitFor();
  await page.locator(".versions section").first().getByText("Ordinary").waitFor();
  await page.getByText("This act is no longer possible.", { exact: false }).waitFor();
  assert.equal(await page.inputValue("#act-text"), "Nou pral egzamine sa.");
  await page.context().close();
});
