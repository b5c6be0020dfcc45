// A case is found by as much of its number as somebody has, and only by whoever may read it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkScreen } from "./support/browser.ts";
import { acknowledgement, ask, assessment, doActs, fileCase, headersOf, intakeNames } from "./support/casework.ts";
import { shortNumber } from "./support/desk-page.ts";
import { postJson } from "./support/parcels.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";
import { assertRefused } from "./support/stored.ts";

const { office, desk } = await startOfficeWithDesk([...intakeNames, "karim"]);

test("whoever reads a case finds it by the number on the screen, and nobody else learns that it is there", async () => {
  const { caseId, desk: intake } = await fileCase(office, { consent: "investigate-with-me" });
  await doActs(intake, caseId, acknowledgement, assessment);
  const find = async (name: string, number: string) => {
    const found = await (await office.desk(name)).findCases(number);
    assert.ok(found.ok, number);
    return found.value.rows.map((row) => row.caseId);
  };
  const short = shortNumber(caseId);
  for (const spelled of [short, short.toUpperCase(), caseId, caseId.slice(4)]) {
    assert.deepEqual(await find("asha", spelled), [caseId]);
  }
  // Tied to the force it is about, of a role without a list, and of one that reads it at another stage.
  for (const name of ["farid", "karim", "gerda"]) assert.deepEqual(await find(name, short), []);
  const said = await (await office.desk("asha")).findCases("3k");
  assert.deepEqual(said, { ok: false, refusal: { code: "malformed-number" } });
  const headers = await headersOf(office, "asha");
  for (const number of ["cas_", "%", "3k", 7]) {
    assertRefused(await postJson(office, "/api/desk/find", { number }, headers), "malformed-query");
  }
  assertRefused(await ask(office, "/api/desk/find"), "not-found", 404);
});

test("at the desk a part of a number opens the case, and what is wrong with it is said beside the field", async () => {
  const { caseId, reader } = await fileCase(office);
  const page = await desk.signIn(reader, { locale: "ht-HT", viewport: { width: 320, height: 640 } });
  await page.fill("#number", "12");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".by-number .error");
  await page.fill("#number", "0000 0000");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".by-number .error:has-text('Pa gen dosye')");
  await checkScreen(page, "nothing found");
  if (process.env.TEMWEN_PICTURES) await page.screenshot({ path: `${process.env.TEMWEN_PICTURES}/find.png` });
  await page.fill("#number", shortNumber(caseId).toUpperCase());
  await page.keyboard.press("Enter");
  await page.waitForSelector("#story");
});
