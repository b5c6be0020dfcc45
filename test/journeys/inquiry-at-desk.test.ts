// From the admission to the recommended findings, by clicking: at the width of a phone and of a desk, once without a mouse.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import type { CaseId } from "@temwen/vocabulary";
import { deskWords } from "@temwen/words/desk";
import { panelWords } from "@temwen/words/panel";
import type { Page } from "playwright-core";
import { checkScreen } from "../support/browser.ts";
import {
  acknowledgement,
  assessment,
  doActs,
  type FiledCase,
  fileCase,
  intakeNames,
  view,
} from "../support/casework.ts";
import { choose, openByNumber, openSheet, sign, write } from "../support/desk-inquiry.ts";
import { openCaseAtPage, shortNumber } from "../support/desk-page.ts";
import { pressAt, typeAt } from "../support/keyboard.ts";
import { startOfficeWithDesk } from "../support/small-desk.ts";

const phone = { width: 320, height: 640 };
const desktop = { width: 1280, height: 900 };
const { office, desk } = await startOfficeWithDesk([...intakeNames, "karim", "marta", "gerda"]);

// Of the panel three have no tie, and one of them is of civil society.
const { staff } = office.directory();
const named = (name: string) => office.person(name).id;
await office.publish({
  staff: staff.map((one) => ({
    ...one,
    ...(one.id === named("ines") && { ties: [] }),
    ...(one.id === named("hugo") && { civilSociety: true }),
  })),
});

/** Looks at a screen at both widths. Where pictures are wanted, it takes one of each. */
async function look(page: Page, name: string): Promise<void> {
  const wasAt = page.viewportSize() ?? desktop;
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await checkScreen(page, `${name} at ${size.width}`);
    const folder = process.env.TEMWEN_PICTURES;
    if (folder === undefined) continue;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: `${folder}/${name}-${size.width}.png`, fullPage: true });
  }
  await page.setViewportSize(wasAt);
}

const pictureOf = (name: string): { readonly path?: string } =>
  process.env.TEMWEN_PICTURES === undefined ? {} : { path: `${process.env.TEMWEN_PICTURES}/${name}.png` };

const inCreole = (size: typeof phone) => ({ locale: "ht-HT", viewport: size });

/** A complaint about ken that may be examined, acknowledged and assessed. */
async function assessedCase(): Promise<FiledCase> {
  const mine = await fileCase(office, { consent: "investigate-with-me", force: "ken" });
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment);
  return mine;
}

async function admitAndAssign(page: Page, caseId: CaseId): Promise<void> {
  await openCaseAtPage(page, caseId);
  await openSheet(page, "admit-case");
  await page.click(".act-sheet [type=submit]");
  await page.waitForSelector(".act-sheet .error");
  await look(page, "admit");
  await choose(page, "track", "ordinary");
  await write(page, "Nou pral egzamine sa ou di nou an.");
  await sign(page);
  await openSheet(page, "assign-case");
  await look(page, "assign");
  await choose(page, "to", named("karim"));
  await sign(page);
}

test("intake admits and assigns, whoever steps back is out, and another examines up to the recommended findings", async () => {
  const { caseId, reader, desk: intake } = await assessedCase();
  const atIntake = await desk.signIn(reader, inCreole(phone));
  await admitAndAssign(atIntake, caseId);

  // Who is tied to that State does not even see that there is a case.
  const tied = await desk.signIn("farid", inCreole(desktop));
  assert.equal(await tied.locator(".case-row", { hasText: shortNumber(caseId) }).count(), 0);

  // The first investigator has a tie that no list knows.
  const karim = await desk.signIn("karim", inCreole(desktop));
  await openByNumber(karim, caseId);
  await openSheet(karim, "recuse");
  await choose(karim, "reason", "family");
  await write(karim, "Frè m nan fòs la.");
  await sign(karim);
  await openByNumber(karim, caseId);
  await karim.waitForSelector(".notice.alarm");
  assert.equal(await karim.locator("#story").count(), 0);

  await atIntake.keyboard.press("r");
  await openSheet(atIntake, "assign-case");
  assert.equal(await atIntake.isDisabled(`input[name=to][value=${named("karim")}]`), true);
  await choose(atIntake, "to", named("marta"));
  await sign(atIntake);

  const page = await desk.signIn("marta", inCreole(desktop));
  await openByNumber(page, caseId);
  await examine(page, () => answerRespondent(atIntake));
  const seen = await view(intake, caseId);
  assert.equal(seen.stage, "before-panel");
  assert.deepEqual(seen.alarms, []);
  const { inquiry } = seen;
  assert.ok(inquiry);
  assert.deepEqual(
    inquiry.allegations.map(({ respondent, recommended }) => [respondent, recommended?.happened, recommended?.answers]),
    [
      [1, "established", "established"],
      [2, "established", "not-determined"],
    ],
  );
  assert.deepEqual(
    inquiry.requests.map(({ answers }) => answers.map(({ answer }) => answer)),
    [["refused"]],
  );
  assert.deepEqual(
    seen.access.named.filter(({ reason }) => reason === "before-panel").map(({ to }) => to),
    // The fifth seat is empty in an office of four, and jules of the reserve has the fourth.
    ["gerda", "hugo", "ines", "jules"].map(named),
  );
});

/** Somebody else than who took it down answers what the respondent asked for, by clicking, on a narrow screen. */
async function answerRespondent(page: Page): Promise<void> {
  await page.keyboard.press("r");
  await openSheet(page, "answer-respondent-ask");
  await choose(page, "ask", "1");
  await choose(page, "became", "partly");
  await page.click(".act-sheet [type=submit]");
  await page.waitForSelector(".act-sheet .error");
  await choose(page, "cause", "sources-hidden");
  await write(page, "Nou korije dat la. Nou pa di ki moun ki pale.");
  await look(page, "respondent-answer");
  await sign(page);
}

async function examine(page: Page, answer: () => Promise<void>): Promise<void> {
  await openSheet(page, "take-case");
  await page.click(".act-sheet [type=submit]");
  await page.waitForSelector(".act-sheet .error");
  await choose(page, "declares", "no-tie");
  await look(page, "take");
  await sign(page);
  await openSheet(page, "plan-inquiry");
  await write(page, "Pale ak moun nan, ak yon temwen. Mande kaye patwouy la.");
  await sign(page);

  await openSheet(page, "state-allegation");
  await choose(page, "right", "integrity");
  await choose(page, "class", "serious-misconduct");
  await choose(page, "respondent", "1");
  await choose(page, "kind", "unit");
  await choose(page, "forces", "ken");
  await page.fill("#ask-beside", " GSF-2  Delmas");
  await write(page, "Yo te bat li nan pòs la.");
  await look(page, "allegation");
  await sign(page);
  await openSheet(page, "state-allegation");
  await choose(page, "right", "liberty");
  await choose(page, "class", "minor-misconduct");
  await choose(page, "respondent", "2");
  await choose(page, "kind", "described");
  await choose(page, "forces", "ken");
  await write(page, "Yo te kenbe l yon jou san papye.");
  await sign(page);

  await openSheet(page, "record-companion-wish");
  await choose(page, "subject", "1");
  await choose(page, "of", "complainant");
  await choose(page, "as", "interpreter");
  await choose(page, "wishes", "woman");
  await look(page, "wish");
  await sign(page);
  // What the person wished leaves one answer, and says so; a tie would be refused.
  await openSheet(page, "name-companion");
  await choose(page, "subject", "1");
  await choose(page, "as", "interpreter");
  await choose(page, "chosenBy", "office");
  assert.ok(await page.locator("[name=sex][value=man]").isDisabled());
  await choose(page, "sex", "woman");
  await write(page, "Manmi Wòz, bò legliz la.");
  await look(page, "companion");
  await sign(page);
  await openSheet(page, "record-interview");
  await choose(page, "subject", "1");
  await choose(page, "language", "ht");
  assert.ok(await page.locator("[name=interpreter][value=own]").isDisabled());
  await choose(page, "interpreter", "office");
  await look(page, "interview");
  await write(page, "Li rakonte jou a, kote a, ak koulè machin nan.");
  await sign(page);
  await openSheet(page, "request-evidence");
  await choose(page, "holder", "mission");
  await write(page, "Kaye patwouy la pou jou sa a.");
  await look(page, "request");
  await sign(page);
  await openSheet(page, "record-answer");
  await choose(page, "request", "1");
  await choose(page, "answer", "refused");
  await write(page, "Yo di se sekrè.");
  await sign(page);

  await look(page, "before-hearing");
  // The checklist names what is missing, and leads to the act that mends it.
  await page.locator(".points .open button").first().click();
  await choose(page, "respondent", "1");
  await choose(page, "how", "by-mission");
  // The unit is known by now: it stands in the sheet, and need not be written once more.
  await page.locator(".act-sheet").getByText("GSF-2 Delmas", { exact: true }).waitFor();
  await write(page, "Yo di inite a te bat yon moun nan pòs la.");
  await look(page, "notice");
  await sign(page);
  await openSheet(page, "record-reply");
  await choose(page, "respondent", "1");
  await choose(page, "represented", "own");
  await choose(page, "interpreter", "office");
  await write(page, "Inite a di moun nan te tonbe.");
  await sign(page);
  await openSheet(page, "record-respondent-ask");
  await choose(page, "respondent", "1");
  await choose(page, "wants", "correction");
  await write(page, "Yo di dat la pa bon.");
  await look(page, "respondent-ask");
  await sign(page);
  // Whoever took it down does not answer it: the checklist says what waits, and leads them nowhere.
  const waiting = page.locator(".points .open", { hasText: "koreksyon" });
  assert.deepEqual([await waiting.count(), await waiting.getByRole("button").count()], [1, 0]);
  await answer();
  await page.keyboard.press("r");
  await waiting.waitFor({ state: "detached" });
  await look(page, "respondent-answered");
  await openSheet(page, "offer-hearing");
  await write(page, "Èske ou vle pale ak nou anvan komisyon an deside?");
  await sign(page);
  assert.equal(await page.locator("#main .points .open, main .points .open").count(), 0);

  await openSheet(page, "recommend-findings");
  await page.selectOption("#ask-findings-1-happened", "established");
  await page.selectOption("#ask-findings-1-answers", "established");
  await page.selectOption("#ask-findings-2-happened", "established");
  await page.selectOption("#ask-findings-2-answers", "not-determined");
  await page.selectOption("#ask-findings-2-why", "nobody-identified");
  // Whoever examined does not choose who decides: who has a seat and no tie stands there.
  assert.equal(await page.locator(".act-sheet [name=lets]").count(), 0);
  await write(page, "De temwen di menm bagay la.");
  await look(page, "recommend");
  await sign(page);
  await look(page, "before-panel");
  await lookAtPeople(page);
  await countUnits(page);
}

/** Everybody of the case in one place; no name of the person, who stays sealed. */
async function lookAtPeople(page: Page): Promise<void> {
  const people = page.locator("section:has(> details #people)");
  const w = deskWords.ht;
  await people.getByText(w.peopleSealed).waitFor();
  // The style begins each line with a capital.
  const told = (await people.innerText()).toLowerCase();
  for (const said of [w["companion.interpreter"], w.peopleExamines, w.replied, w["represented.own"], "GSF-2 Delmas"])
    assert.ok(told.includes(said.toLowerCase()), said);
  await people.screenshot(pictureOf("people"));
}

/** The board opens the names of units only once somebody asks for them, and leads to the case behind a number. */
async function countUnits(page: Page): Promise<void> {
  await page.locator(".doors").getByRole("button", { name: panelWords.ht["board.patterns"] }).click();
  await page.locator("#pattern").waitFor();
  assert.equal(await page.getByText("GSF-2").count(), 0);
  await page.selectOption("#by", "unit");
  await page.getByRole("rowheader", { name: /^GSF-2 Delmas \(/ }).waitFor();
  await page.getByRole("rowheader", { name: panelWords.ht["unit.unknown"] }).waitFor();
  await look(page, "board-units");
  await page.getByRole("button", { name: /^GSF-2 Delmas [^,]*: 1$/ }).click();
  await page.locator(".case-links button").waitFor();
}

test("somebody without a mouse takes a case, plans, and states an allegation, on a narrow screen", async () => {
  const { caseId, desk: intake } = await assessedCase();
  const more = { act: "assign-case", says: { to: named("karim"), replaces: [] }, text: "" } as const;
  await doActs(intake, caseId, { act: "admit-case", says: { track: "ordinary" }, text: "Wi." }, more);
  const page = await desk.signIn("karim", inCreole(phone));
  await typeAt(page, "#number", caseId);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#story");
  const open = async (): Promise<void> => {
    await page.keyboard.press("a");
    await pressAt(page, ".acts .primary");
  };
  await open();
  await pressAt(page, "input[name=declares]", "Space");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(".notice.done");
  await open();
  await typeAt(page, "#act-text", "Pale ak yon temwen.");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(".notice.done");
  await open();
  await pressAt(page, "input[name=right]", "Space");
  await pressAt(page, "input[name=class]", "Space");
  await pressAt(page, "input[name=respondent]", "Space");
  await pressAt(page, "input[name=kind]", "Space");
  await pressAt(page, "input[name=forces]", "Space");
  await typeAt(page, "#act-text", "Yo te bat li.");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(".notice.done");
  // Single letters lead to what was found out, and to what is missing; what is folded opens.
  await page.keyboard.press("i");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "inquiry");
  await page.keyboard.press("f");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "fairness");
  // On paper what is folded is open: whoever reads paper cannot unfold it.
  const isOpen = () => page.evaluate(() => document.querySelector<HTMLDetailsElement>("details:has(#inquiry)")?.open);
  await page.keyboard.press("i");
  await page.locator("summary:has(#inquiry)").press("Enter");
  assert.equal(await isOpen(), false);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await isOpen(), true);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await isOpen(), false);
  const { inquiry } = await view(await office.desk("karim"), caseId);
  assert.deepEqual([inquiry?.plans.length, inquiry?.allegations.length, inquiry?.respondents.length], [1, 1, 1]);
});

test("of a joint case the desk asks first for the word to the United Nations, and says what is said of the host police alone", async () => {
  const mine = await fileCase(office, { consent: "investigate-with-me", force: "ken" });
  const together = { ...assessment, forces: ["ken", "pnh", "private-company"] };
  const safety = { act: "assess-safety", says: { level: "low", protecting: [] }, text: "Pa gen danje." } as const;
  await doActs(mine.desk, mine.caseId, acknowledgement, together, safety);
  const page = await desk.signIn(mine.reader, inCreole(phone));
  await openCaseAtPage(page, mine.caseId);
  await look(page, "joint");
  assert.equal(await page.locator(".notice.alarm", { hasText: deskWords.ht.focalPointOwed }).count(), 1);
  await openSheet(page, "notify-focal-point");
  await write(page, "Yo ekri biwo Nasyonzini an jodi a.");
  await look(page, "focal-point");
  await sign(page);
  assert.equal(await page.locator(".notice", { hasText: deskWords.ht.focalPointTold }).count(), 1);
  await look(page, "focal-point-told");

  const police = await fileCase(office, { consent: "investigate-with-me", force: "pnh" });
  await doActs(police.desk, police.caseId, acknowledgement, { ...assessment, forces: ["pnh"] });
  const atPolice = await desk.signIn(police.reader, inCreole(desktop));
  await openCaseAtPage(atPolice, police.caseId);
  assert.equal(await atPolice.locator(".notice", { hasText: deskWords.ht.hostAloneHint }).count(), 1);
  await openSheet(atPolice, "assess-case");
  await look(atPolice, "assess-forces");
});
