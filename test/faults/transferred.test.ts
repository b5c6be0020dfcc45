// A case goes on elsewhere, and the command for what comes in by the office's own hands: over a real server, with the person's page.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import { sendReview } from "@temwen/complain/person-acts";
import type { Keeper } from "@temwen/desk";
import type { CaseId, Json } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, fileCase, intakeNames, view } from "../support/casework.ts";
import { runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
const folder = await writeOfficeFolder(office, intakeNames);
const files = await mkdtemp(join(tmpdir(), "temwen-transferred-"));
after(async () => {
  await rm(files, { recursive: true, force: true });
  await folder[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

type LaterAct = Extract<Parameters<Keeper["act"]>[1], { readonly says: object }>["act"];
const say = (act: LaterAct, says: { readonly [name: string]: Json }, text = "") => ({ act, says, text });
const recipient = "hti-opc";
const consent = say(
  "record-consent",
  {
    ...{ purpose: "transfer", recipient, given: "yes", including: ["evidence"] },
    ...{ language: "ht", explainer: "officer", until: [] },
  },
  "Li dakò pou dosye a ale.",
);
const proposal = say(
  "propose-transfer",
  { recipient, dossier: "a".repeat(64), agreed: "no-re-interview" },
  "Yo pral kontinye la.",
);
const agreement = say("confirm-transfer", { recipient }, "Nou remèt dosye ou a, jan ou te dakò.");

/** Another desk of intake that can open the case. */
async function anotherDesk(caseId: CaseId, reader: string): Promise<Keeper> {
  for (const name of intakeNames.filter((one) => one !== reader)) {
    const desk = await office.desk(name);
    const seen = await desk.readCase(caseId);
    if (seen.ok && seen.value.story) return desk;
  }
  throw new Error("nobody else can open the case");
}

test("the person reads that their case went on elsewhere, with two signatures, and asks others to look at that again", async () => {
  const { desk, caseId, reader, receipt, keys } = await fileCase(office, { consent: "court" });
  await doActs(desk, caseId, acknowledgement, assessment, consent, proposal);
  const own = await desk.act(caseId, agreement);
  assert.ok(!own.ok && own.refusal.code === "cannot-confirm-own-proposal");
  const before = await openMailbox(office.courier(), believedOf(office), receipt);
  assert.ok(before.ok && before.value.stage === "assessed");
  await doActs(await anotherDesk(caseId, reader), caseId, agreement);
  const { stage, alarms } = await view(desk, caseId);
  assert.deepEqual([stage, alarms], ["transferred", []]);
  const after_ = await openMailbox(office.courier(), believedOf(office), receipt);
  assert.ok(after_.ok);
  const { entries } = after_.value;
  assert.equal(after_.value.stage, "transferred");
  assert.ok(entries.some((entry) => entry.kind === "step" && entry.step === "stepTransferred"));
  assert.ok(!entries.some(({ kind }) => kind === "unlawful" || kind === "unverified"));
  const asked = await sendReview(office.courier(), believedOf(office), keys);
  assert.ok(asked.ok, asked.ok ? "" : asked.refusal.code);
  assert.equal((await view(desk, caseId)).stage, "transferred");
});

test("the command takes a photo in, tells whose hands it went through, and has nothing left to bring", async () => {
  const { caseId, desk, reader } = await fileCase(office);
  await doActs(desk, caseId, acknowledgement);
  const [photo, who] = [join(files, "foto.jpg"), join(files, "ki-moun.txt")];
  await writeFile(photo, new Uint8Array(5000).fill(9));
  await writeFile(who, "Yon vwazen pote l.");
  const ask = (...words: readonly string[]) => runCommand(["office", ...words, ...folder.as(reader), "--case", caseId]);
  const without = await ask("act", "take-evidence", "--text", who, "--set", "source=witness");
  assert.deepEqual([without.code, /needs --file FILE/.test(without.stderr)], [2, true]);
  const taken = await ask(
    ...["act", "take-evidence", "--file", photo, "--text", who, "--set", "source=witness", "--unsent", files],
  );
  assert.equal(taken.code, 0, taken.stderr);
  assert.equal(JSON.parse(taken.stdout).left, 0);
  const custody = await ask("custody");
  assert.equal(custody.code, 0, custody.stderr);
  const [piece] = JSON.parse(custody.stdout).pieces;
  assert.deepEqual([piece.part, piece.state, piece.taken.source], ["taken-1-1", "whole", "witness"]);
  const nothing = await ask("bring", "--unsent", files);
  assert.deepEqual([nothing.code, JSON.parse(nothing.stdout).left], [0, 0]);
});
