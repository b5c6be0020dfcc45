// A story opened at desks: asked for in the case room, three holders at their own screens, the hours pass, opened, dealt anew.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { Page } from "playwright-core";
import { acknowledgement, doActs, fileCase, intakeNames, view } from "./support/casework.ts";
import { shortNumber } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

mock.timers.enable({ apis: ["Date"], now: Date.now() });
const holders = ["holder-1", "holder-2", "holder-3"];
const { office, desk } = await startOfficeWithDesk([...intakeNames, "karim", ...holders, "holder-4"]);
const pictures = process.env.TEMWEN_PICTURES;
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};

const act = (page: Page, name: string) => page.locator(".acts").getByRole("button", { name, exact: true }).click();
const sign = async (page: Page) => {
  await page.click(".act-sheet [type=submit]");
  await page.locator(".confirm").getByRole("button").last().click();
  await page.locator(".notice.done").waitFor();
};

/** A case room, from the queue; whoever has no key to the words sees it all the same. */
async function enter(page: Page, caseId: string): Promise<void> {
  await page.locator(".case-row", { hasText: shortNumber(caseId) }).click();
  await page.locator("#acts").waitFor();
}

test("an opening goes from being asked for to the shares dealt anew, by clicking, and nobody is shown who gave a share", async () => {
  const mine = await fileCase(office, { force: "unknown" });
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const keepers = await Promise.all(
    intakeNames.slice(0, 5).map(async (name) => ({ name, keeper: await office.desk(name) })),
  );
  const stories = await Promise.all(keepers.map(async ({ keeper }) => (await view(keeper, mine.caseId)).story));
  const keyless = keepers[stories.indexOf(undefined)]!.name;
  const other = intakeNames.find((name) => name !== keyless && name !== mine.reader)!;

  const asking = await desk.signIn(keyless);
  await enter(asking, mine.caseId);
  await act(asking, "Ask for an opening by the shares");
  await picture(asking, "ask");
  await asking.getByLabel("Those who can read it cannot be reached").check();
  await asking.getByLabel(new RegExp(`^${other}`)).check();
  await sign(asking);
  await asking.locator(".notice", { hasText: "0 of 3" }).waitFor();
  await picture(asking, "waits");

  for (const name of holders) {
    const page = await desk.signIn(name, { locale: "en-GB", viewport: { width: 320, height: 700 } });
    const box = page.locator(".share", { hasText: shortNumber(mine.caseId) });
    await box.getByText("Say nothing").waitFor();
    await picture(page, name);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    await box.getByRole("button", { name: "Give my share" }).click();
    await box.locator(".confirm").getByRole("button", { name: "Give my share" }).click();
    await box.getByText("You gave your share.").waitFor();
    await page.context().close();
  }
  const late = await desk.signIn("holder-4");
  await late.locator(".share", { hasText: "Three were given." }).waitFor();
  for (const name of holders) assert.equal(await late.getByText(name).count(), 0);
  await late.context().close();

  const reader = await desk.signIn(other);
  await enter(reader, mine.caseId);
  await reader.locator(".notice", { hasText: "3 of 3" }).waitFor();
  assert.equal(await reader.locator(".acts").getByRole("button", { name: "Open with the shares" }).count(), 0);
  mock.timers.tick(48 * 3_600_000);
  await reader.context().close();
  const again = await desk.signIn(other);
  await enter(again, mine.caseId);
  await picture(again, "ready");
  await act(again, "Open with the shares");
  await sign(again);
  await again.getByText("The words were opened with the shares. They are spent: deal them anew.").waitFor();
  for (const name of holders) assert.equal(await again.locator(".timeline").getByText(name).count(), 0);
  await picture(again, "opened");
  await act(again, "Deal the shares anew");
  await sign(again);
  const seen = await view(await office.desk(other), mine.caseId);
  assert.ok(seen.story);
  assert.equal(seen.opening, undefined);
});
