// What a desk shows of what is owed to the person: a consent written down by clicking, who holds copies when it is taken back, what may be published.
import assert from "node:assert/strict";
import { test } from "node:test";
import { writeOwn } from "../apps/complain/src/owed/own-acts.ts";
import { checkScreen } from "./support/browser.ts";
import { acknowledgement, assessment, doActs, fileCase, view } from "./support/casework.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";
import { believedOf } from "./support/small-office.ts";
import { caseBeforePanel, changeMember, closing, propose, say, voting } from "./support/small-panel.ts";

const { office, desk } = await startOfficeWithDesk();

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
  const decision = await propose(office, "gerda", caseId);
  for (const name of ["gerda", "hugo", "ines"]) await doActs(await office.desk(name), caseId, voting(1, decision));
  await doActs(await office.desk("gerda"), caseId, closing(1));
  const page = await desk.signIn(reader, { locale: "ht-HT", viewport: { width: 320, height: 640 } });
  await openCaseAtPage(page, caseId);
  assert.equal(await page.locator("#publication").count(), 0, "nothing was shown");
  await doActs(intake, caseId, say("show-summary", { number: 1 }, "Komisyon an jwenn yo te bat li."));
  await page.keyboard.press("r");
  const section = page.locator("section:has(> #publication)");
  await section.getByText("Anyen pa ka pibliye anvan").waitFor();
  await section.scrollIntoViewIfNeeded();
  if (process.env.TEMWEN_PICTURES) await page.screenshot({ path: `${process.env.TEMWEN_PICTURES}/publication.png` });
  await checkScreen(page, "a summary that may not be published yet");
  const mailbox = { courier: office.courier(), office: believedOf(office), keys };
  const objects = await writeOwn(mailbox, { type: "case.summary-answered/1", number: 1, answer: "objects" });
  assert.ok(objects.ok && (await mailbox.courier.sendAct(objects.value)).ok);
  await page.keyboard.press("r");
  await section.getByText("Pa pibliye anyen").waitFor();
});
