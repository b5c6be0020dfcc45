import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonicalBytes, type Digest, type Instant, type Json } from "@temwen/vocabulary";
import { readCame, spellCame } from "./came-answers.ts";
import { readReferrals } from "./referral-brief.ts";

const golden = JSON.parse(
  readFileSync(new URL("../../../../vectors/case-streams/case.referral-answered-1.json", import.meta.url), "utf8"),
) as { readonly events: readonly { readonly body: { readonly [name: string]: Json } }[] };
const answered = golden.events.map(({ body }) => body).find(({ type }) => type === "case.referral-answered/1");
assert.ok(answered);
const first = "ab".repeat(32) as Digest;
const second = "cd".repeat(32) as Digest;
const recorded = (digest: Digest) =>
  canonicalBytes({ ...answered, cameBy: "receipt-page", received: [digest] } as Json);
const came = (referral: number, digest: Digest, at: string) => ({ referral, digest, at: at as Instant });
const spelled = "1/court/2026-11-02/2026-12-31// 2/odpp/2026-11-02/2026-12-31//";

test("a forum of which an answer lies at the office is not silent, however long nobody writes it down; another one is", () => {
  const lies = spellCame([came(1, first, "2026-12-01T10:00:00.000Z")], []);
  const read = readReferrals(spelled, "2027-06-01", lies);
  assert.deepEqual(
    read.map(({ standing, cameAt }) => [standing, cameAt]),
    [
      ["to-be-recorded", "2026-12-01T10:00:00.000Z"],
      ["silent", undefined],
    ],
  );
});

test("what was written down waits no more, and of what still waits the oldest hour is told", () => {
  const both = [came(1, first, "2026-12-01T10:00:00.000Z"), came(1, second, "2026-12-05T10:00:00.000Z")];
  assert.deepEqual([...readCame(spellCame(both, []))], [[1, "2026-12-01T10:00:00.000Z"]]);
  assert.deepEqual([...readCame(spellCame(both, [recorded(first)]))], [[1, "2026-12-05T10:00:00.000Z"]]);
  assert.equal(spellCame(both, [recorded(second), recorded(first)]), "");
  assert.deepEqual([...readCame(undefined)], []);
});
