// Strings that break programs, where the desk shows them beside the story: the name, names of files, what was added later,
// reasons of colleagues and of the panel, the safety banner, and words that were not sent.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { acknowledgement, assessment, doActs, fileCase, intakeNames, proposal, view } from "../support/casework.ts";
import { openCaseAtPage, uncoverAtPage } from "../support/desk-page.ts";
import { findMarkup } from "../support/find-markup.ts";
import { outsideStrings, readHostileStrings, takeJoined } from "../support/hostile-filing.ts";
import { spread } from "../support/outside-data.ts";
import { sealAddition, sendPersonAct, signPersonAct } from "../support/person-acts.ts";
import { startOfficeWithBrowser, startSmallDesk } from "../support/small-desk.ts";

const { office, browser, closing } = await startOfficeWithBrowser();

test("at the desk none of them runs, draws or asks, wherever it stands", outsideStrings, async () => {
  const strings = (await readHostileStrings()).filter((text) => text.trim() !== "");
  const folder = await mkdtemp(join(tmpdir(), "temwen-hostile-drafts-"));
  closing.defer(() => rm(folder, { recursive: true, force: true }));
  await using desk = await startSmallDesk(office, browser, intakeNames, { draftFolder: folder });
  const rest = [...strings];
  const take = () => takeJoined(rest, 250) || "<b>";
  // Every string in words of colleagues, and so many as a case has room for in names, files and notes.
  const short = strings.filter((text) => text.length <= 100);
  const names = spread(short, 16).map((name, at) => ({
    name,
    mediaType: short[at * 7] ?? "",
    bytes: Uint8Array.of(1),
  }));
  const mine = await fileCase(office, {
    identity: { name: take(), contact: take(), safeContact: take() },
    evidence: names.slice(0, 8),
  });
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment);
  const added = await sealAddition(office, mine, 1, names.slice(8, 15));
  assert.equal((await sendPersonAct(office, signPersonAct(mine, added.fact, added.note))).status, 200);
  const say = () => {
    let text = "";
    while (rest.length > 0 && text.length < 2000) text += `${rest.pop()}\n`;
    return text || "<i>";
  };
  await doActs(mine.desk, mine.caseId, {
    act: "assess-safety",
    says: { level: "high", protecting: [] },
    text: say(),
  });
  await doActs(mine.desk, mine.caseId, { act: "ask-identity", reason: "help", text: say() });
  for (const name of intakeNames.filter((one) => one !== mine.reader)) {
    const colleague = await office.desk(name);
    if (!(await view(colleague, mine.caseId)).holdsIdentityHalf) continue;
    if ((await colleague.act(mine.caseId, { act: "approve-identity" })).ok) break;
  }
  await doActs(mine.desk, mine.caseId, { ...proposal, text: say() });
  await doActs(await office.desk("gerda"), mine.caseId, { act: "keep-open", text: say() });

  const page = await desk.signIn(mine.reader);
  await openCaseAtPage(page, mine.caseId);
  const look = async (where: string) => assert.deepEqual(await findMarkup(page), [], where);
  await uncoverAtPage(page);
  await page.getByRole("button", { name: "Open name and contact" }).click();
  await page.getByText("Name opened").waitFor();
  assert.equal(await page.locator(".evidence > li").count(), 15);
  for (const custody of await page.locator("details > summary").all()) await custody.click();
  await look("uncovered");

  while (rest.length > 0) {
    await page.locator(".acts").getByRole("button", { name: "Reply", exact: true }).click();
    const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/drafts/keep"));
    const written = Array.from({ length: 120 }, say).join("").slice(0, 30_000);
    await page.fill("#act-text", written);
    await kept;
    await look("a draft");
    await page.reload();
    await page.getByRole("button", { name: "Back to the list" }).click();
    await page.getByText("Read and change these words here").click();
    // A text field keeps no carriage return and no lone half of a letter.
    const read = await page.getByLabel("Your words").inputValue();
    assert.ok(read.length > 0);
    await look("the list with a draft");
    await openCaseAtPage(page, mine.caseId);
  }
  await page.context().close();
});
