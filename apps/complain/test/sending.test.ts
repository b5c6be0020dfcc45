// A complaint from the first question to the receipt, over lines that break: in a real browser, in front of a small office.
import assert from "node:assert/strict";
import { test } from "node:test";
import { proofNumber } from "./fake-office.testing.ts";
import {
  answerShortly,
  checkScreen,
  complain,
  openBox,
  openComplain,
  type Phone,
  readReceipt,
  withPhone,
  words,
} from "./phone.testing.ts";
import { readSquares } from "./read-squares.testing.ts";

test("a complaint typed on a small phone arrives sealed, and its receipt opens the office's answer", () =>
  withPhone(async (phone) => {
    const { page, office, context } = phone;
    await openComplain(phone);
    await checkScreen(phone, "opening");
    await page.click("#start");
    await checkScreen(phone, "words");
    await page.fill("#text", words);
    await page.fill("#place", "Toupre mache a");
    await page.click("#words [data-next]");
    await page.click("#show [data-skip]");
    await page.check("[name=force][value=alfa]");
    await page.click("#force [data-next]");
    await page.check("[name=child][value=doubt]");
    await page.click("#child [data-next]");
    await page.check("[name=wish][value=help-only]");
    await checkScreen(phone, "wish");
    await page.click("#wish [data-next]");
    await page.check("[name=need][value=medical]");
    await page.click("#help [data-next]");
    await page.fill("#safe", "Pa rele");
    await page.click("#contact [data-next]");
    assert.match(await page.innerText("#answers"), /Yo kraze pòt la/);
    await checkScreen(phone, "check");
    await page.click("#send");
    const receipt = await readReceipt(phone);
    assert.match(receipt, /^\d{24}$/);
    assert.equal((await page.innerText("#proof")).replace(/ /g, ""), proofNumber);
    const lastWrong = receipt.slice(0, -1) + ((Number(receipt.at(-1)) + 1) % 10);
    await page.locator("#rehearsal").pressSequentially(lastWrong);
    assert.match(await page.innerText("#rehearsed-not"), /Se pa menm chif yo/);
    assert.equal(await page.isVisible("#rehearsed"), false, "no tick beside a mistake");
    await page.fill("#rehearsal", receipt);
    assert.match(await page.innerText("#rehearsed"), /Ou byen ekri l/);
    assert.equal(await page.isVisible("#rehearsed-not"), false);
    await checkScreen(phone, "received");

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
    await openBox(phone, receipt);
    assert.equal(await page.innerText(".said"), "Nou li sa ou ekri a. <b>Yon doktè</b> ap tann ou.");
    await page.fill("#message", "Mèsi anpil.");
    await page.click("#send");
    await page.waitForSelector("#entries .person");
    assert.deepEqual(await office.readMessages(caseId), ["Mèsi anpil."]);
    await checkScreen(phone, "box");
  }));

test("a complaint whose answer was lost is sent again as the same parcel and kept once", () =>
  withPhone(async (phone) => {
    const { page, office } = phone;
    await openComplain(phone);
    await answerShortly(phone);
    office.breakLine("after", 1);
    await page.click("#send");
    await readReceipt(phone);
    assert.equal(office.kept.size, 1);
    assert.equal(office.filings(), 2);
    const story = await office.readStory([...office.kept.keys()][0] ?? "");
    assert.deepEqual([story.consent, story.force, story.child], ["keep-words", "unknown", "unsaid"]);
  }));

test("a line that stays broken keeps the words, shows the receipt, and a later try uses it", () =>
  withPhone(
    async (phone) => {
      const { page, office } = phone;
      await openComplain(phone);
      await answerShortly(phone);
      office.breakLine("before", Number.POSITIVE_INFINITY);
      await page.click("#send");
      await page.waitForSelector("#sending-failed:not([hidden])");
      const promised = (await page.locator("#unsure-digits li span:first-child").allTextContents()).join("");
      assert.equal(await page.inputValue("#text"), words);
      await checkScreen(phone, "sending failed");
      office.breakLine("before", 0);
      await page.click("#again-same");
      assert.equal(await readReceipt(phone), promised);
      assert.equal(office.kept.size, 1);
    },
    { hurries: true },
  ));

/** Sends until nobody can tell whether it arrived: the office has it, and no answer comes back. */
async function sendIntoSilence({ page, office }: Phone): Promise<string> {
  office.breakLine("after", Number.POSITIVE_INFINITY);
  await page.click("#send");
  await page.waitForSelector("#sending-failed:not([hidden])");
  assert.equal(office.kept.size, 1);
  office.breakLine("after", 0);
  return (await page.locator("#unsure-digits li span:first-child").allTextContents()).join("");
}

test("after a line that was cut, changing the language of the screen sends no second complaint", () =>
  withPhone(
    async (phone) => {
      const { page, office } = phone;
      await openComplain(phone);
      await answerShortly(phone);
      const promised = await sendIntoSilence(phone);
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
      assert.equal(await readReceipt(phone), promised);
      assert.equal(office.kept.size, 1);
      assert.equal((await office.readStory([...office.kept.keys()][0] ?? "")).language, "ht");
    },
    { hurries: true },
  ));

/** Goes back from the failure to the contact question, says something else, and reads it back. */
async function changeMind({ page }: Phone): Promise<void> {
  await page.click("#sending-failed [data-back]");
  await page.waitForSelector("#check:not([hidden])");
  await page.goBack();
  await page.fill("#contact:not([hidden]) #name", "Mari");
  await page.click("#contact [data-next]");
  await page.waitForSelector("#earlier:not([hidden])");
}

test("who changes something after a line that was cut is offered the very same parcel, and it counts once", () =>
  withPhone(
    async (phone) => {
      const { page, office } = phone;
      await openComplain(phone);
      await answerShortly(phone);
      const promised = await sendIntoSilence(phone);
      await changeMind(phone);
      await checkScreen(phone, "an earlier sending may have arrived");
      assert.equal(await page.isVisible("#send"), false);
      await page.click("#send-same");
      assert.equal(await readReceipt(phone), promised);
      assert.equal(office.kept.size, 1);
    },
    { hurries: true },
  ));

test("another complaint beside one that may have arrived is sent only by who is told that it is another", () =>
  withPhone(
    async (phone) => {
      const { page, office } = phone;
      await openComplain(phone);
      await answerShortly(phone);
      const promised = await sendIntoSilence(phone);
      await changeMind(phone);
      assert.match(await page.innerText("#earlier"), /yon lòt plent, ak yon lòt resi/);
      await page.click("#send-other");
      assert.notEqual(await readReceipt(phone), promised);
      assert.equal(office.kept.size, 2);
    },
    { hurries: true },
  ));

test("what may have arrived is not called lost when a later try is refused", () =>
  withPhone(
    async (phone) => {
      const { page, office, context } = phone;
      await openComplain(phone);
      await answerShortly(phone);
      const promised = await sendIntoSilence(phone);
      await context.route("**/api/complaints", (route) =>
        route.fulfill({ status: 503, json: { code: "no-space", outcome: "none" } }),
      );
      await page.click("#again-same");
      await page.locator("#sending-stopped p", { hasText: "Sistèm nan plen" }).waitFor();
      assert.equal(await page.innerText("#sending-stopped h2:not([hidden])"), "Nou poko konnen si l rive");
      await context.unroute("**/api/complaints");
      await page.click("#again-same");
      assert.equal(await readReceipt(phone), promised);
      assert.equal(office.kept.size, 1);
    },
    { hurries: true },
  ));

test("the read-back says what each answer was asked as, the place among them", () =>
  withPhone(async (phone) => {
    const { page } = phone;
    await openComplain(phone);
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

test("the squares of a receipt hold its 24 digits and nothing else", () =>
  withPhone(async (phone) => {
    const { page } = phone;
    const { receipt } = await complain(phone);
    await page.click("#qr");
    await page.waitForSelector(".squares");
    assert.equal(readSquares((await page.getAttribute(".squares path", "d")) ?? "", 4), receipt);
  }));
