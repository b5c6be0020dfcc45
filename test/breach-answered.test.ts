// An answer in time refutes whoever hides it: the office opens the leaf that stopped the clock, and no other.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, beforeEach, test } from "node:test";
import { recordBytes } from "@temwen/office";
import { parseId } from "@temwen/vocabulary";
import { formatCertificate, formatOpening, parseCertificate } from "../apps/temwen/src/log/breach/certificate.ts";
import { findOwnAnswer, type WantedAnswer } from "../apps/temwen/src/own-log/find-answer.ts";
import { readOwnCase } from "../apps/temwen/src/proof/own-case.ts";
import { clock, showing, startSilentOffice, told } from "./support/silent-office.ts";

const silent = await startSilentOffice();
const { given, place, pass, file, answer, prove, verify, openingOf } = silent;
beforeEach(silent.begin);
after(silent.dispose);

/** The office as its operator's command sees it. */
const operator = () => ({ record: given.office.record, trust: given.office.trust, clocks: given.office.pack.clocks });

test("who hides an answer that came in time is refuted by the office's opening", async () => {
  const filed = await file();
  await answer(filed);
  await pass(8);
  const other = await file();
  await pass(8);
  assert.equal((await prove(other)).code, 0);
  const honest = parseCertificate(await readFile(place("breach")));
  assert.ok(honest.ok);
  // The filing's own parts are in the proof's folder; the rest is as good for one case as for another.
  const own = await readOwnCase(given.office.courier(), filed.keys);
  const [first] = own.ok ? own.value.steps : [];
  assert.ok(first?.salt);
  const hidden = formatCertificate({
    ...honest.value,
    record: recordBytes(first.event),
    salt: first.salt,
    leaf: new Uint8Array(await readFile(filed.proof.replace(/tlog-proof$/, "leaf"))),
    proof: new Uint8Array(await readFile(filed.proof)),
  });
  await writeFile(place("hidden"), hidden);
  const alone = await verify(place("hidden"));
  assert.equal(alone.code, 0);
  assert.equal((told(alone).unopened as readonly unknown[]).length, 1, "the leaf that nobody opened is named");
  const shown = await verify(place("hidden"), ...showing(await openingOf(filed)));
  assert.equal(shown.code, 1);
  assert.equal(told(shown).refused, "answered");
  // The same with what the office's own command opens, found by the leaf that the verdict names or by case and clock.
  const [leaf] = told(alone).unopened as readonly number[];
  for (const wanted of [{ leaf: BigInt(leaf ?? -1) }, { case: filed.caseId, clock }]) {
    const found = await findOwnAnswer(operator(), wanted);
    assert.ok(found.ok);
    assert.equal(found.value.opening.index, BigInt(leaf ?? -1));
    const opened = place(`own-${Object.keys(wanted)[0]}`);
    await writeFile(opened, formatOpening(found.value.opening));
    const refuted = await verify(place("hidden"), "--opening", opened);
    assert.equal(refuted.code, 1);
    assert.equal(told(refuted).refused, "answered");
  }
  // Somebody else's answer does not help.
  const another = await file();
  await answer(another);
  const wrong = await verify(place("hidden"), ...showing(await openingOf(another)));
  assert.equal(wrong.code, 0);
});

test("the office's command opens answers of staff that stop a clock, and no other leaf", async () => {
  const filed = await file();
  const open = async (wanted: WantedAnswer): Promise<string> => {
    const found = await findOwnAnswer(operator(), wanted);
    return found.ok ? "opened" : found.refusal.code;
  };
  assert.equal(await open({ case: filed.caseId, clock }), "not-an-answer", "nobody answered yet");
  await answer(filed);
  assert.equal(await open({ case: filed.caseId, clock: "feedback" }), "not-an-answer", "another clock");
  const { log } = given.office.record;
  const { size } = await log.readHead();
  assert.equal(await open({ leaf: size }), "no-such-leaf");
  const stops = new Set((await log.readOf(filed.caseId)).flatMap(({ part, index }) => (part > 0 ? [index] : [])));
  assert.equal(stops.size, 1);
  for (let leaf = 0n; leaf < size; leaf += 1n) {
    const row = (await log.readOpenable(leaf, leaf + 1n))[0]?.of;
    const isStop = row !== undefined && row.part > 0 && parseId("case", row.event.stream).ok;
    assert.equal(await open({ leaf }), isStop ? "opened" : "not-an-answer", `leaf ${leaf}`);
  }
});
