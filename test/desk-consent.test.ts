// What the person allows, as a careful officer sees it: every choice with its day and how it was given, and a warning before
// an act would go beyond it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createActSender, sendConsent, sendWithdrawal, writePressure } from "@temwen/complain/person-acts";
import { acknowledgement, assessment, doActs, fileCase, intakeNames, view } from "./support/casework.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk();
const known = { trust: office.trust, directory: office.directory(), suspendedAt: new Map() };

test("the ledger holds every choice with its hour and how it was given, and says which one counts", async () => {
  const mine = await fileCase(office, { consent: "court" });
  assert.deepEqual(
    (await view(mine.desk, mine.caseId)).consents.map(({ how, countsNow }) => [how, countsNow]),
    [["filed", true]],
  );
  await doActs(mine.desk, mine.caseId, acknowledgement);
  assert.ok((await sendConsent(office.courier(), known, mine.keys, "keep-words")).ok);
  assert.ok((await sendWithdrawal(office.courier(), known, mine.keys)).ok);
  const { consents } = await view(mine.desk, mine.caseId);
  assert.deepEqual(
    consents.map((entry) => [entry.how, "choice" in entry ? entry.choice : "", entry.countsNow === true]),
    [
      ["filed", "court", false],
      ["read", "court", false],
      ["signed", "keep-words", true],
      ["asked-to-stop", "", false],
    ],
  );
  const read = consents.find((entry) => entry.how === "read");
  assert.ok(read?.how === "read" && read.by === mine.desk.me.id && !read.differs);
});

test("whoever cannot read the story sees what was signed, and not what was chosen in the complaint", async () => {
  const mine = await fileCase(office, { consent: "court" });
  await doActs(mine.desk, mine.caseId, acknowledgement);
  for (const name of intakeNames) {
    const seen = await view(await office.desk(name), mine.caseId);
    assert.equal(seen.consents[0]?.how === "filed", seen.story !== undefined, name);
  }
});

test("a desk warns before an act would go beyond what the person allows", async () => {
  const mine = await fileCase(office, { consent: "help-only" });
  await doActs(mine.desk, mine.caseId, acknowledgement, { ...assessment, forces: ["unknown"] });
  const page = await desk.signIn(mine.reader);
  await openCaseAtPage(page, mine.caseId);
  const ledger = page.locator("section:has(> #consents)");
  await ledger.getByText("The words serve to help, and nothing else. Nobody examines.").first().waitFor();
  await ledger.getByText("read in the complaint by you", { exact: false }).waitFor();
  assert.equal(await ledger.getByText("(this counts now)").count(), 1);

  const warning = page.locator(".act-sheet").getByText("This goes beyond what the person allows.");
  await page.locator(".acts").getByRole("button", { name: "Give a colleague access", exact: true }).click();
  await page.locator(`.act-sheet input[value="${office.person("lena").id}"]`).check();
  assert.equal(await warning.count(), 0);
  await page.locator(`.act-sheet input[value="${office.person("karim").id}"]`).check();
  await warning.waitFor();
  await page.locator(".act-sheet").getByText("The person allows: Help only. Ask them first.").waitFor();

  assert.ok((await sendWithdrawal(office.courier(), known, mine.keys)).ok);
  await page.reload();
  await page.locator(".acts").getByRole("button", { name: "Assess", exact: true }).click();
  await page.locator(".act-sheet").getByText("The person asks to stop. Speak with them before you sign.").waitFor();
  await page.context().close();
});

test("a person who says that somebody presses them is an alarm at the desk, whoever looks next", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const told = { pressed: "yes", text: "" } as const;
  const send = createActSender(office.courier());
  assert.ok((await send("told", () => writePressure(office.courier(), known, mine.keys, told))).ok);
  const page = await desk.signIn(mine.reader);
  await openCaseAtPage(page, mine.caseId);
  await page.locator(".safety [role=alert]").getByText("somebody forces them to stop").waitFor();
  await page.context().close();
});
