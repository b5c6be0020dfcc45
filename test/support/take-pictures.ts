// `node test/support/take-pictures.ts [folder]`: walks through a demonstration office and writes the pictures of the README. Whoever
// speaks in them is made up.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deskWords } from "@temwen/words/desk";
import type { Page } from "playwright-core";
import { buildComponents } from "../../tools/components/build-components.ts";
import { bringBeforePanel } from "./before-panel.ts";
import { laptop, openBrowser, phone, withPage } from "./browser.ts";
import { answerAll, openComplaint, openMailbox, sendComplaint } from "./complaining.ts";
import { actAtPage, openCaseAtPage, openDeskPage, signInAtPage } from "./desk-page.ts";
import { runCommand, startOffice } from "./office.ts";
import { askAs, findReader, listCases, peopleOf } from "./staff.ts";

const story = `Madi swa, bò 8 è, yon patwouy rete devan boutik mwen an. Yo pran telefòn mwen ak lajan jounen an, epi yo di m pa pale.

De vwazen te wè sa. Machin nan te gen nimewo 14 sou pòt la.`;
const answer = `Bonjou. Nou li pawòl ou, mèsi dèske w pale.

Yon anplwaye ap tcheke ki patwouy ki te nan zòn nan madi swa. Nou p ap di pèsonn non ou. N ap ekri w ankò anvan 28 novanm.`;
const others = [
  ["ken", "Yon machin misyon an frape miray lekòl la epi l pa rete."],
  ["jam", "Yo fèmen wout la depi twa jou, malad yo pa ka pase."],
  ["unknown", "Yo kenbe ti frè m nan douz èdtan san yo pa di poukisa."],
] as const;

const folder = process.argv[2] ?? fileURLToPath(new URL("../../docs/pictures", import.meta.url));
await mkdir(folder, { recursive: true });

const browser = await openBrowser();
await using office = await startOffice();
try {
  const take = async (page: Page, name: string): Promise<void> => {
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      scrollTo(0, 0);
    });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  const onPhone = { origin: office.url, ...phone, deviceScaleFactor: 2 };
  for (const [force, text] of others) {
    const args = [
      "complain",
      "--server",
      office.url,
      "--roots",
      office.roots,
      "--text",
      "-",
      "--force",
      force,
      "--json",
    ];
    await runCommand(args, text);
  }
  const known = new Set((await listCases(office)).map((row) => row.case));

  let receipt = "";
  await withPage(browser, onPhone, async ({ page }) => {
    await openComplaint(page, office.url);
    const said = { text: story, place: "Toupre mache Salomon", force: "ken", child: "no" } as const;
    const asked = { wish: "investigate-with-me", needs: ["legal"] } as const;
    await answerAll(page, { ...said, ...asked }, async (screen) => {
      if (["words", "wish", "check"].includes(screen)) await take(page, `complain-${screen}`);
    });
    receipt = await sendComplaint(page);
    await take(page, "receipt-phone");
  });

  const caseId = (await listCases(office)).find((row) => !known.has(row.case))?.case ?? "";
  const { reader } = await findReader(office, caseId);
  for (const { case: other } of (await listCases(office)).filter((row) => row.case !== caseId).slice(0, 1)) {
    const first = await findReader(office, other);
    await askAs(office, first.reader, ["act", "acknowledge", "--case", other, "--text", "-"], answer);
  }
  await withPage(browser, { origin: new URL(office.desk).origin, locale: "ht", ...laptop }, async ({ page }) => {
    await openDeskPage(page, office.desk);
    await signInAtPage(page, reader);
    await take(page, "desk-queue");
    await openCaseAtPage(page, caseId);
    await take(page, "desk");
    await actAtPage(page, deskWords.ht["order.acknowledge-case"], answer);
  });

  await withPage(browser, onPhone, async ({ page }) => {
    await openMailbox(page, office.url, receipt);
    await take(page, "reply-phone");
  });

  const brought = await bringBeforePanel(office);
  brought.intake.close();
  const [member] = peopleOf(office, "panel");
  if (!member) throw new Error("the fictional people have no panel");
  await withPage(browser, { origin: new URL(office.desk).origin, locale: "ht", ...laptop }, async ({ page }) => {
    await openDeskPage(page, office.desk);
    await signInAtPage(page, member);
    await openCaseAtPage(page, brought.caseId);
    await page.keyboard.press("p");
    await page.waitForSelector("#sittings");
    await page.locator("#acts button").filter({ hasText: deskWords.ht["order.propose-decision"] }).click();
    await page.waitForSelector(".act-sheet");
    await take(page, "hearing");
  });

  const components = (await buildComponents()).files.get("ht.html") ?? "";
  await withPage(browser, { origin: "null", viewport: { width: 1040, height: 800 } }, async ({ page }) => {
    await page.setContent(components);
    const path = join(folder, "components.png");
    await page.locator("[data-component=Select] .modes").screenshot({ path });
  });
} finally {
  await browser.close();
}
