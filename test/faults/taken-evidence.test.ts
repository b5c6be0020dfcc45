// Evidence that the office takes in: sealed at a desk, announced by a signed act, over lines that break and disks that rot.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import type { Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import { jpeg, jpegExif } from "../../packages/media/src/samples.testing.ts";
import { phonePicture, still } from "../../packages/media/src/still/still.testing.ts";
import {
  acknowledgement,
  captureAct,
  doActs,
  fileCase,
  headersOf,
  restate,
  type SentAct,
  sendAct,
  view,
} from "../support/casework.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
const folder = await mkdtemp(join(tmpdir(), "temwen-taken-"));
after(async () => {
  await rm(folder, { recursive: true, force: true });
  await office[Symbol.asyncDispose]();
});

const photo = { name: "foto.jpg", mediaType: "image/jpeg", bytes: jpeg([jpegExif(6)]) };
const paper = { name: "lèt.txt", mediaType: "text/plain", bytes: new TextEncoder().encode("Patwouy la te la.") };
const heic = {
  name: "telefòn.heic",
  mediaType: "image/heic",
  bytes: still(phonePicture),
};
const take = (...files: readonly (typeof photo)[]) => ({
  act: "take-evidence" as const,
  says: { source: "witness", request: [] },
  text: "Yon temwen pote l nan biwo a.",
  files,
});

async function acknowledged() {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  return mine;
}

/** Everything that waits in a folder of a desk. */
const waitingIn = async (place: string): Promise<readonly string[]> => readdir(place).catch(() => []);

/** Turns one byte of what the office has under this digest. */
async function rot(digest: string): Promise<void> {
  const place = join(office.blobFolder, digest.slice(0, 2), digest);
  const bytes = await readFile(place);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(place, bytes);
}

const sealedOf = async (desk: Keeper, caseId: CaseId, part: string): Promise<string> => {
  const checked = await desk.checkCustody(caseId);
  assert.ok(checked.ok);
  return checked.value.find((one) => one.part === part)?.sealed ?? "";
};

test("what the office took in opens byte for byte, its working copy behind it, and tells who took it in and from whom", async () => {
  const { desk, caseId, reader } = await acknowledged();
  const done = await desk.act(caseId, take(photo, paper, heic));
  assert.deepEqual(done.ok && done.value.left, 0);
  const { evidence, alarms } = await view(desk, caseId);
  assert.deepEqual(alarms, []);
  assert.deepEqual(
    evidence.map(({ part, name, copyOf, arrived }) => [part, name, copyOf, arrived]),
    [
      ["taken-1-1", photo.name, undefined, true],
      ["taken-1-2", "copy-of-taken-1-1.jpg", "taken-1-1", true],
      ["taken-1-3", paper.name, undefined, true],
      ["taken-1-4", heic.name, undefined, true],
      // What no phone copies, a desk does.
      ["taken-1-5", "copy-of-taken-1-4.heic", "taken-1-4", true],
    ],
  );
  const [first] = evidence;
  assert.deepEqual(
    [first?.taken?.by, first?.taken?.source, first?.taken?.from],
    [office.person(reader).id, "witness", "Yon temwen pote l nan biwo a."],
  );
  for (const [part, { bytes }] of [
    ["taken-1-1", photo],
    ["taken-1-3", paper],
  ] as const) {
    const opened = await desk.readEvidence(caseId, part);
    assert.ok(opened.ok && Buffer.from(opened.value.bytes).equals(Buffer.from(bytes)));
  }
  const after = await view(desk, caseId);
  assert.deepEqual(after.evidence[0]?.custody.length, 1);
});

test("a line that is cut while a piece is on its way loses nothing: the sealed bytes wait, and another day brings them", async () => {
  const { caseId, reader } = await acknowledged();
  const outboxFolder = join(folder, "cut");
  const cut = await office.desk(reader, {
    outboxFolder,
    fetch: async (input, init) => {
      if (init?.method === "PATCH") throw new TypeError("the line is cut");
      return fetch(input, init);
    },
  });
  const done = await cut.act(caseId, take(paper));
  assert.deepEqual(done.ok && done.value.left, 1);
  cut.close();
  const [piece] = await waitingIn(outboxFolder);
  assert.match(piece ?? "", /^[0-9a-f]{64}\.sealed$/);
  const later = await office.desk(reader, { outboxFolder });
  const waiting = await view(later, caseId);
  assert.deepEqual([waiting.evidence[0]?.arrived, waiting.evidence[0]?.waitsHere], [false, true]);
  assert.deepEqual(await later.bringEvidence(caseId), { ok: true, value: { left: 0 } });
  assert.deepEqual(await waitingIn(outboxFolder), []);
  const opened = await later.readEvidence(caseId, "taken-1-1");
  assert.ok(opened.ok && Buffer.from(opened.value.bytes).equals(Buffer.from(paper.bytes)));
});

test("where the answer to the announcement is lost, its pieces are kept: it may have been recorded, and then only they open", async () => {
  const { caseId, reader } = await acknowledged();
  const outboxFolder = join(folder, "lost");
  const deaf = await office.desk(reader, {
    outboxFolder,
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      if (String(input).endsWith("/acts")) throw new TypeError("the answer is lost");
      return answer;
    },
  });
  const done = await deaf.act(caseId, take(paper));
  assert.ok(!done.ok && done.refusal.code === "unreachable");
  const later = await office.desk(reader, { outboxFolder });
  assert.deepEqual((await view(later, caseId)).evidence[0]?.waitsHere, true);
  assert.deepEqual(await later.bringEvidence(caseId), { ok: true, value: { left: 0 } });
  assert.equal((await view(later, caseId)).evidence[0]?.arrived, true);
});

test("what the office refused to record leaves no sealed piece behind on the desk", async () => {
  const { caseId, reader } = await acknowledged();
  const outboxFolder = join(folder, "refused");
  const desk = await office.desk(reader, { outboxFolder });
  const done = await desk.act(caseId, { ...take(paper), says: { source: "mission", request: [3] } });
  assert.ok(!done.ok && done.refusal.code === "unknown-request");
  assert.deepEqual(await waitingIn(outboxFolder), []);
});

test("a piece that rotted, or was put there by somebody else, is found without opening it, and is never shown or handed over", async () => {
  const { desk, caseId } = await acknowledged();
  await doActs(desk, caseId, take(paper));
  const whole = await desk.checkCustody(caseId);
  assert.deepEqual(whole.ok && whole.value.map(({ part, state }) => [part, state]), [["taken-1-1", "whole"]]);
  const sealed = await sealedOf(desk, caseId, "taken-1-1");
  await rot(sealed);
  const found = await desk.checkCustody(caseId);
  assert.deepEqual(found.ok && found.value[0]?.state, "differs");
  const { version } = await view(desk, caseId);
  const opened = await desk.readEvidence(caseId, "taken-1-1");
  assert.ok(!opened.ok && opened.refusal.code === "part-differs");
  const handed = await desk.handOver(caseId, { parts: ["taken-1-1"], withIdentity: false });
  assert.ok(!handed.ok && handed.refusal.code === "part-differs");
  // Nobody looked at anything, and the record does not say so.
  assert.equal((await view(desk, caseId)).version, version);
  await rm(join(office.blobFolder, sealed.slice(0, 2), sealed));
  const gone = await desk.checkCustody(caseId);
  assert.deepEqual(gone.ok && gone.value[0]?.state, "gone");
});

test("the office announces no piece under another's name or of an odd size, and no note that is not sealed", async () => {
  const { caseId, reader } = await acknowledged();
  const headers = await headersOf(office, reader);
  const act = await captureAct(office, reader, caseId, take(paper));
  const sends = async (changed: SentAct, code: string) =>
    assertRefused(await sendAct(office, headers, caseId, changed), code);
  const saying = (change: (said: { readonly [name: string]: never }) => object): SentAct => {
    const bend = (said: object) => ({ ...said, ...change(said as never) });
    return restate(
      { ...act, command: bend(act.command) as never },
      office.person(reader).signer,
      (one) => bend(one) as never,
    );
  };
  const [piece] = act.command.evidence as unknown as readonly [{ readonly size: number }];
  await sends(
    saying(() => ({ evidence: [{ ...piece, size: piece.size + 1 }] as never })),
    "wrong-size",
  );
  await sends(
    saying(() => ({ evidence: [{ ...piece, part: "evidence-1" }] as never })),
    "evidence-misnamed",
  );
  await sends(
    saying(() => ({ number: 2 })),
    "out-of-number",
  );
  const { "taken-in-1": _, ...withoutNote } = act.sealed;
  await sends({ ...act, sealed: withoutNote }, "missing-part");
  await sends(
    { ...act, sealed: { ...act.sealed, "taken-in-1": Buffer.from("in clear").toString("base64") } },
    "not-sealed",
  );
  assert.equal((await sendAct(office, headers, caseId, act)).status, 200);
});

test("the person's page says nothing of what the office took in, or of whoever brought it", async () => {
  const { desk, caseId, receipt } = await acknowledged();
  const before = await openMailbox(office.courier(), believedOf(office), receipt);
  await doActs(desk, caseId, take(paper));
  const behind = await openMailbox(office.courier(), believedOf(office), receipt);
  assert.ok(before.ok && behind.ok);
  assert.deepEqual(behind.value.entries, before.value.entries);
});
