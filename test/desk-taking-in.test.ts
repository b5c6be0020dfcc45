// Evidence that the office takes in, and cases that belong together, at the desk's screens: by clicking, in Creole, on a small screen.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { jpeg, jpegExif } from "../packages/media/src/samples.testing.ts";
import { acknowledgement, assessment, doActs, fileCase, intakeNames } from "./support/casework.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk();
const folder = await mkdtemp(join(tmpdir(), "temwen-brought-"));
after(() => rm(folder, { recursive: true, force: true }));

/** Two assessed cases, and a first reader of both at the desk, in the room of the first. */
async function openFirstOfTwo(): Promise<{ page: Page; other: string }> {
  const [one, two] = [await fileCase(office), await fileCase(office)];
  for (const { desk: keeper, caseId } of [one, two]) await doActs(keeper, caseId, acknowledgement, assessment);
  for (const name of intakeNames) {
    const keeper = await office.desk(name);
    const seen = await Promise.all([one, two].map(({ caseId }) => keeper.readCase(caseId)));
    if (!seen.every((view) => view.ok && view.value.story)) continue;
    const page = await desk.signIn(name, { locale: "ht", viewport: { width: 320, height: 800 } });
    const label = `${one.caseId.slice(4, 8)} ${one.caseId.slice(8, 12)}`;
    await page.getByText(label).first().click();
    await page.locator("#evidence").waitFor();
    return { page, other: two.caseId };
  }
  throw new Error("nobody opens both cases");
}

test("somebody hands over a photo: it is taken in, shown with its copy, and its custody begins with whoever took it", async () => {
  const { page } = await openFirstOfTwo();
  const evidence = page.locator("section[aria-labelledby=evidence]");
  await evidence.getByRole("button", { name: "Pran yon prèv" }).click();
  await evidence.getByRole("button", { name: "Sele l epi pran l" }).click();
  for (const missing of ["Chwazi yon fichye.", "Chwazi yon repons.", "Ekri kèk mo anvan."])
    await evidence.getByText(missing).waitFor();
  const photo = join(folder, "foto.jpg");
  await writeFile(photo, jpeg([jpegExif(6)]));
  await page.setInputFiles("#take-files", photo);
  await evidence.getByLabel("Yon temwen te bay li").check();
  await page.locator("#take-text").fill("Yon vwazen pote l lendi maten.");
  await evidence.getByRole("button", { name: "Sele l epi pran l" }).click();
  const pieces = page.locator(".evidence > li");
  await pieces.nth(1).waitFor();
  assert.equal(await pieces.count(), 2);
  await pieces.nth(0).getByText("Biwo a pran prèv B1-1. Yon temwen te bay li.").waitFor();
  await pieces.nth(0).getByText("Gade 0 fwa").click();
  await pieces.nth(0).locator(".custody li", { hasText: "Biwo a pran l" }).waitFor();
  await evidence.getByRole("button", { name: "Verifye tout prèv yo" }).click();
  await evidence.getByText("Biwo a gen 2 prèv, yo pa chanje.").waitFor();
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    "it must not scroll sideways",
  );
  await page.context().close();
});

test("two cases are linked by the number of the other, with a reason, and the link is taken back", async () => {
  const { page, other } = await openFirstOfTwo();
  const links = page.locator("section[aria-labelledby=links]");
  await links.getByRole("button", { name: "Lye ak yon lòt dosye" }).click();
  await page.locator("#link-other").fill("dosye a");
  await links.getByRole("button", { name: "Lye ak yon lòt dosye" }).click();
  await links.getByText("Se pa nimewo yon dosye.").waitFor();
  await page.locator("#link-other").fill(other);
  await links.getByLabel("Menm evènman").check();
  await page.locator("#link-text").fill("Menm aswè a, menm lari a.");
  await links.getByRole("button", { name: "Lye ak yon lòt dosye" }).click();
  await links.locator("li", { hasText: "Menm evènman" }).waitFor();
  await links.getByRole("button", { name: "Retire lyen an" }).click();
  await links.locator("li textarea").fill("Se pa menm evènman.");
  await links.locator("li").getByRole("button", { name: "Retire lyen an" }).click();
  await links.getByText("Dosye sa a pa lye ak okenn lòt.").waitFor();
  await page.context().close();
});
