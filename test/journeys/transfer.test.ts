// A case goes on elsewhere, all of it at the desk's screens in Creole: one makes the dossier and proposes, another confirms, and the
// person reads it on a small phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { createDossierMaker } from "../../apps/temwen/src/dossier/desk-dossier.ts";
import { checkScreen, laptop, phone, withPage } from "../support/browser.ts";
import {
  acknowledgement,
  assessment,
  doActs,
  type FiledCase,
  fileCase,
  intakeNames,
  view,
} from "../support/casework.ts";
import { openMailbox } from "../support/complaining.ts";
import { openCaseAtPage } from "../support/desk-page.ts";
import { pressSign } from "../support/desk-screens.ts";
import { startOfficeWithBrowser, startSmallDesk } from "../support/small-desk.ts";
import { say } from "../support/small-panel.ts";

const { office, browser, closing } = await startOfficeWithBrowser();
const makeDossier = createDossierMaker(office.url, office.pack);
const desk = closing.use(await startSmallDesk(office, browser, intakeNames, { makeDossier }));
const recipient = "hti-parquet";

const saying = (given: "yes" | "withdrawn") =>
  say(
    "record-consent",
    {
      ...{ purpose: "transfer", recipient, given, including: given === "yes" ? ["evidence"] : [] },
      ...{ language: "ht", explainer: "officer", until: [] },
    },
    "Li di sa nan telefòn.",
  );

/** Another of intake who can open the case. */
async function anotherOf({ caseId, reader }: FiledCase): Promise<string> {
  for (const name of intakeNames.filter((one) => one !== reader)) {
    const seen = await (await office.desk(name)).readCase(caseId);
    if (seen.ok && seen.value.story) return name;
  }
  throw new Error("nobody else can open the case");
}

const sit = async (name: string, { caseId }: FiledCase, screen: typeof phone | typeof laptop): Promise<Page> => {
  const page = await desk.signIn(name, { locale: "ht", ...screen });
  await openCaseAtPage(page, caseId);
  return page;
};
const openAct = (page: Page, name: string) => page.locator(".acts").getByRole("button", { name, exact: true }).click();
const signed = (page: Page) => page.locator(".notice.done", { hasText: "siyen" }).waitFor();

test("a case goes on elsewhere by clicking: its dossier, a proposal, a second person who reads it all, and the person reads it", async () => {
  const mine = await fileCase(office, { consent: "court" });
  const { caseId, reader, receipt } = mine;
  await doActs(mine.desk, caseId, acknowledgement, assessment);
  const page = await sit(reader, mine, phone);
  await openAct(page, "Pwopoze pou transfere dosye a");
  await page.getByText("Moun nan poko dakò pou dosye a ale okenn kote.").waitFor();
  await checkScreen(page, "nobody may get the whole case");
  await doActs(mine.desk, caseId, saying("yes"));
  await page.locator(".act-sheet .row button").last().click();
  await page.keyboard.press("r");
  await page.getByText("Bay yon lòt sèvis dosye a nèt: Wi").waitFor();

  await openDossier(page);
  const sheet = page.locator(".act-sheet");
  const digest = await sheet.locator("#ask-dossier").inputValue();
  assert.match(digest, /^[0-9a-f]{64}$/, "the dossier that was just made");
  assert.ok(await sheet.locator(`input[name=recipient][value=${recipient}]`).isChecked());
  await pressSign(page);
  for (const missing of ["Make kare a si se vre.", "Ekri kèk mo anvan."]) await sheet.getByText(missing).waitFor();
  await sheet.getByLabel("Yo p ap fè moun nan rakonte tout ankò.").check();
  await sheet.locator("#act-text").fill("Yo dakò nan yon lèt madi.");
  await checkScreen(page, "proposing a transfer");
  await pressSign(page);
  await signed(page);
  await page.getByText("Se ou ki pwopoze l. Yon lòt moun dwe konfime.").waitFor();
  assert.equal(await page.locator(".acts").getByRole("button", { name: "Konfime transfè a" }).count(), 0);

  const second = await sit(await anotherOf(mine), mine, laptop);
  await openAct(second, "Konfime transfè a");
  const terms = (await second.locator(".act-sheet").innerText()).replace(/\s+/g, " ");
  assert.ok(terms.replaceAll(" ", "").includes(digest), terms);
  for (const said of ["Parquet", "Yo p ap fè moun nan rakonte tout ankò.", "prèv yo"])
    assert.ok(terms.includes(said), said);
  await second.locator(".act-sheet").getByText("Yo dakò nan yon lèt madi.").waitFor();
  const message = await second.locator("#act-text").inputValue();
  assert.match(message, /Parquet/, "the message names who gets it");
  await pressSign(second);
  await second.locator("#act-text-error").waitFor();
  await second.locator("#act-text").fill(message.replace(/\[[^\]]+\]/g, "Yo chita anfas mache a."));
  await checkScreen(second, "confirming a transfer");
  await pressSign(second);
  await second.getByText("Bay dosye a nèt?").waitFor();
  assert.equal((await view(mine.desk, caseId)).stage, "assessed", "nothing happens before the yes");
  await second.locator(".act-sheet .confirm button").last().click();
  await signed(second);
  await second.getByText("Biwo a bay").first().waitFor();
  assert.equal((await view(mine.desk, caseId)).stage, "transferred");

  await withPage(browser, { origin: office.url, ...phone }, async ({ page: reply }) => {
    await openMailbox(reply, office.url, receipt);
    await reply.getByText("Biwo a remèt dosye ou a bay yon lòt kote, jan ou te dakò.").waitFor();
    await reply.getByText("Yo chita anfas mache a.").waitFor();
    await checkScreen(reply, "a case that went on elsewhere");
  });
});

/** Prepares the dossier for the recipient at the desk, and goes on with it to the transfer. */
async function openDossier(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Prepare pakè a" }).click();
  await page.locator("#dossier-forum").selectOption(recipient);
  await page.locator("#dossier-key").fill("twa mang mi anba pye a");
  const downloading = page.waitForEvent("download", { timeout: 120_000 });
  await page.locator(".dossier .row button").last().click();
  await downloading;
  await page.getByRole("button", { name: "Kontinye: transfere dosye a" }).click();
}

test("when the person takes it back meanwhile, whoever would confirm reads why not, and the case stays", async () => {
  const mine = await fileCase(office, { consent: "court" });
  const { caseId } = mine;
  const proposal = say(
    "propose-transfer",
    { recipient, dossier: "a".repeat(64), agreed: "no-re-interview" },
    "Yo dakò.",
  );
  await doActs(mine.desk, caseId, acknowledgement, assessment, saying("yes"), proposal);
  const page = await sit(await anotherOf(mine), mine, phone);
  await doActs(mine.desk, caseId, saying("withdrawn"));
  await page.keyboard.press("r");
  await page.getByText("Moun nan pa dakò pou dosye a ale la.").waitFor();
  await openAct(page, "Konfime transfè a");
  await page.locator("#act-text").fill("Nou bay yon lòt sèvis dosye ou a.");
  await pressSign(page);
  await page.locator(".act-sheet .confirm button").last().click();
  await page.locator(".act-sheet [role=alert]", { hasText: "Moun nan pa dakò pou dosye a ale la." }).first().waitFor();
  assert.equal((await view(mine.desk, caseId)).stage, "assessed");
});
