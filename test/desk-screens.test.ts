import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Directory } from "@temwen/office";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../tools/ensure-browser.ts";
import { runCommand, startOffice, type TestOffice } from "./support/office.ts";
import { file, sealParcel } from "./support/parcels.ts";

// The desk as staff see it: a real office, a real complaint, a real browser. People are the demonstration's.

const hostile = [
  "Mwen se yon machann nan mache a.",
  "<script>globalThis.ran = 1</script> <img src=x onerror='globalThis.ran = 1'>",
  "\u202Etxet desrever\u202C fini.",
  "w".repeat(300),
].join("\n");

let office: TestOffice;
let browser: Browser;
let folder: string;
let receipt: string;
let people: readonly { readonly id: string; readonly label: string; readonly passphrase: string }[];
let axe: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "temwen-desk-screens-"));
  [office, browser, axe] = await Promise.all([
    startOffice(),
    ensureBrowser().then((executablePath) => chromium.launch({ executablePath, args: [...chromiumFlags] })),
    readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8"),
  ]);
  people = JSON.parse(await readFile(join(office.data, "demo/people.json"), "utf8"));
  await writeFile(join(folder, "prèv.png"), onePixel);
  receipt = (await complain(hostile, "--attach", join(folder, "prèv.png"))).receipt;
});

after(async () => {
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test("an office without a case says so, and shows no list", async () => {
  await using empty = await startOffice();
  const page = await openDesk(empty);
  const listed = JSON.parse(await readFile(join(empty.data, "demo/people.json"), "utf8")) as typeof people;
  await signIn(page, "Demo Panel 1", listed);
  await page.getByText("Nothing is waiting.").waitFor();
  await page.getByText("Cases that wait for your role appear here.").waitFor();
  assert.equal(await page.locator(".tabs, .rows").count(), 0);
  await page.close();
});

test("a complaint travels over the screens from intake to the panel's decision", async (t) => {
  const { page } = await openAsReader();
  await page.getByRole("heading", { name: "Their words" }).waitFor();

  await t.test("what a stranger wrote is text and nothing else", async () => {
    assert.equal(await page.locator("section:has(#story) .said").innerText(), hostile);
    assert.equal(await page.evaluate(() => "ran" in globalThis), false);
    assert.equal(await page.locator("main script, main img").count(), 0);
  });

  await t.test(
    "a picture is opened only when somebody asks, and covered until they ask again, by keyboard too",
    async () => {
      await page.getByRole("button", { name: "Open and show" }).focus();
      await page.keyboard.press("Enter");
      await page.locator(".viewer.covered iframe").waitFor();
      await page.getByText("This is the file the person sealed. Its SHA-256 was checked.").waitFor();
      await page.getByRole("button", { name: "Show it clearly" }).focus();
      await page.keyboard.press("Enter");
      await page.frameLocator(".viewer iframe").locator("img").waitFor();
      assert.equal(await page.locator(".viewer.covered").count(), 0);
      await page.keyboard.press("Escape");
      await page.locator(".viewer.covered").waitFor();
      await page.keyboard.press("Enter");
      await page.frameLocator(".viewer iframe").locator("img").click();
      await page.keyboard.press("Escape");
      await page.locator(".viewer.covered").waitFor();
    },
  );

  await t.test("the frame that draws it shares no origin with the desk and reaches no network", async () => {
    const inside = page.frameLocator(".viewer iframe").locator("body");
    const reached = await inside.evaluate(async () => {
      const asked = await fetch("/main.js").then(
        () => "answered",
        () => "refused",
      );
      const top = (() => {
        try {
          return String(globalThis.top?.document.title);
        } catch {
          return "refused";
        }
      })();
      return [globalThis.origin, asked, top];
    });
    assert.deepEqual(reached, ["null", "refused", "refused"]);
  });

  await t.test("the record tells who opened it, and a copy leaves only with a warning and a reason", async () => {
    await page.getByText("Looked at 1 time").click();
    await page.locator(".custody li", { hasText: "Opened at the desk" }).waitFor();
    await page.getByRole("button", { name: "Save a copy" }).click();
    await page.getByText("The file may be dangerous.").waitFor();
    await page.getByRole("button", { name: "Save it, and note it in the record" }).click();
    await page.getByText("Choose a reason.").waitFor();
    await page.getByLabel("To look at it on an offline computer").check();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save it, and note it in the record" }).click(),
    ]);
    assert.deepEqual(await readFile(await saved.path()), onePixel);
    await page.locator(".custody li", { hasText: "To look at it on an offline computer" }).waitFor();
    await page.getByRole("button", { name: "Close it" }).click();
    assert.equal(await page.locator("iframe").count(), 0);
  });

  await t.test("a template that nobody adapted is not sent", async () => {
    await act(page, "Acknowledge");
    await page.getByText("Whoever holds the receipt can read what you write here.").waitFor();
    await sign(page);
    await page.getByText("A line in brackets is left.").waitFor();
    await page.locator("#act-text").fill("Bonjou. Nou li pawòl ou.");
    await signed(page);
    assert.match(await answers(), /Nou li pawòl ou/);
  });

  await t.test("what the record keeps in clear is chosen, and nothing is signed before it is", async () => {
    await act(page, "Assess");
    await sign(page);
    await page.getByText("Choose at least one right.").waitFor();
    await page.getByLabel("Home and property").check();
    await page.getByLabel("Serious misconduct").check();
    await page.getByLabel("Department").selectOption({ label: "Artibonite" });
    await page.getByLabel("Year").selectOption("2026");
    await page.getByLabel("Month").selectOption({ label: "October" });
    await signed(page);
    await page.getByText("October 2026").first().waitFor();
  });

  await t.test("one proposes, and may not confirm", async () => {
    await act(page, "Propose not to admit");
    await page.getByLabel("Nothing that could be examined").check();
    await page.locator("#act-text").fill("Pa gen dat, pa gen kote.");
    await signed(page);
    const why = page.locator(".not-now li", { hasText: "Confirm non-admission" }).getByText("Only: panel.");
    assert.equal(await why.isVisible(), false);
    await page.getByText("Not possible now").click();
    await why.waitFor();
    await page.close();
  });

  await t.test("a second person decides, asked twice", async () => {
    const panel = await openDesk();
    await signIn(panel, "Demo Panel 1");
    await openFirst(panel);
    await panel.getByText("Pa gen dat, pa gen kote.").waitFor();
    await act(panel, "Confirm non-admission");
    await panel.locator("#act-text").fill("Bonjou. Nou pa ka kontinye.");
    await sign(panel);
    await panel.getByText("The decision cannot be taken back.").waitFor();
    await panel.locator(".confirm").getByRole("button", { name: "Sign and send" }).click();
    await panel.locator(".notice.done").waitFor();
    assert.match(await answers(), /Nou pa ka kontinye/);
    await panel.close();
  });
});

test("when two desks act at once, the second sees both versions and loses no word", async (t) => {
  await complain("Yon lòt istwa.");
  const { page, label, name } = await openAsReader();
  const other = await openDesk();
  await signIn(other, label);
  await openCase(other, name);
  await act(other, "Acknowledge");
  await other.locator("#act-text").fill("Pawòl dezyèm nan.");

  await act(page, "Acknowledge");
  await page.locator("#act-text").fill("Pawòl premye a.");
  await signed(page);

  await sign(other);
  await other.getByText("Somebody acted while you were writing").waitFor();
  await other.locator(".act-sheet .notice").getByText("Message to the person").waitFor();
  assert.equal(await other.locator("#act-text").inputValue(), "Pawòl dezyèm nan.");
  await other.getByText("This act is no longer possible.").waitFor();
  await other.getByText("Pawòl premye a.").waitFor();

  await t.test("unsent words are not lost by leaving the case, and only knowingly by signing out", async () => {
    await other.getByRole("button", { name: "Put aside" }).click();
    await other.getByRole("button", { name: "Back to the list" }).click();
    await other.getByText("Unsent words").waitFor();
    await other.getByRole("button", { name: "Sign out" }).click();
    await other.getByText("You have words that are not sent.").waitFor();
    await other.getByRole("button", { name: "Sign out and lose them" }).click();
    await other.getByLabel("Passphrase").waitFor();
  });
  await Promise.all([page.close(), other.close()]);
});

test("when somebody left, the key is changed and the shares are dealt anew, each asked twice", async () => {
  await complain("Yon twazyèm istwa.");
  const { page } = await openAsReader();
  await act(page, "Acknowledge");
  await page.locator("#act-text").fill("Nou li pawòl ou.");
  await signed(page);

  await act(page, "Change the key");
  await sign(page);
  await page.getByText("Choose a colleague.").waitFor();
  await page.getByLabel("Demo Investigator 1, investigator").first().check();
  await sign(page);
  await page.getByText("Only you and those you chose can read what comes next.").waitFor();
  await page.locator(".confirm").getByRole("button", { name: "Change the key" }).click();
  await page.locator(".notice.done").waitFor();
  await page.getByText("Key changed for what comes next").waitFor();
  assert.equal(await page.locator(".access li", { hasText: "later words (key 1)" }).count(), 2);

  await act(page, "Deal the shares anew");
  await sign(page);
  await page.locator(".confirm").getByRole("button", { name: "Deal the shares" }).click();
  await page.locator(".notice.done").waitFor();
  await page.getByText("Shares dealt anew", { exact: false }).first().waitFor();
  await page.close();
});

test("somebody who is no first reader is told that this is ordinary, and is offered nothing that would be refused", async () => {
  const page = await openDesk();
  await signIn(page, "Demo Intake 6 (tied to Kenya)");
  await page.locator(".top").getByText("You: Demo Intake 6 (tied to Kenya), intake").waitFor();
  await openFirst(page);
  await page.getByText("The first readers are drawn by lot.").waitFor();
  await page.getByText("Ask a colleague who does to give you access.").waitFor();
  assert.equal(await page.locator(".acts button").count(), 0);
  // What was sent is told in the story.
  assert.equal(await page.locator("#evidence").count(), 0);
  await page.close();
});

test("a consent that may be a skipped question is not called a choice; another is", async () => {
  const skipped = await openAsReader((await complain("Yon istwa san repons.")).case);
  const safety = skipped.page.locator(".safety");
  await safety.getByText("The person chose this or skipped the question. Ask them before you do more.").waitFor();
  await skipped.page.close();
  const chosen = await openAsReader((await complain("Yon istwa ak repons.", "--consent", "help-only")).case);
  await chosen.page.locator(".safety").getByText("The person chose this. Do not go beyond it.").waitFor();
  await chosen.page.close();
});

test("a name is opened by two people with a reason, and whoever complained reads that it was", async () => {
  const hostileName = "<b>Wozlò</b> \u202Etxet";
  const filed = await complainByName({ name: hostileName, safeContact: "Pa rele. <i>Ekri</i>." });
  const readers = await openAllReaders(filed.case);
  const [asker, ...others] = readers;
  assert.ok(asker && others.length === 3);
  await act(asker, "Acknowledge");
  await asker.locator("#act-text").fill("Nou li pawòl ou.");
  await signed(asker);
  await asker.locator(".safety").getByText("The safe way is sealed with the name.").waitFor();

  await act(asker, "Ask to see the name");
  await sign(asker);
  await asker.getByText("Choose a reason.").waitFor();
  await asker.getByLabel("The person is in danger").check();
  await asker.locator("#act-text").fill("<u>Gen moun</u> k ap chèche l.");
  await signed(asker);
  await asker.getByText("You asked to see the name.").waitFor();
  assert.equal(await asker.locator(".acts").getByRole("button", { name: "Say yes about the name" }).count(), 0);

  for (const other of others) {
    await other.reload();
    await other.getByText("<u>Gen moun</u> k ap chèche l.").waitFor();
    await act(other, "Say yes about the name");
    await sign(other);
    await other.getByText("The person will see both signatures.").waitFor();
    await other.locator(".confirm").getByRole("button", { name: "Give my half" }).click();
    await other.locator(".notice").first().waitFor();
    if ((await other.locator(".notice.done").count()) > 0) break;
    await other.getByText("You hold the same half as whoever asked.").waitFor();
  }

  await asker.reload();
  await asker.getByText("You may see the name.").waitFor();
  await asker.getByRole("button", { name: "Open name and contact" }).click();
  await asker.locator("section:has(#identity)").getByText("<b>Wozlò</b> ⟨202E⟩txet").waitFor();
  await asker.locator(".safety").getByText("Pa rele. <i>Ekri</i>.").waitFor();
  await asker.getByText("Name opened").waitFor();
  await asker.reload();
  await asker.getByRole("button", { name: "Open name and contact" }).waitFor();
  assert.equal(await asker.getByText("Wozlò").count(), 0);

  const read = await runCommand(["reply", "--server", office.url, "--receipt", "-", "--json"], filed.receipt);
  assert.match(read.stdout, /nameAsked.*nameAllowed.*nameSeen/);
  for (const page of readers) await page.context().close();
});

test("the history tells of every act by whom, with name and role", async () => {
  const { page, label } = await openAsReader((await complain("Yon istwa pou rejis la.")).case);
  await page.locator(".timeline li", { hasText: "Complaint received" }).getByText("by the person").waitFor();
  await act(page, "Acknowledge");
  await page.locator("#act-text").fill("Nou li pawòl ou.");
  await signed(page);
  const mine = page.locator("section:has(#history) li", { hasText: "Acknowledged" });
  await mine.getByText(`by you (${label}, intake)`).waitFor();
  await act(page, "Give a colleague access");
  await page.getByLabel("Demo Investigator 1, investigator").check();
  await page.getByLabel("Asked to help").check();
  await sign(page);
  await page.locator(".confirm").getByRole("button", { name: "Give the key" }).click();
  await page.locator(".notice.done").waitFor();
  const number = (await page.locator("section:has(#history) .number").innerText()).trim();

  // Whose role has no list is not told that nothing waits: they open the case by the number a colleague gave.
  const other = await openDesk();
  await signIn(other, "Demo Investigator 1");
  await other.getByText("Your role has no list of cases.").waitFor();
  await other.getByLabel("Case number").fill("cas_nothing");
  await other.getByRole("button", { name: "Open" }).click();
  await other.getByText("This is not a case number.").waitFor();
  await other.getByLabel("Case number").fill(` ${number}`);
  await other.getByRole("button", { name: "Open" }).click();
  await other.getByText("Yon istwa pou rejis la.").waitFor();
  const theirs = other.locator("section:has(#history) li", { hasText: "Acknowledged" });
  await theirs.getByText(`by ${label}, intake`).waitFor();
  await Promise.all([page.close(), other.close()]);
});

test("the list is walked by keyboard alone", async () => {
  const page = await openDesk();
  await signIn(page, "Demo Intake 1");
  await page.locator(".case-row").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal(await page.evaluate(() => document.activeElement?.className), "case-row");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Case / }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  await page.goBack();
  await page.locator(".case-row").first().waitFor();
  await page.close();
});

test("the launch token leaves the address at once, and a tab without it gets nothing", async () => {
  const page = await openDesk();
  assert.equal(new URL(page.url()).hash, "");
  const stranger = await browser.newPage({ locale: "en-GB" });
  await stranger.goto(new URL("/", office.desk).href);
  await stranger.getByText("Open the desk by the link it showed when it started.").waitFor();
  await Promise.all([page.close(), stranger.close()]);
});

test("no screen has a serious barrier, by day, by night, on a small screen", async () => {
  for (const setting of [
    { colorScheme: "light", viewport: { width: 1280, height: 900 } },
    { colorScheme: "dark", viewport: { width: 360, height: 740 } },
  ] as const) {
    // The page's policy would keep the checker out; it is lifted for this page of the test only.
    const context = await browser.newContext({ ...setting, locale: "en-GB", bypassCSP: true });
    const page = await context.newPage();
    await page.goto(office.desk);
    await page.getByLabel("Passphrase").waitFor();
    await checkBarriers(page, "sign-in");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `wider than the screen by ${wide}`);
    await signIn(page, "Demo Intake 1");
    await page.locator(".case-row").first().waitFor();
    await checkBarriers(page, "queue");
    await openFirst(page);
    await page.locator("#acts h2").waitFor();
    await checkBarriers(page, "case");
    const lawful = page.locator(".acts button");
    if ((await lawful.count()) > 0) {
      await lawful.first().click();
      await checkBarriers(page, "act");
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `wider than the screen by ${wider}`);
    await context.close();
  }
});

// ---- what a person does

async function openDesk(at: Pick<TestOffice, "desk"> = office): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => assert.fail(`the page failed: ${error.message}`));
  page.on("dialog", () => assert.fail("a window over the page"));
  await page.goto(at.desk);
  await page.getByLabel("Passphrase").waitFor();
  return page;
}

async function signIn(page: Page, label: string, among = people): Promise<void> {
  const person = among.find((one) => one.label === label);
  assert.ok(person, label);
  await page.locator("#who").selectOption(person.id);
  await page.getByLabel("Passphrase").fill(person.passphrase);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator(".queue h1").waitFor();
}

/** Signs in as one of the officers who can read a case (the one longest received), whoever the lot made that, and opens it. */
async function openAsReader(caseId?: string): Promise<{ page: Page; label: string; name: string }> {
  for (const number of [1, 2, 3, 4, 5]) {
    const label = `Demo Intake ${number}`;
    const page = await openDesk();
    await signIn(page, label);
    await page.getByRole("button", { name: /^Received/ }).click();
    if (caseId === undefined) await openFirst(page);
    else await openCase(page, `Case ${caseId.slice(4, 8)} ${caseId.slice(8, 12)}`);
    const name = await page.locator("h1").innerText();
    if ((await page.locator("section:has(#story) .said").count()) > 0) return { page, label, name };
    await page.close();
  }
  throw new Error("none of the officers can read the story");
}

/** A page for each of the four who can read a case, with the case open. */
async function openAllReaders(caseId: string): Promise<readonly Page[]> {
  const readers: Page[] = [];
  for (const number of [1, 2, 3, 4, 5]) {
    const page = await openDesk();
    await signIn(page, `Demo Intake ${number}`);
    await page.getByRole("button", { name: /^Received/ }).click();
    await openCase(page, `Case ${caseId.slice(4, 8)} ${caseId.slice(8, 12)}`);
    if ((await page.locator("section:has(#story) .said").count()) > 0) readers.push(page);
    else await page.context().close();
  }
  return readers;
}

async function openFirst(page: Page): Promise<void> {
  await page.locator(".case-row").first().click();
  await page.locator("#story").waitFor();
}

async function openCase(page: Page, heading: string): Promise<void> {
  await page.locator(".case-row", { hasText: heading.replace(/^Case /, "") }).click();
  await page.locator("#story").waitFor();
}

const act = (page: Page, name: string) => page.locator(".acts").getByRole("button", { name, exact: true }).click();
const sign = (page: Page) => page.locator(".act-sheet button[type=submit]").click();

async function signed(page: Page): Promise<void> {
  await sign(page);
  await page.locator(".notice.done").getByText("Signed and recorded.").waitFor();
}

type Filed = { readonly receipt: string; readonly case: string };

async function complain(text: string, ...more: readonly string[]): Promise<Filed> {
  const args = ["complain", "--server", office.url, "--text", "-", "--force", "ken", "--lang", "ht", "--json"];
  const filed = await runCommand([...args, ...more], text);
  assert.equal(filed.code, 0, filed.stderr);
  return JSON.parse(filed.stdout);
}

/** The command takes no name, the page does: sealed here as the page seals it. */
async function complainByName(identity: { readonly name: string; readonly safeContact: string }): Promise<Filed> {
  const served = (await (await fetch(`${office.url}/api/directory`)).json()) as { directory: { body: Directory } };
  const sealed = await sealParcel(served.directory.body, { text: "Yon istwa ak yon non.", identity });
  assert.equal((await file(office, sealed.parcel)).status, 200);
  return { receipt: sealed.receipt, case: sealed.keys.caseId };
}

/** What the person reads with the receipt. */
async function answers(): Promise<string> {
  const read = await runCommand(["reply", "--server", office.url, "--receipt", "-", "--json"], receipt);
  assert.equal(read.code, 0, read.stderr);
  return read.stdout;
}

type Found = {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
};

async function checkBarriers(page: Page, screen: string): Promise<void> {
  await page.evaluate(axe);
  const violations: readonly Found[] = await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((result) => result.violations)",
  );
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepEqual(
    grave.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0]?.html}`),
    [],
  );
}

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
