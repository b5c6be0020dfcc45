// The mailbox of a receipt, in a real browser, in front of a small office.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawReceipt } from "@temwen/sealing/receipt";
import { checkScreen, complain, openBox, typeReceipt, withPhone } from "./phone.testing.ts";

test("words that the office did not sign are never shown", () =>
  withPhone(async (phone) => {
    const { page, office } = phone;
    const { receipt, caseId } = await complain(phone);
    await office.reply(caseId, "Rele nimewo sa a touswit.", "panel-1");
    await openBox(phone, receipt);
    assert.equal(await page.locator(".said").count(), 0);
    assert.equal(await page.locator("#entries .alarm").count(), 1);
    assert.doesNotMatch(await page.innerText("body"), /nimewo sa a touswit/);
  }));

test("a message whose fate is unknown is sent again as the same bytes and arrives once", () =>
  withPhone(
    async (phone) => {
      const { page, office } = phone;
      const { receipt, caseId } = await complain(phone);
      await openBox(phone, receipt);
      office.breakLine("after", Number.POSITIVE_INFINITY);
      await page.fill("#message", "Mwen bezwen yon doktè.");
      await page.click("#send");
      await page.waitForSelector("#message-wrong:not([hidden])");
      office.breakLine("after", 0);
      await page.click("#send");
      await page.waitForSelector("#entries .person");
      assert.equal(await page.locator("#entries .person").count(), 1);
      assert.deepEqual(await office.readMessages(caseId), ["Mwen bezwen yon doktè."]);
    },
    { hurries: true },
  ));

test("a code that nobody has looks like a mailbox without an answer, and a mistyped digit is noticed here", () =>
  withPhone(async (phone) => {
    const { page } = phone;
    await typeReceipt(phone, "000000000000000000000000");
    await page.waitForSelector("#digits-wrong:not([hidden])");
    await page.fill("#digits", "");
    await page.locator("#digits").pressSequentially(drawReceipt());
    await page.click("#open");
    await page.waitForSelector("#nothing:not([hidden])", { timeout: 30_000 });
    await checkScreen(phone, "nothing here");
  }));

test("who types the proof number for the receipt is told so, and which number is needed", () =>
  withPhone(async (phone) => {
    const { page } = phone;
    await typeReceipt(phone, "107579678788");
    assert.equal(
      await page.innerText("#digits-wrong"),
      "Sa sanble ak nimewo prèv la. Li pa louvri anyen. Antre resi a: 24 chif.",
    );
    await checkScreen(phone, "proof number");
    await page.locator("#digits").press("End");
    await page.locator("#digits").pressSequentially("1");
    assert.equal(await page.isVisible("#digits-wrong"), false);
    await page.click("#open");
    assert.match(await page.innerText("#digits-wrong"), /Yon resi gen 24 chif/);
  }));

test("behind a short answer only the law until an assessment is loaded, behind a longer one the whole law, whatever it holds", () =>
  withPhone(async (phone) => {
    const { page, office } = phone;
    const { receipt, caseId } = await complain(phone);
    const asked: string[] = [];
    page.on("request", (request) => {
      const annex = /\/annexes\/(\w+)\./.exec(request.url())?.[1];
      if (annex) asked.push(annex);
    });
    await openBox(phone, receipt);
    await office.reply(caseId, "Nou li sa ou ekri a.");
    await openBox(phone, receipt);
    assert.equal(await page.innerText(".said"), "Nou li sa ou ekri a.");
    assert.deepEqual(asked, ["mailbox", "mailbox"]);
    // Two answers make a long one; nothing in this case needs more of the law than before.
    await office.reply(caseId, "Yon doktè ap tann ou.");
    await openBox(phone, receipt);
    assert.deepEqual(await page.locator(".said").allInnerTexts(), ["Nou li sa ou ekri a.", "Yon doktè ap tann ou."]);
    assert.equal(await page.locator("#entries .alarm").count(), 0);
    assert.deepEqual(asked, ["mailbox", "mailbox", "mailbox", "law"]);
  }));

test("where the line breaks under the whole law, no message is shown unjudged, and the next try opens the mailbox", () =>
  withPhone(
    async (phone) => {
      const { page, office } = phone;
      const { receipt, caseId } = await complain(phone);
      for (const text of ["Premye mesaj.", "Dezyèm mesaj."]) await office.reply(caseId, text);
      await page.route("**/annexes/law.*", (route) => route.abort());
      await typeReceipt(phone, receipt);
      await page.waitForSelector("#digits-wrong:not([hidden])", { timeout: 30_000 });
      assert.doesNotMatch(await page.innerText("body"), /mesaj\./);
      await page.unroute("**/annexes/law.*");
      await page.click("#open");
      await page.waitForSelector("#box:not([hidden])", { timeout: 30_000 });
      assert.equal(await page.locator(".said").count(), 2);
    },
    { hurries: true },
  ));
