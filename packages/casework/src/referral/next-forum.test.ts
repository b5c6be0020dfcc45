import assert from "node:assert/strict";
import { test } from "node:test";
import { nextForum } from "./next-forum.ts";
import { readReferrals, spellReferrals } from "./referral-brief.ts";

const silent = { forum: "odpp", fallback: "court", standing: "silent" } as const;

test("the forum named for the case that one does not act is pointed to once that one is silent, and not before", () => {
  assert.equal(nextForum(silent, [silent]), "court");
  for (const standing of ["waiting", "to-be-recorded", "answered"] as const)
    assert.equal(nextForum({ ...silent, standing }, [silent]), undefined);
  assert.equal(nextForum({ ...silent, fallback: "none" }, [silent]), undefined);
});

test("it is pointed to no more once the case went there", () => {
  assert.equal(nextForum(silent, [silent, { forum: "court" }]), undefined);
  assert.equal(nextForum(silent, [{ forum: "court" }, silent]), undefined);
});

const referral = {
  ...{ number: 1, forum: "odpp", at: "2026-11-01T10:00:00.000Z", due: "2026-12-31", waiver: "none" },
  ...{ fallback: "court", asks: ["investigate"], language: "en", obstacle: [], answers: [] },
} as unknown as Parameters<typeof spellReferrals>[0][number];
const nextIn = (spelled: unknown, today: string) => readReferrals(spelled, today).map(({ next }) => next);

test("a list of cases points to it too, and one that was spelled before it said so points nowhere", () => {
  const spelled = spellReferrals([referral]);
  assert.deepEqual(nextIn(spelled, "2027-01-01"), ["court"]);
  assert.deepEqual(nextIn(spelled, "2026-12-31"), [undefined]);
  assert.deepEqual(nextIn(spellReferrals([referral, { ...referral, number: 2, forum: "court" }]), "2027-01-01"), [
    undefined,
    undefined,
  ]);
  assert.deepEqual(nextIn("1/odpp/2026-11-01/2026-12-31//", "2027-01-01"), [undefined]);
});
