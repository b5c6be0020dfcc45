// What a receipt shows to somebody who was forced to give it, and what a wrong one shows.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import { digestOf } from "@temwen/sealing/open";
import { deriveReceiptKeys, drawReceipt } from "@temwen/sealing/receipt";
import { bytesToBase64 } from "@temwen/vocabulary";
import { acknowledgement, doActs, fileCase } from "../support/casework.ts";
import { startLyingServer } from "../support/lying-server.ts";
import { runCommand } from "../support/office.ts";
import { postJson } from "../support/parcels.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const { keys, desk, caseId, receipt } = await fileCase(office);
const nobodys = (): string => bytesToBase64(crypto.getRandomValues(new Uint8Array(32)));

/** Status, headers and bytes of what a mailbox answers; the hour apart. */
async function readRaw(mailbox: string): Promise<string> {
  const answer = await fetch(`${office.url}/api/mailbox`, {
    method: "POST",
    body: JSON.stringify({ mailbox }),
    headers: { "content-type": "application/json" },
  });
  const headers = [...answer.headers].filter(([name]) => name !== "date");
  return JSON.stringify([answer.status, headers, await answer.text()]);
}

test("a receipt nobody has, and one without an answer yet, show the same, byte for byte, again and again", async () => {
  const empty = await readRaw(keys.mailbox);
  for (const mailbox of [nobodys(), keys.mailbox, nobodys(), keys.mailbox]) assert.equal(await readRaw(mailbox), empty);
  assert.match(empty, /cache-control/);
});

test("opened with the receipt, both are an empty list", async () => {
  for (const one of [receipt, drawReceipt()]) {
    const opened = await openMailbox(office.courier(), believedOf(office), one);
    assert.ok(opened.ok);
    assert.deepEqual(opened.value.entries, []);
  }
});

test("a mailbox id that is none is refused, and is no fault of the server", async () => {
  const other = `${"A".repeat(42)}B=`; // bits that no 32 bytes have
  for (const mailbox of [undefined, null, 7, "", "A".repeat(44), other, `${keys.mailbox} `, [keys.mailbox], {}]) {
    for (const path of ["/api/mailbox", "/api/mailbox/address"]) {
      const answer = await postJson(office, path, { mailbox });
      assert.deepEqual([answer.status, answer.body.code], [422, "malformed-mailbox"]);
    }
  }
  assert.equal(office.logged(), "");
});

test("wrong digits never leave the person's own machine", async () => {
  const folder = await mkdtemp(join(tmpdir(), "temwen-receipt-"));
  await using lying = await startLyingServer(office.url);
  try {
    const place = join(folder, "receipt.txt");
    for (const [digits, code] of [
      [`${receipt.slice(0, 23)}${(Number(receipt[23]) + 1) % 10}`, "wrong-check-digits"],
      [receipt.slice(1), "malformed-receipt"],
    ] as const) {
      await writeFile(place, digits);
      const ran = await runCommand(["reply", "--server", lying.url, "--receipt", place, "--json"]);
      assert.equal(ran.code, 1, "the digits were taken");
      assert.equal(JSON.parse(ran.stdout).refused, code);
      assert.doesNotMatch(ran.stdout + ran.stderr, new RegExp(digits.slice(0, 12)));
    }
    assert.deepEqual(lying.asked, []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("with one answer in it a mailbox is as long as an empty one, and shows only what is the person's", async () => {
  const without = await postJson(office, "/api/mailbox", { mailbox: keys.mailbox });
  await doActs(desk, caseId, acknowledgement);
  const answer = await postJson(office, "/api/mailbox", { mailbox: keys.mailbox });
  assert.deepEqual([answer.text.length, without.text.length], [24_576, 24_576]);
  const [kept] = answer.body.cases as { case: string; events: { body: { type: string } }[]; sealed: object }[];
  assert.equal(kept?.case, caseId);
  assert.deepEqual(
    kept.events.map(({ body }) => body.type),
    ["case.received/1", "case.acknowledged/1", "case.message-sent/1"],
  );
  assert.deepEqual(Object.keys(kept.sealed), ["message-out-1"]);
});

test("what a phone's short law cannot judge comes in a longer answer, so that loading more of the law tells nobody anything", async () => {
  const mine = await fileCase(office);
  const look = async () => (await postJson(office, "/api/mailbox", { mailbox: mine.keys.mailbox })).text.length;
  await doActs(mine.desk, mine.caseId, acknowledgement);
  assert.equal(await look(), 24_576);
  const consent = { purpose: "referral", recipient: "hti-parquet", given: "yes", including: [], language: "ht" };
  const says = { ...consent, explainer: "officer", until: [] };
  await doActs(mine.desk, mine.caseId, { act: "record-consent", says, text: "Li di wi." });
  assert.equal(await look(), 49_152);
});

test("beside an answer the person sees the hour at which the box was opened before, and of an empty one nobody sees any", async () => {
  const mine = await fileCase(office);
  const look = async () => (await postJson(office, "/api/mailbox", { mailbox: mine.keys.mailbox })).body.opened;
  assert.equal(await look(), undefined);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  // The look before the answer came was one too: whoever had the digits then is told of.
  const hour = String(await look());
  assert.match(hour, /^20\d\d-\d\d-\d\dT\d\d:00:00\.000Z$/);
  assert.ok(Math.abs(Date.now() - Date.parse(hour)) < 2 * 3_600_000);
  const stranger = nobodys();
  await readRaw(stranger);
  assert.equal(await office.record.findOpening(digestOf(Buffer.from(stranger, "base64"))), undefined);
  const opened = await openMailbox(office.courier(), believedOf(office), mine.receipt);
  assert.ok(opened.ok);
  assert.equal(opened.value.before, hour);
});

test("digits that are used on the page without script are told of as well, and of unknown ones nothing is kept", async () => {
  const mine = await fileCase(office);
  const mailbox = digestOf(Buffer.from(mine.keys.mailbox, "base64"));
  const stranger = drawReceipt();
  const strangers = await deriveReceiptKeys(stranger, office.directory().receiptSalt);
  for (const digits of [stranger, mine.receipt]) {
    const body = new URLSearchParams({ digits });
    const answer = await fetch(`${office.url}/reply/plain`, { method: "POST", body });
    assert.equal(answer.status, 200);
  }
  assert.match((await office.record.findOpening(mailbox)) ?? "", /:00:00\.000Z$/);
  assert.equal(await office.record.findOpening(digestOf(Buffer.from(strangers.mailbox, "base64"))), undefined);
});
