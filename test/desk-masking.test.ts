// People look over shoulders: names, places and numbers of a story are covered on screen until somebody asks, and what is
// covered is neither copied nor printed. What is signed is never covered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import { fileCase } from "./support/casework.ts";
import { actAtPage, openCaseAtPage, storyAtPage, uncoverAtPage } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk();

const text = "Yon patwouy pran Wozlò Degzanp bò Granrivyè. Plak la se 4471. <b>Wozlò</b> kriye.";
const secrets = ["Wozlò", "Degzanp", "Granrivyè", "4471"];

test("names, places and numbers of a story are not on the screen until somebody asks, one by one or all", async () => {
  const mine = await fileCase(office, { text, place: "Granrivyè, bò lekòl la" });
  const page = await desk.signIn(mine.reader);
  await openCaseAtPage(page, mine.caseId);
  const all = await page.content();
  for (const secret of secrets) assert.ok(!all.includes(secret), `${secret} is in the page`);
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator("body").innerText();
  for (const secret of secrets) assert.ok(!paper.includes(secret), `${secret} is on paper`);
  await page.emulateMedia({ media: "screen" });

  await storyAtPage(page).getByRole("button", { name: "Covered: number. Show it." }).focus();
  await page.keyboard.press("Enter");
  await storyAtPage(page).getByText("4471").waitFor();
  assert.ok(!(await page.content()).includes("Wozlò"));
  await uncoverAtPage(page);
  assert.equal(await storyAtPage(page).textContent(), text);
  await page.getByRole("button", { name: "Cover names, places and numbers again" }).click();
  assert.ok(!(await storyAtPage(page).textContent())?.includes("Degzanp"));

  // Another case, and this one anew, begin covered.
  await uncoverAtPage(page);
  await page.getByRole("button", { name: "Back to the list" }).click();
  await openCaseAtPage(page, mine.caseId);
  assert.ok(!(await page.content()).includes("Wozlò"));
  await page.context().close();
});

test("what an officer signs is whole: the person reads every name and number of the answer", async () => {
  const mine = await fileCase(office, { text });
  const page = await desk.signIn(mine.reader);
  await openCaseAtPage(page, mine.caseId);
  const answer = "Bonjou Wozlò. Vini Granrivyè a 14 h 30.";
  await actAtPage(page, "Acknowledge", answer);
  assert.ok(!(await page.locator("section:has(> #messages)").textContent())?.includes("Granrivyè"));
  const known = { trust: office.trust, directory: office.directory(), suspendedAt: new Map() };
  const mailbox = await openMailbox(office.courier(), known, mine.receipt);
  assert.ok(mailbox.ok && mailbox.value.entries.some((entry) => entry.kind === "office" && entry.text === answer));
  await page.context().close();
});

test("what a person called their files is covered too, and no frame around them bears it", async () => {
  const evidence = [{ name: "Wozlò Degzanp.png", mediaType: "image/png", bytes: new Uint8Array([1, 2, 3]) }];
  const mine = await fileCase(office, { evidence });
  const page = await desk.signIn(mine.reader);
  await openCaseAtPage(page, mine.caseId);
  const piece = page.locator(".evidence > li");
  await piece.waitFor();
  for (const secret of secrets) assert.ok(!(await page.content()).includes(secret), `${secret} is in the page`);
  await piece.getByRole("button", { name: "Covered: name. Show it." }).click();
  await piece.getByText("Wozlò Degzanp").waitFor();
  await page.context().close();
});
