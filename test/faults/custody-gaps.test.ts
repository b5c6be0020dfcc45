// The chain of who had a piece of evidence in hand has no gap: what is left out, put in, or moved is refused or seen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import { acknowledgement, captureAct, doActs, type FiledCase, fileCase, restate, view } from "../support/casework.ts";
import { startLyingServer } from "../support/lying-server.ts";
import { sendPieces } from "../support/parcels.ts";
import { sendAs, typesIn } from "../support/raw-acts.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
const lying = await startLyingServer(office.url);
after(async () => {
  await lying[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

const picture = new TextEncoder().encode("this stands for a picture");
const look = { act: "open-evidence", part: "evidence-1" } as unknown as Parameters<Keeper["act"]>[1];
const save = { act: "export-evidence", part: "evidence-1", reason: "offline-machine" } as unknown as typeof look;
let mine: FiledCase;
before(async () => {
  mine = await caseWithPicture();
});

async function caseWithPicture(): Promise<FiledCase> {
  const filed = await fileCase(office, { evidence: [{ name: "foto.jpg", mediaType: "image/jpeg", bytes: picture }] });
  await sendPieces(office, filed.caseId, filed.parcel.evidence.values());
  await doActs(filed.desk, filed.caseId, acknowledgement);
  return filed;
}

test("a look that leaves out the one before it is refused, under another place or behind another record", async () => {
  const { caseId, reader } = mine;
  const { signer } = office.person(reader);
  const before = await typesIn(office, caseId);
  const act = await captureAct(office, reader, caseId, look);
  for (const change of [{ index: before.length + 1 }, { previous: "0".repeat(64) }]) {
    const gap = restate(act, signer, (statement) => ({ ...statement, ...change }));
    assertRefused(await sendAs(office, reader, caseId, gap), "decision-differs");
  }
  assert.deepEqual(await typesIn(office, caseId), before);
});

test("a look at one case's piece is none at another's, and a copy without a reason that is known is no act", async () => {
  const other = await caseWithPicture();
  const before = await typesIn(office, mine.caseId);
  const foreign = await captureAct(office, other.reader, other.caseId, look);
  const moved = { ...foreign, expected: before.length };
  assertRefused(await sendAs(office, mine.reader, mine.caseId, moved), "not-announced", 404);
  const copy = await captureAct(office, mine.reader, mine.caseId, save);
  const unsaid = { ...copy, command: { ...copy.command, reason: "just-so" } };
  assertRefused(await sendAs(office, mine.reader, mine.caseId, unsaid), "malformed-act");
  assert.deepEqual(await typesIn(office, mine.caseId), before);
});

test("a look that a server leaves out of the chain is missed at the next desk", async () => {
  const { caseId, desk, reader } = mine;
  assert.ok((await desk.readEvidence(caseId, "evidence-1")).ok);
  assert.ok((await desk.readEvidence(caseId, "evidence-1", { for: "file", reason: "offline-machine" })).ok);
  const next = await office.desk(reader, { server: lying.url });
  assert.deepEqual((await view(next, caseId)).alarms, []);
  const path = `GET /api/desk/cases/${caseId}`;
  lying.tell((asked, answer) => {
    if (asked !== path) return undefined;
    const looked = answer.events.findIndex(
      ({ body }: { readonly body: { readonly type: string } }) => body.type === "case.evidence-opened/1",
    );
    answer.events.splice(looked, 1);
    return answer;
  });
  const fresh = await office.desk(reader, { server: lying.url });
  const { alarms } = await view(fresh, caseId);
  assert.ok(alarms.some(({ code }) => code === "event-not-vouched-for" || code === "chain-broken"));
});
