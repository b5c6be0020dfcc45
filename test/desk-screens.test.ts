// The desk as staff see it: a real office, a real complaint, a real browser. People are the demonstration's.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./support/browser.ts";
import { shortNumber, uncoverAtPage } from "./support/desk-page.ts";
import {
  type DeskScreens,
  openAct,
  openCase,
  openDeskScreens,
  openFirst,
  pressSign,
  sign,
} from "./support/desk-screens.ts";
import { startOffice } from "./support/office.ts";

const hostile = [
  "Mwen se yon machann nan mache a.",
  "<script>globalThis.ran = 1</script> <img src=x onerror='globalThis.ran = 1'>",
  "\u202Etxet desrever\u202C fini.",
  "w".repeat(300),
].join("\n");

let at: DeskScreens;
let receipt: string;
before(async () => {
  at = await openDeskScreens();
  receipt = (await at.complain(hostile)).receipt;
});
after(() => at?.[Symbol.asyncDispose]());

test("an office without a case says so, and shows no list", async () => {
  await using empty = await startOffice();
  const page = await at.openDesk(empty);
  await at.signIn(page, "Demo Panel 1", empty);
  await page.getByText("Nothing is waiting.").waitFor();
  await page.getByText("Cases that wait for your role appear here.").waitFor();
  assert.equal(await page.locator(".queue .tabs, .rows").count(), 0);
  await page.close();
});

test("a complaint travels over the screens from intake to the panel's decision", async (t) => {
  const { page } = await at.openAsReader();
  await page.getByRole("heading", { name: "Their words" }).waitFor();

  await t.test("what a stranger wrote is text and nothing else", async () => {
    await uncoverAtPage(page);
    assert.equal(await page.locator("section:has(#story) .said").innerText(), hostile);
    assert.equal(await page.evaluate(() => "ran" in globalThis), false);
    assert.equal(await page.locator("main script, main img").count(), 0);
  });

  await t.test("a newcomer is told whose hours these are, and which act comes before another", async () => {
    await page.getByText("Hours and days are those of Port-au-Prince, where the mission is.").first().waitFor();
    await page.getByText("Not possible now").click();
    const waiting = page.locator(".not-now li").filter({ has: page.getByText(/^Propose not to admit/) });
    assert.match(await waiting.innerText(), /Only at the stage: Assessed\. First: Acknowledge, Assess\.$/);
  });

  await t.test("a template that nobody adapted is not sent", async () => {
    await openAct(page, "Acknowledge");
    assert.match(await page.locator("#act-text").inputValue(), /^Bonjou\.[\s\S]*\[Say in two sentences/);
    await page.getByText("Whoever holds the receipt can read what you write here.").waitFor();
    await pressSign(page);
    await page.getByText("A line in brackets is left.").waitFor();
    await page.locator("#act-text").fill("Bonjou. Nou li pawòl ou.");
    await sign(page);
    assert.match(await at.readAnswers(receipt), /Nou li pawòl ou/);
  });

  await t.test("what the record keeps in clear is chosen, and nothing is signed before it is", async () => {
    await openAct(page, "Assess");
    await pressSign(page);
    await page.getByText("Choose at least one right.").waitFor();
    assert.equal(
      await page.locator(".act-sheet input:checked").count(),
      0,
      "what the person said is nobody's finding yet",
    );
    await page.locator("#assess-forces").getByText("The person’s answer: Kenya police.").waitFor();
    await page.getByText("Choose at least one force, or “Unknown”.").waitFor();
    await page.locator("#assess-forces").getByLabel("Kenya police").check();
    await page.locator("#assess-child").getByLabel("Not said").check();
    await page.getByLabel("Home and property").check();
    await page.getByLabel("Serious misconduct").check();
    await page.getByLabel("Department").selectOption({ label: "Artibonite" });
    await page.getByLabel("Year").selectOption("2026");
    await page.getByLabel("Month").selectOption({ label: "October" });
    await sign(page);
    await page.getByText("October 2026").first().waitFor();
  });

  await t.test("one proposes, and may not confirm", async () => {
    await openAct(page, "Propose not to admit");
    await page.getByLabel("Nothing that could be examined").check();
    await page.locator("#act-text").fill("Pa gen dat, pa gen kote.");
    await sign(page);
    const why = page.locator(".not-now li", { hasText: "Confirm non-admission" }).getByText("Only: panel.");
    assert.equal(await why.isVisible(), false);
    await page.getByText("Not possible now").click();
    await why.waitFor();
    await page.close();
  });

  await t.test("a second person decides, asked twice", async () => {
    const panel = await at.openDesk();
    await at.signIn(panel, "Demo Panel 1");
    await openFirst(panel);
    await panel.getByText("Pa gen dat, pa gen kote.").waitFor();
    await openAct(panel, "Confirm non-admission");
    await panel.locator("#act-text").fill("Bonjou. Nou pa ka kontinye.");
    await pressSign(panel);
    await panel.getByText("The decision cannot be taken back.").waitFor();
    await panel.locator(".confirm").getByRole("button", { name: "Sign and send" }).click();
    await panel.locator(".notice.done").waitFor();
    assert.match(await at.readAnswers(receipt), /Nou pa ka kontinye/);
    await panel.close();
  });
});

test("when two desks act at once, the second sees both versions and loses no word", async (t) => {
  const filed = await at.complain("Yon lòt istwa.");
  const { page, label } = await at.openAsReader(filed.case);
  const other = await at.openDesk();
  await at.signIn(other, label);
  await openCase(other, filed.case);
  await openAct(other, "Acknowledge");
  await other.locator("#act-text").fill("Pawòl dezyèm nan.");

  await openAct(page, "Acknowledge");
  await page.locator("#act-text").fill("Pawòl premye a.");
  await sign(page);

  await pressSign(other);
  await other.getByText("Somebody acted while you were writing").waitFor();
  await other.locator(".act-sheet .notice").getByText("Message to the person").waitFor();
  assert.equal(await other.locator("#act-text").inputValue(), "Pawòl dezyèm nan.");
  await other.getByText("This act is no longer possible.").waitFor();
  await other.getByRole("region", { name: "Theirs" }).getByText("Pawòl premye a.").waitFor();

  await t.test("unsent words are not lost by leaving the case, and only knowingly by signing out", async () => {
    await other.getByRole("button", { name: "Put aside" }).click();
    await other.getByRole("button", { name: "Back to the list" }).click();
    await other.getByRole("heading", { name: "Unsent words" }).waitFor();
    await other.getByRole("button", { name: "Sign out" }).click();
    await other.getByText("You have words that are not sent.").waitFor();
    await other.getByRole("button", { name: "Sign out and lose them" }).click();
    await other.getByLabel("Passphrase").waitFor();
  });
  await Promise.all([page.close(), other.close()]);
});

test("when somebody left, the key is changed and the shares are dealt anew, each asked twice", async () => {
  const filed = await at.complain("Yon twazyèm istwa.");
  const { page } = await at.openAsReader(filed.case);
  await openAct(page, "Acknowledge");
  await page.locator("#act-text").fill("Nou li pawòl ou.");
  await sign(page);

  await openAct(page, "Change the key");
  await pressSign(page);
  await page.getByText("Choose a colleague.").waitFor();
  await page.getByLabel("Demo Investigator 1, investigator").first().check();
  await pressSign(page);
  await page.getByText("Only you and those you chose can read what comes next.").waitFor();
  await page.locator(".confirm").getByRole("button", { name: "Change the key" }).click();
  await page.locator(".notice.done").waitFor();
  await page.getByText("Key changed for what comes next").waitFor();
  assert.equal(await page.locator(".access li", { hasText: "later words (key 1)" }).count(), 2);

  await openAct(page, "Deal the shares anew");
  await pressSign(page);
  await page.locator(".confirm").getByRole("button", { name: "Deal the shares" }).click();
  await page.locator(".notice.done").waitFor();
  await page.getByText("Shares dealt anew", { exact: false }).first().waitFor();
  await page.close();
});

test("a consent that may be a skipped question is not called a choice; another is", async () => {
  const skipped = await at.openAsReader((await at.complain("Yon istwa san repons.")).case);
  const safety = skipped.page.locator(".safety");
  await safety.getByText("The person chose this or skipped the question. Ask them before you do more.").waitFor();
  await skipped.page.close();
  const chosen = await at.openAsReader((await at.complain("Yon istwa ak repons.", "--consent", "help-only")).case);
  await chosen.page.locator(".safety").getByText("The person chose this. Do not go beyond it.").waitFor();
  await chosen.page.close();
});

test("the history tells of every act by whom, with name and role", async () => {
  const { page, label } = await at.openAsReader((await at.complain("Yon istwa pou rejis la.")).case);
  await page.locator(".timeline li", { hasText: "Complaint received" }).getByText("by the person").waitFor();
  await openAct(page, "Acknowledge");
  await page.locator("#act-text").fill("Nou li pawòl ou.");
  await sign(page);
  const mine = page.locator("section:has(#history) li", { hasText: "Acknowledged" });
  await mine.getByText(`by you (${label}, intake)`).waitFor();
  await openAct(page, "Give a colleague access");
  await page.getByLabel("Demo Investigator 1, investigator").check();
  await page.getByLabel("Asked to help").check();
  await pressSign(page);
  await page.locator(".confirm").getByRole("button", { name: "Give the key" }).click();
  await page.locator(".notice.done").waitFor();
  const number = (await page.locator("section:has(#history) .number").innerText()).trim();

  // Whom a colleague let in finds the case in their list, and by the number too.
  const other = await at.openDesk();
  await at.signIn(other, "Demo Investigator 1");
  await other.locator(".case-row", { hasText: shortNumber(number) }).waitFor();
  await other.getByLabel("Case number").fill("cas_nothing");
  await other.getByRole("button", { name: "Open", exact: true }).click();
  await other.getByText("Write at least four signs of the number.").waitFor();
  await other.getByLabel("Case number").fill(` ${number}`);
  await other.getByRole("button", { name: "Open", exact: true }).click();
  await other.getByText("Yon istwa pou rejis la.").waitFor();
  const theirs = other.locator("section:has(#history) li", { hasText: "Acknowledged" });
  await theirs.getByText(`by ${label}, intake`).waitFor();
  await Promise.all([page.close(), other.close()]);
});

test("the list is walked by keyboard alone", async () => {
  const page = await at.openDesk();
  await at.signIn(page, "Demo Intake 1");
  await page.locator(".case-row").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal(await page.evaluate(() => document.activeElement?.className), "case-row");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Case / }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  await page.goBack();
  await page.locator(".case-row").first().waitFor();
  await page.close();
});

test("the launch token leaves the address at once, and a tab without it gets nothing", async () => {
  const page = await at.openDesk();
  assert.equal(new URL(page.url()).hash, "");
  const stranger = await at.openElsewhere(new URL("/", at.office.desk).href);
  await stranger.getByText("Open the desk by the link it showed when it started.").waitFor();
  await Promise.all([page.close(), stranger.close()]);
});

test("no screen has a serious barrier, by day, by night, in forced colours, on a small screen, in every language", async () => {
  for (const setting of [
    { colorScheme: "light", viewport: { width: 1280, height: 900 } },
    { colorScheme: "dark", viewport: { width: 360, height: 740 } },
    { forcedColors: "active", viewport: { width: 320, height: 640 } },
  ] as const) {
    const page = await at.openDesk(at.office, setting);
    await checkScreen(page, "sign-in");
    await at.signIn(page, "Demo Intake 1");
    for (const code of ["ht", "fr", "es", "sw"]) {
      await page.locator(`.languages [lang=${code}]`).click();
      await checkScreen(page, `queue in ${code}`);
    }
    await page.locator(".languages [lang=en]").click();
    await page.locator(".case-row").first().waitFor();
    await checkScreen(page, "queue");
    await openFirst(page);
    await page.locator("#acts h2").waitFor();
    await checkScreen(page, "case");
    const lawful = page.locator(".acts button");
    if ((await lawful.count()) > 0) {
      await lawful.first().click();
      await checkScreen(page, "act");
    }
    await page.context().close();
  }
});
