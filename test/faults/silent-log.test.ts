// Whatever happens, faults included, what the server logs tells nobody who asked, for what, or with which words.
import assert from "node:assert/strict";
import { type OutgoingHttpHeaders, request } from "node:http";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { openMailbox } from "@temwen/complain/mailbox";
import { sendWithdrawal } from "@temwen/complain/person-acts";
import type { TheRecord } from "@temwen/record";
import { createMemoryRecord, type MemoryOptions } from "@temwen/record/memory";
import { bytesToBase64 } from "@temwen/vocabulary";
import {
  acknowledgement,
  ask,
  assessment,
  captureAct,
  doActs,
  fileCase,
  headersOf,
  sendAct,
} from "../support/casework.ts";
import { file, post, postJson, sealParcel } from "../support/parcels.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";

const words = "Yo te pran pitit mwen an nan mitan lannwit.";
const wishes: MemoryOptions = {};
let thrown: Error | undefined;
/** A record whose faults quote what was being written, as parsers and drivers do. */
const record = new Proxy(createMemoryRecord(wishes), {
  get(target, name: keyof TheRecord) {
    const member: unknown = Reflect.get(target, name);
    if (typeof member !== "function") return member;
    return (...args: readonly unknown[]) => (thrown ? Promise.reject(thrown) : Reflect.apply(member, target, args));
  },
});
const office = await startSmallOffice({ record });
after(() => office[Symbol.asyncDispose]());

const { caseId, desk, keys, parcel, receipt, reader } = await fileCase(office, {
  text: words,
  identity: { name: "Mari Jozèf", contact: "3712 3456" },
});
const headers = await headersOf(office, reader);
const { key: staffKey, passphrase } = office.person(reader);
const story = parcel.parts.get("story") ?? new Uint8Array();

const secrets: readonly string[] = [
  ...[words, "lannwit", "Mari", "3712"],
  ...[receipt, receipt.slice(0, 8), keys.mailbox, keys.mailbox.slice(0, 16), keys.replyIdentity, keys.signer.key],
  ...[bytesToBase64(keys.labelKey), bytesToBase64(story).slice(0, 24)],
  ...[staffKey.identity, bytesToBase64(staffKey.signingSeed), passphrase, headers.authorization.slice(7)],
  ...["127.0.0.1", "::1", "203.0.113.9", "Colibri/7", "from=jacmel", caseId],
];

/** Everything a person and an officer do, by somebody who can be recognised in every way. */
async function walk(): Promise<void> {
  const courier = office.courier();
  await file(office, parcel);
  await file(office, (await sealParcel(office.directory(), { text: words })).parcel);
  await postJson(office, "/api/mailbox?from=jacmel", { mailbox: keys.mailbox }, { "user-agent": "Colibri/7" });
  await postJson(office, "/api/mailbox/address", { mailbox: keys.mailbox }, { "x-forwarded-for": "203.0.113.9" });
  await openMailbox(courier, believedOf(office), receipt);
  await sendWithdrawal(courier, believedOf(office), keys);
  await post(office, "/api/complaints", words, { "content-type": "text/plain" });
  await post(office, "/api/mailbox", `{"mailbox": "${keys.mailbox}`, { forwarded: "for=203.0.113.9" });
  await ask(office, `/api/desk/cases/${caseId}`, headers);
  await postJson(office, `/api/desk/cases/${caseId}/parts`, { names: ["story"] }, headers);
  await postJson(office, "/api/desk/queue", {}, headers);
  await post(office, `/api/evidence/${caseId}/${"0".repeat(64)}`, words);
  await fetch(`${office.url}/complain?${encodeURIComponent(words)}`).then((answer) => answer.text());
}

function assertSilent(): void {
  const log = office.logged();
  for (const [n, secret] of secrets.entries()) assert.ok(!log.includes(secret), `secret number ${n} stands in the log`);
}

test("a day without trouble leaves no line at all", async () => {
  await walk();
  await doActs(desk, caseId, acknowledgement, assessment);
  assert.equal(office.logged(), "");
});

test("a fault is logged by its kind and place, without the words that it quotes", async () => {
  const act = await captureAct(office, reader, caseId, { act: "reply", text: words });
  thrown = new TypeError(
    `cannot read ${JSON.stringify({ words, receipt, mailbox: keys.mailbox, from: "203.0.113.9" })}`,
  );
  await walk();
  await sendAct(office, headers, caseId, act);
  thrown = undefined;
  const lines = office.logged().split("\n").filter(Boolean);
  assert.ok(lines.length >= 5);
  for (const line of lines) {
    assert.deepEqual(Object.keys(JSON.parse(line)).sort(), ["at", "fault", "level", "msg", "route", "time"]);
    assert.equal(JSON.parse(line).fault, "TypeError");
  }
  assertSilent();
});

test("the person is told no more than the log: a code, and that nobody can tell", async () => {
  thrown = new Error(words);
  const answer = await post(office, "/api/mailbox", JSON.stringify({ mailbox: keys.mailbox }));
  thrown = undefined;
  assert.deepEqual([answer.status, answer.body.code, answer.body.outcome], [503, "cannot-tell", "unknown"]);
  for (const secret of secrets) assert.ok(!answer.text.includes(secret));
});

test("a fault whose name or kind is strange is logged as little as any other", async () => {
  class WordsError extends Error {
    override readonly name = words;
  }
  const framed = new Error(`broken\n    at ${words} (/apps/server/x.ts:1:1)`);
  const strangers = [new WordsError(words), framed, words as unknown as Error, { words } as unknown as Error];
  for (const strange of strangers) {
    thrown = strange;
    await walk();
    thrown = undefined;
  }
  wishes.unreachable = true;
  await walk();
  wishes.unreachable = false;
  assertSilent();
});

test("a line that breaks while somebody is sending leaves no line in the log", async () => {
  const before = office.logged();
  for (const path of ["/api/complaints", "/api/mailbox", "/api/mailbox/acts", "/api/desk/session"]) {
    for (const headers of [{ "content-length": 1000 }, { "transfer-encoding": "chunked" }]) {
      for (const millis of [0, 5, 20]) await breakOff(path, headers, millis);
    }
  }
  await pause(100); // the server hears of the last one a little later than we do
  assert.equal(office.logged(), before);
});

function breakOff(path: string, headers: OutgoingHttpHeaders, millis: number): Promise<void> {
  return new Promise((resolve) => {
    const begun = request(office.url + path, { method: "POST", headers });
    begun.once("close", resolve);
    begun.once("error", () => undefined);
    begun.write(words, () => setTimeout(() => begun.destroy(), millis));
  });
}
