// `/log`: what the public log is, where it stands and who cosigned, as anybody reads it without script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { formatVkey } from "@temwen/public-log/note";
import { languages, utf8 } from "@temwen/vocabulary";
import { logWords } from "@temwen/words/pages";
import { describeHead } from "../apps/server/src/public-log/log-page.ts";
import { signerCalled } from "../apps/server/src/public-log/publishing.testing.ts";
import { startWitnessedOffice, type WitnessedOffice } from "./support/witnessed-office.ts";

let given: WitnessedOffice;
before(async () => {
  given = await startWitnessedOffice();
});
after(() => given[Symbol.asyncDispose]());

const read = async (path: string): Promise<string> => {
  const answer = await fetch(given.office.url + path);
  assert.equal(answer.status, 200, path);
  assert.match(answer.headers.get("content-security-policy") ?? "", /default-src 'none'/);
  return answer.text();
};

test("before anything is published the page says so, and names nobody", async () => {
  const page = await read("/log");
  assert.ok(page.includes(`<p>${logWords.ht.none}</p>`));
});

test("the page says in each language how many lines there are, who cosigned, and when", async () => {
  given.setWitnessClock(Date.UTC(2026, 10, 22, 5, 33, 21) / 1000);
  await given.settle();
  const { size } = await given.office.record.log.readHead();
  for (const language of languages) {
    const page = await read(language === "ht" ? "/log" : `/log/${language}`);
    assert.ok(page.includes(`<dd>${size}</dd>`), language);
    assert.ok(page.includes("<b>w1</b>"), language);
    assert.ok(page.includes("2026-11-22 05:33 UTC"), language);
    assert.ok(page.includes("log.example/mission"), language);
    assert.ok(!page.includes("{{"), language);
    assert.ok(!page.includes(`<p>${logWords[language].none}</p>`), language);
  }
});

test("where witnesses of the policy have not signed, the page says that, and not that the log is empty", async () => {
  const checkpoint = new Uint8Array(await (await fetch(`${given.office.url}/log/checkpoint`)).arrayBuffer());
  const policy = await (await fetch(`${given.office.url}/log/policy`)).text();
  const another = formatVkey(signerCalled("w2.example/witness", "ed25519-cosignature").vkey);
  const stricter = policy.replace("quorum w1", `witness w2 ${another}\ngroup both all w1 w2\nquorum both`);
  const { empty, few, unwitnessed } = describeHead(checkpoint, utf8(stricter));
  assert.deepEqual([empty, few, unwitnessed], [false, true, false]);
  const page = await read("/log/en");
  assert.ok(page.includes(logWords.en.tooFew), "the word is there for whom it is needed");
  assert.ok(!page.includes(`<p>${logWords.en.tooFew}</p>`), "and hidden while the log can be shown");
});

test("the ten sentences stand there, and the files that a technician needs are linked", async () => {
  const page = await read("/log/en");
  const { one, two, three, four, five, six, seven, eight, nine, ten } = logWords.en;
  for (const sentence of [one, two, three, four, five, six, seven, eight, nine, ten])
    assert.ok(page.includes(sentence));
  for (const path of ["/log/checkpoint", "/log/policy"]) {
    assert.ok(page.includes(`href="${path}"`));
    assert.equal((await fetch(given.office.url + path)).status, 200);
  }
});

test("a head that the office's own policy does not believe is not shown as one", async () => {
  const checkpoint = new Uint8Array(await (await fetch(`${given.office.url}/log/checkpoint`)).arrayBuffer());
  const policy = new Uint8Array(await (await fetch(`${given.office.url}/log/policy`)).arrayBuffer());
  assert.equal(describeHead(checkpoint, policy).empty, false);
  const bent = checkpoint.map((byte, i) => (i === checkpoint.length - 20 ? byte ^ 1 : byte));
  const { empty, few, head } = describeHead(bent, policy);
  assert.deepEqual([empty, few, head], [false, true, []]);
});
