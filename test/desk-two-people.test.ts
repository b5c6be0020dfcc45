// What takes two people at the desk, and what happens when two act at once: erasing a case, and both versions of an answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import type { Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import type { Page } from "playwright-core";
import { acknowledgement, doActs, fileCase, intakeNames, view } from "./support/casework.ts";
import { openCaseAtPage, shortNumber } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk([...intakeNames, "gerda"]);

/** Everybody who can read a case, by name; whoever acknowledged it first. */
async function readersOf(caseId: CaseId): Promise<readonly { readonly name: string; readonly keeper: Keeper }[]> {
  const all = await Promise.all(intakeNames.map(async (name) => ({ name, keeper: await office.desk(name) })));
  const can = await Promise.all(all.map(async ({ keeper }) => (await view(keeper, caseId)).story !== undefined));
  return all.filter((_, place) => can[place]);
}

const open = (page: Page, name: string) => page.locator(".acts").getByRole("button", { name, exact: true }).click();
const sign = (page: Page) => page.click(".act-sheet [type=submit]");

async function atCase(name: string, caseId: CaseId): Promise<Page> {
  const page = await desk.signIn(name);
  await openCaseAtPage(page, caseId);
  return page;
}

test("one person proposes an erasure, another confirms it, everybody reads the hour, and it can be stopped", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const readers = await readersOf(mine.caseId);
  const [first, other, third] = readers.map(({ name }) => name) as [string, string, string];
  const second = "gerda";
  await doActs(mine.desk, mine.caseId, { act: "grant", to: office.person(second).id, reason: "asked-to-help" });

  const one = await atCase(first, mine.caseId);
  await open(one, "Propose erasure");
  await sign(one);
  await one.getByText("Choose a reason.").waitFor();
  await one.getByLabel("It is not a complaint").check();
  await sign(one);
  await one.getByText("Once erased, story, evidence and messages cannot come back.").waitFor();
  await one.locator(".confirm").getByRole("button", { name: "Sign", exact: true }).click();
  await one.locator(".notice.done").waitFor();
  assert.equal(await one.locator(".acts").getByRole("button", { name: "Confirm erasure" }).count(), 0);

  const barred = await atCase(other, mine.caseId);
  await barred
    .getByText("Before its end, somebody of the panel who read the case must agree.")
    .waitFor({ state: "attached" });
  await barred.context().close();

  // Her list begins where the panel decides; whom somebody lets in earlier finds it by its number.
  const two = await desk.signIn(second);
  await two.fill("#number", shortNumber(mine.caseId));
  await two.click(".by-number [type=submit]");
  await two.waitForSelector("#story");
  await two.getByText(`${first}, intake asks to erase this case.`).waitFor();
  await open(two, "Confirm erasure");
  await sign(two);
  await two.getByText("A line in brackets is left.").waitFor();
  await two.fill("#act-text", "Nou pral efase sa ou te voye a.");
  await sign(two);
  const asked = await two.locator(".confirm legend").innerText();
  await two.locator(".confirm").getByRole("button", { name: "Sign and send" }).click();
  await two.locator(".notice.done").waitFor();
  const { erasure } = await view(mine.desk, mine.caseId);
  assert.ok(erasure?.step === "confirmed");

  const three = await atCase(third, mine.caseId);
  const notice = three.locator(".notice", { hasText: "unless somebody stops it" });
  const day = /on (.*?), \d{1,2}:\d\d/.exec(await notice.innerText())?.[1];
  assert.ok(day && asked.includes(day), "whoever confirmed was told another day");
  await notice
    .getByText(`It is not a complaint. ${first}, intake proposed it. ${second}, panel confirmed it.`)
    .waitFor();
  await open(three, "Stop erasure");
  await sign(three);
  await three.locator(".notice.done").waitFor();
  assert.equal((await view(mine.desk, mine.caseId)).erasure, undefined);
  await three.locator(".timeline li", { hasText: "Erasure proposed" }).getByText("It is not a complaint").waitFor();
  for (const page of [one, two, three]) await page.context().close();
});

test("a second person says no about a name, with a reason; the list marks who waits, and the person reads the no", async () => {
  const mine = await fileCase(office, { identity: { name: "Wozlò Degzanp" } });
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const [first, second] = await readersOf(mine.caseId);
  assert.ok(first && second);
  await doActs(first.keeper, mine.caseId, { act: "ask-identity", reason: "referral", text: "Pou voye dosye a." });

  const page = await desk.signIn(second.name);
  const row = page.locator(".case-row", { hasText: shortNumber(mine.caseId) });
  await row.getByText("Waits for a second person").waitFor();
  await row.click();
  await open(page, "Say no about the name");
  await sign(page);
  await page.getByText("Write a few words first.").waitFor();
  await page.fill("#act-text", "Li pa mande tribinal.");
  await sign(page);
  await page.locator(".notice.done").waitFor();
  await page.locator(".timeline li", { hasText: "A second person said no" }).getByText("tribinal").waitFor();
  await page.keyboard.press("b");
  await row.waitFor();
  assert.equal(await row.getByText("Waits for a second person").count(), 0);

  const seen = await view(first.keeper, mine.caseId);
  assert.equal(seen.vault.state, "sealed");
  const read = await first.keeper.readIdentity(mine.caseId);
  assert.equal(!read.ok && read.refusal.code, "identity-not-approved");
  const known = { trust: office.trust, directory: office.directory(), suspendedAt: new Map() };
  const mailbox = await openMailbox(office.courier(), known, mine.receipt);
  assert.ok(mailbox.ok);
  const steps = mailbox.value.entries.flatMap((entry) => (entry.kind === "step" ? [entry.step] : [entry.kind]));
  assert.deepEqual(steps.slice(-2), ["nameAsked", "nameRefused"]);
  await page.context().close();
});

test("whoever is overtaken sees both versions, theirs untouched, and decides again", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const [first, second] = await readersOf(mine.caseId);
  assert.ok(first && second);
  const page = await atCase(first.name, mine.caseId);
  await open(page, "Reply");
  await page.fill("#act-text", "repons pa m nan");
  await doActs(second.keeper, mine.caseId, { act: "reply", text: "repons lòt moun nan <b>la</b>" });
  await sign(page);
  const versions = page.locator(".versions");
  await versions.getByRole("region", { name: "Theirs" }).getByText("repons lòt moun nan <b>la</b>").waitFor();
  await versions.getByRole("region", { name: "Mine" }).getByText("repons pa m nan").waitFor();
  assert.equal(await page.locator("#act-text").inputValue(), "repons pa m nan");
  await sign(page);
  await page.locator(".notice.done").waitFor();
  const texts = (await view(mine.desk, mine.caseId)).messages.map(({ text }) => text);
  assert.deepEqual(texts.slice(-2), ["repons lòt moun nan <b>la</b>", "repons pa m nan"]);
  await page.context().close();
});

test("how to reach a person safely is written once, and whoever reads the case sees it without opening the name", async () => {
  const mine = await fileCase(office, { identity: { name: "Wozlò Degzanp", safeContact: "Rele maten sèlman" } });
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const [first, second] = await readersOf(mine.caseId);
  assert.ok(first && second);
  const page = await atCase(first.name, mine.caseId);
  await open(page, "Assess the danger");
  await sign(page);
  await page.getByText("Choose an answer.").waitFor();
  await page.getByLabel("High", { exact: true }).check();
  await page.fill("#act-text", "maten sèlman; pa janm di ki biwo k ap rele");
  await sign(page);
  await page.locator(".notice.done").waitFor();

  const other = await atCase(second.name, mine.caseId);
  const banner = other.getByRole("region", { name: "Safety" });
  await banner.getByText("pa janm di ki biwo k ap rele").waitFor();
  await banner.getByText(`High · by ${first.name}, intake`).waitFor();
  assert.ok(!(await other.content()).includes("Degzanp"));
  const seen = await view(second.keeper, mine.caseId);
  assert.equal(seen.vault.state, "sealed");
  // Sealed like every explanation: the server keeps no word of it.
  assert.ok(!JSON.stringify(seen.timeline.map(({ facts }) => facts)).includes("maten"));
  await Promise.all([page.context().close(), other.context().close()]);
});

test("whoever is overtaken sees what they had chosen too, not the name of the act alone", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const [first, second, third] = await readersOf(mine.caseId);
  assert.ok(first && second && third);
  const page = await atCase(first.name, mine.caseId);
  const overtake = () => doActs(second.keeper, mine.caseId, { act: "reply", text: "yon lòt repons" });
  const version = page.locator(".versions").getByRole("region", { name: "Mine" });

  await open(page, "Assess");
  await page.getByLabel("Physical integrity").check();
  await page.getByLabel("Serious misconduct").check();
  await page.locator("#assess-forces").getByLabel("Kenya").check();
  await page.locator("#assess-child").getByLabel("Not said").check();
  await overtake();
  await sign(page);
  for (const said of ["Physical integrity", "Serious misconduct", "Kenya", "Not said"])
    await version.getByText(said).waitFor();

  await page.getByRole("button", { name: "Put aside" }).click();
  await open(page, "Give a colleague access");
  await page.locator("#to input:not([disabled])").first().check();
  await page.locator("#reason input").first().check();
  await sign(page);
  await overtake();
  await page.locator(".confirm .alarm, .confirm button").last().click();
  await version.getByText("Colleague", { exact: true }).waitFor();
  await version.getByText("Reason", { exact: true }).waitFor();
  await page.context().close();
});
