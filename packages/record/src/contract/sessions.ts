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

  async "a challenge is spent once, and forgotten when its time is over"(record) {
    const samples = createSamples("challenge");
    const [one, two] = [samples.digest(), samples.digest()];
    assert.equal(await record.spendChallenge(one, minute(5), minute(1)), true);
    assert.equal(await record.spendChallenge(one, minute(5), minute(1)), false);
    assert.equal(await record.spendChallenge(two, minute(9), minute(5)), true);
    assert.equal(await record.spendChallenge(one, minute(9), minute(5)), true);
  },

  async "of ten who spend one challenge at once one succeeds"(record, openAgain) {
    await using other = await openAgain();
    const digest = createSamples("at once").digest();
    const spent = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? record : other).spendChallenge(digest, minute(5), minute(1))),
    );
    assert.equal(spent.filter(Boolean).length, 1);
  },

  async "of ten who bring a secret at once all leave with the same"(record, openAgain) {
    await using other = await openAgain();
    const samples = createSamples("secret");
    const brought = Array.from({ length: 10 }, () => samples.bytes(32));
    const agreed = await Promise.all(
      brought.map((drawn, n) => (n % 2 === 0 ? record : other).agreeOnSecret("shared", drawn)),
    );
    assert.equal(new Set(agreed.map((secret) => Buffer.from(secret).toString("hex"))).size, 1);
    assert.ok(brought.some((drawn) => Buffer.compare(drawn, agreed[0] ?? drawn) === 0));
    assert.notDeepEqual(Buffer.from(await record.agreeOnSecret("another", samples.bytes(32))), Buffer.from(agreed[0]!));
  },
};
