// The office opens a case that nobody brought, by clicking, in Creole on a small screen; a colleague reads at another desk who did, and why.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkScreen, laptop, phone } from "../support/browser.ts";
import { intakeNames, view } from "../support/casework.ts";
import { uncoverAtPage } from "../support/desk-page.ts";
import { pressSign } from "../support/desk-screens.ts";
import { readersOf } from "../support/opened-cases.ts";
import { startOfficeWithDesk } from "../support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk(intakeNames);

test("the office opens a case by clicking: nothing before the yes, others read who opened it and why, and nobody is written to", async () => {
  const page = await desk.signIn("asha", { locale: "ht", ...phone });
  const listed = async () => {
    const queue = await (await office.desk("benoit")).readQueue({});
    assert.ok(queue.ok);
    return queue.value.rows;
  };
  await page.getByRole("button", { name: "Louvri yon dosye" }).click();
  await pressSign(page);
  await page.locator("#open-because .error, #open-because-error").first().waitFor();
  assert.equal(await page.locator("#open-matter").count(), 0, "asked of a recommendation or a visit alone");
  await page.locator("input[name=because][value=press]").check();
  await page.locator("input[name=forces][value=ken]").check();
  await page.locator("#open-text").fill("Jounal la di yon patwouy te bat moun nan mache a.");
  await page.locator("#open-reference").fill("Paj 3, 12 oktòb");
  await checkScreen(page, "opening a case");
  await pressSign(page);
  await page.getByText("Louvri dosye sa a?").waitFor();
  assert.deepEqual(await listed(), [], "nothing happens before the yes");
  await page.locator(".act-sheet .confirm button").last().click();
  await page.locator(".notice.done", { hasText: "Lòt moun ap kontinye l." }).waitFor();

  const [row] = await listed();
  assert.ok(row);
  const { caseId } = row;
  const readers = await readersOf(office, caseId);
  assert.ok(!readers.includes("asha"), "whoever opens it has no key");
  const [reader = ""] = readers;
  const other = await desk.signIn(reader, { locale: "ht", ...laptop });
  await other.locator(".case-row").first().click();
  await other.locator("#story").waitFor();
  await uncoverAtPage(other);
  const said = await other.locator("main").innerText();
  for (const sentence of ["Jounal la di yon patwouy te bat moun nan mache a.", "Laprès", "asha", "Paj 3, 12 oktòb"])
    assert.ok(said.includes(sentence), sentence);
  await checkScreen(other, "a case that the office opened");
  await other.locator(".acts").getByRole("button", { name: "Akize resepsyon", exact: true }).click();
  assert.equal(await other.locator("#act-text").count(), 0, "there is nobody to write to");
  await pressSign(other);
  await other.locator(".notice.done", { hasText: "siyen" }).waitFor();
  assert.equal((await view(await office.desk(reader), caseId)).stage, "acknowledged");
});
