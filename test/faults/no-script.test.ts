// The page that works without script: what it takes, what it refuses, and that the same form sent twice is one complaint.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { createMemoryRecord } from "@temwen/record/memory";
import { drawReceipt } from "@temwen/sealing/receipt";
import { languages } from "@temwen/words";
import { complainWords, plainWords, refusalsWords } from "@temwen/words/pages";
import { intakeNames } from "../support/casework.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertNothingStored, casesOf } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

type Page = { readonly status: number; readonly html: string; readonly headers: Headers };
type Fields = { readonly [name: string]: string };

async function ask(path: string, init?: RequestInit): Promise<Page> {
  const answer = await fetch(office.url + path, { ...init, redirect: "error" });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}
const open = () => ask("/complain/plain");
const tokenOf = ({ html }: Page): string => /name="token" value="([^"]*)"/.exec(html)?.[1] ?? "";
const send = (fields: Fields, path = "/complain/plain"): Promise<Page> =>
  ask(path, { method: "POST", body: new URLSearchParams(fields) });
const sendRaw = (body: string, type = "application/x-www-form-urlencoded"): Promise<Page> =>
  ask("/complain/plain", { method: "POST", body, headers: { "content-type": type } });
const digitsOf = ({ html }: Page): string =>
  [...html.matchAll(/<span aria-hidden="true">(\d{4})<\/span>/g)].map(([, group]) => group).join("");
/** What is not covered, as text. */
const seen = ({ html }: Page): string =>
  html.replace(/<(\w+)[^>]* hidden[^>]*>[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, "\n");

test("the first words of the page say who can read what is typed, in every language, and nothing runs", async () => {
  for (const language of languages) {
    const suffix = language === "ht" ? "" : `/${language}`;
    for (const [path, first] of [
      ["/complain/plain", plainWords[language].readable],
      ["/reply/plain", plainWords[language].digitsReadable],
    ] as const) {
      const page = await ask(path + suffix);
      assert.equal(page.status, 200);
      const main = page.html.slice(page.html.indexOf("<main"));
      assert.ok(
        main
          .replace(/<[^>]*>/g, "")
          .trimStart()
          .startsWith(first),
        `${path} in ${language}`,
      );
      assert.ok(!/<script|Temwen/i.test(page.html), `${path} in ${language}`);
      const policy = page.headers.get("content-security-policy") ?? "";
      assert.match(policy, /default-src 'none'.*form-action 'self'/);
      assert.ok(!policy.includes("script-src"));
      assert.equal(page.headers.get("cache-control"), "no-store");
    }
  }
});

test("what cannot be read is refused with a page, and nothing of it is kept", async () => {
  const token = tokenOf(await open());
  const type = "application/x-www-form-urlencoded";
  const notRead = plainWords.ht.notRead;
  for (const [name, page, said, status] of [
    ["other charset", await sendRaw("text=k%E8k"), notRead, 422],
    ["a charset named", await sendRaw("text=x", `${type}; charset=windows-1252`), notRead, 422],
    ["half a pair", await sendRaw("text=%ED%A0%80"), notRead, 422],
    ["broken escape", await sendRaw("text=%4"), notRead, 422],
    ["a field twice", await sendRaw("text=a&text=b"), notRead, 422],
    ["another kind of form", await sendRaw("--b--", "multipart/form-data; boundary=b"), notRead, 422],
    ["no kind", await sendRaw("text=x", "text/plain"), notRead, 422],
    ["unknown wish", await send({ token, text: "Bonjou.", wish: "revenge" }), notRead, 422],
    ["unknown force", await send({ token, text: "Bonjou.", force: "<b>" }), refusalsWords.ht["unknown-force"], 422],
    ["nothing said", await send({ token, text: " \r\n " }), refusalsWords.ht.empty, 422],
    ["too long", await send({ token, text: "a".repeat(33_000) }), refusalsWords.ht["too-long"], 422],
    ["too large", await send({ token, text: "a".repeat(300_000) }), plainWords.ht.tooLarge, 413],
  ] as const) {
    assert.equal(page.status, status, name);
    assert.ok(seen(page).includes(said), name);
    assert.equal(digitsOf(page), "", name);
  }
  await assertNothingStored(office);
});

test("a form of nobody's, of another office or long ago takes nothing, and gives the words back", async () => {
  const given = tokenOf(await open());
  const turned = given.replace(/^./, (sign) => (sign === "A" ? "B" : "A"));
  for (const token of ["", "x", turned, `${given}A`, given.slice(1)]) {
    const words = "Li di: \"<b>ale</b>\" & 'vini'.\n\n</textarea><script>alert(1)</script>{{token}}";
    const page = await send({ token, text: words, wish: "court", force: "ken" });
    assert.equal(page.status, 422);
    assert.ok(seen(page).includes(plainWords.ht.tooOld));
    const back = /<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(page.html)?.[1] ?? "";
    assert.equal(plainText(back), words);
    assert.ok(!page.html.includes("<script"));
    assert.match(page.html, /value="court" checked/);
    assert.match(page.html, /value="ken" checked/);
    assert.notEqual(tokenOf(page), token);
  }
  await assertNothingStored(office);
});

test("the same form sent twice, at once or later, is one complaint with one receipt; other words are another", async () => {
  const before = (await casesOf(office)).length;
  const token = tokenOf(await open());
  const fields = { token, text: "Yo pran bèf mwen.", force: "ken", wish: "help-only" };
  const both = await Promise.all([send(fields), send(fields)]);
  const later = await send(fields);
  const receipts = new Set([...both, later].map(digitsOf));
  assert.equal(receipts.size, 1);
  assert.match([...receipts][0] ?? "", /^\d{24}$/);
  assert.equal((await casesOf(office)).length, before + 1);
  assert.ok(seen(later).includes(plainWords.ht.already));
  assert.ok(!seen(both[0] as Page).includes(plainWords.ht.already));
  const other = await send({ ...fields, text: "Yo pran bèf mwen ak kabrit mwen." });
  assert.equal((await casesOf(office)).length, before + 2);
  assert.ok(!receipts.has(digitsOf(other)), "who finds the form open does not get the receipt for other words");
});

test("hostile words arrive sign by sign, and officers read that they were not sealed on the device", async () => {
  const words = [
    '"><script>alert(1)</script> {{text}} {{token}} data-show="x" hidden',
    "nul \u0000 esc \u001b[31m bom \ufeff rtl \u202e fen \u2028 \ufffd \u{1f469}\u200d\u{1f467} e\u0300 è",
    "%00 %zz + & = ; a=b&text=c",
  ].join("\n");
  const known = new Set(await casesOf(office));
  const page = await send({ token: tokenOf(await ask("/complain/plain/fr")), text: words }, "/complain/plain/fr");
  assert.equal(page.status, 200);
  assert.ok(!page.html.includes("Temwen"), "on paper nobody sees what this is");
  const caseId = (await casesOf(office)).find((id) => !known.has(id));
  assert.ok(caseId);
  let opened = 0;
  for (const name of intakeNames) {
    const desk = await office.desk(name);
    const view = await desk.readCase(caseId);
    desk.close();
    if (!view.ok || !view.value.story) continue;
    opened++;
    const { text, channel, force, consent, child, language } = view.value.story;
    assert.equal(text, words);
    assert.deepEqual(
      { channel, force, consent, child, language },
      { channel: "no-script", force: "unknown", consent: "keep-words", child: "unsaid", language: "fr" },
    );
    assert.deepEqual(view.value.alarms, []);
  }
  assert.equal(opened, 4);
});

test("the steps of a case need its digits in a body: an unknown code and a case without an answer look the same", async () => {
  const sent = await send({ token: tokenOf(await open()), text: "Yon lòt bagay rive." });
  const digits = digitsOf(sent);
  const waiting = await send({ digits }, "/reply/plain");
  const unknown = await send({ digits: drawReceipt() }, "/reply/plain");
  assert.equal(waiting.status, 200);
  for (const one of [waiting, unknown]) assert.equal(one.status, 200);
  assert.equal(waiting.html, unknown.html);
  const wrong = await send({ digits: "1234" }, "/reply/plain");
  assert.equal(wrong.status, 422);
  assert.ok(seen(wrong).includes(refusalsWords.ht["malformed-receipt"]));
  assert.equal(await ask(`/reply/plain?digits=${digits}`).then(({ html }) => html), (await ask("/reply/plain")).html);
});

test("nobody is answered about digits sooner than a beat after the record was asked", async () => {
  let asked = 0;
  const record = new Proxy(createMemoryRecord(), {
    get: (target, name) => {
      if (name === "readMailbox") asked = performance.now();
      return Reflect.get(target, name);
    },
  });
  await using watched = await startSmallOffice({ record });
  const body = new URLSearchParams({ digits: drawReceipt() });
  const answer = await fetch(`${watched.url}/reply/plain`, { method: "POST", body });
  await answer.text();
  assert.ok(asked > 0);
  // A timer of fifty milliseconds may ring a millisecond early.
  assert.ok(performance.now() - asked >= 48, "the derivation had eaten the beat");
});

test("the log has nothing of words, receipts or addresses", () => {
  assert.equal(office.logged(), "");
});

test("the page without script links to the one that seals, and is linked only where script does not run", async () => {
  assert.ok((await open()).html.includes('href="/complain"'));
  const sealing = await readFile(new URL("../../apps/complain/dist/complain.ht.html", import.meta.url), "utf8");
  const outside = sealing.replace(/<noscript>[\s\S]*?<\/noscript>/g, "");
  assert.ok(sealing.includes('href="/complain/plain"') && sealing.includes(complainWords.ht.noScriptOther));
  assert.ok(!outside.includes("/complain/plain"));
});

const plainText = (html: string): string =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
