import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { bytesToDigest, createId, type ImportedCaseId, type RegisterId } from "@temwen/vocabulary";
import type { BatchOutcome, RegisterBatch, RegisterCase } from "../register-rows.ts";
import type { Promises } from "./promises.ts";
import { plain } from "./same.ts";
import { createSamples, type Samples } from "./samples.ts";

/** Registers from before this office. */
export const registerPromises: Promises = {
  async "a batch stands whole, and the next stands behind it"({ registers }) {
    const { batch, cases, register } = createRegister("batches");
    assert.equal(await registers.readImport(register, 0), undefined);
    assert.deepEqual(counts(await registers.bring(batch({ cases: cases.slice(0, 3) }))), ["brought", 3, 3, 0]);
    assert.deepEqual(counts(await registers.bring(batch({ from: 3, cases: cases.slice(3) }))), ["brought", 5, 5, 0]);
    assert.equal((await registers.readImport(register, 0))?.size, 5);
    const all = await registers.readCases(register, [0], "", 10);
    assert.deepEqual(
      all.map(({ caseId }) => caseId),
      cases.map(({ caseId }) => caseId).sort(),
    );
    const second = await registers.readCases(register, [0], all[1]?.caseId ?? "", 2);
    assert.deepEqual(plain(second), plain(all.slice(2, 4)));
    const stored = all.find(({ caseId }) => caseId === cases[4]?.caseId);
    assert.deepEqual(plain(stored), plain({ ...cases[4], version: 1, import: 0, place: 4 }));
  },

  async "a batch that is sent twice is written once"({ registers }) {
    const { batch, cases, register } = createRegister("twice");
    const first = batch({ cases });
    await registers.bring(first);
    assert.deepEqual(counts(await registers.bring(first)), ["overtaken", 5, 5, 0]);
    assert.equal((await registers.readBatches(register, 0, 0, 10)).length, 1);
  },

  async "of two batches behind one place one stands"({ registers }, openAgain) {
    await using other = await openAgain();
    const { batch, cases } = createRegister("at once");
    const outcomes = await Promise.all([
      registers.bring(batch({ cases: cases.slice(0, 2) })),
      other.registers.bring(batch({ cases: cases.slice(2) })),
    ]);
    assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ["brought", "overtaken"]);
  },

  async "a case that comes again as it stood is not written, one that comes otherwise is one version more"({
    registers,
  }) {
    const { batch, cases, register, another } = createRegister("again");
    await registers.bring(batch({ cases }));
    const [first, ...others] = cases;
    assert.ok(first);
    const changed = another(first);
    const outcome = await registers.bring(batch({ import: 2, standing: [0], cases: [...others, changed] }));
    assert.deepEqual(counts(outcome), ["brought", 5, 0, 1]);
    const versions = await registers.readVersions(register, first.caseId);
    assert.deepEqual(
      versions.map(({ version, digest, import: from, place }) => [version, digest, from, place]),
      [
        [1, first.digest, 0, 0],
        [2, changed.digest, 2, 4],
      ],
    );
    const stands = async (standing: readonly number[]) =>
      (await registers.readCases(register, standing, "", 10)).find(({ caseId }) => caseId === first.caseId)?.digest;
    assert.deepEqual([await stands([0]), await stands([0, 2])], [first.digest, changed.digest]);
  },

  async "what an import brought that was given up does not stand, and the next brings it again"({ registers }) {
    const { batch, cases, register } = createRegister("given up");
    await registers.bring(batch({ cases: cases.slice(0, 2) }));
    assert.deepEqual(counts(await registers.bring(batch({ import: 1, cases }))), ["brought", 5, 5, 0]);
    assert.equal((await registers.readCases(register, [1], "", 10)).length, 5);
    assert.deepEqual(await registers.readCases(register, [], "", 10), []);
  },

  async "no import brings one case twice"({ registers }) {
    const { batch, cases, another } = createRegister("case twice");
    const [first, second] = cases;
    assert.ok(first && second);
    assert.deepEqual(await registers.bring(batch({ cases: [first, second, another(first)] })), {
      outcome: "case-twice",
    });
    await registers.bring(batch({ cases: [first] }));
    assert.deepEqual(await registers.bring(batch({ from: 1, cases: [second, another(first)] })), {
      outcome: "case-twice",
    });
    assert.deepEqual(counts(await registers.bring(batch({ from: 1, cases: [second] }))), ["brought", 2, 2, 0]);
  },

  async "what is brought is in no queue and is no event"(record) {
    const { batch, cases } = createRegister("apart");
    await record.registers.bring(batch({ cases }));
    assert.deepEqual((await record.readQueue({ limit: 10 })).rows, []);
    assert.deepEqual(await record.readAfter(0, 10), []);
  },
};

const counts = (outcome: BatchOutcome): readonly unknown[] =>
  "state" in outcome
    ? [outcome.outcome, outcome.state.size, outcome.state.added, outcome.state.changed]
    : [outcome.outcome];

function createRegister(seed: string) {
  const samples = createSamples(`register ${seed}`);
  const register: RegisterId = createId("register", samples.bytes(16));
  const cases = Array.from({ length: 5 }, () => caseOf(samples, createId("imported-case", samples.bytes(16))));
  const batch = (over: Partial<RegisterBatch>): RegisterBatch => ({
    register,
    import: 0,
    standing: [],
    from: 0,
    statement: samples.bytes(200),
    vouching: { key: "key", signature: "signature" },
    hashes: samples.bytes(32 * (over.cases?.length ?? 0)),
    after: { peaks: samples.bytes(64), allegations: 7, flagged: 1 },
    cases: [],
    ...over,
  });
  return { register, cases, batch, another: (one: RegisterCase) => caseOf(samples, one.caseId) };
}

function caseOf(samples: Samples, caseId: ImportedCaseId): RegisterCase {
  const body = samples.bytes(300);
  return { caseId, body, digest: bytesToDigest(createHash("sha256").update(body).digest()) };
}
