import assert from "node:assert/strict";
import { millisToInstant } from "@temwen/vocabulary";
import type { Promises } from "./promises.ts";
import { createSamples } from "./samples.ts";

const minute = (n: number) => millisToInstant(Date.UTC(2026, 10, 21, 18, n));

/** Who is signed in. */
export const sessionPromises: Promises = {
  async "a session is found until it expires"(record) {
    const samples = createSamples("session");
    const session = { tokenDigest: samples.digest(), staff: samples.staffId(), expires: minute(15) };
    await record.openSession(session);
    assert.deepEqual(await record.findSession(session.tokenDigest, minute(14)), session);
    assert.equal(await record.findSession(session.tokenDigest, minute(15)), undefined);
    assert.equal(await record.findSession(samples.digest(), minute(0)), undefined);
  },

  async "ending the sessions of one person leaves the others theirs"(record) {
    const samples = createSamples("end");
    const asha = { tokenDigest: samples.digest(), staff: samples.staffId(), expires: minute(15) };
    const benoit = { tokenDigest: samples.digest(), staff: samples.staffId(), expires: minute(15) };
    await record.openSession(asha);
    await record.openSession(benoit);
    await record.endSessions(asha.staff);
    assert.equal(await record.findSession(asha.tokenDigest, minute(0)), undefined);
    assert.deepEqual(await record.findSession(benoit.tokenDigest, minute(0)), benoit);
  },

  async "a challenge is spent once, by the person it was made for, before it expires"(record) {
    const samples = createSamples("challenge");
    const [asha, benoit] = [samples.staffId(), samples.staffId()];
    await record.openChallenge("one", asha, minute(5));
    assert.equal(await record.spendChallenge("one", benoit, minute(1)), false);
    assert.equal(await record.spendChallenge("one", asha, minute(1)), true);
    assert.equal(await record.spendChallenge("one", asha, minute(1)), false);
    await record.openChallenge("two", asha, minute(5));
    assert.equal(await record.spendChallenge("two", asha, minute(5)), false);
    assert.equal(await record.spendChallenge("never opened", asha, minute(1)), false);
  },

  async "of ten who spend one challenge at once one succeeds"(record, openAgain) {
    await using other = await openAgain();
    const staff = createSamples("at once").staffId();
    await record.openChallenge("nonce", staff, minute(5));
    const spent = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? record : other).spendChallenge("nonce", staff, minute(1))),
    );
    assert.equal(spent.filter(Boolean).length, 1);
  },
};
