// An act of staff is what its signer decided, byte for byte, and what the server decides again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import type { Json } from "@temwen/vocabulary";
import { millisToInstant } from "@temwen/vocabulary";
import {
  acknowledgement,
  assessment,
  captureAct,
  doActs,
  type FiledCase,
  fileCase,
  findReader,
  headersOf,
  intakeNames,
  proposal,
  restate,
  type SentAct,
  sendAct,
  view,
} from "../support/casework.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

let mine: FiledCase;
let act: SentAct;
let headers: { readonly authorization: string };
before(async () => {
  mine = await fileCase(office);
  act = await captureAct(office, mine.reader, mine.caseId, acknowledgement);
  headers = await headersOf(office, mine.reader);
});
const signer = () => office.person(mine.reader).signer;

/** Sent in the signer's own session, it is refused, and the case stays as it was. */
async function refuses(changed: SentAct, code: string, status = 422): Promise<void> {
  const length = (await office.record.readStream(mine.caseId)).length;
  const parts = await office.record.readPartNames(mine.caseId);
  assertRefused(await sendAct(office, headers, mine.caseId, changed), code, status);
  assert.equal((await office.record.readStream(mine.caseId)).length, length);
  assert.deepEqual(await office.record.readPartNames(mine.caseId), parts);
}

const replace = (change: { readonly [field: string]: Json }, place = 0): SentAct =>
  restate(act, signer(), (statement, at) => (at === place ? { ...statement, ...change } : statement));

test("an act that bears another's signature is refused, in whose name it may come", async () => {
  const colleague = office.person(intakeNames.find((name) => name !== mine.reader)!).signer;
  for (const other of [createNodeSigner(drawSeed()), colleague]) {
    for (const key of [other.key, signer().key]) {
      await refuses(
        restate(act, { ...other, key }, (statement) => statement),
        "signature-invalid",
      );
    }
  }
});

test("an act of which one statement bears another's signature is refused", async () => {
  const forged = restate(act, createNodeSigner(drawSeed()), (statement) => statement).statements;
  for (const place of [0, 1, 2]) {
    const statements = act.statements.map((statement, at) => (at === place ? forged[at]! : statement));
    await refuses({ ...act, statements }, "signature-invalid");
  }
});

test("a statement that says anything but what the server decides is refused, though its signer signed it", async () => {
  for (const change of [
    { index: 0 },
    { index: 9 },
    { previous: "0".repeat(64) },
    { epoch: 0 },
    { epoch: 2 },
    { by: office.person("gerda").id },
    { office: `ofc_${mine.caseId.slice(4)}` },
    { case: `cas_${office.person("gerda").id.slice(4)}` },
  ]) {
    await refuses(replace(change), "decision-differs");
    await refuses(replace(change, 1), "decision-differs");
  }
  await refuses(replace({ choice: "court" }, 1), "decision-differs");
  await refuses(replace({ number: 2 }, 2), "decision-differs");
  await refuses(replace({ to: signer().key }, 2), "decision-differs");
  await refuses(replace({ remark: "x" }), "malformed-act");
  await refuses(replace({ type: "case.acknowledged/2" }), "malformed-act");
  await refuses(replace({ at: millisToInstant(Date.now() + 1000) }, 1), "malformed-act");
});

test("a fact too many, too few or out of its place is refused", async () => {
  const [first, second, third] = act.statements;
  assert.ok(first && second && third && act.statements.length === 3);
  for (const statements of [
    [first, second],
    [second, third],
    [first, second, third, third],
    [second, first, third],
    [first, third, second],
  ]) {
    await refuses({ ...act, statements }, "decision-differs");
  }
  await refuses({ ...act, statements: [] }, "malformed-act");
});

test("an order that is not the one that was signed is refused", async () => {
  const consent = { choice: "court", language: "ht", explainer: "page" };
  await refuses({ ...act, command: { ...act.command, consent } }, "decision-differs");
  const escrow = act.command.escrow as { readonly [field: string]: Json };
  await refuses({ ...act, command: { ...act.command, escrow: { ...escrow, threshold: 2 } } }, "unlawful-escrow");
  const shares = escrow.shares as readonly { readonly [field: string]: Json }[];
  const toOne = shares.map((share) => ({ ...share, holder: shares[0]!.holder! }));
  await refuses({ ...act, command: { ...act.command, escrow: { ...escrow, shares: toOne } } }, "unlawful-escrow");
  await refuses({ ...act, command: { type: "close-case" } }, "malformed-act");
  await refuses({ ...act, command: { ...act.command, note: "x" } }, "malformed-act");
});

test("an act for one case is refused in another, and in the name of a colleague", async () => {
  const other = await fileCase(office);
  const elsewhere = await headersOf(office, other.reader);
  assertRefused(await sendAct(office, elsewhere, other.caseId, act), "decision-differs");
});

test("two acts at one hour are refused where readers would take them for one, and a desk gives each its own", async () => {
  const still = await fileCase(office);
  const hour = millisToInstant(Date.now());
  const { desk } = await findReader(office, still.caseId, [still.reader], { now: () => hour });
  await doActs(desk, still.caseId, acknowledgement, assessment, proposal);
  // Alone, who proposed may let in a colleague; at the same hour both together would be an order that nobody could give.
  const letIn = { act: "grant", to: office.person("gerda").id, reason: "asked-to-help" } as const;
  const later = await captureAct(office, still.reader, still.caseId, letIn);
  const [last] = (await office.record.readStream(still.caseId)).slice(-1);
  const at = last?.at ?? "";
  const same = restate(later, office.person(still.reader).signer, (statement) => ({ ...statement, at }));
  assertRefused(await sendAct(office, await headersOf(office, still.reader), still.caseId, same), "same-hour");
  await doActs(desk, still.caseId, letIn);
  assert.deepEqual((await view(desk, still.caseId)).alarms, []);
});

test("an act that was signed more than five minutes from the server's clock is refused, with the server's hour", async () => {
  for (const [minutes, expected] of [
    [-6, "clock-apart"],
    [6, "clock-apart"],
    [-4, "done"],
    [4, "done"],
  ] as const) {
    const late = await fileCase(office);
    const now = () => millisToInstant(Date.now() + minutes * 60_000);
    const { desk } = await findReader(office, late.caseId, [late.reader], { now });
    const done = await desk.act(late.caseId, acknowledgement);
    assert.equal(done.ok ? "done" : done.refusal.code, expected);
    if (!done.ok) assert.ok(Math.abs(Date.parse(String(done.refusal.server)) - Date.now()) < 60_000);
  }
});

test("an act that was done is not done again when it is sent again later", async () => {
  const acknowledged = await fileAndAcknowledge();
  const session = await headersOf(office, acknowledged.reader);
  const assessing = await captureAct(office, acknowledged.reader, acknowledged.caseId, assessment);
  assert.equal((await sendAct(office, session, acknowledged.caseId, assessing)).body.version, 5);
  await doActs(acknowledged.desk, acknowledged.caseId, { ...assessment, forces: ["jam"] });
  // Whoever replays it with the number that would fit now cannot sign it anew.
  const replayed = { ...assessing, expected: 6 };
  assertRefused(await sendAct(office, session, acknowledged.caseId, replayed), "decision-differs");
  assert.equal((await office.record.readStream(acknowledged.caseId)).length, 6);
});

async function fileAndAcknowledge(): Promise<FiledCase> {
  const filed = await fileCase(office);
  await doActs(filed.desk, filed.caseId, acknowledgement);
  return filed;
}
