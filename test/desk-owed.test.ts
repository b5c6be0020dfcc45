// What a desk shows of what is owed to the person: a consent written down by clicking, who holds copies when it is taken back, what may be published.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { CaseId, Digest } from "@temwen/vocabulary";
import { deskWords } from "@temwen/words/desk";
import { panelWords } from "@temwen/words/panel";
import type { Page } from "playwright-core";
import { writeOwn } from "../apps/complain/src/owed/own-acts.ts";
import { checkScreen } from "./support/browser.ts";
import { acknowledgement, assessment, doActs, fileCase, view } from "./support/casework.ts";
import { openSheet, sign, write } from "./support/desk-inquiry.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";
import { believedOf } from "./support/small-office.ts";
import { caseBeforePanel, changeMember, closing, findings, say, voting } from "./support/small-panel.ts";

const { office, desk } = await startOfficeWithDesk();
const reason = "Temwen yo pa t dakò.";
const w = { ...deskWords.ht, ...panelWords.ht };

test("a consent is written down purpose by purpose at the desk, and when it is taken back the desk says who holds copies", async () => {
  const mine = await fileCase(office, { consent: "court" });
  const { caseId } = mine;
  const letIn = { act: "grant", to: office.person("lena").id, reason: "asked-to-help" } as const;
  await doActs(mine.desk, caseId, acknowledgement, { ...assessment, forces: ["unknown"] }, letIn);
  const page = await desk.signIn(mine.reader);
  await openCaseAtPage(page, caseId);
  await page.locator(".acts").getByRole("button", { name: "Record a consent", exact: true }).click();
  const sheet = page.locator(".act-sheet");
  await sheet.locator("input[name=purpose][value=referral]").check();
  await sheet.locator("select#ask-recipient").selectOption("hti-parquet");
  await sheet.locator("input[name=given][value=yes]").check();
  await sheet.locator("input[name=including][value=evidence]").check();
  await sheet.locator("input[name=language][value=ht]").check();
  await sheet.locator("input[name=explainer][value=officer]").check();
  await sheet.locator("input[name=until][value='90']").check();
  await sheet.locator("textarea").fill("Li di wi nan telefòn.");
  await sheet.locator("button[type=submit]").click();
  const consents = page.locator("section:has(> #consents-for)");
  await consents.getByText("Refer the case: Yes").waitFor();
  assert.match(await consents.innerText(), /this counts now[\s\S]*Parquet[\s\S]*the evidence · until/);
  assert.equal(await page.locator("#copies").count(), 0, "nothing was taken back");

  const says = { ...{ purpose: "referral", recipient: "hti-parquet", given: "withdrawn", including: [] }, until: [] };
  await doActs(mine.desk, caseId, {
    act: "record-consent",
    says: { ...says, language: "ht", explainer: "officer" },
    text: "Li retire l.",
  });
  await page.keyboard.press("r");
  await page.locator("#copies").waitFor();
  assert.match(await page.locator("section:has(> #copies)").innerText(), /was given keys of the case/);
  const { owed } = await view(mine.desk, caseId);
  assert.deepEqual(
    owed.consents.map(({ given, countsNow }) => [given, countsNow]),
    [
      ["yes", false],
      ["withdrawn", false],
    ],
  );
});

test("the desk says from when a summary may be published, and that nothing is when the person objects", async () => {
  await changeMember(office, "hugo", { civilSociety: true });
  const { caseId, reader, desk: intake, keys } = await caseBeforePanel(office);
  const decision = await proposeOtherwise(caseId);
  for (const name of ["gerda", "hugo", "ines"]) await doActs(await office.desk(name), caseId, voting(1, decision));
  await doActs(await office.desk("gerda"), caseId, closing(1));
  const page = await desk.signIn(reader, { locale: "ht-HT", viewport: { width: 320, height: 640 } });
  await openCaseAtPage(page, caseId);
  assert.equal(await page.locator("#publication").count(), 0, "nothing was shown");
  await readReason(page);
  await showSummary(page, "Komisyon an pa t ka deside.");
  const { messages } = await view(intake, caseId);
  assert.equal(messages.at(-1)?.text, `Komisyon an pa t ka deside.\n\n§ published\n${reason}`);
  const section = page.locator("section:has(> #publication)");
  await section.getByText("Anyen pa ka pibliye anvan").waitFor();
  await section.scrollIntoViewIfNeeded();
  await picture(page, "publication");
  await checkScreen(page, "a summary that may not be published yet");
  const mailbox = { courier: office.courier(), office: believedOf(office), keys };
  const objects = await writeOwn(mailbox, { type: "case.summary-answered/1", number: 1, answer: "objects" });
  assert.ok(objects.ok && (await mailbox.courier.sendAct(objects.value)).ok);
  await page.keyboard.press("r");
  await section.getByText("Pa pibliye anyen").waitFor();
});

/** Proposes to find otherwise than was recommended, with a reason that is published. */
async function proposeOtherwise(caseId: CaseId): Promise<Digest> {
  const published = [createHash("sha256").update(reason).digest("hex")];
  const otherwise = findings.map((one) => ({ ...one, happened: "not-determined", why: "not-enough-evidence" }));
  const says = { sitting: 1, decides: "findings", findings: otherwise, measures: [], outcome: "none", published };
  const gerda = await office.desk("gerda");
  await doActs(gerda, caseId, say("propose-decision", says, `§ 1\nPa gen ase prèv.\n\n§ published\n${reason}`));
  const { sitting } = await view(gerda, caseId);
  assert.ok(sitting);
  return sitting.decision;
}

/** In the hearing room the reasons stand under what was found: whoever works on the case reads all, the public one of them. */
async function readReason(page: Page): Promise<void> {
  await page.getByRole("button", { name: w.toHearing }).click();
  const decided = page.locator(".decided", { hasText: w["verdict.not-determined"] }).first();
  await decided.getByText("Pa gen ase prèv.").waitFor();
  const head = page.getByRole("heading", { name: w.published, exact: true }).first();
  await head.waitFor();
  await page.getByText(reason, { exact: true }).first().waitFor();
  await checkScreen(page, "the reason under what was found");
  await picture(page, "reason-under-findings");
  await page.keyboard.press("b");
  await page.waitForSelector("#story");
}

/** Whoever writes the summary sees every reason that goes to the person with it, before they sign. */
async function showSummary(page: Page, text: string): Promise<void> {
  await openSheet(page, "show-summary");
  const along = page.locator(".act-sheet section:has(> #reasons-along)");
  await along.getByText(reason, { exact: true }).waitFor();
  await along.getByText(w.reasonsAlongHint).waitFor();
  await checkScreen(page, "the reasons that go with a summary");
  await picture(page, "reasons-along");
  await write(page, text);
  await sign(page);
}

const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.TEMWEN_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
