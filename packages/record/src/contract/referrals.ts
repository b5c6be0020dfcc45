import assert from "node:assert/strict";
import type { Instant } from "@temwen/vocabulary";
import type { Promises } from "./promises.ts";
import { createSamples } from "./samples.ts";

/** Codes by which forums answer. */
export const referralPromises: Promises = {
  async "a code is used once, and leaves a sealed answer and the next code"(record) {
    const samples = createSamples("referral");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    const { caseId } = filing;
    const [code, next] = [samples.digest(), samples.digest()];
    assert.equal(await record.referrals.findCode(code), undefined);
    await record.referrals.keepCode(code, { caseId, referral: 1 });
    await record.referrals.keepCode(code, { caseId, referral: 2 });
    assert.deepEqual(await record.referrals.findCode(code), { caseId, referral: 2 });
    const answer = { name: "referral-answer-1", digest: samples.digest(), bytes: Uint8Array.of(1, 2, 3) };
    const at = "2027-03-01T12:00:00.000Z" as Instant;
    const both = await Promise.all([
      record.referrals.spendCode({ code, answer, next, at }),
      record.referrals.spendCode({
        code,
        answer: { ...answer, name: "referral-answer-2" },
        next: samples.digest(),
        at,
      }),
    ]);
    assert.equal(both.filter(Boolean).length, 1);
    assert.equal(await record.referrals.findCode(code), undefined);
    await record.referrals.keepCode(code, { caseId, referral: 3 });
    assert.equal(await record.referrals.findCode(code), undefined);
    const kept = (await record.readPartNames(caseId)).filter(({ name }) => name.startsWith("referral-answer-"));
    assert.equal(kept.length, 1);
    if (both[0]) assert.deepEqual(await record.referrals.findCode(next), { caseId, referral: 2 });
    const [came, ...more] = await record.referrals.readAnswers([caseId, samples.filing().caseId]);
    assert.deepEqual(came, { caseId, referral: 2, digest: kept[0]?.digest, at });
    assert.deepEqual([more, await record.referrals.readAnswers([])], [[], []]);
  },

  async "a code of one case is never turned to another"(record) {
    const samples = createSamples("referral of two");
    const [mine, other] = [samples.filing(), samples.filing()];
    for (const filing of [mine, other]) await record.fileComplaint(filing);
    const code = samples.digest();
    await record.referrals.keepCode(code, { caseId: mine.caseId, referral: 1 });
    await record.referrals.keepCode(code, { caseId: other.caseId, referral: 1 });
    assert.deepEqual(await record.referrals.findCode(code), { caseId: mine.caseId, referral: 1 });
  },

  async "with a case that is erased its codes go, and the answers that came by them"(record) {
    const samples = createSamples("referral erased");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    const { caseId } = filing;
    const [code, next] = [samples.digest(), samples.digest()];
    await record.referrals.keepCode(code, { caseId, referral: 1 });
    const answer = { name: "referral-answer-1", digest: samples.digest(), bytes: Uint8Array.of(1) };
    assert.equal(await record.referrals.spendCode({ code, answer, next, at: samples.event().at }), true);
    const erased = { ...filing.summary, stage: "erased", facts: {} };
    await record.eraseCase({ caseId, expected: 1, event: samples.event(), summary: erased });
    assert.equal(await record.referrals.findCode(next), undefined);
    assert.deepEqual(await record.readPartNames(caseId), []);
    assert.deepEqual(await record.referrals.readAnswers([caseId]), []);
  },
};
