// Which steps of a case go out in a dossier, and that nothing of the others does.
import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import type { CaseId, Json } from "@temwen/vocabulary";
import { createReferralCode, digestOfCode } from "@temwen/vocabulary/referral-codes";
import { deskWords } from "@temwen/words/desk";
import { doActs, type FiledCase, intakeNames, view } from "../support/casework.ts";
import { check, everythingIn, judge, openDossierRoom, readJson, told } from "../support/dossier-room.ts";
import { runCommand } from "../support/office.ts";
import { wordsInPdf } from "../support/pdf-words.ts";

const room = await openDossierRoom();
const { given, folder, recipientOf, filed, make, unpack } = room;
after(() => room[Symbol.asyncDispose]());

type LaterAct = Extract<Parameters<Keeper["act"]>[1], { readonly says: object }>["act"];
const say = (act: LaterAct, says: { readonly [name: string]: Json } = {}, text = "") => ({ act, says, text });
const squeeze = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** Two cases, and a colleague of intake who can open both. */
async function twoCases(): Promise<{ readonly one: FiledCase; readonly two: FiledCase; readonly name: string }> {
  const [one, two] = [await filed(), await filed()];
  for (const name of intakeNames) {
    const desk = await given.office.desk(name);
    const both = await Promise.all([one, two].map(({ caseId }) => desk.readCase(caseId)));
    if (both.every((seen) => seen.ok && seen.value.story)) return { one, two, name };
  }
  // Of six who are drawn from, four read each case: two of them read both.
  throw new Error("nobody opens both cases");
}

const waiver = { basis: ["takes-criminal-complaints"], obstacle: [], military: "none", waiver: "none" };
const asking = { asks: ["investigate"], language: "fr", beyond: "none", due: "2031-01-15" };

/** What is done for the person, between colleagues and before others: none of it is for the body that the dossier is for. */
async function protect(desk: Keeper, caseId: CaseId, other: CaseId): Promise<void> {
  const consent = { purpose: "medical-examination", recipient: "klinik-lape", language: "ht", explainer: "officer" };
  const safety = { level: "high", protecting: [{ kind: "relocation", answer: "given" }] };
  const referral = { ...waiver, ...asking, number: 1, forum: "hti-parquet", fallback: "none", dossier: [] };
  const receipt = [digestOfCode(createReferralCode(new Uint8Array(20).fill(7)))];
  await doActs(
    desk,
    caseId,
    say("assess-safety", safety, "Li kache lakay matant li."),
    say("offer-support", { service: "psychosocial", offered: "accepted" }),
    say("record-consent", { ...consent, given: "yes", including: [], until: [] }, "Li di wi."),
    { ...say("refer-case", { ...referral, receipt }, "Gen ase rezon."), told: "Nou voye dosye w bay pakè a." },
    say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."),
    say("assign-case", { to: given.office.person("karim").id, replaces: [] }),
  );
  const examiner = await given.office.desk("karim");
  const flag = say("flag-force", { force: "not-reported" }, "Pyès moun pa rapòte sa.");
  await doActs(examiner, caseId, say("take-case", { declares: "no-tie" }), flag);
  await doActs(desk, caseId, say("report-retaliation", { about: [] }, "Yo menase sè li."));
  const linked = await desk.linkCases(caseId, other, { reason: "same-event", text: "Menm aswè a." });
  assert.ok(linked.ok && linked.value.both);
}

const kinds = [
  ...["case.safety-assessed", "case.support-offered", "case.consent-recorded", "case.referred", "case.force-flagged"],
  ...["case.retaliation-reported", "case.linked", "case.access-granted", "case.assigned", "case.taken"],
];
const values = [
  ...["relocation", "psychosocial", "klinik-lape", "medical-examination", "hti-parquet", "not-reported", "same-event"],
  ...["Li kache", "Nou voye dosye w bay pakè a", "Gen ase rezon", "Pyès moun", "Yo menase", "Menm aswè"],
];

test("what protects the person, what help they took, a flag, another case and another body stand nowhere in a dossier", async () => {
  const { one, two, name } = await twoCases();
  const { caseId } = one;
  const desk = await given.office.desk(name);
  await protect(desk, caseId, two.caseId);
  const { timeline } = await view(desk, caseId);
  const held = timeline.map(({ type }) => type.split("/")[0]);
  for (const kind of kinds) assert.ok(held.includes(kind), kind);

  const out = join(folder, "out/steps.age");
  const publishing = setInterval(() => void given.office.server.publicLog?.step(), 500);
  const words = ["--to", await recipientOf("x25519"), "--out", out, "--lang", "en", "--wait-proofs"];
  const ran = await make(name, caseId, ...words);
  clearInterval(publishing);
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(out, "x25519");
  const everything = await everythingIn(place);
  for (const word of [...kinds, ...values, two.caseId]) assert.ok(!everything.includes(word), word);
  const drawn = squeeze(await wordsInPdf(join(place, "data/dossier.pdf")));
  const sentences = { ...deskWords.en } as { readonly [key: string]: unknown };
  for (const { type } of timeline) {
    const isOut = kinds.includes(type.split("/")[0] ?? "");
    assert.equal(
      drawn.includes(squeeze(String(sentences[`event.${type}`]))),
      !isOut && type !== "case.acknowledged/1",
      type,
    );
  }
  await checkWhole(place, caseId, told(ran));
});

/** The bag still holds together: both manifests, every signature, the chain over what stays, and the proofs of what goes. */
async function checkWhole(place: string, caseId: CaseId, said: ReturnType<typeof told>): Promise<void> {
  for (const manifest of ["manifest", "tagmanifest"]) {
    const checked = await check(place, manifest);
    assert.equal(checked.code, 0, checked.output);
  }
  const { broken, types, withheld } = await judge(place, caseId, given.office.trust);
  assert.deepEqual(broken, []);
  assert.deepEqual([said.steps, said.proved], [types.length, types.length]);
  const leftOut: readonly { what: string; why: string; steps?: readonly number[] }[] = await readJson(
    place,
    "data/left-out.json",
  );
  assert.deepEqual(
    leftOut.filter(({ what }) => what === "steps"),
    [{ what: "steps", why: "not-for-a-forum", steps: withheld }],
  );
  const proofs = (await readdir(join(place, "data/proofs"))).map((file) => Number(file.slice(0, 4)));
  for (const index of withheld) assert.ok(!proofs.includes(index), `a proof of step ${index}`);
  const first = join(place, "data/proofs/0000-0");
  const proof = ["--proof", `${first}.tlog-proof`, "--leaf", `${first}.leaf`, "--policy", given.policy];
  const verified = await runCommand(["verify", ...proof, "--json"]);
  assert.equal(verified.code, 0, verified.stderr);
}

test("the digest of a step that stays in the office cannot be another: the next step names it", async () => {
  const { reader, caseId } = await filed();
  const out = join(folder, "out/chain.age");
  const ran = await make(reader, caseId, "--to", await recipientOf("x25519"), "--out", out);
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(out, "x25519");
  const { withheld, broken, events } = await judge(place, caseId, given.office.trust);
  assert.deepEqual(broken, []);
  const before = withheld.filter((index) => events.has(index + 1));
  assert.ok(before.length > 0);
  for (const index of before) {
    const file = join(place, "data/record", `${String(index).padStart(4, "0")}.json`);
    const written = await readFile(file, "utf8");
    await writeFile(file, JSON.stringify({ digest: "ab".repeat(32), index }));
    assert.deepEqual((await judge(place, caseId, given.office.trust)).broken, [index + 1]);
    await writeFile(file, written);
  }
});
