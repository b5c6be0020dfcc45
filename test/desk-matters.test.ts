// Recommendations and visits at the desk's page, by clicking, in Creole, on a small phone's width and at a desk.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { checkScreen, laptop } from "./support/browser.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk(["karim", "gerda", "marta", "farid", "lena"]);
const idOf = (name: string): string => office.person(name).id;
const narrow = { viewport: { width: 320, height: 640 }, locale: "ht" } as const;

const boards = { recommendations: "Rekòmandasyon", visits: "Vizit", claims: "Demann papa ak pansyon" } as const;
const door = (page: Page, board: keyof typeof boards) =>
  page.locator(".doors").getByRole("button", { name: boards[board], exact: true });

/** Opens the board of a kind. */
async function toBoard(page: Page, board: keyof typeof boards): Promise<void> {
  await page.locator(".languages button[lang=ht]").click();
  await door(page, board).click();
  await page.waitForSelector(".matters h1");
}
const act = (page: Page, name: string) => page.locator(".acts").getByRole("button", { name, exact: true }).click();
async function sign(page: Page): Promise<void> {
  await page.click(".act-sheet [type=submit]");
  // What cannot be taken back is asked a second time.
  const isAsked = (await page.locator(".act-sheet .confirm").count()) > 0;
  if (isAsked) await page.locator(".act-sheet .confirm button").last().click();
  await page.waitForSelector(".act-sheet", { state: "detached" });
}
async function chooseDay(page: Page, field: string): Promise<void> {
  const year = String(new Date().getFullYear() + 1);
  await page.selectOption(`#matter-${field}-date`, "15");
  await page.selectOption(`#matter-${field}-month`, "03");
  await page.selectOption(`#matter-${field}-year`, year);
}
const waitForStep = (page: Page, text: string) =>
  page.locator(".matter-steps").getByText(text, { exact: true }).waitFor();

test("a recommendation is made at one desk, handed over and published at another, and its answer stands on the board", async () => {
  const karim = await desk.signIn("karim", { ...laptop, locale: "ht" });
  await toBoard(karim, "recommendations");
  await karim.click(".matters .button.primary");
  await karim.click(".act-sheet [type=submit]");
  await checkScreen(karim, "a recommendation with everything missing");
  assert.ok((await karim.locator(".act-sheet .error").count()) >= 6);
  await karim.check("input[name=matter-basis][value=pattern]");
  await karim.selectOption("#matter-to", "contributing-state:ken");
  await karim.selectOption("#matter-subject", "training");
  await karim.check("input[name=matter-forces][value=ken]");
  await karim.check(`input[name=matter-let-in][value=${idOf("gerda")}]`);
  await karim.check(`input[name=matter-let-in][value=${idOf("marta")}]`);
  // Somebody tied to the force that was chosen is not even offered.
  assert.equal(await karim.locator(`input[name=matter-let-in][value=${idOf("farid")}]`).count(), 0);
  await karim.fill("#matter-words", "Twa dosye montre menm bagay la.");
  await sign(karim);
  await waitForStep(karim, "Rekòmandasyon an ekri");
  await checkScreen(karim, "a recommendation");

  const gerda = await desk.signIn("gerda", narrow);
  await toBoard(gerda, "recommendations");
  await checkScreen(gerda, "the board of recommendations at 320 pixels");
  await gerda.click(".case-row");
  await gerda.getByText("Twa dosye montre menm bagay la.").waitFor();
  await act(gerda, "Ekri ke li voye");
  await chooseDay(gerda, "answerDue");
  await sign(gerda);
  await waitForStep(gerda, "Li voye");
  await act(gerda, "Pibliye l");
  await gerda.fill("#matter-public-ht", "Fòs la dwe anseye moun li yo.");
  await gerda.check("input[name=matter-declares]");
  await checkScreen(gerda, "publishing at 320 pixels");
  await sign(gerda);
  await waitForStep(gerda, "Li pibliye");
  assert.equal(await gerda.locator(".acts").getByText("Pibliye l").count(), 0, "published once");
  await act(gerda, "Ekri repons lan");
  await gerda.check("input[name=matter-answer][value=refused]");
  await gerda.fill("#matter-words", "Yo ekri non.");
  await sign(gerda);
  await waitForStep(gerda, "Repons");

  await door(karim, "recommendations").click();
  await karim.locator(".case-row", { hasText: "yo refize" }).waitFor();
  const farid = await desk.signIn("farid", narrow);
  await toBoard(farid, "recommendations");
  await farid.getByText("Poko gen rekòmandasyon.").waitFor();
});

test("a visit is planned, met with a shut door, and reported to everybody by somebody else", async () => {
  const marta = await desk.signIn("marta", narrow);
  await toBoard(marta, "visits");
  await marta.click(".matters .button.primary");
  await marta.check("input[name=matter-announced][value=unannounced]");
  await marta.selectOption("#matter-site", "detention");
  await marta.selectOption("#matter-department", { index: 1 });
  await chooseDay(marta, "day");
  await marta.check("input[name=matter-forces][value=ken]");
  await marta.check(`input[name=matter-let-in][value=${idOf("gerda")}]`);
  await marta.fill("#matter-words", "Nou prale san di yo.");
  await sign(marta);
  await act(marta, "Ekri ke vizit la fèt");
  await chooseDay(marta, "day");
  await marta.check("input[name=matter-entry][value=refused]");
  await marta.fill("#matter-words", "Pòt la rete fèmen.");
  await sign(marta);
  await waitForStep(marta, "Vizit la fèt");
  const gerda = await desk.signIn("gerda", { ...laptop, locale: "ht" });
  await toBoard(gerda, "visits");
  await gerda.click(".case-row");
  await act(gerda, "Pibliye rapò a");
  await gerda.selectOption("#matter-to", "mission");
  await chooseDay(gerda, "answerDue");
  await gerda.fill("#matter-public-ht", "Yo pa kite nou antre.");
  await gerda.check("input[name=matter-declares]");
  await sign(gerda);
  await waitForStep(gerda, "Rapò a pibliye");
  await checkScreen(gerda, "a visit that was reported");
});

test("a claim of paternity is made by somebody of support, and a sample waits for a yes", async () => {
  const lena = await desk.signIn("lena", narrow);
  await lena.locator(".languages button[lang=ht]").click();
  // Somebody of support has no part in recommendations and visits, and no door to them.
  await door(lena, "claims").waitFor();
  for (const shut of ["recommendations", "visits"] as const) assert.equal(await door(lena, shut).count(), 0);
  await door(lena, "claims").click();
  await lena.click(".matters .button.primary");
  await lena.check("input[name=matter-claimant][value=mother]");
  await lena.selectOption("#matter-majority-month", "05");
  await lena.selectOption("#matter-majority-year", { index: 18 });
  await lena.check("input[name=matter-declares]");
  await lena.check("input[name=matter-forces][value=ken]");
  await lena.check(`input[name=matter-let-in][value=${idOf("gerda")}]`);
  await lena.fill("#matter-words", "Manman an mande sa.");
  await checkScreen(lena, "a claim of paternity at 320 pixels");
  await sign(lena);
  await waitForStep(lena, "Demann lan fèt");
  await act(lena, "Ekri kote echantiyon an ye");
  await lena.selectOption("#matter-number", "1");
  await lena.check("input[name=matter-of][value=child]");
  await lena.check("input[name=matter-custody][value=taken]");
  await lena.check("input[name=matter-holder][value=office]");
  await lena.fill("#matter-words", "Yo pran l nan klinik la.");
  await lena.click(".act-sheet [type=submit]");
  await lena.locator(".act-sheet").getByText("Moun nan pa di wi, oswa li retire l.").waitFor();
  await checkScreen(lena, "a sample without a yes");
  const gerda = await desk.signIn("gerda", { ...laptop, locale: "ht" });
  await gerda.locator(".languages button[lang=ht]").click();
  await door(gerda, "claims").click();
  await gerda.locator(".case-row").click();
  await gerda.getByText("Manman an mande sa.").waitFor();
  await act(gerda, "Mande Eta a");
  await gerda.selectOption("#matter-to", "contributing-state:ken");
  await chooseDay(gerda, "answerDue");
  await sign(gerda);
  await waitForStep(gerda, "Yo mande Eta a");
});
