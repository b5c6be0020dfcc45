// Words of an act in a matter that were not signed yet lie sealed on the desk's own machine, as those of a case do.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { checkScreen } from "./support/browser.ts";
import { startOfficeWithBrowser, startSmallDesk } from "./support/small-desk.ts";

const { office, browser, closing } = await startOfficeWithBrowser();
const draftFolder = await mkdtemp(join(tmpdir(), "temwen-matter-drafts-"));
closing.defer(() => rm(draftFolder, { recursive: true, force: true }));
const startDesk = () => startSmallDesk(office, browser, ["lena"], { draftFolder });
const narrow = { viewport: { width: 320, height: 640 }, locale: "ht" } as const;
const secret = "Manman an di non papa a.";

test("a family's claim that was begun is there again after the tab and the desk are gone, and leaves the disk when it is signed", async () => {
  const first = await startDesk();
  const lena = await first.signIn("lena", narrow);
  await lena.locator(".languages button[lang=ht]").click();
  await lena.locator(".doors").getByRole("button", { name: "Demann papa ak pansyon", exact: true }).click();
  await lena.click(".matters .button.primary");
  await lena.check("input[name=matter-claimant][value=mother]");
  await lena.selectOption("#matter-majority-month", "05");
  await lena.check("input[name=matter-forces][value=ken]");
  const kept = lena.waitForResponse((answer) => answer.url().endsWith("/api/drafts/keep"));
  await lena.fill("#matter-words", secret);
  await kept;
  await first[Symbol.asyncDispose]();
  const [name = "", ...others] = await readdir(draftFolder);
  assert.deepEqual(others, []);
  const sealed = (await readFile(join(draftFolder, name))).toString("latin1");
  for (const word of ["Manman", "make-claim", "paternity", "ken"]) assert.ok(!sealed.includes(word), word);

  await using second = await startDesk();
  const again = await second.signIn("lena", narrow);
  await again.locator(".languages button[lang=ht]").click();
  await again.locator(".doors").getByRole("button", { name: "Demann papa ak pansyon", exact: true }).click();
  await again.locator(".matters .flag").waitFor();
  await checkScreen(again, "a board with a claim that was begun");
  await again.click(".matters .button.primary");
  assert.equal(await again.locator("#matter-words").inputValue(), secret);
  assert.ok(await again.locator("input[name=matter-claimant][value=mother]").isChecked());
  assert.ok(await again.locator("input[name=matter-forces][value=ken]").isChecked());
  await again.selectOption("#matter-majority-year", { index: 18 });
  await again.check("input[name=matter-declares]");
  await again.check(`input[name=matter-let-in][value=${office.person("gerda").id}]`);
  await again.click(".act-sheet [type=submit]");
  await again.waitForSelector(".act-sheet", { state: "detached" });
  await again.locator(".matter-steps").getByText(secret).waitFor();
  assert.deepEqual(await readdir(draftFolder), []);
});
