// One complaint, from a small phone to the panel's decision and back: every word on either side is the word that was written.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { checkScreen, findTraces, laptop, noTraces, openBrowser, phone, withPage } from "../support/browser.ts";
import {
  type Answers,
  answerAll,
  openComplaint,
  openMailbox,
  readAnswers,
  sendComplaint,
} from "../support/complaining.ts";
import {
  actAtPage,
  openCaseAtPage,
  openDeskPage,
  shortNumber,
  signInAtPage,
  storyAtPage,
  uncoverAtPage,
} from "../support/desk-page.ts";
import { pressAt, tabTo, typeAt } from "../support/keyboard.ts";
import { type DemoPerson, startOffice, type TestOffice } from "../support/office.ts";
import { askAs, findReader, listCases, peopleOf } from "../support/staff.ts";

/** Words that lose something wherever they are trimmed, normalised, escaped or parsed on the way. */
const awkward = [
  "  Yè swa, bò 9è, twa moun ak zam antre lakay mwen. Yo kraze pòt la, yo frape frè m nan. ",
  "Menm lèt la de fason: è e\u0300 \u00e9 e\u0301, \u212b \u00c5, ﬁ.",
  "💔 👩🏾‍🦱 👨‍👩‍👧‍👦 🇭🇹 ☔️ \u{1f9ff}",
  "\u202eadwat agoch\u202c العربية مع עברית \u2067yon mo\u2069 \u200fmak\u200e",
  "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>&amp;&lt;{{7*7}}\u0024{7*7}",
  "'; drop table event; -- \\ \\n \" %00 %s \u0001\u001b[31m \u00ad\u200b\ufeff\u2028\u2029 \ufffd \ue000",
  "\ttab\t",
  `https://egzanp.example/${"yon-adrès-ki-pa-janm-fini/".repeat(4)}`,
  "",
  "",
  "dènye liy, ak yon espas nan fen ",
  "",
].join("\n");

const answers: Answers = {
  text: awkward,
  place: 'Kafou Fèy, dèyè mache a — 2yèm pòt "blan" <b>',
  force: "ken",
  child: "doubt",
  wish: "investigate-with-me",
  needs: ["medical", "legal"],
  helpWords: "Yon doktè pou frè m 🩺",
  name: "Fiktif Nèg 😀",
  way: "+509 0000 0000",
  safe: "Sèlman dimanch maten; pa di non mwen",
};

let office: TestOffice;
let browser: Browser;

before(async () => {
  browser = await openBrowser();
  office = await startOffice();
});
after(async () => {
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
});

test("a person with a small phone complains in Creole, and each side reads the other's words byte for byte", async (t) => {
  let receipt = "";
  let caseId = "";
  let reader: DemoPerson | undefined;
  const desk = async (words: readonly string[], input?: string, who = reader): Promise<Record<string, unknown>> => {
    assert.ok(who);
    const said = await askAs(office, who, [...words, "--case", caseId], input);
    assert.equal(said.exit, 0, JSON.stringify(said.refused));
    return said;
  };
  const onPhone = (use: Parameters<typeof withPage>[2]) => withPage(browser, { origin: office.url, ...phone }, use);

  await t.test("seven short questions, each without a barrier and without sideways scrolling", () =>
    onPhone(async ({ page, context, asked }) => {
      await openComplaint(page, office.url);
      assert.equal(await page.getAttribute("html", "lang"), "ht");
      await answerAll(page, answers, (screen) => checkScreen(page, screen));
      assert.ok((await page.innerText("#answers")).includes("Yo kraze pòt la, yo frape frè m nan."));
      receipt = await sendComplaint(page);
      assert.match(receipt, /^\d{24}$/);
      await checkScreen(page, "received");
      await page.locator("#rehearsal").pressSequentially(receipt);
      assert.equal(await page.getAttribute("#rehearsed", "class"), "right");
      assert.equal(asked.filter((one) => one === "POST /api/complaints").length, 1);
      assert.deepEqual(await findTraces(page, context), noTraces);
      await page.click("#finish");
      await page.click("#finish-yes");
      await page.waitForSelector("#finished:not([hidden])");
      await checkScreen(page, "finished");
      const left = await page.content();
      assert.ok(!left.includes("frè m nan"), "no word is left in the page");
      // Four digits may stand in some digest of the page by chance, and hardly three fours of them.
      const groups = (receipt.match(/\d{4}/g) ?? []).filter((group) => left.includes(group));
      assert.ok(groups.length < 3, "no receipt is left in the page");
      assert.deepEqual(await findTraces(page, context), noTraces);
    }),
  );

  await t.test("one of the intake officers opens it, and nothing was changed on the way", async () => {
    const cases = await listCases(office);
    assert.equal(cases.length, 1);
    caseId = cases[0]?.case ?? "";
    const found = await findReader(office, caseId);
    reader = found.reader;
    const { text, story, support, alarms } = found.read as unknown as Read;
    assert.equal(text, awkward);
    assert.deepEqual(alarms, []);
    const { place, force, child, consent, language, channel } = story;
    assert.deepEqual(
      { place, force, child, consent, language, channel },
      { place: answers.place, force: "ken", child: "doubt", consent: answers.wish, language: "ht", channel: "page" },
    );
    assert.deepEqual(support.needs, answers.needs);
    assert.equal(support.words, answers.helpWords);
  });

  await t.test("an officer with ties to the force cannot open it", async () => {
    const tied = peopleOf(office, "intake").filter(({ ties }) => ties.includes("ken"));
    assert.ok(tied.length > 0);
    for (const officer of tied) {
      const said = await askAs(office, officer, ["read", "--case", caseId]);
      assert.deepEqual([said.exit, said.refused], [1, "not-granted"]);
    }
  });

  await t.test("the office's first answer arrives word for word", async () => {
    await desk(["act", "acknowledge", "--text", "-"], awkward);
    await onPhone(async ({ page, context }) => {
      await openMailbox(page, office.url, receipt);
      assert.deepEqual(await readAnswers(page), [awkward]);
      assert.equal(await page.evaluate("'ran' in window"), false);
      await checkScreen(page, "mailbox");
      assert.deepEqual(await findTraces(page, context), noTraces);
      await page.fill("#message", awkward);
      await page.click("#send");
      await page.waitForSelector("#entries .person");
      assert.equal(await page.inputValue("#message"), "");
    });
  });

  await t.test("the person's second message arrives word for word", async () => {
    const { messages } = (await desk(["read"])) as unknown as Read;
    assert.deepEqual(
      messages.map(({ direction, text }) => [direction, text]),
      [
        ["from-office", awkward],
        ["from-person", awkward],
      ],
    );
  });

  await t.test("one officer proposes, another person decides, and the person is told", async () => {
    const assessed = ["right=integrity,home-and-property", "class=serious-misconduct", "force=ken"];
    const placed = ["department=ht05", "month=2026-10", "child=doubt"];
    await desk(["act", "assess", ...[...assessed, ...placed].flatMap((pair) => ["--set", pair])]);
    const proposal = ["act", "propose-not-admitted", "--set", "reason=nothing-that-could-be-examined", "--text", "-"];
    await desk(proposal, "Pa gen dat.");
    const own = await askAs(office, reader as DemoPerson, ["act", "confirm", "--case", caseId, "--text", "-"], "Non.");
    assert.deepEqual([own.exit, own.refused], [1, "wrong-role"]);
    const [panel] = peopleOf(office, "panel");
    await desk(["act", "confirm", "--text", "-"], "Nou pa ka kontinye. Men poukisa.", panel);
    await onPhone(async ({ page }) => {
      await openMailbox(page, office.url, receipt);
      assert.deepEqual(await readAnswers(page), [awkward, "Nou pa ka kontinye. Men poukisa."]);
      const told = await page.locator("#entries > li > p:first-child").allTextContents();
      assert.deepEqual(told, [
        "Nou resevwa pawòl ou.",
        "Yon anplwaye li pawòl ou.",
        "Biwo a",
        "Ou te voye yon mesaj.",
        "Biwo a etidye dosye w.",
        "Biwo a pa aksepte dosye w. Si ou pa dakò, ekri nou isit la.",
        "Biwo a",
      ]);
      await checkScreen(page, "mailbox after the decision");
    });
  });
});

test("an officer at the desk's page reads, acknowledges and answers, word for word", async () => {
  let receipt = "";
  await withPage(browser, { origin: office.url, ...phone }, async ({ page }) => {
    await openComplaint(page, office.url);
    await answerAll(page, { text: awkward, wish: "help-only", needs: ["shelter"] });
    receipt = await sendComplaint(page);
  });
  const caseId = (await listCases(office)).find(({ stage }) => stage === "received")?.case ?? "";
  const { reader } = await findReader(office, caseId);
  const answer = `Mèsi. Nou li tout.\n\n${awkward}`;
  await withPage(
    browser,
    { origin: new URL(office.desk).origin, locale: "ht", ...laptop },
    async ({ page, context }) => {
      await openDeskPage(page, office.desk);
      await checkScreen(page, "sign-in");
      await signInAtPage(page, reader);
      await checkScreen(page, "queue");
      await openCaseAtPage(page, caseId);
      await uncoverAtPage(page);
      assert.equal(await storyAtPage(page).textContent(), awkward);
      await checkScreen(page, "case");
      await actAtPage(page, "Akize resepsyon", awkward);
      await actAtPage(page, "Reponn", answer);
      const said = await page.locator("section:has(> #messages) .said").allTextContents();
      assert.deepEqual(said, [awkward, answer]);
      assert.equal(await page.evaluate("'ran' in window"), false);
      await checkScreen(page, "case after the answer");
      // The launch token, the session and the language of this tab; nothing of any case.
      assert.deepEqual(await findTraces(page, context), { ...noTraces, session: 3 });
      assert.ok(!(await page.evaluate(() => JSON.stringify(sessionStorage))).includes("pòt"));
    },
  );
  await withPage(browser, { origin: office.url, ...phone }, async ({ page }) => {
    await openMailbox(page, office.url, receipt);
    assert.deepEqual(await readAnswers(page), [awkward, answer]);
  });
});

test("an officer without a mouse signs in, opens a case, acknowledges it and signs out", async () => {
  let receipt = "";
  await withPage(browser, { origin: office.url, ...phone }, async ({ page }) => {
    await openComplaint(page, office.url);
    await answerAll(page, { text: "Yo pran moto m nan." });
    receipt = await sendComplaint(page);
  });
  const caseId = (await listCases(office)).find(({ stage }) => stage === "received")?.case ?? "";
  const { reader } = await findReader(office, caseId);
  await withPage(browser, { origin: new URL(office.desk).origin, locale: "ht", ...laptop }, async ({ page }) => {
    await openDeskPage(page, office.desk);
    await tabTo(page, "#who");
    for (let down = 0; down < 40 && (await page.inputValue("#who")) !== reader.id; down++) {
      await page.keyboard.press("ArrowDown");
    }
    await typeAt(page, "#passphrase", reader.passphrase);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".case-row", { timeout: 60_000 });
    const number = shortNumber(caseId);
    for (let down = 0; down < 40 && !(await focusedText(page)).includes(number); down++) await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#story");
    await pressAt(page, ".acts button");
    await tabTo(page, "#act-text");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Nou li pawòl ou.");
    await pressAt(page, ".act-sheet [type=submit]");
    await page.waitForSelector(".notice.done", { timeout: 60_000 });
    await page.keyboard.press("Control+Home");
    await pressAt(page, ".top-line > button");
    await page.waitForSelector("#passphrase");
  });
  await withPage(browser, { origin: office.url, ...phone }, async ({ page }) => {
    await openMailbox(page, office.url, receipt);
    assert.deepEqual(await readAnswers(page), ["Nou li pawòl ou."]);
  });
});

const focusedText = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");

type Read = {
  readonly text: string;
  readonly story: Readonly<Record<string, string>>;
  readonly support: { readonly needs: readonly string[]; readonly words?: string };
  readonly messages: readonly { readonly direction: string; readonly text: string }[];
  readonly alarms: readonly unknown[];
};
