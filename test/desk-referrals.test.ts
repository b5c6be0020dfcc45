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
