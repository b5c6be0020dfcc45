// What a person does after filing, on a small phone: allows less or more; the office sees it, and nothing else is said.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { checkScreen, findTraces, noTraces, openBrowser, phone, type Watched, withPage } from "../support/browser.ts";
import { acknowledgement, doActs, type FiledCase, fileCase, view } from "../support/casework.ts";
import { openMailbox } from "../support/complaining.ts";
import { pressAt, tabTo } from "../support/keyboard.ts";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

let office: SmallOffice;
let browser: Browser;

before(async () => {
  browser = await openBrowser();
  office = await startSmallOffice();
});
after(async () => {
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
});

const onPhone = (use: (watched: Watched) => Promise<void>, more: Partial<Parameters<typeof withPage>[1]> = {}) =>
  withPage(browser, { origin: office.url, ...phone, ...more }, use);

/** A complaint that somebody has read. */
async function readCase(): Promise<FiledCase> {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  return mine;
}

const headingOf = (page: Page): Promise<string> => page.innerText("#act h1");
const saidOf = (page: Page): Promise<readonly string[]> =>
  page.locator("#entries > li > p:first-child").allTextContents();

test("who allows less reads back what that means, and the desk shows it", async () => {
  const mine = await readCase();
  await onPhone(async ({ page, context, asked }) => {
    await openMailbox(page, office.url, mine.receipt);
    assert.deepEqual(
      asked.filter((one) => /\/annexes\/(?!(mailbox|law)\.)/.test(one)),
      [],
      "no code of an act before it is asked for",
    );
    await checkScreen(page, "mailbox");
    await page.click("#consent");
    await page.waitForSelector("#act h1");
    assert.equal(await page.isVisible("#box"), false);
    assert.match(await page.innerText("#act"), /fèmen a kle ak pawòl ou/);
    await checkScreen(page, "what we may do, still sealed");
    await page.click("#act-change");
    await page.click("#act-next");
    assert.equal(await page.innerText("#act .error"), "Chwazi youn anvan.");
    await page.check("[name=next][value=help-only]");
    await checkScreen(page, "what may we do now");
    await page.click("#act-next");
    assert.equal(await headingOf(page), "Apati kounye a");
    assert.match(await page.innerText("#act"), /Nou chèche èd pou ou\.[\s\S]*Nou pa fè ankèt\.[\s\S]*pa ka bliye yo/);
    await checkScreen(page, "read back");
    assert.equal((await view(mine.desk, mine.caseId)).consent, "investigate-with-me", "nothing is said before the yes");
    await page.click("#act-confirm");
    await page.waitForSelector("#act-done");
    await checkScreen(page, "changed");
    await page.click("#act-done");
    await page.waitForSelector("#box:not([hidden])");
    assert.equal((await saidOf(page)).at(-1), "Ou chanje sa nou ka fè: èd sèlman.");
    assert.deepEqual(await findTraces(page, context), noTraces);
    await page.click("#consent");
    assert.match(await page.innerText("#act"), /ou pèmèt: èd sèlman\./);
  });
  const seen = await view(mine.desk, mine.caseId);
  assert.deepEqual([seen.consent, seen.alarms], ["help-only", []]);
});

test("back goes one screen back, and from the first to the messages; what was chosen stays chosen", async () => {
  const mine = await readCase();
  await onPhone(async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    await page.fill("#message", "Yon mesaj ki poko fini");
    await page.click("#consent");
    await page.click("#act-change");
    await page.check("[name=next][value=court]");
    await page.click("#act-next");
    await page.waitForSelector("#act-confirm");
    await page.goBack();
    assert.ok(await page.isChecked("[name=next][value=court]"));
    await page.click("[data-language=fr]");
    await page.waitForSelector("#act h1:has-text('Que pouvons-nous faire maintenant')");
    assert.ok(await page.isChecked("[name=next][value=court]"));
    await page.goBack();
    await page.waitForSelector("#act-change");
    await page.goBack();
    await page.waitForSelector("#box:not([hidden])");
    assert.equal(await page.inputValue("#message"), "Yon mesaj ki poko fini");
    assert.equal(await page.locator("#act *").count(), 0);
  });
  assert.equal((await view(mine.desk, mine.caseId)).consent, "investigate-with-me");
});

test("that a message arrived is not said beside another act", async () => {
  const mine = await readCase();
  await onPhone(async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    await page.fill("#message", "Mèsi.");
    await page.click("#send");
    await page.waitForFunction(() => document.querySelector("#sent")?.textContent === "Mesaj ou rive.");
    await page.click("#consent");
    await page.click("#act-change");
    await page.check("[name=next][value=help-only]");
    await page.click("#act-next");
    await page.click("#act-confirm");
    await page.click("#act-done");
    await page.waitForSelector("#box:not([hidden])");
    assert.equal(await page.isVisible("#sent"), false);
    assert.doesNotMatch(await page.innerText("#box"), /Mesaj ou rive/);
  });
});

test("somebody without a mouse changes what is allowed", async () => {
  const mine = await readCase();
  await withPage(
    browser,
    { origin: office.url, colorScheme: "dark", viewport: { width: 1280, height: 800 } },
    async ({ page }) => {
      await openMailbox(page, office.url, mine.receipt);
      await pressAt(page, "#consent", "Enter");
      await page.waitForSelector("#act-change");
      await pressAt(page, "#act-change", "Enter");
      await tabTo(page, "[name=next]");
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      await checkScreen(page, "what may we do now, dark");
      await pressAt(page, "#act-next", "Enter");
      await pressAt(page, "#act-confirm", "Enter");
      await page.waitForSelector("#act-done");
      await pressAt(page, "#act-done", "Enter");
      await page.waitForSelector("#box:not([hidden])");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "consent");
    },
  );
});

test("a yes whose answer was lost on the line is one change, however often it is said", async () => {
  const mine = await readCase();
  await onPhone(
    async ({ page }) => {
      await openMailbox(page, office.url, mine.receipt);
      await page.click("#consent");
      await page.click("#act-change");
      await page.check("[name=next][value=investigate-with-me]");
      await page.click("#act-next");
      await page.route("**/api/mailbox/acts", async (route) => {
        await route.fetch();
        await route.fulfill({ status: 503, body: JSON.stringify({ code: "cannot-tell", outcome: "unknown" }) });
      });
      await page.clock.install();
      await page.click("#act-confirm");
      for (let waited = 0; waited < 12; waited++) await page.clock.runFor(2000);
      await page.waitForSelector("#act .error:visible");
      assert.match(await page.innerText("#act .error"), /Nou pa konnen si l rive/);
      await page.unroute("**/api/mailbox/acts");
      await page.click("#act-confirm");
      await page.waitForSelector("#act-done");
    },
    { provoked: /Failed to load resource/ },
  );
  const events = await office.record.readStream(mine.caseId);
  assert.equal(events.filter(({ type }) => type === "case.consent-changed/1").length, 1);
});

test("without a line the screens of an act do not come, the page says so, and the messages stay", async () => {
  const mine = await readCase();
  await onPhone(
    async ({ page, context }) => {
      await openMailbox(page, office.url, mine.receipt);
      await context.setOffline(true);
      await page.click("#consent");
      await page.waitForSelector("#act-wrong:not([hidden])");
      assert.match(await page.innerText("#act-wrong"), /Liy lan koupe/);
      assert.ok(await page.isVisible("#entries"));
      await context.setOffline(false);
      await page.click("#consent");
      await page.waitForSelector("#act-change");
      assert.equal(await page.isVisible("#act-wrong"), false);
    },
    { provoked: /Failed to load resource/ },
  );
});

test("code for an act in which one byte was changed is not run, and the page says so", async () => {
  const mine = await readCase();
  await onPhone(
    async ({ page }) => {
      await page.route("**/annexes/acts.*", async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: (await answer.text()).replace("help-only", "help-once") });
      });
      await openMailbox(page, office.url, mine.receipt);
      await page.click("#consent");
      await page.waitForSelector("#act-wrong:not([hidden])");
      assert.match(await page.innerText("#act-wrong"), /pa fèt pou paj sa a/);
    },
    { provoked: /Content Security Policy/ },
  );
});

test("days are the mission's, whatever zone the phone believes to be in", async () => {
  const mine = await readCase();
  const says: string[][] = [];
  for (const timezoneId of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Port-au-Prince"]) {
    await onPhone(
      async ({ page }) => {
        await openMailbox(page, office.url, mine.receipt);
        says.push(await page.locator("#entries .hint").allTextContents());
      },
      { timezoneId },
    );
  }
  assert.deepEqual(says[0], says[2]);
  assert.deepEqual(says[1], says[2]);
});

test("who is pressed to withdraw says so unseen by whoever looks on, and the desk is alarmed", async () => {
  const mine = await readCase();
  const more = "Chèf katye a. Pa rele m.";
  await onPhone(async ({ page, context }) => {
    await openMailbox(page, office.url, mine.receipt);
    await page.click("#stop");
    await page.waitForSelector("#act h1");
    await page.click("#act-next");
    assert.equal(await page.innerText("#act .error"), "Chwazi youn anvan.");
    await page.check("[name=pressed][value=yes]");
    await checkScreen(page, "is somebody forcing you");
    await page.click("#act-next");
    await page.fill("#more-words", more);
    await checkScreen(page, "tell us more");
    await page.click("#act-next");
    assert.match(await page.innerText("#act"), /Biwo a dwe pale avè w[\s\S]*Li pa efase pawòl ou\./);
    assert.doesNotMatch(await page.innerText("#act"), /fòse|Chèf/, "the last screen does not show the answer");
    await checkScreen(page, "what will happen");
    assert.equal((await view(mine.desk, mine.caseId)).withdrawalAsked, false, "nothing is asked before the yes");
    await page.click("#act-confirm");
    await page.waitForSelector("#act-done");
    await page.goBack();
    await page.waitForSelector("#box:not([hidden])");
    assert.deepEqual((await saidOf(page)).slice(-2), ["Ou te voye yon mesaj.", "Ou mande pou biwo a sispann."]);
    assert.doesNotMatch(await page.innerText("body"), /fòse|Chèf/, "nor does any later one");
    assert.deepEqual(await findTraces(page, context), noTraces);
    await page.click("#stop");
    assert.match(await page.innerText("#act"), /Ou te mande sa deja/);
  });
  const seen = await view(mine.desk, mine.caseId);
  assert.deepEqual([seen.withdrawalAsked, seen.alarms], [true, []]);
  const { pressed, text } = seen.messages.at(-1) ?? {};
  assert.deepEqual([pressed, text], ["yes", more]);
});

test("from outside every answer to whether somebody presses looks like every other, and like a message", async () => {
  const sizes: unknown[] = [];
  for (const answer of ["yes", "no", "unsaid"]) {
    const mine = await readCase();
    await onPhone(async ({ page }) => {
      await openMailbox(page, office.url, mine.receipt);
      await page.click("#stop");
      await page.check(`[name=pressed][value=${answer}]`);
      await page.click("#act-next");
      if (answer === "yes") await page.click("#act-next");
      await page.click("#act-confirm");
      await page.waitForSelector("#act-done");
    });
    const events = (await office.record.readStream(mine.caseId)).slice(-2);
    sizes.push(events.map(({ type, body }) => [type, body.length]));
    const [said] = (await view(mine.desk, mine.caseId)).messages.slice(-1);
    assert.deepEqual([said?.pressed, said?.text], [answer, ""]);
  }
  assert.deepEqual(sizes[1], sizes[0]);
  assert.deepEqual(sizes[2], sizes[0]);
});
