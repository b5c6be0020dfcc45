// Whatever comes instead of what was asked for is refused: no fault, no log line, nothing stored, nothing changed.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bytesToBase64 } from "@temwen/vocabulary";
import {
  acknowledgement,
  captureAct,
  fileCase,
  headersOf,
  restate,
  type SentAct,
  sendAct,
} from "../support/casework.ts";
import { post } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const { caseId, reader, keys } = await fileCase(office);
const headers = await headersOf(office, reader);
const act = await captureAct(office, reader, caseId, acknowledgement);

const doors = [
  "/api/mailbox",
  "/api/mailbox/address",
  "/api/mailbox/acts",
  "/api/desk/challenge",
  "/api/desk/session",
  "/api/desk/queue",
  `/api/desk/cases/${caseId}/parts`,
  `/api/desk/cases/${caseId}/acts`,
  "/api/office/directory",
  "/api/office/suspension",
];

const deep = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const deepObject = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
const spelled: readonly string[] = [
  "",
  "null",
  "0",
  '"x"',
  "[]",
  "{",
  "{}}",
  "\u0000",
  '{"mailbox": NaN}',
  deep(20_000),
  deepObject(20_000),
  `[${"0,".repeat(500_000)}0]`,
  '{"__proto__": {"isRoot": true}}',
  '{"constructor": {"prototype": {"isRoot": true}}}',
  `{"mailbox": "${keys.mailbox}", "mailbox": null}`,
  '{"mailbox": "\\ud800"}',
  '{"mailbox": "\\u0000"}',
  `{"mailbox": ${JSON.stringify("A".repeat(1_000_000))}}`,
  '{"staff": ["stf_"], "nonce": {}, "signature": 1e999}',
  `{"body": ${JSON.stringify(bytesToBase64(new TextEncoder().encode(deep(50_000))))}, "vouchings": []}`,
  `{"body": ${JSON.stringify(bytesToBase64(new TextEncoder().encode(deepObject(50_000))))}, "vouchings": []}`,
  '{"limit": 1e308, "stage": "\\ud800"}',
  '{"limit": 50, "after": {"caseId": "cas_", "due": "\\u0000"}}',
  '{"names": ["../../etc/passwd", "\\u0000", "\\ud800"]}',
  `{"names": ${JSON.stringify(Array.from({ length: 5000 }, () => "story"))}}`,
];

/** No answer but a refusal or an empty one; the server said nothing and holds what it held. */
async function staysCalm(path: string, body: BodyInit, more: Record<string, string> = {}): Promise<void> {
  const before = await office.record.readAfter(0, 1000);
  const answer = await post(office, path, body, { "content-type": "application/json", ...headers, ...more });
  assert.ok(answer.status < 500, `${path} answered ${answer.status}`);
  assert.equal(office.logged(), "");
  assert.equal((await office.record.readAfter(0, 1000)).length, before.length);
  assert.equal(({} as { isRoot?: boolean }).isRoot, undefined);
}

for (const path of doors) {
  test(`${path.replace(caseId, "…")} stays calm`, async () => {
    for (const body of spelled) await staysCalm(path, body);
    await staysCalm(path, new Uint8Array([0xff, 0xfe, 0x00]));
    await staysCalm(path, "\ufeff{}");
    await staysCalm(path, "{}", { "content-type": "text/plain" });
    await staysCalm(path, "{}", { "content-type": "multipart/form-data; boundary=b" });
  });
}

test("a body larger than any directory is refused unread", async () => {
  for (const path of doors) {
    const answer = await post(office, path, new Uint8Array(6_000_001).fill(0x20), headers);
    assert.deepEqual([answer.status, answer.body.code], [413, "too-large"]);
  }
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      if (sent > 128 * 1024 * 1024) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
  });
  const answer = await post(office, "/api/mailbox", endless);
  assert.deepEqual([answer.status, answer.body.code], [413, "too-large"]);
  assert.ok(sent < 64 * 1024 * 1024, `the server went on reading: ${sent} bytes`);
});

test("a signed act with strange contents is refused like any other", async () => {
  const { signer } = office.person(reader);
  const statement = (text: string) => ({
    body: bytesToBase64(new TextEncoder().encode(text)),
    vouching: act.statements[0]!.vouching,
  });
  const [first, ...rest] = act.statements;
  const spelling = Buffer.from(first!.body, "base64").toString();
  const strange: readonly object[] = [
    { ...act, statements: [statement(deep(50_000)), ...rest] },
    { ...act, statements: [statement(deepObject(20_000)), ...rest] },
    // The same value in another spelling: other spaces, a member twice, another escape, a byte order mark.
    { ...act, statements: [statement(spelling.replace(":", ": ")), ...rest] },
    { ...act, statements: [statement(spelling.replace("{", `{"at":"x",`)), ...rest] },
    { ...act, statements: [statement(spelling.replace("case", "\\u0063ase")), ...rest] },
    { ...act, statements: [statement(`\ufeff${spelling}`), ...rest] },
    { ...act, statements: Array.from({ length: 41 }, () => first) },
    { ...act, expected: -1 },
    { ...act, expected: 1.5 },
    { ...act, expected: "1" },
    { ...act, command: { ...act.command, type: "__proto__" } },
    { ...act, command: { ...act.command, type: "toString" } },
    { ...act, command: { ...act.command, consent: JSON.parse('{"__proto__":{"choice":"court"}}') as object } },
    { ...act, sealed: [] },
    { ...act, sealed: Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`escrow-1-${n}`, ""])) },
    { ...act, sealed: { ...act.sealed, "\u0000": "" } },
    restate({ ...act, command: act.command } as SentAct, signer, (said) => ({ ...said, "\u0000": "x" })),
  ];
  for (const sent of strange) {
    const answer = await sendAct(office, headers, caseId, sent);
    assert.equal(answer.status, 422, answer.text.slice(0, 200));
  }
  const deepCommand = JSON.stringify({ ...act, command: "here" }).replace('"here"', deepObject(100_000));
  assert.equal((await post(office, `/api/desk/cases/${caseId}/acts`, deepCommand, headers)).status, 422);
  assert.equal(office.logged(), "");
  assert.equal((await office.record.readStream(caseId)).length, 1);
  assert.equal((await sendAct(office, headers, caseId, act)).status, 200);
});

test("strange addresses and headers are refused like any other", async () => {
  for (const path of [
    "/api/directory?epoch=%00",
    "/api/directory?epoch=NaN",
    "/api/directory?epoch=1e9",
    "/api/%e0%a4%a",
    "//",
    "/api//x",
  ]) {
    const answer = await fetch(office.url + path);
    assert.ok(answer.status < 500, path);
    await answer.arrayBuffer();
  }
  for (const digest of ["..", "%2e%2e%2f", "0".repeat(63), "g".repeat(64), "\u{1f512}"]) {
    assert.equal((await post(office, `/api/evidence/${caseId}/${digest}`, "x")).status, 404);
  }
  assert.equal(office.logged(), "");
});
