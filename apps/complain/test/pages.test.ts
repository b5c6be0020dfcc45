import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { drawReceipt } from "@temwen/sealing/receipt";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../../tools/ensure-browser.ts";
import { type FakeOffice, proofNumber, startFakeOffice } from "./fake-office.testing.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const words = "Yè swa twa moun ak zam antre lakay mwen.\nYo kraze pòt la. 💔 <script>alert(1)</script>";

/** The page waits 16 seconds in all before it gives up; a test need not. What counts as a stuck line stays half a minute. */
const hurry =
  "{ const later = setTimeout; setTimeout = (act, wait) => later(act, wait > 100 && wait <= 10_000 ? 5 : wait); }";

let browser: Browser;
let office: FakeOffice;

before(async () => {
  browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...chromiumFlags] });
});
after(() => browser.close());

/** A phone with a fresh browser in front of a fresh office; it fails the test when the page breaks its own policy. */
async function withPhone(
  use: (page: Page, context: BrowserContext) => Promise<void>,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<void> {
  office = await startFakeOffice();
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (line) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(line.text())) wrong.push(line.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(office.url) && !/^(data|about):/.test(request.url())) wrong.push(request.url());
  });
  try {
    await use(page, context);
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
    await office.close();
  }
}

async function openComplain(page: Page, address = "/complain"): Promise<void> {
  await page.goto(office.url + address);
  await page.waitForSelector("#start-acts:not([hidden])");
  await page.waitForSelector("[name=force][value=alfa]", { state: "attached" });
}

/** Answers the first question and skips the others, up to the read-back. */
async function answerShortly(page: Page): Promise<void> {
  await page.click("#start");
  await page.fill("#text", words);
  await page.click("#words [data-next]");
  for (const question of ["show", "force", "child", "wish", "help", "contact"])
    await page.click(`#${question} [data-skip]`);
}

async function readReceipt(page: Page): Promise<string> {
  await page.waitForSelector("#received:not([hidden])", { timeout: 30_000 });
  return (await page.locator("#digits li span:first-child").allTextContents()).join("");
}

async function openBox(page: Page, digits: string): Promise<void> {
  await page.goto(`${office.url}/reply`);
  await page.waitForSelector("#enter-acts:not([hidden])");
  await page.locator("#digits").pressSequentially(digits);
  await page.click("#open");
}

async function checkScreen(page: Page, name: string): Promise<void> {
  const isTooWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
  assert.equal(isTooWide, false, `${name} scrolls sideways`);
  const session = await page.context().newCDPSession(page);
  const expression = `${axe};axe.run(document).then((r) => r.violations.map((v) => v.impact + " " + v.id + " " + v.nodes[0].html))`;
  const { result } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  const serious = (result.value as string[]).filter((line) => /^(serious|critical)/.test(line));
  assert.deepEqual(serious, [], name);
}

test("a complaint typed on a small phone arrives sealed, and its receipt opens the office's answer", () =>
  withPhone(async (page, context) => {
    await openComplain(page);
    await checkScreen(page, "opening");
    await page.click("#start");
    await checkScreen(page, "words");
    await page.fill("#text", words);
    await page.fill("#place", "Toupre mache a");
    await page.click("#words [data-next]");
    await page.click("#show [data-skip]");
    await page.check("[name=force][value=alfa]");
    await page.click("#force [data-next]");
    await page.check("[name=child][value=doubt]");
    await page.click("#child [data-next]");
    await page.check("[name=wish][value=help-only]");
    await checkScreen(page, "wish");
    await page.click("#wish [data-next]");
    await page.check("[name=need][value=medical]");
    await page.click("#help [data-next]");
    await page.fill("#safe", "Pa rele");
    await page.click("#contact [data-next]");
    assert.match(await page.innerText("#answers"), /Yo kraze pòt la/);
    await checkScreen(page, "check");
    await page.click("#send");
    const receipt = await readReceipt(page);
    assert.match(receipt, /^\d{24}$/);
    assert.equal((await page.innerText("#proof")).replace(/ /g, ""), proofNumber);
    const lastWrong = receipt.slice(0, -1) + ((Number(receipt.at(-1)) + 1) % 10);
    await page.locator("#rehearsal").pressSequentially(lastWrong);
    assert.match(await page.innerText("#rehearsed-not"), /Se pa menm chif yo/);
    assert.equal(await page.isVisible("#rehearsed"), false, "no tick beside a mistake");
    await page.fill("#rehearsal", receipt);
    assert.match(await page.innerText("#rehearsed"), /Ou byen ekri l/);
    assert.equal(await page.isVisible("#rehearsed-not"), false);
    await checkScreen(page, "received");

    const caseId = [...office.kept.keys()][0] ?? "";
    const { text, force, child, consent, place, language, channel } = await office.readStory(caseId);
    assert.deepEqual(
      { text, force, child, consent, place, language, channel },
      {
        text: words,
        force: "alfa",
        child: "doubt",
        consent: "help-only",
        place: "Toupre mache a",
        language: "ht",
        channel: "page",
      },
    );
    assert.deepEqual(await context.cookies(), []);
    assert.equal(await page.evaluate("localStorage.length + sessionStorage.length"), 0);

    await office.reply(caseId, "Nou li sa ou ekri a. <b>Yon doktè</b> ap tann ou.");
    await page.click("#finish");
    await page.click("#finish-yes");
    // Two groups one behind another: any four digits stand somewhere in a page's script.
    assert.doesNotMatch(await page.content(), new RegExp(`${receipt.slice(0, 4)}\\D*${receipt.slice(4, 8)}`));
    await openBox(page, receipt);
    await page.waitForSelector("#box:not([hidden])", { timeout: 30_000 });
    assert.equal(await page.innerText(".said"), "Nou li sa ou ekri a. <b>Yon doktè</b> ap tann ou.");
    await page.fill("#message", "Mèsi anpil.");
    await page.click("#send");
    await page.waitForSelector("#entries .person");
    assert.deepEqual(await office.readMessages(caseId), ["Mèsi anpil."]);
    await checkScreen(page, "box");
  }));

test("a complaint whose answer was lost is sent again as the same parcel and kept once", () =>
  withPhone(async (page) => {
    await openComplain(page);
    await answerShortly(page);
    office.breakLine("after", 1);
    await page.click("#send");
    await readReceipt(page);
    assert.equal(office.kept.size, 1);
    assert.equal(office.filings(), 2);
    const story = await office.readStory([...office.kept.keys()][0] ?? "");
    assert.deepEqual([story.consent, story.force, story.child], ["keep-words", "unknown", "unsaid"]);
  }));

test("a line that stays broken keeps the words, shows the receipt, and a later try uses it", () =>
  withPhone(async (page) => {
    await page.addInitScript(hurry);
    await openComplain(page);
    await answerShortly(page);
    office.breakLine("before", Number.POSITIVE_INFINITY);
    await page.click("#send");
    await page.waitForSelector("#sending-failed:not([hidden])");
    const promised = (await page.locator("#unsure-digits li span:first-child").allTextContents()).join("");
    assert.equal(await page.inputValue("#text"), words);
    await checkScreen(page, "sending failed");
    office.breakLine("before", 0);
    await page.click("#again-same");
    assert.equal(await readReceipt(page), promised);
    assert.equal(office.kept.size, 1);
  }));

/** Sends until nobody can tell whether it arrived: the office has it, and no answer comes back. */
async function sendIntoSilence(page: Page): Promise<string> {
  office.breakLine("after", Number.POSITIVE_INFINITY);
  await page.click("#send");
  await page.waitForSelector("#sending-failed:not([hidden])");
  assert.equal(office.kept.size, 1);
  office.breakLine("after", 0);
  return (await page.locator("#unsure-digits li span:first-child").allTextContents()).join("");
}

test("after a line that was cut, changing the language of the screen sends no second complaint", () =>
  withPhone(async (page) => {
    await page.addInitScript(hurry);
    await openComplain(page);
    await answerShortly(page);
    const promised = await sendIntoSilence(page);
    await page.click("[data-language=fr]");
    await page.waitForSelector("html[lang=fr]");
    assert.equal(
      await page.innerText("#sending-stopped h2:not([hidden])"),
      "Nous ne savons pas encore si c’est arrivé",
    );
    await page.click("#sending-failed [data-back]");
    await page.waitForSelector("#check:not([hidden])");
    assert.equal(await page.isVisible("#earlier"), false);
    await page.click("#send");
    assert.equal(await readReceipt(page), promised);
    assert.equal(office.kept.size, 1);
    assert.equal((await office.readStory([...office.kept.keys()][0] ?? "")).language, "ht");
  }));

/** Goes back from the failure to the contact question, says something else, and reads it back. */
async function changeMind(page: Page): Promise<void> {
  await page.click("#sending-failed [data-back]");
  await page.waitForSelector("#check:not([hidden])");
  await page.goBack();
  await page.fill("#contact:not([hidden]) #name", "Mari");
  await page.click("#contact [data-next]");
  await page.waitForSelector("#earlier:not([hidden])");
}

test("who changes something after a line that was cut is offered the very same parcel, and it counts once", () =>
  withPhone(async (page) => {
    await page.addInitScript(hurry);
    await openComplain(page);
    await answerShortly(page);
    const promised = await sendIntoSilence(page);
    await changeMind(page);
    await checkScreen(page, "an earlier sending may have arrived");
    assert.equal(await page.isVisible("#send"), false);
    await page.click("#send-same");
    assert.equal(await readReceipt(page), promised);
    assert.equal(office.kept.size, 1);
  }));

test("another complaint beside one that may have arrived is sent only by who is told that it is another", () =>
  withPhone(async (page) => {
    await page.addInitScript(hurry);
    await openComplain(page);
    await answerShortly(page);
    const promised = await sendIntoSilence(page);
    await changeMind(page);
    assert.match(await page.innerText("#earlier"), /yon lòt plent, ak yon lòt resi/);
    await page.click("#send-other");
    assert.notEqual(await readReceipt(page), promised);
    assert.equal(office.kept.size, 2);
  }));

test("what may have arrived is not called lost when a later try is refused", () =>
  withPhone(async (page, context) => {
    await page.addInitScript(hurry);
    await openComplain(page);
    await answerShortly(page);
    const promised = await sendIntoSilence(page);
    await context.route("**/api/complaints", (route) =>
      route.fulfill({ status: 503, json: { code: "no-space", outcome: "none" } }),
    );
    await page.click("#again-same");
    await page.locator("#sending-stopped p", { hasText: "Sistèm nan plen" }).waitFor();
    assert.equal(await page.innerText("#sending-stopped h2:not([hidden])"), "Nou poko konnen si l rive");
    await context.unroute("**/api/complaints");
    await page.click("#again-same");
    assert.equal(await readReceipt(page), promised);
    assert.equal(office.kept.size, 1);
  }));

test("the read-back says what each answer was asked as, the place among them", () =>
  withPhone(async (page) => {
    await openComplain(page);
    await page.click("#start");
    await page.fill("#text", words);
    await page.fill("#place", "Toupre mache a");
    await page.click("#words [data-next]");
    for (const question of ["show", "force", "child", "wish", "help"]) await page.click(`#${question} [data-skip]`);
    await page.fill("#safe", "Pa rele");
    await page.click("#contact [data-next]");
    const read = await page.innerText("#answers");
    assert.match(read, /Ki kote sa pase\?\s+Toupre mache a/);
    assert.match(read, /Ki lè ak kijan ki an sekirite\?\s+Pa rele/);
  }));

test("the language in use is marked in the switch, for eyes and for screen readers", () =>
  withPhone(async (page) => {
    await openComplain(page);
    const marked = async () => {
      const current = page.locator(".top nav [aria-current=true]");
      assert.ok(await current.isVisible());
      return current.allTextContents();
    };
    assert.deepEqual(await marked(), ["Kreyòl"]);
    await page.click("[data-language=fr]");
    await page.waitForSelector("html[lang=fr]");
    assert.deepEqual(await marked(), ["Français"]);
    await checkScreen(page, "opening in French");
  }));

test("a list of staff that the roots did not sign ends it before anything is typed", () =>
  withPhone(async (page) => {
    office.forgeDirectory();
    await page.goto(`${office.url}/complain`);
    await page.waitForSelector("#opening-stopped:not([hidden])");
    assert.equal(await page.isVisible("#start"), false);
    await checkScreen(page, "stopped");
    assert.equal(office.filings(), 0);
  }));

test("words that the office did not sign are never shown", () =>
  withPhone(async (page) => {
    await openComplain(page);
    await answerShortly(page);
    await page.click("#send");
    const receipt = await readReceipt(page);
    await office.reply([...office.kept.keys()][0] ?? "", "Rele nimewo sa a touswit.", "panel-1");
    page.on("dialog", (dialog) => void dialog.accept());
    await openBox(page, receipt);
    await page.waitForSelector("#box:not([hidden])", { timeout: 30_000 });
    assert.equal(await page.locator(".said").count(), 0);
    assert.equal(await page.locator("#entries .alarm").count(), 1);
    assert.doesNotMatch(await page.innerText("body"), /nimewo sa a touswit/);
  }));

test("a message whose fate is unknown is sent again as the same bytes and arrives once", () =>
  withPhone(async (page) => {
    await page.addInitScript(hurry);
    await openComplain(page);
    await answerShortly(page);
    await page.click("#send");
    const receipt = await readReceipt(page);
    const caseId = [...office.kept.keys()][0] ?? "";
    page.on("dialog", (dialog) => void dialog.accept());
    await openBox(page, receipt);
    await page.waitForSelector("#box:not([hidden])", { timeout: 30_000 });
    office.breakLine("after", Number.POSITIVE_INFINITY);
    await page.fill("#message", "Mwen bezwen yon doktè.");
    await page.click("#send");
    await page.waitForSelector("#message-wrong:not([hidden])");
    office.breakLine("after", 0);
    await page.click("#send");
    await page.waitForSelector("#entries .person");
    assert.equal(await page.locator("#entries .person").count(), 1);
    assert.deepEqual(await office.readMessages(caseId), ["Mwen bezwen yon doktè."]);
  }));

test("a code that nobody has looks like a mailbox without an answer, and a mistyped digit is noticed here", () =>
  withPhone(async (page) => {
    await openBox(page, "000000000000000000000000");
    await page.waitForSelector("#digits-wrong:not([hidden])");
    await page.fill("#digits", "");
    await page.locator("#digits").pressSequentially(drawReceipt());
    await page.click("#open");
    await page.waitForSelector("#nothing:not([hidden])", { timeout: 30_000 });
    await checkScreen(page, "nothing here");
  }));

test("who types the proof number for the receipt is told so, and which number is needed", () =>
  withPhone(async (page) => {
    await openBox(page, "107579678788");
    assert.equal(
      await page.innerText("#digits-wrong"),
      "Sa sanble ak nimewo prèv la. Li pa louvri anyen. Antre resi a: 24 chif.",
    );
    await checkScreen(page, "proof number");
    await page.locator("#digits").press("End");
    await page.locator("#digits").pressSequentially("1");
    assert.equal(await page.isVisible("#digits-wrong"), false);
    await page.click("#open");
    assert.match(await page.innerText("#digits-wrong"), /Yon resi gen 24 chif/);
  }));

test("leaving quickly leaves neither the words nor a way back to them", () =>
  withPhone(async (page) => {
    await page.goto("data:text/html,<title>before</title>");
    await openComplain(page);
    await page.click("#start");
    await page.fill("#text", words);
    await page.click("#words [data-next]");
    await page.click("#show [data-skip]");
    await page.click("#force [data-next]");
    await page.click("#leave");
    await page.waitForURL("about:blank");
    await page.goBack();
    assert.equal(await page.title(), "before");
    await page.goForward();
    assert.equal(page.url(), "about:blank");
  }));

test("the language changes in the middle without losing what was typed, and back goes one question back", () =>
  withPhone(async (page) => {
    await openComplain(page);
    await page.click("#start");
    await page.fill("#text", words);
    await page.click("#words [data-next]");
    await page.click("#show [data-skip]");
    await page.check("[name=force][value=alfa]");
    await page.click("[data-language=fr]");
    await page.waitForSelector("html[lang=fr]");
    assert.equal(await page.innerText("#force h1"), "Quelle force a fait cela ?");
    assert.equal(await page.innerText("#step"), "Question 3 sur 7");
    assert.equal(await page.innerText(".choice:first-of-type span"), "Force exemple alfa");
    assert.equal(await page.isChecked("[name=force][value=alfa]"), true);
    assert.equal(new URL(page.url()).pathname, "/complain/fr");
    await page.goBack();
    await page.goBack();
    assert.equal(await page.isVisible("#words"), true);
    assert.equal(await page.inputValue("#text"), words);
  }));

test("without script the page says that it takes no words, and offers no place for them", () =>
  withPhone(
    async (page) => {
      for (const [address, said] of [
        ["/complain", "Paj sa a p ap pran pawòl ou san kle."],
        ["/complain/fr", "Cette page ne prend pas vos mots sans verrou."],
        ["/reply", "Paj sa a bezwen JavaScript."],
      ] as const) {
        await page.goto(office.url + address);
        assert.ok((await page.innerText("body")).includes(said), address);
        assert.equal(await page.locator("textarea:visible, input:visible").count(), 0, address);
      }
    },
    { javaScriptEnabled: false },
  ));
