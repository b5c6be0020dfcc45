import assert from "node:assert/strict";
import { type CaseId, createMatterId, type Instant, millisToInstant } from "@temwen/vocabulary";
import type { Erasure } from "../record.ts";
import type { Promises } from "./promises.ts";
import { createSamples, type Samples } from "./samples.ts";

/** Taking away what was sealed. */
export const erasingPromises: Promises = {
  async "what was sealed of an erased matter goes, and its events and every other matter's parts stay"(record) {
    const samples = createSamples("erasing matters");
    const [gone, other] = [1, 2].map((n) => createMatterId("paternity", new Uint8Array(16).fill(n)));
    assert.ok(gone && other);
    for (const stream of [gone, other]) {
      const { summary: _, ...act } = samples.act(samples.caseId(), 0, { parts: [samples.part("words-0")] });
      await record.append({ ...act, stream });
    }
    const event = samples.event({ type: "paternity.erased/1" });
    const late = await record.eraseMatter({ matter: gone, expected: 2, event });
    assert.deepEqual(late, { outcome: "conflict", expected: 2, actual: 1 });
    assert.equal((await record.readPartNames(gone)).length, 1);
    const done = await record.eraseMatter({ matter: gone, expected: 1, event });
    assert.deepEqual(done, { outcome: "appended", version: 2 });
    assert.deepEqual(await record.readPartNames(gone), []);
    assert.equal((await record.readStream(gone)).length, 2);
    assert.equal((await record.readPartNames(other)).length, 1);
  },

  async "what was sealed of an erased case goes, and its events stay"(record) {
    const samples = createSamples("erasing");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    const grant = { ...samples.part("access-1-1"), grantee: samples.staffId() };
    await record.append(samples.act(filing.caseId, 1, { parts: [samples.part("message-out-1"), grant] }));
    const before = await record.readStream(filing.caseId);
    assert.deepEqual(await record.eraseCase(erasureOf(samples, filing.caseId, 2)), { outcome: "appended", version: 3 });
    const after = await record.readStream(filing.caseId);
    assert.deepEqual(after.slice(0, 2), before);
    assert.equal(after[2]?.type, "case.erased/1");
    assert.deepEqual(await record.readPartNames(filing.caseId), []);
    assert.deepEqual(await record.readParts(filing.caseId, ["story", "grant-1", "message-out-1", "access-1-1"]), []);
    assert.deepEqual(await record.readMailbox(filing.mailbox), []);
    assert.equal(await record.readErasable(filing.caseId), undefined);
    const [row] = (await record.readQueue({ limit: 1 })).rows;
    assert.deepEqual([row?.stage, row?.facts, row?.version], ["erased", {}, 3]);
  },

  async "another case keeps all that is its own"(record) {
    const samples = createSamples("neighbour");
    const [gone, kept] = [samples.filing(), samples.filing()];
    await record.fileComplaint(gone);
    await record.fileComplaint(kept);
    await record.eraseCase(erasureOf(samples, gone.caseId, 1));
    assert.equal((await record.readPartNames(kept.caseId)).length, kept.parts.length);
    assert.equal((await record.readMailbox(kept.mailbox)).length, 1);
    assert.ok(await record.readErasable(kept.caseId));
  },

  async "a parcel that was erased is not filed a second time"(record) {
    const samples = createSamples("again");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    await record.eraseCase(erasureOf(samples, filing.caseId, 1));
    assert.equal((await record.fileComplaint(filing)).outcome, "already-filed");
    const other = { ...filing, event: samples.event() };
    assert.equal((await record.fileComplaint(other)).outcome, "another-digest");
    assert.deepEqual(await record.readPartNames(filing.caseId), []);
  },

  async "an erasure that clashes with an act takes nothing away"(record) {
    const samples = createSamples("clashing erasure");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    await record.append(samples.act(filing.caseId, 1));
    const outcome = await record.eraseCase(erasureOf(samples, filing.caseId, 1));
    assert.deepEqual(outcome, { outcome: "conflict", expected: 1, actual: 2 });
    assert.equal((await record.readPartNames(filing.caseId)).length, filing.parts.length);
    assert.equal((await record.readMailbox(filing.mailbox)).length, 1);
  },

  async "evidence that is to go is named again until the case is erased, and what another case names is spared"(
    record,
  ) {
    const samples = createSamples("doomed");
    const [own, shared] = [samples.digest(), samples.digest()];
    const announced = [own, shared].map((digest, n) => ({ name: `evidence-${n + 1}`, digest, size: 7 }));
    const filing = samples.filing({ announced });
    await record.fileComplaint(filing);
    await record.fileComplaint(samples.filing({ announced: [{ name: "evidence-1", digest: shared, size: 7 }] }));
    assert.deepEqual(await record.doomEvidence(filing.caseId), [own]);
    assert.deepEqual(await record.readAnnounced(filing.caseId), []);
    assert.deepEqual(await record.doomEvidence(filing.caseId), [own]);
    assert.deepEqual([await record.isAnnounced(own), await record.isAnnounced(shared)], [false, true]);
    await record.eraseCase(erasureOf(samples, filing.caseId, 1));
    assert.deepEqual(await record.doomEvidence(filing.caseId), []);
  },

  async "what has expired is forgotten and counted, and nothing else"(record) {
    const samples = createSamples("expired");
    const hour = Date.UTC(2026, 10, 21, 18);
    const [before, early, late] = [hour - 60_000, hour, hour + 60_000].map(millisToInstant) as [
      Instant,
      Instant,
      Instant,
    ];
    const session = () => ({ tokenDigest: samples.digest(), staff: samples.staffId() });
    const living = { ...session(), expires: late };
    await record.openSession({ ...session(), expires: early });
    await record.openSession(living);
    await record.spendChallenge(samples.digest(), early, before);
    assert.deepEqual(await record.forgetExpired(early), { sessions: 1, challenges: 1 });
    assert.deepEqual(await record.forgetExpired(early), { sessions: 0, challenges: 0 });
    assert.ok(await record.findSession(living.tokenDigest, early));
  },
};

const erasureOf = (samples: Samples, caseId: CaseId, expected: number): Erasure => ({
  caseId,
  expected,
  event: samples.event({ type: "case.erased/1" }),
  summary: samples.summary({ stage: "erased", facts: {} }),
});
