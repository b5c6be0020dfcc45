// The steps of a case held against the public log, on a small phone: what stands there, what waits, and what a server invents.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { proofNumberOf } from "@temwen/sealing/leaf";
import type { Browser, Page } from "playwright-core";
import { checkScreen, findTraces, noTraces, openBrowser, phone, type Watched, withPage } from "../support/browser.ts";
import { acknowledgement, doActs, type FiledCase, fileCase } from "../support/casework.ts";
import { openMailbox, readAnswers } from "../support/complaining.ts";
import { runCommand } from "../support/office.ts";
import { startWitnessedOffice, type WitnessedOffice } from "../support/witnessed-office.ts";

const day = 86_400;
const now = (): number => Math.floor(Date.now() / 1000);

let given: WitnessedOffice;
let browser: Browser;

before(async () => {
  browser = await openBrowser();
  given = await startWitnessedOffice();
});
after(async () => {
  await browser?.close();
  await given?.[Symbol.asyncDispose]();
});

const onPhone = (use: (watched: Watched) => Promise<void>, more: Partial<Parameters<typeof withPage>[1]> = {}) =>
  withPage(browser, { origin: given.office.url, ...phone, ...more }, use);

/** A complaint that somebody has read. */
async function readCase(): Promise<FiledCase> {
  const mine = await fileCase(given.office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  return mine;
}

const openBox = (page: Page, { receipt }: FiledCase): Promise<void> => openMailbox(page, given.office.url, receipt);

/** Asks, waits for the answer, and reads what stands under each line. */
async function check(page: Page): Promise<readonly string[]> {
  await page.click("#check");
  await page.waitForSelector("#checked > div");
  return page
    .locator("#entries [data-mark]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-mark") ?? ""));
}

// biome-ignore lint/suspicious/noExplicitAny: a liar takes any answer apart and puts anything in its place.
type Lied = any;

/** From now on the mailbox is shown as `lie` makes it. */
async function lieAboutCase(page: Page, lie: (shown: Lied) => void): Promise<void> {
  await page.route("**/api/mailbox", async (route) => {
    const answer = await route.fetch();
    const told = (await answer.json()) as Lied;
    lie(told.cases[0]);
    await route.fulfill({ response: answer, json: told });
  });
}

test("every step that is shown is found in the public log, cosigned, and its proof can be kept", async () => {
  const mine = await readCase();
  given.setWitnessClock(now() - 60);
  await given.settle();
  await onPhone(async ({ page, context, asked }) => {
    await openBox(page, mine);
    assert.deepEqual(
      asked.filter((one) => /\/log\/|annexes\/(?!(mailbox|law)\.)/.test(one)),
      [],
      "nothing is asked of the log before somebody wants it",
    );
    const marks = await check(page);
    assert.equal(marks.length, await page.locator("#entries > li").count());
    assert.deepEqual([...new Set(marks)], ["included"]);
    assert.match(
      await page.innerText("#entries > li >> nth=0"),
      /Nan jounal piblik la\. Gen temwen ki wè sa: \d+ \S+ 20\d\d/,
    );
    assert.match(await page.innerText("#checked"), /Etap ki nan jounal piblik la: 3 sou 3\.[\s\S]*w1/);
    await checkScreen(page, "every step proved");

    const before = asked.length;
    const saving = page.waitForEvent("download");
    await page.click("#entries > li >> nth=1 >> [data-mark] .button");
    const file = await saving;
    assert.equal(asked.length, before, "which proof is kept is told to nobody");
    const kept = join(given.folder, file.suggestedFilename());
    await file.saveAs(kept);
    const verified = await runCommand(["verify", "--proof", kept, "--policy", given.policy, "--json"]);
    assert.equal(verified.code, 0, verified.stderr);
    const leaf = /^extra (.+)$/m.exec(await readFile(kept, "latin1"))?.[1] ?? "";
    assert.equal(file.suggestedFilename(), `${proofNumberOf(new Uint8Array(Buffer.from(leaf, "base64")))}.tlog-proof`);

    const heard = asked.filter((one) => one.includes("/log/"));
    assert.ok(heard.length >= 3);
    for (const one of heard) assert.match(one, /^GET \/log\/(policy|checkpoint|tile\/\d+\/[x0-9/]+(\.p\/\d+)?)$/);
    assert.deepEqual(await findTraces(page, context), noTraces);
  });
});

test("the marks are said anew in another language, and stay after a message was sent", async () => {
  const mine = await readCase();
  await given.settle();
  await onPhone(async ({ page }) => {
    await openBox(page, mine);
    await check(page);
    await page.click("[data-language=en]");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.match(await page.innerText("#entries > li >> nth=0"), /In the public log\. Witnesses saw it/);
    await page.fill("#message", "Mèsi.");
    await page.click("#send");
    await page.waitForFunction(() => document.querySelectorAll("#entries > li").length === 4, undefined, {
      timeout: 30_000,
    });
    assert.equal(await page.locator("#entries [data-mark=included]").count(), 3);
    assert.deepEqual((await check(page)).at(-1), "waits");
  });
});

test("a step that the log does not hold yet waits, with the hour by which it must be there", async () => {
  const mine = await fileCase(given.office);
  await given.settle();
  await doActs(mine.desk, mine.caseId, acknowledgement);
  await onPhone(async ({ page }) => {
    await openBox(page, mine);
    assert.deepEqual(await check(page), ["included", "waits", "waits"]);
    assert.match(await page.innerText("#entries > li >> nth=1"), /L ap tann jounal piblik la\. Li dwe ladan l anvan/);
    assert.equal(await page.locator("#checked .alarm").count(), 0);
    await checkScreen(page, "some steps wait");
  });
});

test("a server that shows an older head of the log than the steps need is told to wait, and no longer than it promised", async () => {
  const mine = await readCase();
  const { url } = given.office;
  const older = await (await fetch(`${url}/log/checkpoint`)).text();
  await given.settle();
  const useOlder = async (page: Page): Promise<void> => {
    await page.route("**/log/checkpoint", (route) => route.fulfill({ body: older }));
    await openBox(page, mine);
  };
  await onPhone(async ({ page }) => {
    await useOlder(page);
    assert.deepEqual([...new Set(await check(page))], ["waits"]);
  });
  await onPhone(async ({ page }) => {
    await page.clock.setFixedTime((now() + 2 * day) * 1000);
    await useOlder(page);
    assert.deepEqual([...new Set(await check(page))], ["missing"]);
    assert.match(await page.innerText("#entries > li >> nth=0"), /dapre lè telefòn sa a/);
  });
});

test("a step that is in no log behind the promised hour is named loudly, with what to do", async () => {
  const mine = await readCase();
  given.setWitnessClock(now() + 2 * day);
  await given.settle();
  await onPhone(async ({ page }) => {
    await lieAboutCase(page, (shown) => {
      shown.leaves = shown.leaves.filter(({ event }: Lied) => event !== 1);
    });
    await openBox(page, mine);
    const marks = await check(page);
    assert.deepEqual([marks[0], marks[1]], ["included", "missing"]);
    assert.match(
      await page.innerText("#entries > li >> nth=1"),
      /Li pa nan jounal piblik la\. Li ta dwe ladan l\.[\s\S]*jiska/,
    );
    assert.match(await page.innerText("#checked [role=alert]"), /1 sou 3[\s\S]*Kenbe resi ou[\s\S]*òganizasyon/);
    assert.equal((await readAnswers(page)).length, 1, "the answer itself stays");
    await checkScreen(page, "a step is missing");
  });
});

test("a step in whose place the log holds something else is named loudly", async () => {
  const mine = await readCase();
  await given.settle();
  await onPhone(async ({ page }) => {
    await lieAboutCase(page, (shown) => {
      const own = (event: number): Lied => shown.leaves.find((one: Lied) => one.event === event && one.part === 0);
      own(1).index = own(0).index;
    });
    await openBox(page, mine);
    assert.equal((await check(page))[1], "another");
    assert.equal(await page.locator("#checked [role=alert]").count(), 1);
  });
});

test("a log whose files do not fit, or that is not shown at all, is named loudly", async () => {
  const mine = await readCase();
  await given.settle();
  await onPhone(async ({ page }) => {
    await page.route("**/log/tile/0/**", async (route) => {
      const answer = await route.fetch();
      const bytes = await answer.body();
      bytes[3] = (bytes[3] ?? 0) ^ 1;
      await route.fulfill({ response: answer, body: bytes });
    });
    await openBox(page, mine);
    assert.deepEqual(await check(page), []);
    assert.match(await page.innerText("#checked [role=alert]"), /pa mache ansanm/);
  });
  await onPhone(
    async ({ page }) => {
      await page.route("**/log/policy", (route) => route.fulfill({ status: 404, body: "" }));
      await openBox(page, mine);
      assert.deepEqual(await check(page), []);
      assert.match(await page.innerText("#checked [role=alert]"), /pa montre okenn jounal piblik/);
    },
    { provoked: /404/ },
  );
});

test("the same is asked of the line for a mailbox with an answer and for one without", async () => {
  const [answered, waiting] = [await readCase(), await fileCase(given.office)];
  const lines: (readonly string[])[] = [];
  for (const mine of [answered, waiting]) {
    await onPhone(async ({ page, asked }) => {
      await openBox(page, mine);
      lines.push([...asked].sort());
    });
  }
  assert.deepEqual(lines[0], lines[1]);
  assert.ok(lines[0]?.some((one) => one.includes("/annexes/mailbox.")));
});

test("a bad line leaves the messages as they are, and asking again works", async () => {
  const mine = await readCase();
  await given.settle();
  await onPhone(
    async ({ page }) => {
      await openBox(page, mine);
      await page.route("**/annexes/steps.*", (route) => route.abort(), { times: 1 });
      await page.click("#check");
      await page.waitForSelector("#check-wrong:not([hidden])");
      await page.route("**/log/tile/**", (route) => route.abort(), { times: 1 });
      assert.deepEqual(await check(page), []);
      assert.match(await page.innerText("#checked"), /Nou pa ka jwenn jounal piblik la/);
      assert.equal(await page.isVisible("#check-wrong"), false);
      assert.equal((await readAnswers(page)).length, 1);
      await page.fill("#message", "Mwen la.");
      await page.click("#check");
      await page.waitForSelector("#entries [data-mark=included]");
      assert.equal(await page.inputValue("#message"), "Mwen la.");
    },
    { provoked: /ERR_FAILED/ },
  );
});

test("without anything in the mailbox there is nothing to check, and nothing tells that there could be", async () => {
  const mine = await fileCase(given.office);
  await given.settle();
  await onPhone(async ({ page, asked }) => {
    await openBox(page, mine);
    assert.equal(await page.isVisible("#check"), false);
    assert.deepEqual(
      asked.filter((one) => /\/log\/|annexes\/(?!mailbox\.)/.test(one)),
      [],
    );
  });
});
