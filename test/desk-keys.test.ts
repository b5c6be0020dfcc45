// The desk without a mouse: `?` lists the keys, and each does what the list says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { acknowledgement, assessment, doActs, fileCase, view } from "./support/casework.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk();

test("a case is found, read, answered and left by keyboard alone, by the keys that `?` lists", async () => {
  const mine = await fileCase(office, { text: "Yon patwouy pran Wozlò Degzanp." });
  const page = await desk.signIn(mine.reader);
  const press = (key: string) => page.keyboard.press(key);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.locator(".case-row").first().waitFor();

  await press("?");
  const list = page.locator(".key-list");
  await list.waitFor();
  assert.equal(await focused(), "Keyboard shortcuts");
  const listed = await list.locator("dt").allInnerTexts();
  assert.deepEqual(
    listed.map((keys) => keys.replace(/\s+/g, "")),
    ["?", "r", "j↓", "k↑", "Enter", "b", "s", "e", "m", "i", "f", "h", "a", "p", "c", "CtrlEnter"],
  );
  await press("Escape");
  await list.waitFor({ state: "detached" });

  const read = page.waitForResponse((answer) => answer.url().endsWith("/api/queue"));
  await press("r");
  await read;
  await press("j");
  await press("Enter");
  await page.locator("#story").waitFor();
  for (const [key, heading] of [
    ["s", "Their words"],
    ["e", "Evidence"],
    ["m", "Messages"],
    ["h", "History of the case"],
    ["a", "What you can do now"],
  ] as const) {
    await press(key);
    assert.equal(await focused(), heading, key);
  }
  await press("c");
  await page.getByText("Yon patwouy pran Wozlò Degzanp.").waitFor();
  await press("c");
  assert.equal(await page.getByText("Wozlò").count(), 0);

  await press("a");
  await press("Tab");
  await press("Enter");
  await page.fill("#act-text", "Nou li sa ou ekri a. ? b");
  // What is typed is typed, and does nothing else.
  await page.locator("#act-text").press("r");
  await page.locator("#act-text").press("?");
  assert.equal(await page.locator("#act-text").inputValue(), "Nou li sa ou ekri a. ? br?");
  assert.equal(await list.count(), 0);
  await press("Control+Enter");
  await page.locator(".notice.done").waitFor();
  assert.equal((await view(mine.desk, mine.caseId)).stage, "acknowledged");
  await press("b");
  await page.getByRole("heading", { name: "Cases" }).waitFor();
  await page.context().close();
});

test("what a key opened has the keys, and where it is closed again they are back where they were", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment);
  const page = await desk.signIn(mine.reader);
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  await openCaseAtPage(page, mine.caseId);
  for (const [opens, has] of [
    ["Take in evidence", "take-files"],
    ["Link to another case", "link-other"],
    ["Prepare the dossier", "dossier-forum"],
  ] as const) {
    await page.getByRole("button", { name: opens, exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.locator(`#${has}`).waitFor();
    assert.equal(await focused(), has);
    await page.getByRole("button", { name: "Cancel", exact: true }).first().focus();
    await page.keyboard.press("Enter");
    await page.locator(`#${has}`).waitFor({ state: "detached" });
    assert.equal(await focused(), opens);
  }
  await page.context().close();
});

test("single letters can be switched off, and `?` brings the list back all the same", async () => {
  await fileCase(office);
  const page = await desk.signIn("asha");
  await page.locator(".case-row").first().waitFor();
  await page.keyboard.press("?");
  await page.getByLabel("Single letters do something").uncheck();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.locator(".queue h1").focus();
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  await page.keyboard.press("?");
  await page.locator(".key-list").waitFor();
  await page.context().close();
});
