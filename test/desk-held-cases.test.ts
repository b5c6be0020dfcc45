// What an investigator sees at the desk: the cases they hold by name, and boards over these alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkScreen } from "./support/browser.ts";
import { acknowledgement, assessment, doActs, fileCase } from "./support/casework.ts";
import { shortNumber } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";
import { caseBeforePanel, say } from "./support/small-panel.ts";

const { office, desk } = await startOfficeWithDesk(["karim", "marta"]);
const phone = { locale: "ht-HT", viewport: { width: 360, height: 740 } };

const picture = (name: string) =>
  process.env.TEMWEN_PICTURES ? { path: `${process.env.TEMWEN_PICTURES}/${name}.png`, fullPage: true } : undefined;

test("an investigator finds the cases they hold in their list and on their boards, and no other case", async () => {
  const held = await caseBeforePanel(office);
  const waits = await fileCase(office, { consent: "investigate-with-me", force: "jam" });
  await doActs(waits.desk, waits.caseId, acknowledgement, { ...assessment, forces: ["jam"] });
  await doActs(waits.desk, waits.caseId, say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."));
  const assigning = say("assign-case", { to: office.person("karim").id, replaces: [] });
  await doActs(waits.desk, waits.caseId, assigning);
  const other = await fileCase(office);
  const page = await desk.signIn("karim", phone);
  await page.locator(".case-row").first().waitFor();
  assert.equal(await page.locator(".case-row").count(), 2);
  const shown = async (): Promise<string> => page.locator("main").innerText();
  for (const { caseId } of [held, waits]) assert.match(await shown(), new RegExp(shortNumber(caseId)));
  assert.ok(!(await shown()).includes(shortNumber(other.caseId)));
  await checkScreen(page, "the list of an investigator");
  const list = picture("held-list");
  if (list) await page.screenshot(list);
  for (const [door, seen] of [
    ["Chaj travay", shortNumber(waits.caseId)],
    ["Rejis reparasyon", ""],
    ["Sa ki repete", ""],
    ["Lòt otorite", ""],
  ] as const) {
    await page.locator(".doors button", { hasText: door }).click();
    await page.locator("[role=status]:has-text('2'), .empty").first().waitFor();
    if (seen !== "") await page.getByText(seen).first().waitFor();
    assert.ok(!(await shown()).includes(shortNumber(other.caseId)), door);
    await checkScreen(page, door);
    const board = picture(`held-${door}`);
    if (board) await page.screenshot(board);
  }
});

test("whoever holds no case is told so, and what will appear", async () => {
  const page = await desk.signIn("marta", phone);
  await page.getByText("Pa gen dosye nan men ou.").waitFor();
  await checkScreen(page, "an empty list");
  const empty = picture("held-none");
  if (empty) await page.screenshot(empty);
});
