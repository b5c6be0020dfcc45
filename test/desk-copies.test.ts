// Which of two files is the original and which the working copy: a desk says it wherever either is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { phonePicture, still } from "../packages/media/src/still/still.testing.ts";
import { acknowledgement, doActs, fileCase, view } from "./support/casework.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
import { sendPieces } from "./support/parcels.ts";
import { sealAddition, sendPersonAct, signPersonAct } from "./support/person-acts.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk();

const piece = (name: string) => ({ name, mediaType: "image/jpeg", bytes: new TextEncoder().encode(name) });

test("a desk says which piece is the original and which its working copy, also of what was added later", async () => {
  const mine = await fileCase(office, {
    evidence: [piece("kay.jpg"), piece("copy-of-evidence-1.jpg"), piece("copy-of-evidence-1.jpg")],
  });
  const added = await sealAddition(office, mine, 1, [piece("pòt.jpg"), piece("copy-of-added-1-1.jpg")]);
  assert.equal((await sendPersonAct(office, signPersonAct(mine, added.fact, added.note))).status, 200);
  assert.deepEqual(
    (await view(mine.desk, mine.caseId)).evidence.map(({ part, copyOf }) => [part, copyOf]),
    [
      ["evidence-1", undefined],
      ["evidence-2", "evidence-1"],
      ["evidence-3", undefined],
      ["added-1-1", undefined],
      ["added-1-2", "added-1-1"],
    ],
  );
  const page = await desk.signIn(mine.reader);
  await openCaseAtPage(page, mine.caseId);
  const pieces = page.locator(".evidence > li");
  await pieces.nth(0).getByText("Evidence 1: the original, as the person sent it. Look at the working copy").waitFor();
  await pieces.nth(1).getByText("Working copy of evidence 1, without place, device and hour.").waitFor();
  // It only calls itself a copy: it does not stand behind its original.
  await pieces.nth(2).getByText("Evidence 3: the original, as the person sent it.").waitFor();
  await pieces.nth(4).getByText("Working copy of evidence 1-1,").waitFor();
  // A copy has the same name in the history as where it is opened.
  const inHistory = page.locator("section:has(> #history) li", { hasText: "evidence 1-1" }).first();
  await inHistory.getByText("working copy of evidence 1-1").waitFor();
  await page.context().close();
});

test("whoever opens a piece that came without a copy makes one by a click, and sees who made it", async () => {
  const heic = { name: "telefòn.heic", mediaType: "image/heic", bytes: still(phonePicture) };
  const paper = { name: "paj.html", mediaType: "text/html", bytes: new TextEncoder().encode("<!doctype html>") };
  const mine = await fileCase(office, { evidence: [heic, paper] });
  await sendPieces(office, mine.caseId, mine.parcel.evidence.values());
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const page = await desk.signIn(mine.reader, { locale: "ht", viewport: { width: 320, height: 800 } });
  await openCaseAtPage(page, mine.caseId);
  const pieces = page.locator(".evidence > li");
  await pieces.nth(1).getByRole("button", { name: "Fè kopi travay la" }).click();
  await pieces.nth(1).getByText("Biwo a pa ka fè kopi kalite fichye sa a.").waitFor();
  await pieces.nth(0).getByRole("button", { name: "Fè kopi travay la" }).click();
  await pieces.nth(2).getByText("Biwo a fè kopi sa a.").waitFor();
  await pieces.nth(0).getByText("Gade kopi travay la anvan").waitFor();
  assert.equal(await pieces.nth(0).getByRole("button", { name: "Fè kopi travay la" }).count(), 0);
  await pieces.nth(2).getByText("Gade 0 fwa").click();
  await pieces.nth(2).locator(".custody li", { hasText: "Biwo a fè kopi sa a" }).waitFor();
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    "it must not scroll sideways",
  );
  await page.context().close();
});
