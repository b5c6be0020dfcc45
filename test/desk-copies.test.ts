// Which of two files is the original and which the working copy: a desk says it wherever either is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileCase, view } from "./support/casework.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
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
