// Three members of the panel at three desks decide a case, the person asks others to look again, and the reserve does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { utf8 } from "@temwen/vocabulary";
import type { Browser, Page } from "playwright-core";
import { type BroughtCase, bringBeforePanel } from "../support/before-panel.ts";
import { checkScreen, openBrowser, phone, withPage } from "../support/browser.ts";
import { doActs, view } from "../support/casework.ts";
import { openMailbox } from "../support/complaining.ts";
import { openCaseAtPage, openDeskPage, signInAtPage } from "../support/desk-page.ts";
import { openAct, pressSign } from "../support/desk-screens.ts";
import {
  closeAt,
  decideAt,
  enterHearing,
  fillMeasure,
  lookAgain,
  signOnce,
  signTwice,
  voteAt,
} from "../support/hearing.ts";
import { startOffice, type TestOffice } from "../support/office.ts";
import { peopleOf } from "../support/staff.ts";

let office: TestOffice;
let browser: Browser;
let brought: BroughtCase;
let panel: readonly Page[];
before(async () => {
  [office, browser] = await Promise.all([startOffice(), openBrowser()]);
  brought = await bringBeforePanel(office);
  const [one, two, three] = peopleOf(office, "panel");
  panel = [
    await atDesk(one, { viewport: { width: 1280, height: 900 } }),
    await atDesk(two),
    // Of civil society, and at a small screen.
    await atDesk(three, { viewport: { width: 320, height: 740 } }),
  ];
});
after(async () => {
  brought?.intake.close();
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
});

type Opening = Parameters<Browser["newContext"]>[0];

/** A desk of their own for somebody of the office, with the case open in the hearing room. */
async function atDesk(person: TestOffice["people"][number] | undefined, options: Opening = {}): Promise<Page> {
  assert.ok(person);
  const page = await openSeat(person, options);
  await openCaseAtPage(page, brought.caseId);
  await enterHearing(page);
  return page;
}

async function openSeat(person: TestOffice["people"][number], options: Opening = {}): Promise<Page> {
  const page = await (await browser.newContext({ locale: "en-GB", ...options })).newPage();
  page.setDefaultTimeout(25_000);
  page.on("pageerror", (error) => assert.fail(`the page failed: ${error.message}`));
  await openDeskPage(page, office.desk);
  await signInAtPage(page, person);
  return page;
}

const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.TEMWEN_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test("three members find otherwise than was recommended, and say in public why", async () => {
  const [one, two, small] = panel as [Page, Page, Page];
  await checkScreen(one, "hearing room");
  await checkScreen(small, "hearing room on a small screen");
  await picture(one, "hearing-before");
  await openAct(one, "Propose a decision");
  // Or that more be found out first: what is missing is said in words before anybody votes.
  await one.getByLabel("further inquiry").check();
  await pressSign(one);
  await one.getByText("Write the reasons.").waitFor();
  await one.getByLabel("What is still to be found out").fill("Nou poko tande moun ki te nan kaye patwouy la.");
  await checkScreen(one, "a proposal to send a case back");
  await picture(one, "hearing-further-inquiry");
  await one.getByLabel("findings", { exact: true }).check();
  await one.getByText("Write the reasons.").first().waitFor();
  await one.locator("#ask-findings-2-happened").selectOption("established");
  await one.locator("#ask-findings-2-answers").selectOption("not-determined");
  await one.locator("#ask-findings-2-why").selectOption("nobody-identified");
  await one.locator("#ask-words-1").fill("De temwen wè sa.");
  await one.locator("#ask-words-2").fill("Kaye patwouy la montre sa.");
  await one.locator("#ask-words-published").fill("Kaye patwouy la rive apre rekòmandasyon an.");
  await checkScreen(one, "a proposal of findings");
  await picture(one, "hearing-propose");
  await signOnce(one);

  await lookAgain(small);
  await small.getByText("Kaye patwouy la rive apre rekòmandasyon an.").first().waitFor();
  await small.getByText("Votes that count: 0. Needed: 3.").waitFor();
  await voteAt(one, "For");
  await voteAt(small, "Against", "Prèv la twò fèb.");
  await checkScreen(small, "a sitting with votes on a small screen");
  await picture(small, "hearing-votes-small");
  await voteAt(two, "For");
  await lookAgain(two);
  await two.getByText("The sitting can be closed.").waitFor();
  await picture(two, "hearing-votes");
  await closeAt(two, "Bonjou. Men sa nou jwenn.");
  const { stage, panel: decided, alarms } = await view(brought.intake, brought.caseId);
  assert.deepEqual([stage, alarms], ["found", []]);
  assert.deepEqual(decided?.sittings[0]?.votes.map(({ vote }) => vote).toSorted(), ["against", "for", "for"]);
});

test("when two of the panel propose at once, the second sees both versions and keeps every word", async () => {
  const [one, two, small] = panel as [Page, Page, Page];
  for (const page of [one, two]) {
    await lookAgain(page);
    await openAct(page, "Propose a decision");
    await page.getByLabel("redress").check();
    await fillMeasure(page, 1, { form: "Compensation", bearer: "the State of Kenya police", text: "Peye lopital la." });
  }
  await two.getByRole("button", { name: "Add a measure" }).click();
  await fillMeasure(two, 2, { form: "Satisfaction", bearer: "the mission", text: "Mande l eskiz ak pawòl ekri." });
  await checkScreen(two, "a proposal of redress");
  await picture(two, "hearing-ruling");
  await signOnce(two);
  await pressSign(one);
  await one.getByText("Somebody acted while you were writing").waitFor();
  await one.getByRole("region", { name: "Mine" }).getByText("Peye lopital la.").waitFor();
  await one.getByRole("region", { name: "Theirs" }).getByText("lopital la.").waitFor();
  assert.equal(await one.locator("#ask-measures-1-text").inputValue(), "Peye lopital la.");
  await picture(one, "hearing-conflict");
  await one.getByRole("button", { name: "Put aside" }).click();
  await decideAt([two, one, small], "Bonjou. Men sa nou mande yo fè.");
  assert.equal((await view(brought.intake, brought.caseId)).stage, "ruled");
});

test("what became of each measure is recorded, by whom it was decided, and why it was refused", async () => {
  const [one, , small] = panel as [Page, Page, Page];
  const letter = { name: "let-misyon.txt", mediaType: "text/plain", bytes: utf8("Nou mande eskiz.") };
  const taken = { act: "take-evidence" as const, says: { source: "mission", request: [] }, text: "Misyon an voye l." };
  await doActs(brought.intake, brought.caseId, { ...taken, files: [letter] });
  await lookAgain(one);
  await openAct(one, "Record what was delivered");
  await one.getByLabel("2. Satisfaction, the mission").check();
  await one.getByLabel("delivered", { exact: true }).check();
  await one.locator("#ask-decidedBy").getByLabel("the mission").check();
  await one.locator("#ask-shownBy").getByRole("checkbox").first().check();
  await one.locator("#ask-words-shown").fill("Lèt misyon an, 4 mas.");
  await checkScreen(one, "a delivery and what shows it");
  await picture(one, "hearing-delivery");
  await signOnce(one);
  await one.locator(".redress").getByText("Evidence that shows it").waitFor();
  await openAct(one, "Record what was delivered");
  await one.getByLabel("1. Compensation, the State of Kenya police").check();
  await one.getByLabel("refused", { exact: true }).check();
  await one.locator("#ask-decidedBy").getByLabel("the contributing State").check();
  await one.locator("#ask-words-shown").fill("Repons yo, 9 mas.");
  await one.locator("#ask-words-published").fill("Eta a di li pa reskonsab.");
  await signOnce(one);
  await one.locator(".redress").getByText("Eta a di li pa reskonsab.").waitFor();
  await checkScreen(one, "redress");
  await picture(one, "hearing-redress");
  await lookAgain(small);
  await small.locator(".redress").getByText("Eta a di li pa reskonsab.").waitFor();
  await checkScreen(small, "redress on a small screen");
  await picture(small, "hearing-redress-small");
});

test("the boards count what this person may read, lead into the case, and are walked without a mouse", async () => {
  const [one, , small] = panel as [Page, Page, Page];
  for (const [page, size] of [
    [one, "desktop"],
    [small, "small"],
  ] as const) {
    for (const [board, table] of [
      ["Caseload", "#loads"],
      ["Redress register", "#measures"],
      ["Patterns", "#pattern"],
    ] as const) {
      await page.locator(".doors").getByRole("button", { name: board }).click();
      await page.locator(table).waitFor();
      await page.getByText("Counts 1 case that you may read.").waitFor();
      await checkScreen(page, `${board}, ${size}`);
      await picture(page, `board-${board.split(" ")[0]?.toLowerCase()}-${size}`);
    }
    await page.getByRole("button", { name: "Kenya police: 2" }).press("Enter");
    await page.getByRole("heading", { name: "Cases behind Kenya police" }).waitFor();
    await page.locator(".case-links button").click();
    await page.locator("#story").waitFor();
    await enterHearing(page);
  }
});

test("the panel closes the case, the person asks for a review, and the reserve decides", async () => {
  const [one] = panel as [Page, Page, Page];
  await openAct(one, "Propose a decision");
  await one.getByLabel("settled", { exact: true }).check();
  await one.locator("#ask-words-all").fill("Yo fè youn, yo refize lòt la.");
  await signOnce(one);
  await decideAt(panel, "Bonjou. Dosye a fèmen. Ou ka mande lòt moun gade l.");
  assert.equal((await view(brought.intake, brought.caseId)).stage, "closed");

  await withPage(browser, { origin: office.url, ...phone }, async ({ page }) => {
    await openMailbox(page, office.url, brought.receipt);
    // What the panel found otherwise than was recommended, and why, as everybody may read it.
    await page.click("#decided");
    await page.locator("#act").getByText("Kaye patwouy la rive apre rekòmandasyon an.", { exact: true }).waitFor();
    await checkScreen(page, "the published reason under what was found");
    await page.click("#act-back");
    await page.waitForSelector("#box:not([hidden])");
    await page.click("#review");
    await page.click("#act-confirm");
    await page.click("#act-done");
    await page.getByText("Ou mande lòt moun gade dosye w ankò.").waitFor();
  });

  const reserve = peopleOf(office, "panel", "reserve").slice(0, 3);
  const [member, ...others] = reserve;
  assert.ok(member);
  await letIn(member.id);
  // One of them was chosen, and leaves nobody out.
  const first = await atDesk(member);
  await first.getByText("The reserve decides.").waitFor();
  await first.getByText("Who decides and has no key yet").waitFor();
  await checkScreen(first, "a review of which most have no key");
  await picture(first, "hearing-without-key");
  await pictureInCreole(member, "hearing-without-key-ht");
  await first.getByRole("button", { name: "Let in the others" }).click();
  await first.getByText("Who decides and has no key yet").waitFor({ state: "detached" });
  const seats: Page[] = [first];
  for (const one of others) seats.push(await atDesk(one));
  await checkScreen(first, "a review");
  await openAct(first, "Propose a decision");
  await first.getByLabel("the case stays as it ended").check();
  await first.locator("#ask-words-all").fill("Nou dakò ak premye desizyon an.");
  await signOnce(first);
  await picture(first, "hearing-review");
  await decideAt(seats, "Bonjou. Lòt moun gade l. Desizyon an rete.");
  const { stage, panel: decided, alarms } = await view(brought.intake, brought.caseId);
  assert.deepEqual([stage, alarms], ["closed", []]);
  assert.ok(decided?.review?.decidedAt);
});

/** What somebody sees in the hearing room who reads Creole. */
async function pictureInCreole(member: TestOffice["people"][number], name: string): Promise<void> {
  const page = await openSeat(member, { locale: "ht" });
  await openCaseAtPage(page, brought.caseId);
  await page.getByText("Kiyès k ap deside epi ki poko gen kle a").waitFor();
  await picture(page, name);
  await page.context().close();
}

/** The intake officer who reads the case lets somebody in, by clicking. */
async function letIn(id: string): Promise<void> {
  const officer = peopleOf(office, "intake").find(({ id }) => id === brought.intake.me.id);
  assert.ok(officer);
  const page = await openSeat(officer);
  await openCaseAtPage(page, brought.caseId);
  await page.getByText("Fewer than three of the reserve were let in.").waitFor();
  await openAct(page, "Give a colleague access");
  await page.locator(`#to [value="${id}"]`).check();
  await page.getByLabel("Asked to help").check();
  await signTwice(page);
  await page.context().close();
}
