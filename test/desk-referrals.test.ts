// What a desk shows of a referral that was made: on what it rests, what was asked, and who else is asked where this body does not act.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { createReferralCode, digestOfCode } from "@temwen/vocabulary/referral-codes";
import { checkScreen } from "./support/browser.ts";
import { acknowledgement, assessment, doActs, fileCase, intakeNames } from "./support/casework.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk(intakeNames);

test("a referral says on the desk what it rests on, whether a waiver was asked, and which other body is next", async () => {
  const mine = await fileCase(office, { consent: "court", force: "jam" });
  await doActs(mine.desk, mine.caseId, acknowledgement, { ...assessment, forces: ["jam"] });
  await doActs(mine.desk, mine.caseId, {
    act: "refer-case",
    says: {
      ...{ number: 1, forum: "hti-parquet", basis: ["takes-criminal-complaints"], obstacle: [], military: "none" },
      ...{ waiver: "asked", fallback: "hti-pole-judiciaire", asks: ["investigate", "waive-immunity"], language: "fr" },
      ...{ beyond: "none", due: "2031-01-15", dossier: ["ab".repeat(32)] },
      receipt: [digestOfCode(createReferralCode(randomBytes(20)))],
    },
    text: "Gen ase rezon.",
    told: "Nou voye dosye w bay pakè a.",
  });
  const page = await desk.signIn(mine.reader, { locale: "ht-HT", viewport: { width: 360, height: 740 } });
  await openCaseAtPage(page, mine.caseId);
  const entry = page.locator("article.referral");
  await entry.waitFor();
  const said = await entry.innerText();
  assert.match(said, /Baz la: Biwo sa a resevwa plent kont krim\./);
  assert.match(said, /Leve iminite: nou mande l/);
  assert.match(said, /Lòt otorite, si sa a pa aji: .*\(HTI\)/);
  await checkScreen(page, "a case that was referred");
  const folder = process.env.TEMWEN_PICTURES;
  if (!folder) return;
  await entry.screenshot({ path: `${folder}/referral-phone.png` });
  await page.setViewportSize({ width: 1280, height: 900 });
  await entry.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${folder}/referral-desktop.png` });
});

const day = 86_400_000;

// A fallback was asked of whoever refers a case, and then nobody was told of it.
test("where a body stays silent, board and case room name the other one, and the referral to it is begun with what is known", async (t) => {
  const mine = await fileCase(office, { consent: "court", force: "ken" });
  await doActs(mine.desk, mine.caseId, acknowledgement, { ...assessment, forces: ["ken"] });
  await doActs(mine.desk, mine.caseId, {
    act: "refer-case",
    says: {
      ...{ number: 1, forum: "ken-ipoa", basis: ["oversees-police"], obstacle: [], military: "none", waiver: "none" },
      ...{ fallback: "ken-courts", asks: ["preserve", "answer"], language: "en", beyond: "none" },
      ...{ due: new Date().toISOString().slice(0, 10), dossier: [], receipt: [] },
    },
    text: "Gen ase rezon.",
    told: "Nou voye dosye w bay IPOA.",
  });
  const before = await desk.signIn(mine.reader);
  await openCaseAtPage(before, mine.caseId);
  await before.locator("article.referral").waitFor();
  assert.equal(await before.getByText("The authority named for that").count(), 0);
  await before.context().close();

  const { now } = Date;
  Date.now = () => now() + 3 * day;
  t.after(() => (Date.now = now));
  const page = await desk.signIn(mine.reader);
  await page.getByRole("button", { name: "Referrals", exact: true }).click();
  const row = page.locator(".case-row", { hasText: "The authority named for that: Courts of Kenya (KEN)." });
  await row.waitFor();
  assert.match(await row.innerText(), /Silent since/);
  await checkScreen(page, "a board with a silent forum");
  await row.click();
  await page.getByText(/IPOA\) \(KEN\): Silent since .*Courts of Kenya/).waitFor();
  await checkScreen(page, "a case whose forum is silent");
  await page.getByRole("button", { name: "Refer to Courts of Kenya (KEN)" }).click();
  assert.equal(await page.locator("#ask-forum-list").inputValue(), "ken-courts");
  const asked = await page
    .locator("#ask-asks input:checked")
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  assert.deepEqual(asked, ["preserve", "answer"]);
  await page.locator("#ask-basis input").first().check();
  await page.locator("#act-text").fill("IPOA pa janm reponn.");
  await page.locator(".act-sheet [type=submit]").click();
  await page.locator(".notice.done").waitFor();
  assert.equal(await page.getByText("The authority named for that").count(), 0);
});
